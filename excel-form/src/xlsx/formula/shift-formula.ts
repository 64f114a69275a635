import { memo } from "../../ground/memo.ts";
import {
  MAX_COLUMN,
  MAX_ROW,
  toColumnLetters,
  toColumnNumber,
} from "./address.ts";
import type { RowInsertion } from "./row-insertion.ts";
import { isSingleEntry, moveRow, moveSpan } from "./row-insertion.ts";
import type { Corner, ReferenceToken, Token } from "./tokenize.ts";
import { tokenize } from "./tokenize.ts";

/** Cell that the formula belongs to. */
export type FormulaPlace = {
  /** Sheet that references without a name mean; empty in charts and the like. */
  readonly sheet: string;
  /** Row of the cell in the form; absent when the formula is in no cell. */
  readonly row?: number;
  /** Distance of the formula from its first place: 0 unless it moved or is a copy. */
  readonly movedBy?: number;
  /** A copy of the template entry, not the original. */
  readonly isCopy?: boolean;
};

const BROKEN = "#REF!";

export const isSameSheet = (a: string, b: string): boolean =>
  a === b || a.toLowerCase() === b.toLowerCase();

const writeCorner = ({ column, row, rowFixed }: Corner): string =>
  column + (rowFixed ? "$" : "") + (row || "");

const writeReference = (
  token: ReferenceToken,
  first: Corner,
  last: Corner | null,
): string =>
  token.prefix + writeCorner(first) + (last ? `:${writeCorner(last)}` : "");

/** Copies of a list's formula are made from the same one, ten thousand times. */
const tokensOf = memo(tokenize, 1_000);

const mapTokens = (
  formula: string,
  write: (token: ReferenceToken) => string,
): string =>
  tokensOf(formula)
    .map((token: Token) =>
      token.kind === "reference" ? write(token) : token.text,
    )
    .join("");

const translate = (
  token: ReferenceToken,
  rows: number,
  columns: number,
): string => {
  const move = (corner: Corner): Corner | null => {
    const isRow = corner.row > 0 && !corner.rowFixed;
    const row = isRow ? corner.row + rows : corner.row;
    if (row > MAX_ROW || (isRow && row < 1)) return null;
    // 0 for none and for a fixed one.
    const number = toColumnNumber(corner.column);
    if (number === 0 || columns === 0) return { ...corner, row };
    const column = number + columns;
    return column < 1 || column > MAX_COLUMN
      ? null
      : { ...corner, row, column: toColumnLetters(column) };
  };
  const first = move(token.first);
  const last = token.last && move(token.last);
  const isLost = first === null || (token.last !== null && last === null);
  return isLost ? token.prefix + BROKEN : writeReference(token, first, last);
};

/** As Excel does on copying a formula by so many rows and columns. */
export const translateFormula = (
  formula: string,
  rows: number,
  columns: number,
): string => mapTokens(formula, (token) => translate(token, rows, columns));

/** A corner in a formula of the list itself. */
const moveCornerInList = (
  corner: Corner,
  insertion: RowInsertion,
  { movedBy = 0, isCopy = false }: FormulaPlace,
): number => {
  const { row, rowFixed } = corner;
  if (rowFixed || row > insertion.listBottom) return moveRow(row, insertion);
  if (row >= insertion.listTop) return row + movedBy;
  // Above the list: copies of the first entry move on (balance of the row
  // before); a later entry that still looks there means that very cell.
  const isFirst = insertion.at - insertion.entryRows === insertion.listTop;
  return isCopy && isFirst ? row + movedBy : row;
};

/** A range over all entries means the list as a whole. */
const coversList = (
  first: Corner,
  last: Corner,
  insertion: RowInsertion,
): boolean => {
  const { listTop, listBottom, entryRows } = insertion;
  return (
    first.row <= listTop &&
    last.row > listBottom - entryRows &&
    last.row <= listBottom &&
    (!isSingleEntry(insertion) || (first.rowFixed && last.rowFixed))
  );
};

const isInList = (place: FormulaPlace, insertion: RowInsertion): boolean =>
  place.row !== undefined &&
  isSameSheet(place.sheet, insertion.sheet) &&
  place.row >= insertion.listTop &&
  place.row <= insertion.listBottom;

/** Rewrites every reference to the sheet as the insertion demands; text and other sheets stay. */
export const insertRowsInFormula = (
  formula: string,
  insertion: RowInsertion,
  place: FormulaPlace,
): string =>
  mapTokens(formula, (token) => {
    const { first, last } = token;
    const isElsewhere =
      token.isForeign ||
      !isSameSheet(token.sheet ?? place.sheet, insertion.sheet);
    if (isElsewhere) {
      // Only copies of a list formula look further down on other sheets and books.
      return place.isCopy
        ? translate(token, place.movedBy ?? 0, 0)
        : token.text;
    }
    if (first.row === 0) return token.text;
    const isOwn = isInList(place, insertion);
    const move = (corner: Corner): number =>
      isOwn
        ? moveCornerInList(corner, insertion, place)
        : moveRow(corner.row, insertion);
    const { top, bottom } =
      last && (!isOwn || coversList(first, last, insertion))
        ? moveSpan({ top: first.row, bottom: last.row }, insertion)
        : { top: move(first), bottom: move(last ?? first) };
    return writeReference(
      token,
      { ...first, row: top },
      last && { ...last, row: bottom },
    );
  });
