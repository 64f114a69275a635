import { AppError } from "../../errors/app-error.ts";
import type { CellValue } from "../plan.ts";
import type { XmlElement } from "../xml/element.ts";
import { toAddress } from "./address.ts";
import { encodeCellText, needsPreserve } from "./cell-text.ts";
import { encodeValue } from "./encode-value.ts";
import type { Grid } from "./grid.ts";
import type { StoredValue } from "./stored-value.ts";
import { readStoredValue, cellType } from "./stored-value.ts";
import type { SharedStrings } from "./shared-strings.ts";
import type { Workbook } from "./workbook.ts";

export type CellChange = {
  readonly before: StoredValue;
  readonly after: StoredValue;
};

const leaf = (parent: XmlElement, name: string, text: string): XmlElement => {
  const element = parent.create(name);
  element.text = text;
  return element;
};

const textElement = (cell: XmlElement, value: string): XmlElement => {
  const inline = cell.create("is");
  const text = leaf(cell, "t", encodeCellText(value));
  if (needsPreserve(value)) text.set("xml:space", "preserve");
  inline.append(text);
  return inline;
};

const putValue = (
  cell: XmlElement,
  value: StoredValue,
  strings: SharedStrings,
): void => {
  const kept = cell.elements.filter((child) => child.is("extLst"));
  const isInline = typeof value === "string" && !strings.exists;
  const stored =
    typeof value === "string" && strings.exists ? strings.add(value) : value;
  // Metadata of the old value: a picture in the cell, a dynamic array.
  cell.set("vm", null);
  cell.set("cm", null);
  cell.set("t", cellType(value, strings));
  const content = isInline
    ? textElement(cell, value)
    : leaf(cell, "v", String(Number(stored)));
  cell.replaceChildren(value === null ? kept : [content, ...kept]);
};

/**
 * Writes one cell and nothing else; null when it already holds that value.
 *
 * @throws AppError `report/cell-is-formula` and those of `encodeValue`
 */
export const writeCell = (
  workbook: Workbook,
  grid: Grid,
  row: number,
  column: number,
  planned: CellValue,
): CellChange | null => {
  const { strings, is1904 } = workbook;
  const place = { sheet: grid.sheet, row, column };
  const existing = grid.cell(row, column);
  if (existing?.child("f")) {
    throw new AppError("report/cell-is-formula", {
      sheet: grid.sheet,
      address: toAddress(row, column),
    });
  }
  const before = existing ? readStoredValue(existing, strings, is1904) : null;
  const oldStyle = Number(
    (existing ? existing.get("s") : grid.inheritedStyle(row, column)) ?? 0,
  );
  const { value, style } = encodeValue(planned, oldStyle, place, workbook);
  if (value === before && style === oldStyle) return null;

  const cell = grid.ensureCell(row, column);
  if (style !== oldStyle) cell.set("s", String(style));
  if (value !== before) putValue(cell, value, strings);
  return { before, after: value };
};
