import type { Abilities } from "../events/matrix.ts";
import { rowsOf } from "./check-record.ts";
import type { Place, RecordForm } from "./form.ts";
import {
  lookupOf,
  refusesDisabled,
  refusesError,
  refusesValue,
} from "./kinds.ts";
import type {
  Cell,
  Field,
  FieldRecord,
  Row,
  RowValue,
  Table,
} from "./types.ts";
import { isBlank, radioFallback, sameValue, toCellValue } from "./values.ts";

export type LookupOrder = Place & { order: "UPDATE" | "CLEAR" };
export type Applied = {
  hasErrors: boolean;
  /** Cells with another value than before. */
  changed: Place[];
  lookups: LookupOrder[];
};

type Pair = Place & { cell: Cell; field: Field };

/** A row without an id means the row at its position. */
const twinOf = (table: Table, given: RowValue, at: number): Row | undefined => {
  const byId = given.id && table.rows.find((row) => row.id === given.id);
  return byId || table.rows[at];
};

const matchRows = (table: Table, field: Field): Array<[Row, RowValue]> => {
  const pairs: Array<[Row, RowValue]> = [];
  const free = new Set(table.rows);
  rowsOf(field).forEach((given, at) => {
    const twin = twinOf(table, given, at);
    const match = twin && free.delete(twin) ? twin : null;
    if (match) pairs.push([match, given]);
  });
  return pairs;
};

const pairsOfRow = (table: Table, row: Row, given: RowValue): Pair[] =>
  Object.entries(given.value).flatMap(([code, field]) => {
    const cell = row.cells[code];
    return cell ? [{ code, table, row, cell, field }] : [];
  });

const pairsOf = (form: RecordForm, record: FieldRecord): Pair[] =>
  Object.entries(record).flatMap(([code, field]) => {
    const cell = form.cells[code];
    const table = form.tables[code];
    if (cell) return [{ code, table: null, row: null, cell, field }];
    if (!table) return [];
    return matchRows(table, field).flatMap(([row, given]) =>
      pairsOfRow(table, row, given),
    );
  });

const errorOf = (field: Field): string | null | undefined => {
  if (field.error === undefined) return undefined;
  return field.error === null || field.error === ""
    ? null
    : String(field.error);
};

const applyErrors = (form: RecordForm, record: FieldRecord): boolean => {
  let hasErrors = false;
  for (const { cell, field } of pairsOf(form, record)) {
    const error = errorOf(field);
    if (error === undefined || refusesError(cell.property)) continue;
    cell.error = error;
    hasErrors ||= error !== null;
  }
  for (const [code, table] of Object.entries(form.tables)) {
    const error = record[code] && errorOf(record[code]);
    if (error === undefined) continue;
    table.error = error;
    hasErrors ||= error !== null;
  }
  return hasErrors;
};

const isWritable = (cell: Cell, withLookupKey: boolean): boolean => {
  if (!cell.editable || refusesValue(cell.property)) return false;
  if (cell.isCopyTarget) return false;
  return withLookupKey || lookupOf(cell.property) === null;
};

const NUMBER_KEEPS = "#INVALID!";

/** True when the cell has another value now. */
const writeCell = (
  cell: Cell,
  given: unknown,
  withLookupKey: boolean,
): boolean => {
  if (!isWritable(cell, withLookupKey)) return false;
  const { property } = cell;
  if (property.type === "NUMBER" && given === NUMBER_KEEPS) return false;
  const value = toCellValue(property, given);
  const isUnchosen = property.type === "RADIO_BUTTON" && isBlank(value);
  const next = isUnchosen ? radioFallback(property) : value;
  if (sameValue(cell.value, next)) return false;
  cell.value = next;
  if (lookupOf(property)) cell.confirmed = isBlank(next);
  return true;
};

/** Rows as the record lists them; new ones are blank until their cells are written. */
const arrangeRows = (form: RecordForm, table: Table, field: Field): void => {
  if (!table.editable) return;
  const matched = new Map(
    matchRows(table, field).map(([row, given]) => [given, row]),
  );
  table.rows = rowsOf(field).map(
    (given) => matched.get(given) ?? blankRow(form, table),
  );
};

const blankRow = (form: RecordForm, table: Table): Row => {
  const row = form.newRow(table);
  for (const cell of Object.values(row.cells))
    cell.value = toCellValue(cell.property, undefined);
  return row;
};

const applyValues = (
  form: RecordForm,
  record: FieldRecord,
  withLookupKey: boolean,
): Place[] => {
  for (const [code, table] of Object.entries(form.tables)) {
    const field = record[code];
    if (field) arrangeRows(form, table, field);
  }
  // Matched again: new rows have their place now.
  return pairsByPosition(form, record)
    .filter(({ cell, field }) => writeCell(cell, field.value, withLookupKey))
    .map(({ code, table, row }) => ({ code, table, row }));
};

const pairsByPosition = (form: RecordForm, record: FieldRecord): Pair[] =>
  Object.entries(record).flatMap(([code, field]) => {
    const cell = form.cells[code];
    const table = form.tables[code];
    if (cell) return [{ code, table: null, row: null, cell, field }];
    if (!table?.editable) return [];
    return rowsOf(field).flatMap((given, at) => {
      const row = table.rows[at];
      return row ? pairsOfRow(table, row, given) : [];
    });
  });

const applyDisabled = (form: RecordForm, record: FieldRecord): void => {
  for (const { cell, field } of pairsByPosition(form, record))
    if (typeof field.disabled === "boolean" && !refusesDisabled(cell.property))
      cell.disabled = field.disabled;
  for (const [code, table] of Object.entries(form.tables)) {
    const disabled = record[code]?.disabled;
    if (typeof disabled === "boolean") table.disabled = disabled;
  }
};

const lookupOrder = (field: Field): LookupOrder["order"] | null => {
  if (field.lookup === true || field.lookup === "UPDATE") return "UPDATE";
  return field.lookup === "CLEAR" ? "CLEAR" : null;
};

const collectLookups = (form: RecordForm, record: FieldRecord): LookupOrder[] =>
  pairsByPosition(form, record).flatMap(({ code, table, row, cell, field }) => {
    const order = lookupOrder(field);
    if (!order || !lookupOf(cell.property)) return [];
    return [{ code, table, row, order }];
  });

/**
 * Takes over what a handler returned, within what its event allows. An error anywhere
 * discards the values and the switching on and off of the same return.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/events/event-object-actions/
 */
export const applyRecord = (
  form: RecordForm,
  given: { record: FieldRecord; error?: unknown },
  abilities: Abilities,
): Applied => {
  const { record } = given;
  const message = abilities.message && given.error ? String(given.error) : null;
  if (message !== null) form.message = message;
  const hasFieldErrors = abilities.fieldError && applyErrors(form, record);
  const nothing = { changed: [], lookups: [] };
  if (message !== null || hasFieldErrors)
    return { hasErrors: true, ...nothing };
  // Values first: they bring the new rows whose fields may be switched off.
  const changed = abilities.values
    ? applyValues(form, record, abilities.lookupKey)
    : [];
  if (abilities.disabled) applyDisabled(form, record);
  const lookups = abilities.lookup ? collectLookups(form, record) : [];
  return { hasErrors: false, changed, lookups };
};
