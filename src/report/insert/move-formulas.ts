import type { RowInsertion } from "../formula/row-insertion.ts";
import { moveRow } from "../formula/row-insertion.ts";
import { insertRowsInFormula, isSameSheet } from "../formula/shift-formula.ts";
import type { Range } from "../sheet/address.ts";
import { parseRange, toRangeText } from "../sheet/address.ts";
import type { CellFormula } from "../sheet/cell-formulas.ts";
import { listFormulas } from "../sheet/cell-formulas.ts";
import type { Grid } from "../sheet/grid.ts";
import { moveCellsText, moveRangeText } from "./move-text.ts";

const ownEntry = (insertion: RowInsertion, row: number) => {
  const { listTop, entryRows } = insertion;
  const top = row - ((row - listTop) % entryRows);
  return { top, bottom: top + entryRows - 1 };
};

/** Where an array formula of the sheet itself spreads to. */
const moveArrayRef = (
  { row }: CellFormula,
  range: Range,
  insertion: RowInsertion,
): string => {
  const isInList = row >= insertion.listTop && row <= insertion.listBottom;
  const isOwn = isInList && range.bottom <= ownEntry(insertion, row).bottom;
  const movedBy = moveRow(row, insertion) - row;
  return isOwn
    ? toRangeText({
        ...range,
        top: range.top + movedBy,
        bottom: range.bottom + movedBy,
      })
    : moveRangeText(toRangeText(range), insertion);
};

const moveOwnRanges = (formula: CellFormula, insertion: RowInsertion): void => {
  const { element } = formula;
  const range = parseRange(element.get("ref") ?? "");
  if (range) element.set("ref", moveArrayRef(formula, range, insertion));
  // The cells into which a table operation puts its values.
  for (const name of ["r1", "r2"]) {
    const cell = element.get(name);
    if (cell) element.set(name, moveCellsText(cell, insertion));
  }
};

/** A shared formula becomes one of its own in each of its cells. */
const writeOut = ({ element }: CellFormula): void => {
  element.set("t", null);
  element.set("si", null);
  element.set("ref", null);
};

/** All cell formulas of one sheet, the inserted rows lying on this or another one. */
export const moveCellFormulas = (grid: Grid, insertion: RowInsertion): void => {
  const isOwnSheet = isSameSheet(grid.sheet, insertion.sheet);
  const moved = listFormulas(grid).map((formula) => ({
    ...formula,
    next: insertRowsInFormula(formula.formula, insertion, {
      sheet: grid.sheet,
      row: formula.row,
      movedBy: isOwnSheet ? moveRow(formula.row, insertion) - formula.row : 0,
    }),
  }));
  const affected = new Set(
    moved
      .filter(({ formula, next }) => isOwnSheet || next !== formula)
      .map(({ group }) => group),
  );
  for (const item of moved) {
    const isOrphan = item.group !== null && item.formula === "";
    if (isOrphan) continue;
    if (item.group !== null && !affected.has(item.group)) continue;
    if (item.group !== null) writeOut(item);
    else if (isOwnSheet) moveOwnRanges(item, insertion);
    if (item.next !== "") item.element.text = item.next;
  }
};
