import type { PlacedCell } from "../placed-cells.ts";
import { mergeAt } from "../placed-cells.ts";
import { toAddress } from "../sheet/address.ts";
import type { Range } from "../sheet/address.ts";
import { textWidth } from "../values/text-width.ts";

/** How a text fails to fit; null when it fits. */
export type Misfit =
  | { readonly kind: "wide"; readonly room: number; readonly needed: number }
  | { readonly kind: "tall"; readonly room: number; readonly lines: number };

// Excel measures columns in digits of the default font: 7 pixels each and 5 of
// padding at 96 dpi; a half-width character of n points is n × 2/3 pixels wide.
const PIXELS_PER_UNIT = 7;
const PADDING_PIXELS = 5;
const PIXELS_PER_POINT = 2 / 3;
/** Line spacing of the usual Japanese faces, on the narrow side: better no warning than a false one. */
const LINE_SPACING = 1.2;
const DEFAULT_SIZE = 11;

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
  let pixels = -PADDING_PIXELS;
  for (let column = area.left; column <= area.right; column += 1) {
    pixels +=
      place.sheet.columnWidth(column) * PIXELS_PER_UNIT + PADDING_PIXELS;
  }
  return Math.floor(pixels / (size * PIXELS_PER_POINT));
};

const heightInLines = (
  { sheet }: PlacedCell,
  area: Range,
  size: number,
): number => {
  let points = 0;
  for (let row = area.top; row <= area.bottom; row += 1) {
    points += sheet.rowHeight(row).points;
  }
  return Math.max(1, Math.floor(points / (size * LINE_SPACING)));
};

/** Excel makes a row higher by itself, but not a merged one, nor one of fixed height. */
const growsByItself = ({ sheet }: PlacedCell, area: Range): boolean =>
  area.top === area.bottom &&
  area.left === area.right &&
  !sheet.rowHeight(area.top).custom;

/** Text without wrapping runs on over empty neighbours that have no line between. */
const runsOn = ({ sheet, cell, row }: PlacedCell, area: Range): boolean => {
  const next = sheet.cells.get(toAddress(row, area.right + 1));
  const hasLine = Boolean(
    cell?.style.borders.right ?? next?.style.borders.left,
  );
  const isLeft = /^(?:left|general)?$/.test(
    cell?.style.alignment.horizontal ?? "",
  );
  return (
    area.left === area.right &&
    isLeft &&
    !hasLine &&
    (next?.value ?? null) === null
  );
};

export const findMisfit = (place: PlacedCell, text: string): Misfit | null => {
  const style = place.cell?.style;
  if (style?.alignment.shrink) return null;
  const size = style?.font.size ?? DEFAULT_SIZE;
  const area = areaOf(place);
  const room = widthInCharacters(place, area, size);
  if (room <= 0) return null;
  if (style?.alignment.wrap !== true) {
    const needed = textWidth(text);
    return needed > room && !runsOn(place, area)
      ? { kind: "wide", room, needed }
      : null;
  }
  const lines = text
    .split("\n")
    .reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)),
      0,
    );
  const shown = heightInLines(place, area, size);
  return lines > shown && !growsByItself(place, area)
    ? { kind: "tall", room: shown, lines }
    : null;
};
