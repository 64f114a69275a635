import { toAddress } from "excel-form";
import type { CellStyle, FormSheet } from "excel-form";
import type { Box, DrawnCell } from "./sheet-layout.ts";
import { PIXELS_PER_POINT } from "./sheet-layout.ts";

type Edge = keyof CellStyle["borders"];

/** Line styles of Excel as those of a page; colours are not read, lines of forms are black. */
const LINES: Readonly<Record<string, string>> = {
  hair: "1px dotted #2b3436",
  dotted: "1px dotted #2b3436",
  dashed: "1px dashed #2b3436",
  dashDot: "1px dashed #2b3436",
  dashDotDot: "1px dashed #2b3436",
  slantDashDot: "2px dashed #2b3436",
  medium: "2px solid #2b3436",
  mediumDashed: "2px dashed #2b3436",
  mediumDashDot: "2px dashed #2b3436",
  mediumDashDotDot: "2px dashed #2b3436",
  thick: "3px solid #2b3436",
  double: "3px double #2b3436",
};

const THIN = "1px solid #2b3436";
/** A faint line where the form has none, so that cells can be distinguished. */
const NO_LINE = "1px solid #eef2f3";

const lineOf = (style: string | null | undefined): string | null =>
  style === null || style === undefined ? null : (LINES[style] ?? THIN);

const borderAt = (
  sheet: FormSheet,
  row: number,
  column: number,
  edge: Edge,
): string | null =>
  row < 1 || column < 1
    ? null
    : lineOf(sheet.cells.get(toAddress(row, column))?.style.borders[edge]);

/** A line belongs to both of its cells, whichever the form gave it to. */
const bordersOf = (sheet: FormSheet, { area }: DrawnCell): string => {
  const { top, left, bottom, right } = area;
  const lines: Readonly<Record<Edge, string | null>> = {
    top:
      borderAt(sheet, top, left, "top") ??
      borderAt(sheet, top - 1, left, "bottom"),
    right:
      borderAt(sheet, top, right, "right") ??
      borderAt(sheet, top, right + 1, "left"),
    bottom:
      borderAt(sheet, bottom, left, "bottom") ??
      borderAt(sheet, bottom + 1, left, "top"),
    left:
      borderAt(sheet, top, left, "left") ??
      borderAt(sheet, top, left - 1, "right"),
  };
  return (["top", "right", "bottom", "left"] as const)
    .map((edge) => `border-${edge}:${lines[edge] ?? NO_LINE};`)
    .join("");
};

const ACROSS: Readonly<Record<string, string>> = {
  left: "flex-start",
  center: "center",
  centerContinuous: "center",
  distributed: "center",
  right: "flex-end",
};
const DOWN: Readonly<Record<string, string>> = {
  top: "flex-start",
  center: "center",
  distributed: "center",
  justify: "center",
};
const TEXT_ALIGN: Readonly<Record<string, string>> = {
  "flex-start": "start",
  center: "center",
  "flex-end": "end",
};

const alignmentOf = ({ cell }: DrawnCell): string => {
  const { horizontal = null, vertical = null } = cell?.style.alignment ?? {};
  const general = typeof cell?.value === "number" ? "flex-end" : "flex-start";
  const across = ACROSS[horizontal ?? ""] ?? general;
  return `justify-content:${across};text-align:${TEXT_ALIGN[across]};align-items:${DOWN[vertical ?? ""] ?? "flex-end"};`;
};

const fontOf = ({ font }: CellStyle): string =>
  [
    `font-size:${(font.size * PIXELS_PER_POINT).toFixed(1)}px;`,
    font.bold ? "font-weight:700;" : "",
    font.color === null ? "" : `color:#${font.color};`,
  ].join("");

const directionOf = ({ alignment }: CellStyle): string => {
  const { textRotation: turn } = alignment;
  if (turn === 255) return "writing-mode:vertical-rl;text-orientation:upright;";
  if (turn === 90) return "writing-mode:vertical-rl;rotate:180deg;";
  return turn === 180 ? "writing-mode:vertical-rl;" : "";
};

const isEmptyAt = (sheet: FormSheet, row: number, column: number): boolean =>
  (sheet.cells.get(toAddress(row, column))?.value ?? null) === null;

/** Text without wrapping runs on over empty neighbours, as in Excel. */
const runsOn = (sheet: FormSheet, { area, cell }: DrawnCell): boolean =>
  typeof cell?.value === "string" &&
  area.left === area.right &&
  isEmptyAt(sheet, area.top, area.right + 1);

const textOf = (sheet: FormSheet, drawn: DrawnCell): string => {
  const alignment = drawn.cell?.style.alignment;
  if (alignment?.wrap === true) return "white-space:pre-wrap;";
  return runsOn(sheet, drawn)
    ? "white-space:pre;overflow:visible;"
    : "white-space:pre;";
};

/** The look of a cell as an inline style: it comes from the file, not from our style sheet. */
export const lookOf = (sheet: FormSheet, drawn: DrawnCell): string => {
  const style = drawn.cell?.style;
  return [
    bordersOf(sheet, drawn),
    alignmentOf(drawn),
    style ? fontOf(style) : "",
    style?.fill ? `background-color:#${style.fill};` : "",
    textOf(sheet, drawn),
    style ? directionOf(style) : "",
  ].join("");
};

/** Neighbours share the pixel of their line. */
export const positionOf = ({ x, y, width, height }: Box): string =>
  `left:${x}px;top:${y}px;width:${width + 1}px;height:${height + 1}px;`;
