import type { FormSheet } from "../xlsx/sheet/form-model.ts";

/** Narrower columns and lower rows show nothing (in characters and in points). */
const MIN_WIDTH = 0.3;
const MIN_HEIGHT = 2;

/** A cell in a row or column that is hidden, or too small to be seen. */
export const isHiddenCell = (
  { hiddenRows, hiddenColumns, columnWidth, rowHeight }: FormSheet,
  row: number,
  column: number,
): boolean =>
  hiddenRows.has(row) ||
  hiddenColumns.has(column) ||
  columnWidth(column) < MIN_WIDTH ||
  rowHeight(row).points < MIN_HEIGHT;
