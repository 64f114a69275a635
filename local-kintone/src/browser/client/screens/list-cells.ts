import { ref } from "lit/directives/ref.js";
import type { FieldProperty } from "../../../model/model.ts";
import type { FieldRecord } from "../record/types.ts";
import { toCss } from "../ui/field-style.ts";
import type { FieldStyle } from "../ui/field-style.ts";
import { showValue } from "../ui/show-value.ts";
import { main } from "./current.ts";

/** Which column a cell of ours belongs to. */
const columnsOfCells = new WeakMap<Element, string>();
export const markCell = (cell: Element, code: string): void => {
  columnsOfCells.set(cell, code);
};
export const tag = (code: string) =>
  ref((node) => {
    if (node) markCell(node, code);
  });

/** Cells of one column from top to bottom, for `getFieldElements`. */
export const cellsOfColumn = (code: string): HTMLElement[] =>
  [...main().querySelectorAll<HTMLElement>("td,span")].filter(
    (node) => columnsOfCells.get(node) === code,
  );

export const idText = (record: FieldRecord): string =>
  String(record.$id?.value);
export const css = ({ content, background }: FieldStyle): string =>
  `${toCss(background)};${toCss(content)}`;

export const OPEN = { columnType: "ACTION", column: "OPEN_DETAIL" } as const;
export const TOOLS = {
  columnType: "ACTION",
  column: "RECORD_ACTIONS",
} as const;
export const field = ({ code }: FieldProperty) =>
  ({ columnType: "FIELD", column: code }) as const;

const subtableText = (value: unknown): string =>
  Array.isArray(value) ? `${value.length}` : "";

/** Text of a field in a list; a table shows its number of rows. */
export const listValue = (record: FieldRecord, column: FieldProperty) => {
  const value = record[column.code]?.value;
  return column.type === "SUBTABLE"
    ? subtableText(value)
    : showValue(column, value);
};
