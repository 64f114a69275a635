import { calculate } from "../../language/formula/calculate.ts";
import { formulasOf } from "../../language/formula/formulas.ts";
import { own } from "../../ground/own.ts";
import type {
  AppSettings,
  FieldProperty,
  FieldValue,
  Origins,
  StoredRecord,
  TableRow,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { CHOICE_TYPES } from "../../model/field-types.ts";

type Values = Record<string, FieldValue>;

const invert = (
  record: Readonly<Record<string, string>>,
): Map<string, string> =>
  new Map(Object.entries(record).map(([name, live]) => [live, name]));

/** Migration of stored values when new settings go live. */
type Plan = {
  fields: ReadonlyMap<string, string>;
  /** New code → live option → new option. */
  options: ReadonlyMap<string, ReadonlyMap<string, string>>;
  states: ReadonlyMap<string, string>;
  next: AppSettings;
};

const planOf = (origins: Origins, next: AppSettings): Plan => ({
  fields: invert(origins.fields),
  options: new Map(
    Object.entries(origins.options).map(([code, labels]) => [
      code,
      invert(labels),
    ]),
  ),
  states: invert(origins.states),
  next,
});

const moveChoice = (
  value: FieldValue,
  labels: ReadonlyMap<string, string>,
): FieldValue => {
  if (typeof value === "string")
    return value === "" ? "" : (labels.get(value) ?? null);
  if (!Array.isArray(value)) return value;
  // Choices are lists of texts.
  return (value as string[]).flatMap((it) => labels.get(it) ?? []);
};

const moveRows = (
  rows: TableRow[],
  table: FieldProperty,
  plan: Plan,
): TableRow[] =>
  rows.map((row) => ({
    ...row,
    value: moveValues(row.value, table.fields ?? {}, plan),
  }));

const moveValue = (
  value: FieldValue,
  field: FieldProperty,
  plan: Plan,
): FieldValue => {
  if (field.type === "SUBTABLE" && Array.isArray(value))
    // A table's value is a list of rows.
    return moveRows(value as TableRow[], field, plan);
  const labels = plan.options.get(field.code);
  return CHOICE_TYPES.has(field.type) && labels
    ? moveChoice(value, labels)
    : value;
};

const moveValues = (
  values: Values,
  fields: Record<string, FieldProperty>,
  plan: Plan,
): Values => {
  const moved = Object.entries(values).flatMap(([live, value]) => {
    const code = plan.fields.get(live);
    const field = code === undefined ? undefined : own(fields, code);
    return field ? [[field.code, moveValue(value, field, plan)] as const] : [];
  });
  return Object.fromEntries(moved);
};

const firstState = (settings: AppSettings): string | null => {
  const states = Object.values(settings.process.states ?? {});
  const sorted = states.sort((a, b) => Number(a.index) - Number(b.index));
  return typeof sorted[0]?.name === "string" ? sorted[0].name : null;
};

const moveStatus = (status: string | null, plan: Plan): string | null => {
  if (!plan.next.process.enable) return status;
  const moved = status === null ? undefined : plan.states.get(status);
  return moved ?? firstState(plan.next);
};

const isIdentity = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).every(([name, live]) => name === live);

/** Tells whether some live name is gone or called differently. */
const changesNames = (
  now: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
) =>
  !isIdentity(names) ||
  Object.keys(now).some((live) => !Object.hasOwn(names, live));

const liveCodes = (settings: AppSettings): Record<string, unknown> =>
  Object.fromEntries(
    [
      settings.fields,
      ...Object.values(settings.fields).map((field) => field.fields ?? {}),
    ].flatMap((fields) => Object.entries(fields)),
  );

const changesOptions = (live: AppSettings, origins: Origins): boolean =>
  Object.entries(liveCodes(live)).some(([code, field]) => {
    const options = (field as FieldProperty).options as
      | Record<string, unknown>
      | undefined;
    const kept = own(origins.options, code);
    return (
      options !== undefined && kept !== undefined && changesNames(options, kept)
    );
  });

const changesStates = (
  live: AppSettings,
  next: AppSettings,
  origins: Origins,
): boolean =>
  (next.process.enable && !live.process.enable) ||
  changesNames(live.process.states ?? {}, origins.states);

const formulaTexts = (settings: AppSettings): string =>
  JSON.stringify([
    settings.general.numberPrecision,
    formulasOf(settings).map(({ field }) => [
      field.code,
      field.property.expression,
      field.property.format,
    ]),
  ]);

const userNameOf = (site: Site, code: string) =>
  site.store.users.get(code)?.name ?? code;

const recalculated = (
  site: Site,
  settings: AppSettings,
  record: StoredRecord,
  values: Values,
): Values =>
  calculate(settings, {
    values,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    creatorName: userNameOf(site, record.creator),
    modifierName: userNameOf(site, record.modifier),
  });

/**
 * Carries the records of an app over to new settings: renamed fields, options and
 * states keep their data, deleted ones lose it, new formulas are calculated. New
 * fields stay empty whatever their default. Revisions do not change (unverified).
 */
export const migrateRecords = (
  site: Site,
  appId: number,
  live: AppSettings,
  next: AppSettings,
  origins: Origins,
): void => {
  const plan = planOf(origins, next);
  const movesValues =
    changesNames(liveCodes(live), origins.fields) ||
    changesOptions(live, origins);
  const movesStates = changesStates(live, next, origins);
  const calculates = formulaTexts(live) !== formulaTexts(next);
  if (!movesValues && !movesStates && !calculates) return;
  for (const record of [...site.store.records(appId).values()]) {
    const moved = movesValues
      ? moveValues(record.values, next.fields, plan)
      : record.values;
    const values = calculates ? recalculated(site, next, record, moved) : moved;
    const status = movesStates
      ? moveStatus(record.status, plan)
      : record.status;
    site.store.saveRecord(appId, { ...record, values, status });
  }
};
