import { parseAddress, toAddress } from "excel-form";
import type { FormCell, FormSheet, Range } from "excel-form";

/** Beyond this no form is drawn: it would be a stray format, not a form. */
const MAX_ROWS = 3000;
const MAX_COLUMNS = 250;

/** Excel measures columns in digits of the default font: 7 pixels each and 5 of padding at 96 dpi. */
const PIXELS_PER_DIGIT = 7;
const PADDING_PIXELS = 5;
export const PIXELS_PER_POINT = 4 / 3;

/** Rows or columns in pixels; index 0 is row or column 1. */
type Tracks = {
  /** The start of each; one more entry for the end of the last. */
  readonly starts: readonly number[];
  readonly count: number;
};

/** A cell as it is drawn: a merge is one. */
export type DrawnCell = {
  readonly address: string;
  readonly area: Range;
  readonly cell: FormCell | undefined;
};

/** A sheet's measures at full size. */
export type SheetLayout = {
  readonly sheet: FormSheet;
  readonly rows: Tracks;
  readonly columns: Tracks;
  readonly width: number;
  readonly height: number;
  /** The drawn cell that covers a place. */
  readonly at: (row: number, column: number) => DrawnCell;
};

/** Rows and columns within sight, both ends included. */
export type SheetWindow = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

const toTracks = (count: number, sizeOf: (index: number) => number): Tracks => {
  const starts = [0];
  for (let index = 1; index <= count; index += 1) {
    starts.push((starts[index - 1] ?? 0) + sizeOf(index));
  }
  return { starts, count };
};

const columnPixels = (sheet: FormSheet, column: number): number => {
  const width = sheet.columnWidth(column);
  return width === 0
    ? 0
    : Math.floor(width * PIXELS_PER_DIGIT + PADDING_PIXELS);
};

/** Line height of the usual faces, in points of the font. */
const POINTS_PER_LINE = 1.2;

/** The largest font of each row: Excel draws a row without a height of its own as high as it needs. */
const largestFonts = ({ cells }: FormSheet): ReadonlyMap<number, number> => {
  const largest = new Map<number, number>();
  for (const [address, { style }] of cells) {
    const { size = 0 } = style.font;
    const row = size > 0 ? parseAddress(address)?.row : undefined;
    if (row === undefined) continue;
    largest.set(row, Math.max(size, largest.get(row) ?? 0));
  }
  return largest;
};

const rowPixels = (
  sheet: FormSheet,
  row: number,
  fonts: ReadonlyMap<number, number>,
): number => {
  const { points, custom } = sheet.rowHeight(row);
  const needed =
    custom || points === 0 ? 0 : (fonts.get(row) ?? 0) * POINTS_PER_LINE;
  return Math.round(Math.max(points, needed) * PIXELS_PER_POINT);
};

const indexMerges = (
  sheet: FormSheet,
  bottom: number,
  right: number,
): ReadonlyMap<string, Range> => {
  const index = new Map<string, Range>();
  for (const merge of sheet.merges) {
    const area = {
      top: merge.top,
      left: merge.left,
      bottom: Math.min(merge.bottom, bottom),
      right: Math.min(merge.right, right),
    };
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (let column = area.left; column <= area.right; column += 1) {
        index.set(toAddress(row, column), area);
      }
    }
  }
  return index;
};

export const layOutSheet = (sheet: FormSheet): SheetLayout => {
  const bottom = Math.min(sheet.dimension?.bottom ?? 1, MAX_ROWS);
  const right = Math.min(sheet.dimension?.right ?? 1, MAX_COLUMNS);
  const fonts = largestFonts(sheet);
  const rows = toTracks(bottom, (row) => rowPixels(sheet, row, fonts));
  const columns = toTracks(right, (column) => columnPixels(sheet, column));
  const merges = indexMerges(sheet, bottom, right);
  return {
    sheet,
    rows,
    columns,
    width: columns.starts.at(-1) ?? 0,
    height: rows.starts.at(-1) ?? 0,
    at: (row, column) => {
      const area = merges.get(toAddress(row, column)) ?? {
        top: row,
        left: column,
        bottom: row,
        right: column,
      };
      const address = toAddress(area.top, area.left);
      return { address, area, cell: sheet.cells.get(address) };
    },
  };
};

/** Pixels from the upper left corner of the sheet. */
export type Box = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

const startOf = ({ starts }: Tracks, index: number): number =>
  starts[index - 1] ?? starts.at(-1) ?? 0;

const endOf = ({ starts }: Tracks, index: number): number =>
  starts[index] ?? starts.at(-1) ?? 0;

export const boxOf = (
  { rows, columns }: SheetLayout,
  { top, left, bottom, right }: Range,
): Box => {
  const x = startOf(columns, left);
  const y = startOf(rows, top);
  return {
    x,
    y,
    width: endOf(columns, right) - x,
    height: endOf(rows, bottom) - y,
  };
};

/** The row or column at a distance from the beginning, by halving. */
const indexAt = ({ starts, count }: Tracks, distance: number): number => {
  let low = 1;
  let high = count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((starts[middle] ?? 0) <= distance) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const rowAt = ({ rows }: SheetLayout, y: number): number =>
  indexAt(rows, y);

/** Drawn beyond what is in sight, so that a small scroll draws nothing. */
const MARGIN_PIXELS = 300;

export const windowOf = (
  { rows, columns }: SheetLayout,
  { x, y, width, height }: Box,
): SheetWindow => ({
  top: indexAt(rows, y - MARGIN_PIXELS),
  bottom: indexAt(rows, y + height + MARGIN_PIXELS),
  left: indexAt(columns, x - MARGIN_PIXELS),
  right: indexAt(columns, x + width + MARGIN_PIXELS),
});

/** True while the visible part is within the drawn part. */
export const covers = (
  { rows, columns }: SheetLayout,
  { top, bottom, left, right }: SheetWindow,
  { x, y, width, height }: Box,
): boolean =>
  indexAt(rows, y) >= top &&
  indexAt(rows, y + height) <= bottom &&
  indexAt(columns, x) >= left &&
  indexAt(columns, x + width) <= right;

export type DrawnRow = {
  readonly row: number;
  readonly cells: readonly DrawnCell[];
};

const isHidden = (
  { rows, columns }: SheetLayout,
  { top, left, bottom, right }: Range,
): boolean =>
  endOf(rows, bottom) === startOf(rows, top) ||
  endOf(columns, right) === startOf(columns, left);

/**
 * The cells within the window by the row that they begin in; merges that reach
 * into it from outside, and one cell that must be there wherever it is.
 */
export const drawnRows = (
  layout: SheetLayout,
  { top, bottom, left, right }: SheetWindow,
  always: DrawnCell,
): readonly DrawnRow[] => {
  const seen = new Set<string>();
  const byRow = new Map<number, DrawnCell[]>();
  const add = (drawn: DrawnCell): void => {
    if (seen.has(drawn.address) || isHidden(layout, drawn.area)) return;
    seen.add(drawn.address);
    const inRow = byRow.get(drawn.area.top) ?? [];
    inRow.push(drawn);
    byRow.set(drawn.area.top, inRow);
  };
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      add(layout.at(row, column));
    }
  }
  add(always);
  return [...byRow]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({
      row,
      cells: cells.sort((a, b) => a.area.left - b.area.left),
    }));
};

export type Move =
  | "up"
  | "down"
  | "left"
  | "right"
  | "pageUp"
  | "pageDown"
  | "rowStart"
  | "rowEnd"
  | "first"
  | "last";

const PAGE_ROWS = 12;

const nextShown = (
  { starts, count }: Tracks,
  from: number,
  step: 1 | -1,
): number | null => {
  for (let index = from; index >= 1 && index <= count; index += step) {
    if ((starts[index] ?? 0) > (starts[index - 1] ?? 0)) return index;
  }
  return null;
};

/** The cell that a key leads to from this one; itself at the edge. */
export const moveFrom = (
  layout: SheetLayout,
  { area, address, cell }: DrawnCell,
  move: Move,
): DrawnCell => {
  const { rows, columns } = layout;
  const stay = { area, address, cell };
  const toRow = (row: number, step: 1 | -1): DrawnCell => {
    const shown = nextShown(rows, row, step);
    return shown === null ? stay : layout.at(shown, area.left);
  };
  const toColumn = (column: number, step: 1 | -1): DrawnCell => {
    const shown = nextShown(columns, column, step);
    return shown === null ? stay : layout.at(area.top, shown);
  };
  switch (move) {
    case "up":
      return toRow(area.top - 1, -1);
    case "down":
      return toRow(area.bottom + 1, 1);
    case "left":
      return toColumn(area.left - 1, -1);
    case "right":
      return toColumn(area.right + 1, 1);
    case "pageUp":
      return toRow(Math.max(1, area.top - PAGE_ROWS), 1);
    case "pageDown":
      return toRow(Math.min(rows.count, area.bottom + PAGE_ROWS), -1);
    case "rowStart":
      return toColumn(1, 1);
    case "rowEnd":
      return toColumn(columns.count, -1);
    case "first":
      return layout.at(
        nextShown(rows, 1, 1) ?? 1,
        nextShown(columns, 1, 1) ?? 1,
      );
    case "last":
      return layout.at(
        nextShown(rows, rows.count, -1) ?? 1,
        nextShown(columns, columns.count, -1) ?? 1,
      );
    default:
      return move satisfies never;
  }
};
