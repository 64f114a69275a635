import { memo } from "../../ground/memo.ts";

/** Last row of a worksheet. @see https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3 */
export const MAX_ROW = 1_048_576;
/** Last column (`XFD`). */
export const MAX_COLUMN = 16_384;

export type CellPosition = { readonly row: number; readonly column: number };

/** Rows and columns count from 1, both ends included. */
export type Range = {
  readonly sheet?: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** 1 → `A`, 28 → `AB`. */
export const toColumnLetters = memo((column: number): string => {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
});

/** `A` → 1; 0 for what is no column. */
export const toColumnNumber = (letters: string): number =>
  /^[A-Za-z]{1,3}$/.test(letters) ? readLetters(letters) : 0;

const readLetters = memo((letters: string): number => {
  let column = 0;
  for (const letter of letters.toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column <= MAX_COLUMN ? column : 0;
});

export const toAddress = (row: number, column: number): string =>
  toColumnLetters(column) + row;

/** `B5`, `$B$5`, a column or a row alone, of which the other is then 0; null for anything else, also beyond XFD1048576. */
const parseCorner = (text: string): CellPosition | null => {
  const match = /^(?:\$?([A-Za-z]{1,3}))?(?:\$?([1-9]\d{0,6}))?$/.exec(text);
  const [whole, letters = "", digits = ""] = match ?? [];
  const column = toColumnNumber(letters);
  const row = Number(digits);
  const isOutside = row > MAX_ROW || (letters !== "" && column === 0);
  return whole && !isOutside ? { row, column } : null;
};

/** `B5` or `$B$5`; null for anything else, also beyond XFD1048576. */
export const parseAddress = (address: string): CellPosition | null => {
  const corner = parseCorner(address);
  return corner?.row && corner.column ? corner : null;
};

const parseEnds = (first: string, last: string): Range | null => {
  const a = parseCorner(first);
  const b = parseCorner(last);
  const isAlike = !a?.row === !b?.row && !a?.column === !b?.column;
  if (!a || !b || !isAlike) return null;
  return {
    top: Math.min(a.row, b.row) || 1,
    left: Math.min(a.column, b.column) || 1,
    bottom: Math.max(a.row, b.row) || MAX_ROW,
    right: Math.max(a.column, b.column) || MAX_COLUMN,
  };
};

/** `'Sheet 1'!` → `Sheet 1`; a doubled quote is one quote. */
export const unquoteSheetName = (name: string): string =>
  name.startsWith("'") ? name.slice(1, -1).replace(/''/g, "'") : name;

/** `A1`, `A1:B2`, `$A:$C`, `9:10`, each with or without `Sheet!`; null for anything else. */
export const parseRange = (text: string): Range | null => {
  const bang = text.lastIndexOf("!");
  const ends = text.slice(bang + 1).split(":");
  if (ends.length > 2) return null;
  const range = parseEnds(ends[0] ?? "", ends[1] ?? ends[0] ?? "");
  if (!range || bang < 0) return range;
  return { sheet: unquoteSheetName(text.slice(0, bang)), ...range };
};

/** Without the sheet's name; one cell as `A1`, not `A1:A1`. */
export const toRangeText = (range: Range): string => {
  const first = toAddress(range.top, range.left);
  const last = toAddress(range.bottom, range.right);
  return first === last ? first : `${first}:${last}`;
};

export const containsCell = (
  range: Range,
  row: number,
  column: number,
): boolean =>
  row >= range.top &&
  row <= range.bottom &&
  column >= range.left &&
  column <= range.right;

/** Sheet names are not compared. */
export const intersects = (a: Range, b: Range): boolean =>
  a.top <= b.bottom &&
  b.top <= a.bottom &&
  a.left <= b.right &&
  b.left <= a.right;
