import type { RowInsertion } from "../formula/row-insertion.ts";
import { moveRow } from "../formula/row-insertion.ts";
import { insertRowsInFormula, isSameSheet } from "../formula/shift-formula.ts";
import { parseRange } from "../formula/address.ts";
import type { CellFormula } from "../sheet/cell-formulas.ts";
import { listFormulas } from "../sheet/cell-formulas.ts";
import type { Grid } from "../sheet/grid.ts";
import { moveCellsText, moveRangeText } from "./move-text.ts";

/** The last row of the entry in which that row lies. */
const entryBottom = (row: number, insertion: RowInsertion): number => {
  const { listTop, entryRows } = insertion;
  return row - ((row - listTop) % entryRows) + entryRows - 1;
};

const moveOwnRanges = (
  { element, row }: CellFormula,
  insertion: RowInsertion,
): void => {
  const ref = element.get("ref");
  if (ref) {
    // An array formula that stays within its entry does not grow with the list.
    const isInList = row >= insertion.listTop && row <= insertion.listBottom;
    const bottom = parseRange(ref)?.bottom ?? 0;
    const isOwn = isInList && bottom <= entryBottom(row, insertion);
    const move = isOwn ? moveCellsText : moveRangeText;
    element.set("ref", move(ref, insertion));
  }
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
