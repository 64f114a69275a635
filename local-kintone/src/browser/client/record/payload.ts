import type { RecordForm } from "./form.ts";
import { isEntityType, lookupOf } from "./kinds.ts";
import type {
  Cell,
  CellValue,
  Cells,
  Entity,
  FileInfo,
  Row,
  Table,
} from "./types.ts";

type Written = { value: unknown };
export type Payload = Record<string, Written>;

const writtenValue = (type: string, value: CellValue): unknown => {
  if (isEntityType(type))
    return (value as Entity[]).map(({ code }) => ({ code }));
  if (type === "FILE")
    return (value as FileInfo[]).map(({ fileKey }) => ({ fileKey }));
  return value;
};

/** Calculated values and what lookups copy are the server's business. */
const isWritten = (cell: Cell): boolean => cell.editable && !cell.isCopyTarget;

const snapshotOf = (cell: Cell): string => JSON.stringify(cell.value);
const tableSnapshot = (table: Table): string =>
  JSON.stringify(
    table.rows.map((row) => [
      row.id,
      Object.entries(row.cells).map(([code, cell]) => [code, cell.value]),
    ]),
  );

/** State of the form when it was loaded, to send only what changed. */
export type Snapshot = Record<string, string>;

export const takeSnapshot = (form: RecordForm): Snapshot => ({
  ...Object.fromEntries(
    Object.entries(form.cells).map(([code, cell]) => [code, snapshotOf(cell)]),
  ),
  ...Object.fromEntries(
    Object.entries(form.tables).map(([code, it]) => [code, tableSnapshot(it)]),
  ),
});

const writtenCells = (cells: Cells): Payload =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, cell]) => isWritten(cell))
      .map(([code, cell]) => [
        code,
        { value: writtenValue(cell.property.type, cell.value) },
      ]),
  );

const writtenRow = (row: Row): { id?: string; value: Payload } => ({
  ...(row.id === null ? {} : { id: row.id }),
  value: writtenCells(row.cells),
});

/**
 * The record of a write. An untouched lookup is not sent: sending its key would copy the
 * source anew, which saving a form does not do.
 */
export const toPayload = (
  form: RecordForm,
  before: Snapshot | null,
): Payload => {
  const cells = Object.entries(form.cells).filter(
    ([code, cell]) => isWritten(cell) && before?.[code] !== snapshotOf(cell),
  );
  const tables = Object.entries(form.tables).filter(
    ([code, table]) =>
      table.editable && before?.[code] !== tableSnapshot(table),
  );
  return {
    ...writtenCells(Object.fromEntries(cells)),
    ...Object.fromEntries(
      tables.map(([code, table]) => [
        code,
        { value: table.rows.map(writtenRow) },
      ]),
    ),
  };
};

/** Lookups whose key was typed and never fetched. */
export const unconfirmedLookups = (form: RecordForm): Cell[] =>
  [...form.places()]
    .map(({ cell }) => cell)
    .filter(
      (cell) => lookupOf(cell.property) && cell.editable && !cell.confirmed,
    );
