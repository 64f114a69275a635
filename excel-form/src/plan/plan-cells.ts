import { isRowKey } from "../map/keys.ts";
import { keysOf } from "../map/key-list.ts";
import type { ReportData, Values } from "../map/report-data.ts";
import type { ListBlock, ReportMap } from "../map/schema.ts";
import {
  placeCell,
  placeColumn,
  optionsAt,
  sheetNamed,
  siblingsAmong,
} from "./placed-cells.ts";
import type { PlacedCell, Siblings } from "./placed-cells.ts";
import type { CellValue } from "../xlsx/sheet/cell-value.ts";
import type {
  FillPlan,
  PlannedBlock,
  PlannedCell,
  PlannedEntry,
} from "./plan.ts";
import type { Form } from "../xlsx/sheet/form-model.ts";
import { createCellWriter } from "../values/cell-writer.ts";
import type { CellWriter } from "../values/cell-writer.ts";

/** A form about one firm takes its values from the only row there is. */
export const singleValues = ({ scalars, rows }: ReportData): Values =>
  rows.length === 1 ? { ...rows[0], ...scalars } : scalars;

/** One row as the list takes it: its number when it brings none, and what holds for the whole report. */
export const rowValues = (
  { scalars }: ReportData,
  row: Values,
  index: number,
): Values => ({ ...scalars, "row.no": index + 1, ...row });

export const writerFor = (
  { sheet, row, column, cell, placement }: PlacedCell,
  { boxes }: Siblings,
): CellWriter =>
  createCellWriter({
    placement,
    printed: cell?.text ?? "",
    options: optionsAt(sheet, row, column),
    boxes,
  });

const planSingles = (
  form: Form,
  map: ReportMap,
  data: ReportData,
): PlannedCell[] => {
  const values = singleValues(data);
  const siblingsOf = siblingsAmong(map.cells);
  return map.cells.flatMap((entry) => {
    const target = placeCell(form, entry);
    const value = target && writerFor(target, siblingsOf(entry))(values);
    return value ? [{ sheet: entry.sheet, address: entry.cell, value }] : [];
  });
};

type ColumnWriter = {
  readonly column: string;
  readonly subrow: number;
  readonly write: CellWriter;
};

const columnWriters = (form: Form, list: ListBlock): ColumnWriter[] => {
  const sheet = sheetNamed(form, list.sheet);
  const siblingsOf = siblingsAmong(list.columns);
  return list.columns.flatMap((entry) => {
    const target = sheet && placeColumn(sheet, list, entry, 0);
    return target
      ? [
          {
            column: entry.column,
            subrow: entry.subrow,
            write: writerFor(target, siblingsOf(entry)),
          },
        ]
      : [];
  });
};

const planEntry = (
  writers: readonly ColumnWriter[],
  rowsPerEntry: number,
  values: Values,
): PlannedEntry => {
  const rows: Array<Record<string, CellValue>> = Array.from(
    { length: rowsPerEntry },
    () => ({}),
  );
  for (const { column, subrow, write } of writers) {
    const value = write(values);
    const row = rows[subrow];
    if (value && row) row[column] = value;
  }
  return rows;
};

const planList = (
  form: Form,
  list: ListBlock,
  data: ReportData,
): PlannedBlock => {
  const writers = columnWriters(form, list);
  return {
    sheet: list.sheet,
    firstRow: list.firstRow,
    rowsPerEntry: list.rowsPerEntry,
    entriesAvailable: list.rowsAvailable,
    onSurplus: list.onSurplus,
    entries: data.rows.map((row, index) =>
      planEntry(writers, list.rowsPerEntry, rowValues(data, row, index)),
    ),
  };
};

/** Map and data brought together: which cell gets what. Nothing is checked here. */
export const planCells = (
  form: Form,
  map: ReportMap,
  data: ReportData,
): FillPlan => ({
  cells: planSingles(form, map, data),
  blocks: map.lists.map((list) => planList(form, list, data)),
});

/** Values of a firm have single cells: the form is about one firm. */
export const isAboutOneFirm = (map: ReportMap): boolean =>
  map.lists.length === 0 &&
  map.cells.some((entry) => keysOf(entry).some(isRowKey));
