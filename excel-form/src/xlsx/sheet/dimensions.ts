import type { XmlElement } from "../xml/element.ts";
import { MAX_COLUMN } from "../formula/address.ts";
import type { Grid } from "./grid.ts";
import { isOn } from "../xml/is-on.ts";

const DEFAULT_WIDTH = 8.43;
const DEFAULT_HEIGHT = 15;

type Column = {
  readonly first: number;
  readonly last: number;
  readonly width: number;
  readonly isHidden: boolean;
};

const readColumns = (root: XmlElement, fallback: number): Column[] =>
  root
    .childrenNamed("cols")
    .flatMap((cols) => cols.childrenNamed("col"))
    .map((col) => ({
      first: Number(col.get("min")),
      last: Math.min(Number(col.get("max")), MAX_COLUMN),
      width: Number(col.get("width") ?? fallback),
      isHidden: isOn(col.get("hidden")),
    }));

/** Widths and heights of a sheet, in the units of the form model. */
export const readDimensions = (grid: Grid) => {
  const format = grid.root.child("sheetFormatPr");
  const width = Number(format?.get("defaultColWidth") ?? DEFAULT_WIDTH);
  const height = Number(format?.get("defaultRowHeight") ?? DEFAULT_HEIGHT);
  const isHeightCustom = isOn(format?.get("customHeight"));
  const columns = readColumns(grid.root, width);

  const hiddenRows = new Set<number>();
  const rows = new Map<number, { points: number; custom: boolean }>();
  for (const { number, element } of grid.rows.values()) {
    const isHidden = isOn(element.get("hidden"));
    if (isHidden) hiddenRows.add(number);
    rows.set(number, {
      points: isHidden ? 0 : Number(element.get("ht") ?? height),
      custom: isOn(element.get("customHeight")),
    });
  }
  const hiddenColumns = new Set<number>();
  for (const { first, last } of columns.filter((col) => col.isHidden)) {
    // Hiding the whole rest of the sheet is common; nobody asks beyond a thousand.
    for (let at = first; at <= Math.min(last, 1000); at += 1) {
      hiddenColumns.add(at);
    }
  }
  return {
    hiddenRows,
    hiddenColumns,
    columnWidth: (column: number): number => {
      const found = columns.find(
        ({ first, last }) => first <= column && column <= last,
      );
      if (!found) return width;
      return found.isHidden ? 0 : found.width;
    },
    rowHeight: (row: number) =>
      rows.get(row) ?? { points: height, custom: isHeightCustom },
  };
};
