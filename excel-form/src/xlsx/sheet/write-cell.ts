import type { Scalar } from "./scalar.ts";
import type { CellValue } from "./cell-value.ts";
import { FormError } from "../../words/form-error.ts";
import type { XmlElement } from "../xml/element.ts";
import { needsPreserve } from "./cell-text.ts";
import type { CellPlace } from "./encode-value.ts";
import { encodeValue, toErrorParams } from "./encode-value.ts";
import type { Grid } from "./grid.ts";
import type { StoredValue } from "./stored-value.ts";
import { readStoredValue, toContent } from "./stored-value.ts";
import type { SharedStrings } from "./shared-strings.ts";
import type { Workbook } from "./workbook.ts";

export type CellChange = {
  readonly before: StoredValue;
  readonly after: StoredValue;
};

/** Puts a value into a cell; what else it holds and is kept is around it. */
export const putValue = (
  cell: XmlElement,
  value: Scalar,
  strings: SharedStrings | null,
): void => {
  const { type, text } = toContent(value, strings);
  const isInline = type === "inlineStr";
  const leaf = cell.create(isInline ? "t" : "v");
  leaf.text = text;
  if (isInline && needsPreserve(text)) leaf.set("xml:space", "preserve");
  const content = isInline ? cell.create("is") : leaf;
  if (isInline) content.append(leaf);
  const kept = (name: string) => cell.elements.filter((c) => c.is(name));
  cell.set("t", type);
  cell.replaceChildren([
    ...kept("f"),
    ...(value === null ? [] : [content]),
    ...kept("extLst"),
  ]);
};

/**
 * Writes one cell and nothing else; null when it already holds that value.
 *
 * @throws FormError `report/cell-is-formula` and those of `encodeValue`
 */
export const writeCell = (
  workbook: Workbook,
  grid: Grid,
  place: CellPlace,
  planned: CellValue,
): CellChange | null => {
  const { strings, is1904 } = workbook;
  const { row, column } = place;
  const existing = grid.cell(row, column);
  if (existing?.child("f")) {
    throw new FormError("report/cell-is-formula", toErrorParams(place));
  }
  const before = existing ? readStoredValue(existing, strings, is1904) : null;
  const oldStyle = Number(
    (existing ? existing.get("s") : grid.inheritedStyle(row, column)) ?? 0,
  );
  const { value, style } = encodeValue(planned, oldStyle, place, workbook);
  if (value === before && style === oldStyle) return null;

  const cell = grid.ensureCell(row, column);
  if (style !== oldStyle) cell.set("s", String(style));
  if (value !== before) {
    // Metadata of the old value: a picture in the cell, a dynamic array.
    cell.set("vm", null);
    cell.set("cm", null);
    putValue(cell, value, strings);
  }
  return { before, after: value };
};
