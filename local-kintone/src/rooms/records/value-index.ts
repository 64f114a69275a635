import { readValue, textOf } from "../../language/query/values.ts";
import type { App, SettingsCopy, StoredRecord } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { formOf } from "../../model/form.ts";

/**
 * Finds records by the value of a field without walking over all of them: for
 * unique fields, updateKey and lookups. Entries are added and never taken away, so
 * that a rolled-back transaction needs no care; what is found is checked against
 * the record, and what was missed cannot be, for every write goes through
 * `noteRecord`. A deploy makes a new live copy and thereby a new index, and restoring
 * a snapshot empties what is volatile.
 */
type ValueIndex = Map<string, number[]>;
type AppIndex = { live: SettingsCopy; fields: Map<string, ValueIndex> };

const KEY = "records.valueIndex";

const indexesOf = (site: Site): Map<number, AppIndex> => {
  // Only this module writes under this key.
  const known = site.volatile.get(KEY) as Map<number, AppIndex> | undefined;
  if (known) return known;
  const created = new Map<number, AppIndex>();
  site.volatile.set(KEY, created);
  return created;
};

const readerOf = (app: App, code: string) => {
  const { settings } = app.live ?? app.preview;
  const field = formOf(settings).byCode.get(code);
  const read = field && field.table === null && readValue(field, settings);
  return (record: StoredRecord) => (read ? textOf(read(record)) : "");
};

const addToIndex = (index: ValueIndex, value: string, id: number): void => {
  if (value === "") return;
  const ids = index.get(value);
  if (!ids) index.set(value, [id]);
  else if (!ids.includes(id)) ids.push(id);
};

const buildIndex = (site: Site, app: App, code: string): ValueIndex => {
  const index: ValueIndex = new Map();
  const read = readerOf(app, code);
  for (const record of site.store.records(app.id).values())
    addToIndex(index, read(record), record.id);
  return index;
};

const indexOf = (site: Site, app: App, code: string): ValueIndex => {
  const live = app.live ?? app.preview;
  const indexes = indexesOf(site);
  let known = indexes.get(app.id);
  if (known?.live !== live) {
    known = { live, fields: new Map() };
    indexes.set(app.id, known);
  }
  const index = known.fields.get(code) ?? buildIndex(site, app, code);
  known.fields.set(code, index);
  return index;
};

/** Records whose field holds exactly this text; "" finds none. */
export const findByValue = (
  site: Site,
  app: App,
  code: string,
  value: string,
): StoredRecord[] => {
  const ids = indexOf(site, app, code).get(value) ?? [];
  const records = site.store.records(app.id);
  const read = readerOf(app, code);
  return ids.flatMap((id) => {
    const record = records.get(id);
    return record && read(record) === value ? [record] : [];
  });
};

/** Must hear of every record that is saved. */
export const noteRecord = (
  site: Site,
  app: App,
  record: StoredRecord,
): void => {
  const known = indexesOf(site).get(app.id);
  if (!known) return;
  for (const [code, index] of known.fields)
    addToIndex(index, readerOf(app, code)(record), record.id);
};
