import type { PlacedCell } from "../plan/placed-cells.ts";
import { memoOf } from "../ground/memo.ts";
import { mergeAt } from "../plan/placed-cells.ts";
import { toAddress } from "../xlsx/formula/address.ts";
import type { Range } from "../xlsx/formula/address.ts";
import { textWidth } from "../values/text-width.ts";

/** Names the way in which a text fails to fit; null when it fits. */
export type Misfit =
  | { readonly kind: "wide"; readonly room: number; readonly needed: number }
  | { readonly kind: "tall"; readonly room: number; readonly lines: number }
  /** Upright text: both in half-width characters along the height. */
  | { readonly kind: "high"; readonly room: number; readonly needed: number };

// Excel measures columns in digits of the default font: 7 pixels each and 5 of
// padding at 96 dpi; a half-width character of n points is n × 2/3 pixels wide.
const PIXELS_PER_UNIT = 7;
const PADDING_PIXELS = 5;
const PIXELS_PER_POINT = 2 / 3;
/** One step of indentation is as wide as three blanks of the default font. */
const PIXELS_PER_INDENT = 9;
/** A half-width character on its side takes half its points of the height. */
const POINTS_PER_POINT = 1 / 2;
/** `textRotation` of characters below each other; 90 and 180 lie on their side. */
const STACKED = 255;
/** Line spacing of the usual Japanese faces, on the narrow side: better no warning than a false one. */
const LINE_SPACING = 1.2;
const DEFAULT_SIZE = 11;
/** Letters that Excel shrinks below this are dots on paper. */
const SMALLEST_SIZE = 4;
/** Columns that text runs over at most; no sheet of paper is wider. */
const MAX_RUN = 50;
const UPRIGHT = /^(?:90|180|255)$/;

const areaOf = ({ sheet, row, column }: PlacedCell): Range =>
  mergeAt(sheet, row, column) ?? {
    top: row,
    left: column,
    bottom: row,
    right: column,
  };

const widthInCharacters = (
  place: PlacedCell,
  area: Range,
  size: number,
): number => {
  const indent = place.cell?.style.alignment.indent ?? 0;
  let pixels = -PADDING_PIXELS - indent * PIXELS_PER_INDENT;
  for (let column = area.left; column <= area.right; column += 1) {
    pixels +=
      place.sheet.columnWidth(column) * PIXELS_PER_UNIT + PADDING_PIXELS;
  }
  return Math.floor(pixels / (size * PIXELS_PER_POINT));
};

const heightInPoints = ({ sheet }: PlacedCell, area: Range): number => {
  let points = 0;
  for (let row = area.top; row <= area.bottom; row += 1) {
    points += sheet.rowHeight(row).points;
  }
  return points;
};

const heightInLines = (place: PlacedCell, area: Range, size: number): number =>
  Math.max(1, Math.floor(heightInPoints(place, area) / (size * LINE_SPACING)));

const findVerticalOverflow = (
  place: PlacedCell,
  text: string,
  area: Range,
  size: number,
): Misfit | null => {
  const isStacked = place.cell?.style.alignment.textRotation === STACKED;
  // Stacked characters take a full width each, whatever they are.
  const needed = isStacked ? [...text].length * 2 : textWidth(text);
  const room = Math.floor(
    heightInPoints(place, area) / (size * POINTS_PER_POINT),
  );
  return needed > room && !hasAutoHeight(place, area)
    ? { kind: "high", room, needed }
    : null;
};

/** Excel makes a row higher by itself, but not a merged one, nor one of fixed height. */
const hasAutoHeight = ({ sheet }: PlacedCell, area: Range): boolean =>
  area.top === area.bottom &&
  area.left === area.right &&
  !sheet.rowHeight(area.top).custom;

/** The last column over which text without wrapping runs on: neighbours that are empty and have no line between. */
const lastColumn = ({ sheet, cell, row }: PlacedCell, area: Range): number => {
  let { right } = area;
  if (
    area.left !== right ||
    !/^(?:left|general)?$/.test(cell?.style.alignment.horizontal ?? "")
  ) {
    return right;
  }
  const at = (column: number) => sheet.cells.get(toAddress(row, column));
  while (
    right - area.left < MAX_RUN &&
    !(at(right)?.style.borders.right ?? at(right + 1)?.style.borders.left) &&
    (at(right + 1)?.value ?? null) === null
  ) {
    right += 1;
  }
  return right;
};

/** Room of a cell for any text. */
type Space = {
  readonly size: number;
  readonly area: Range;
  /** Width in half-width characters. */
  readonly room: number;
  readonly shrinks: boolean;
  readonly isUpright: boolean;
  readonly wraps: boolean;
};

const spaceOf = memoOf((place: PlacedCell): Space => {
  const style = place.cell?.style;
  const own = style?.font.size ?? DEFAULT_SIZE;
  // Wrapped text does not shrink, even with shrink-to-fit set.
  const shrinks = style?.alignment.shrink === true && !style.alignment.wrap;
  const size = shrinks ? Math.min(own, SMALLEST_SIZE) : own;
  const area = areaOf(place);
  return {
    size,
    area,
    room: widthInCharacters(place, area, size),
    shrinks,
    isUpright: UPRIGHT.test(`${style?.alignment.textRotation}`),
    wraps: style?.alignment.wrap === true,
  };
});

/** Width over which a text without wrapping runs on. */
const runOf = memoOf((place: PlacedCell): number => {
  const { area, size } = spaceOf(place);
  const run = { ...area, right: lastColumn(place, area) };
  return widthInCharacters(place, run, size);
});

/** No text of that many characters is wider than the room. */
const isShort = (text: string, room: number): boolean =>
  text.length * 2 <= room;

/**
 * @param text - as it is shown
 * @param isNumber - numbers and dates neither wrap nor run on: Excel shows `####`
 */
export const findOverflow = (
  place: PlacedCell,
  text: string,
  isNumber: boolean,
): Misfit | null => {
  const { area, size, room, shrinks, isUpright, wraps } = spaceOf(place);
  if (room <= 0) return null;
  if (!isNumber && isUpright)
    return findVerticalOverflow(place, text, area, size);
  if (isNumber || !wraps) {
    if (isShort(text, room)) return null;
    const needed = textWidth(text);
    if (needed <= room) return null;
    return !isNumber && !shrinks && needed <= runOf(place)
      ? null
      : { kind: "wide", room, needed };
  }
  if (isShort(text, room) && !text.includes("\n")) return null;
  const lines = text
    .split("\n")
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)),
      0,
    );
  const shown = heightInLines(place, area, size);
  return lines > shown && !hasAutoHeight(place, area)
    ? { kind: "tall", room: shown, lines }
    : null;
};
