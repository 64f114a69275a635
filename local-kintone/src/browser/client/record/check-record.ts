import type { RecordForm } from "./form.ts";
import { isCalculated } from "./kinds.ts";
import type { Cells, Field, FieldRecord, RowValue, Table } from "./types.ts";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const path = (code: string): string => `event.record['${code}']`;

/** True for cells that a row may leave out, because they cannot be written. */
const isOptional = (cells: Cells, code: string): boolean => {
  const cell = cells[code];
  if (!cell) return true;
  return (
    isCalculated(cell.property) ||
    cell.isCopyTarget ||
    cell.property.type === "FILE"
  );
};

const checkCell = (where: string, type: string, field: unknown): string[] => {
  if (!isObject(field)) return [`${where} が不正です。`];
  if (field.type !== type) return [`${where}.type が不正です。`];
  return "value" in field ? [] : [`${where}.value が不正です。`];
};

const checkRow = (where: string, sample: Cells, row: unknown): string[] => {
  if (!isObject(row) || !isObject(row.value)) return [`${where} が不正です。`];
  const given = row.value;
  const missing = Object.keys(sample).filter(
    (code) => !(code in given) && !isOptional(sample, code),
  );
  const wrong = Object.entries(given).flatMap(([code, field]) => {
    const cell = sample[code];
    const here = `${where}['${code}']`;
    if (!cell) return [`${here} が不正です。`];
    return checkCell(here, cell.property.type, field);
  });
  return [
    ...missing.map((code) => `${where}['${code}'] が不正です。`),
    ...wrong,
  ];
};

const checkTable = (
  form: RecordForm,
  table: Table,
  field: unknown,
): string[] => {
  const { code } = table.property;
  const found = checkCell(path(code), "SUBTABLE", field);
  if (found.length > 0 || !isObject(field)) return found;
  if (!Array.isArray(field.value)) return [`${path(code)}.value が不正です。`];
  const sample = form.newRow(table).cells;
  return field.value.flatMap((row: unknown, i) =>
    checkRow(`${path(code)}.value[${i}]`, sample, row),
  );
};

const isForeign = (form: RecordForm, code: string): boolean =>
  !(code in form.system) && !(code in form.properties) && !code.startsWith("$");

/**
 * Checks a record from a customisation as kintone does: unknown codes, missing
 * or wrong types, missing values, rows with fields left out.
 *
 * @see https://github.com/cy-takeuchi/monosashi/blob/main/docs/KINTONE.md (measured August 2026)
 */
export const checkRecord = (form: RecordForm, record: unknown): string[] => {
  if (!isObject(record)) return ["event.record が不正です。"];
  return Object.entries(record).flatMap(([code, field]) => {
    const cell = form.cells[code];
    const table = form.tables[code];
    if (table) return checkTable(form, table, field);
    if (cell) return checkCell(path(code), cell.property.type, field);
    return isForeign(form, code) ? [`${path(code)} が不正です。`] : [];
  });
};

/** The record of an event after `checkRecord` found nothing wrong. */
export const toFieldRecord = (record: unknown): FieldRecord =>
  // checkRecord has looked at every member.
  record as FieldRecord;

export const rowsOf = (field: Field): RowValue[] =>
  // A SUBTABLE's value is a list of rows; checkRecord and the server see to it.
  (field.value ?? []) as RowValue[];
