import { CellError } from "./scalar.ts";
import type { Scalar } from "./scalar.ts";
import type { XmlElement } from "../xml/element.ts";
import {
  decodeCellText,
  encodeCellText,
  hasStruckRun,
  readRichText,
} from "./cell-text.ts";
import { toSerial } from "./serial-date.ts";
import type { SharedStrings } from "./shared-strings.ts";

export type StoredValue = null | string | number | boolean;

const parseIsoCell = (text: string, is1904: boolean): number | string => {
  const [day = "", time = ""] = text.replace(/Z$/, "").split("T");
  const serial = toSerial(day, is1904);
  if (serial === null) return text;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return serial + (hours * 3600 + minutes * 60 + seconds) / 86_400;
};

const parseNumber = (text: string): number | string => {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
};

/**
 * Reads a `c` element; for a formula its last result. Error values come as
 * their text.
 */
export const readStoredValue = (
  cell: XmlElement,
  strings: SharedStrings,
  is1904: boolean,
): StoredValue => {
  const type = cell.get("t");
  if (type === "inlineStr") {
    const inline = cell.child("is");
    return inline ? readRichText(inline) : null;
  }
  const text = cell.child("v")?.text;
  if (text === undefined || (text === "" && type !== "str")) return null;
  switch (type) {
    case "s":
      return strings.text(Number(text));
    case "str":
      return decodeCellText(text);
    case "b":
      return text === "1" || text === "true";
    case "e":
      return text;
    case "d":
      return parseIsoCell(text, is1904);
    default:
      return parseNumber(text);
  }
};

/** Some letters of the cell's text are struck out by themselves. */
export const hasStruckLetters = (
  cell: XmlElement,
  strings: SharedStrings,
): boolean => {
  const type = cell.get("t");
  const inline = type === "inlineStr" ? cell.child("is") : undefined;
  return type === "s"
    ? strings.hasStruckRun(Number(cell.child("v")?.text))
    : inline !== undefined && hasStruckRun(inline);
};

/** Stored form of a value in a cell: its `t`, and what `v` holds (or `is`, when `t` says so). */
export type CellContent = {
  readonly type: string | null;
  readonly text: string;
};

/** @param strings - null for the result of a formula, which is in its cell */
export const toContent = (
  value: Scalar,
  strings: SharedStrings | null,
): CellContent => {
  if (value instanceof CellError) return { type: "e", text: value.code };
  if (typeof value === "boolean") {
    return { type: "b", text: value ? "1" : "0" };
  }
  if (typeof value !== "string") return { type: null, text: String(value) };
  if (strings?.exists) return { type: "s", text: String(strings.add(value)) };
  return { type: strings ? "inlineStr" : "str", text: encodeCellText(value) };
};
