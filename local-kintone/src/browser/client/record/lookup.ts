import { boot } from "../boot.ts";
import { quote, rest } from "../rest.ts";
import { t } from "../words.ts";
import type { Place, RecordForm } from "./form.ts";
import { lookupOf } from "./kinds.ts";
import type { Cell, Cells, FieldRecord, LookupSetting } from "./types.ts";
import { sameValue, toCellValue } from "./values.ts";

type Records = { records: FieldRecord[]; totalCount: string | null };

const cellsOf = (form: RecordForm, place: Place): Cells =>
  place.row ? place.row.cells : form.cells;

const cellOf = (form: RecordForm, place: Place): Cell | undefined =>
  cellsOf(form, place)[place.code];

const joinConditions = (...conditions: string[]): string =>
  conditions
    .filter((condition) => condition !== "")
    .map((condition) => `(${condition})`)
    .join(" and ");

/** Records the picker offers: filter, order and fields of the setting, with a search word. */
export const listCandidates = async (
  setting: LookupSetting,
  word: string,
  offset: number,
): Promise<Records> => {
  const key = setting.relatedKeyField;
  const search = word === "" ? "" : await conditionFor(setting, key, word);
  const condition = joinConditions(setting.filterCond, search);
  const order = setting.sort === "" ? "" : ` order by ${setting.sort}`;
  return rest<Records>("GET", "/k/v1/records", {
    app: setting.relatedApp.app,
    query: `${condition}${order} limit 20 offset ${offset}`,
    totalCount: true,
  });
};

type Properties = { properties: Record<string, { type: string }> };

const conditionFor = async (
  setting: LookupSetting,
  key: string,
  word: string,
): Promise<string> => {
  const { properties } = await rest<Properties>(
    "GET",
    "/k/v1/app/form/fields",
    {
      app: setting.relatedApp.app,
    },
  );
  const isText = properties[key]?.type === "SINGLE_LINE_TEXT";
  return `${key} ${isText ? "like" : "="} ${quote(word)}`;
};

const listByKey = async (
  setting: LookupSetting,
  key: string,
): Promise<FieldRecord[]> => {
  const { relatedKeyField } = setting;
  const condition = boot.findsLookupsByWord
    ? await conditionFor(setting, relatedKeyField, key)
    : `${relatedKeyField} = ${quote(key)}`;
  const answer = await rest<Records>("GET", "/k/v1/records", {
    app: setting.relatedApp.app,
    query: `${condition} limit 2`,
  });
  return answer.records;
};

const copyInto = (cell: Cell | undefined, value: unknown): boolean => {
  if (!cell) return false;
  const next = toCellValue(cell.property, value);
  if (sameValue(cell.value, next)) return false;
  cell.value = next;
  return true;
};

/** Copies a source record (null empties) and answers the places that changed. */
export const copySource = (
  form: RecordForm,
  place: Place,
  source: FieldRecord | null,
): Place[] => {
  const cell = cellOf(form, place);
  const setting = cell && lookupOf(cell.property);
  if (!cell || !setting) return [];
  const key = source?.[setting.relatedKeyField]?.value;
  cell.value = toCellValue(cell.property, key);
  cell.confirmed = true;
  cell.error = null;
  cell.sourceId = source ? String(source.$id?.value ?? "") : null;
  const cells = cellsOf(form, place);
  return setting.fieldMappings
    .filter(({ field, relatedField }) =>
      copyInto(cells[field], source?.[relatedField]?.value),
    )
    .map(({ field }) => ({ ...place, code: field }));
};

/** Empties the copy targets and leaves the key as it is, as `lookup = "CLEAR"` asks. */
export const clearTargets = (form: RecordForm, place: Place): Place[] => {
  const cell = cellOf(form, place);
  const setting = cell && lookupOf(cell.property);
  if (!setting) return [];
  const cells = cellsOf(form, place);
  return setting.fieldMappings
    .filter(({ field }) => copyInto(cells[field], undefined))
    .map(({ field }) => ({ ...place, code: field }));
};

/**
 * Fetches by what the key says. Only one single match is taken.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/events/event-object-actions/
 */
export const fetchLookup = async (
  form: RecordForm,
  place: Place,
): Promise<Place[]> => {
  const cell = cellOf(form, place);
  const setting = cell && lookupOf(cell.property);
  if (!cell || !setting) return [];
  const key = String(cell.value);
  if (key === "") return copySource(form, place, null);
  const found = await listByKey(setting, key);
  // The user may have typed on while the answer was under way.
  if (String(cell.value) !== key) return [];
  const [only] = found;
  if (only && found.length === 1) return copySource(form, place, only);
  cell.confirmed = false;
  cell.error = found.length === 0 ? t("lookupNothing") : t("lookupSeveral");
  return [];
};
