import { escapeText } from "../xml/entities.ts";
import { toAddress, toColumnLetters } from "../formula/address.ts";
import { writeRichText } from "../sheet/cell-text.ts";
import type { SharedStrings } from "../sheet/shared-strings.ts";
import { toContent } from "../sheet/stored-value.ts";
import type { InsertedRows, NewCell, NewRow } from "./inserted-rows.ts";

type Writer = { readonly prefix: string; readonly strings: SharedStrings };

/** Value and type of a cell that is no copy. */
const writeValue = (
  { value, formula }: NewCell,
  { prefix, strings }: Writer,
): { type: string | null; inner: string } => {
  if (value === null || value === undefined) return { type: null, inner: "" };
  const { type, text } = toContent(value, formula === null ? strings : null);
  const inner =
    type === "inlineStr"
      ? writeRichText(text, "is", prefix)
      : `<${prefix}v>${escapeText(text)}</${prefix}v>`;
  return { type, inner };
};

const writeFormula = (cell: NewCell, row: number, prefix: string): string => {
  if (cell.formula === null) return "";
  const array = cell.isArray
    ? ` t="array" ref="${toAddress(row, cell.column)}"`
    : "";
  return `<${prefix}f${array}>${escapeText(cell.formula)}</${prefix}f>`;
};

const writeCell = (cell: NewCell, row: number, writer: Writer): string => {
  const { prefix } = writer;
  const { type, inner } = cell.constant ?? writeValue(cell, writer);
  const content = writeFormula(cell, row, prefix) + inner;
  const open = `<${prefix}c r="${toColumnLetters(cell.column)}${row}"${cell.attributes}`;
  return content === ""
    ? `${open}/>`
    : `${open}${type === null ? "" : ` t="${type}"`}>${content}</${prefix}c>`;
};

const writeRow = ({ row, attributes, cells }: NewRow, writer: Writer): string =>
  `<${writer.prefix}row r="${row}"${attributes}>${cells
    .map((cell) => writeCell(cell, row, writer))
    .join("")}</${writer.prefix}row>`;

/** The rows as they stand in the part: text, because nodes for 200,000 cells cost a second. */
export const writeRows = (
  inserted: InsertedRows,
  prefix: string,
  strings: SharedStrings,
): string => {
  const writer = { prefix, strings };
  const parts: string[] = [];
  for (const row of inserted.rows.values()) parts.push(writeRow(row, writer));
  return parts.join("");
};
