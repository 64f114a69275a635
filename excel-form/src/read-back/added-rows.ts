import type { ListBlock, ReportMap } from "../map/schema.ts";
import { lastRowOf, nearWords } from "../near/near.ts";
import { parseAddress, toAddress } from "../xlsx/formula/address.ts";
import type { FormSheet } from "../xlsx/sheet/form-model.ts";

/** Farther down no form's own text is looked for. */
const MAX_ADDED_ROWS = 100_000;

const textAt = (sheet: FormSheet, row: number, column: number): string =>
  sheet.cells.get(toAddress(row, column))?.text ?? "";

/** Rows that were added to the list: as many as the text below it has moved down; less than none when empty rows were deleted. */
export const addedRows = (sheet: FormSheet, list: ListBlock): number => {
  const bottom = sheet.dimension?.bottom ?? 0;
  const at = list.below && parseAddress(list.below.cell);
  if (at && list.below) {
    const wanted = nearWords(list.below.text);
    const last = Math.min(bottom - at.row, MAX_ADDED_ROWS);
    for (let added = 0; added <= last; added += list.rowsPerEntry) {
      if (nearWords(textAt(sheet, at.row + added, at.column)) === wanted) {
        return added;
      }
    }
    const rows = list.rowsAvailable * list.rowsPerEntry;
    for (let gone = list.rowsPerEntry; gone < rows; gone += list.rowsPerEntry) {
      if (nearWords(textAt(sheet, at.row - gone, at.column)) === wanted) {
        return -gone;
      }
    }
    return 0;
  }
  // Nothing is printed below: everything that is left belongs to the list.
  const rest = Math.max(0, bottom - lastRowOf(list));
  return Math.ceil(rest / list.rowsPerEntry) * list.rowsPerEntry;
};

/** The list of a sheet to which rows may have been added: the last of those in which it goes on. */
export const growingList = (
  { lists }: ReportMap,
  sheet: string,
): ListBlock | undefined => lists.findLast((one) => one.sheet === sheet);

/** Row of a blank's cell after rows may have been added above it. */
export const movedRow = (
  map: ReportMap,
  sheet: FormSheet,
  row: number,
): number => {
  const list = growingList(map, sheet.name);
  return list && row > lastRowOf(list) ? row + addedRows(sheet, list) : row;
};
