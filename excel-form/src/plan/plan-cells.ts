import { isRowKey, keyOfRole } from "../map/vocabulary.ts";
import { keysOf } from "../map/key-list.ts";
import type { ReportData, Values } from "../map/report-data.ts";
import type { ListBlock, ReportMap } from "../map/schema.ts";
import { recordsBefore, recordsIn } from "../map/list-chain.ts";
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
import type { Vocabulary } from "../map/vocabulary.ts";

/** A form about one firm takes its values from the only row there is. */
export const singleValues = ({ scalars, rows }: ReportData): Values =>
  rows.length === 1 ? { ...rows[0], ...scalars } : scalars;

/** One row as the list takes it: its number when it brings none, and what holds for the whole form. */
export const rowValues = (
  vocabulary: Vocabulary,
  { scalars }: ReportData,
  row: Values,
  index: number,
): Values => {
  const number = keyOfRole(vocabulary, "list.number");
  if (number === null && Object.keys(scalars).length === 0) return row;
  return {
    ...scalars,
    ...(number !== null && { [number]: index + 1 }),
    ...row,
  };
};

export const writerFor = (
  vocabulary: Vocabulary,
  { sheet, row, column, cell, placement }: PlacedCell,
  { boxes }: Siblings,
): CellWriter =>
  createCellWriter(vocabulary, {
    placement,
    printed: cell?.text ?? "",
    options: optionsAt(sheet, row, column),
    boxes,
  });

const planSingles = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
): PlannedCell[] => {
  const values = singleValues(data);
  const siblingsOf = siblingsAmong(map.cells);
  return map.cells.flatMap((entry) => {
    const target = placeCell(form, entry);
    const value =
      target && writerFor(vocabulary, target, siblingsOf(entry))(values);
    return value ? [{ sheet: entry.sheet, address: entry.cell, value }] : [];
  });
};

type ColumnWriter = {
  readonly column: string;
  readonly subrow: number;
  readonly write: CellWriter;
};

const columnWriters = (
  vocabulary: Vocabulary,
  form: Form,
  list: ListBlock,
): ColumnWriter[] => {
  const sheet = sheetNamed(form, list.sheet);
  const siblingsOf = siblingsAmong(list.columns);
  return list.columns.flatMap((entry) => {
    const target = sheet && placeColumn(sheet, list, entry, 0);
    return target
      ? [
          {
            column: entry.column,
            subrow: entry.subrow,
            write: writerFor(vocabulary, target, siblingsOf(entry)),
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
  vocabulary: Vocabulary,
  form: Form,
  { lists }: ReportMap,
  list: ListBlock,
  data: ReportData,
): PlannedBlock => {
  const writers = columnWriters(vocabulary, form, list);
  const before = recordsBefore(lists, list);
  return {
    sheet: list.sheet,
    firstRow: list.firstRow,
    rowsPerEntry: list.rowsPerEntry,
    entriesAvailable: list.rowsAvailable,
    onSurplus: list.onSurplus,
    ...(before > 0 && { before }),
    entries: recordsIn(lists, list, data.rows).map((row, index) =>
      planEntry(
        writers,
        list.rowsPerEntry,
        rowValues(vocabulary, data, row, before + index),
      ),
    ),
  };
};

/** Map and data brought together: which cell gets what. Nothing is checked here. */
export const planCells = (
  vocabulary: Vocabulary,
  form: Form,
  map: ReportMap,
  data: ReportData,
): FillPlan => ({
  cells: planSingles(vocabulary, form, map, data),
  blocks: map.lists.map((list) => planList(vocabulary, form, map, list, data)),
});

/** Values of a firm have single cells: the form is about one firm. */
export const isAboutOneFirm = (
  vocabulary: Vocabulary,
  map: ReportMap,
): boolean =>
  map.lists.length === 0 &&
  map.cells.some((entry) =>
    keysOf(vocabulary, entry).some((one) => isRowKey(vocabulary, one)),
  );
