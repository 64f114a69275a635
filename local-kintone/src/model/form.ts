import type { AppSettings, FieldProperty, StoredRecord } from "./model.ts";

/** A field of a form, found by its code; codes are unique over the whole form. */
export type FormField = {
  code: string;
  type: string;
  property: FieldProperty;
  /** Code of the table that holds it, or null. */
  table: string | null;
};

export type Form = {
  /** Everything with a code: tables, columns of tables, system fields, groups. */
  byCode: ReadonlyMap<string, FormField>;
  /** Fields whose values lie in `StoredRecord.values`, tables included, columns not. */
  stored: readonly FormField[];
  /** Columns of each table, by the table's code. */
  columns: ReadonlyMap<string, readonly FormField[]>;
  /** System fields of a record by type (`CREATOR`, `STATUS` …). */
  system: ReadonlyMap<string, FormField>;
};

/** Without a value of their own anywhere in a record. */
const DECORATIONS = new Set([
  "GROUP",
  "REFERENCE_TABLE",
  "LABEL",
  "SPACER",
  "HR",
]);
const SYSTEM_TYPES = new Set([
  "RECORD_NUMBER",
  "CREATOR",
  "MODIFIER",
  "CREATED_TIME",
  "UPDATED_TIME",
  "STATUS",
  "STATUS_ASSIGNEE",
]);

const toField = (property: FieldProperty, table: string | null): FormField => ({
  code: property.code,
  type: property.type,
  property,
  table,
});

const indexForm = (settings: AppSettings): Form => {
  const byCode = new Map<string, FormField>();
  const columns = new Map<string, FormField[]>();
  const system = new Map<string, FormField>();
  const stored: FormField[] = [];
  for (const property of Object.values(settings.fields)) {
    const field = toField(property, null);
    byCode.set(field.code, field);
    if (SYSTEM_TYPES.has(field.type)) system.set(field.type, field);
    else if (!DECORATIONS.has(field.type)) stored.push(field);
    if (field.type !== "SUBTABLE") continue;
    const inner = Object.values(property.fields ?? {}).map((column) =>
      toField(column, field.code),
    );
    columns.set(field.code, inner);
    for (const column of inner) byCode.set(column.code, column);
  }
  return { byCode, columns, system, stored };
};

const cache = new WeakMap<AppSettings, Form>();

/** The form of one copy of settings; settings never change in place, so this is kept. */
export const formOf = (settings: AppSettings): Form => {
  const known = cache.get(settings);
  if (known) return known;
  const form = indexForm(settings);
  cache.set(settings, form);
  return form;
};

/** STATUS and STATUS_ASSIGNEE count only while process management is on, CATEGORY only when enabled. */
export const isEnabled = (settings: AppSettings, field: FormField): boolean => {
  if (field.type === "STATUS" || field.type === "STATUS_ASSIGNEE")
    return settings.process.enable;
  if (field.type === "CATEGORY") return field.property.enabled === true;
  return true;
};

/** Option labels in the order in which they are shown and sorted. */
export const optionLabels = (property: FieldProperty): string[] => {
  const options = property.options;
  if (typeof options !== "object" || options === null) return [];
  return Object.entries(
    options as Record<string, { label?: unknown; index?: unknown }>,
  )
    .map(([key, it]) => ({
      label: typeof it.label === "string" ? it.label : key,
      index: Number(it.index ?? 0),
    }))
    .sort((a, b) => a.index - b.index)
    .map(({ label }) => label);
};

/** State names in the order of their index. */
export const stateNames = (settings: AppSettings): string[] =>
  Object.entries(settings.process.states ?? {})
    .map(([key, state]) => ({
      name: typeof state.name === "string" ? state.name : key,
      index: Number(state.index ?? 0),
    }))
    .sort((a, b) => a.index - b.index)
    .map(({ name }) => name);

/** Records from before process management was switched on stand in the first state. */
export const statusOf = (
  settings: AppSettings,
  record: StoredRecord,
): string | null =>
  settings.process.enable
    ? (record.status ?? stateNames(settings)[0] ?? null)
    : null;
