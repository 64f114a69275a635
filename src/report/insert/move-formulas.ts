import type { RowInsertion } from "../formula/row-insertion.ts";
import { moveRow, moveSpan } from "../formula/row-insertion.ts";
import { insertRowsInFormula, isSameSheet } from "../formula/shift-formula.ts";
import type { Range } from "../sheet/address.ts";
import { decodePercent } from "../package/relationships.ts";
import { parseRange, toRangeText, unquoteSheetName } from "../sheet/address.ts";
import type { CellFormula } from "../sheet/cell-formulas.ts";
import { listFormulas } from "../sheet/cell-formulas.ts";
import type { Grid } from "../sheet/grid.ts";

/** Places that belong to single cells (links, the selection) move and never grow. */
export const moveCellsText = (
  text: string,
  insertion: RowInsertion,
): string => {
  const range = parseRange(text);
  if (!range) return text;
  return toRangeText({
    ...range,
    top: moveRow(range.top, insertion),
    bottom: moveRow(range.bottom, insertion),
  });
};

/** Where a link leads (`'Sheet 1'!A15`): the sheet need not be in quotes. */
export const moveLocation = (
  link: string,
  insertion: RowInsertion,
  ownSheet: string,
): string => {
  const start = link.lastIndexOf("!") + 1;
  const name = decodePercent(link.slice(0, Math.max(start - 1, 0)));
  const sheet = unquoteSheetName(name) || ownSheet;
  return (
    link.slice(0, start) +
    insertRowsInFormula(link.slice(start), insertion, { sheet })
  );
};

/** A range as a whole (tables, filters): moves and grows like one in a formula. */
export const moveRangeText = (
  text: string,
  insertion: RowInsertion,
): string => {
  const range = parseRange(text);
  if (!range) return text;
  const { top, bottom } = moveSpan(range, insertion);
  return toRangeText({ ...range, top, bottom });
};

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
