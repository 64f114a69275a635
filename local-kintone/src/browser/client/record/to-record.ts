import type { FieldProperty } from "../../../model/model.ts";
import type { RecordForm } from "./form.ts";
import { lookupOf } from "./kinds.ts";
import type {
  Cell,
  Cells,
  Field,
  FieldRecord,
  Row,
  RowValue,
} from "./types.ts";
import { toEditingValue, toSavedField } from "./values.ts";

/**
 * Keys of lookups carry two members that REST does not know.
 *
 * @see https://github.com/cy-takeuchi/monosashi/blob/main/docs/KINTONE.md (measured August 2026)
 */
const lookupExtras = (cell: Cell): Partial<Field> =>
  lookupOf(cell.property)
    ? { confirmed: cell.confirmed, recordId: cell.sourceId }
    : {};

const toField = (cell: Cell): Field => ({
  type: cell.property.type,
  ...lookupExtras(cell),
  value: toEditingValue(cell.property.type, cell.value),
});

const toFields = (cells: Cells): FieldRecord =>
  Object.fromEntries(
    Object.entries(cells).map(([code, cell]) => [code, toField(cell)]),
  );

const toRow = (row: Row): RowValue => ({
  id: row.id,
  value: toFields(row.cells),
});

/** The form as change and submit events and `record.get` show it. */
export const toEditingRecord = (form: RecordForm): FieldRecord => {
  const record: FieldRecord = structuredClone(form.system);
  for (const code of Object.keys(form.properties)) {
    const cell = form.cells[code];
    const table = form.tables[code];
    if (cell) record[code] = toField(cell);
    if (table)
      record[code] = { type: "SUBTABLE", value: table.rows.map(toRow) };
  }
  return record;
};

const savedField = (
  field: Field,
  property: FieldProperty | undefined,
): Field => {
  const saved = toSavedField(field);
  if (field.type === "SUBTABLE")
    saved.value = (field.value as RowValue[]).map((row) => ({
      id: row.id,
      value: toSavedRecord(row.value, property?.fields ?? {}),
    }));
  if (!property || !lookupOf(property)) return saved;
  return {
    type: saved.type,
    confirmed: true,
    recordId: null,
    value: saved.value,
  };
};

/** A record of the server as lists, the detail page and success events show it. */
export const toSavedRecord = (
  record: FieldRecord,
  properties: Record<string, FieldProperty>,
): FieldRecord =>
  Object.fromEntries(
    Object.entries(record).map(([code, field]) => [
      code,
      savedField(field, properties[code]),
    ]),
  );

/** Attachments are left out where the documentation says so. */
export const withoutFiles = (record: FieldRecord): FieldRecord => {
  const strip = (field: Field): Field => {
    if (field.type === "FILE") return { ...field, value: [] };
    if (field.type !== "SUBTABLE") return field;
    const rows = (field.value as RowValue[]).map((row) => ({
      ...row,
      value: withoutFiles(row.value),
    }));
    return { ...field, value: rows };
  };
  return Object.fromEntries(
    Object.entries(record).map(([code, field]) => [code, strip(field)]),
  );
};
