import * as v from "valibot";
import { parseAddress, toColumnNumber } from "../xlsx/formula/address.ts";

/** Raised when a map of an older build can no longer be read as it is. */
export const MAP_VERSION = 1;

const MAX_SHEET_ROW = 1_048_576;

const word = v.pipe(v.string(), v.minLength(1));
const address = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{1,3}[1-9]\d{0,6}$/, "an address such as B5"),
  v.check((text) => parseAddress(text) !== null, "an address such as B5"),
);
const column = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z]{1,3}$/, "a column such as B"),
  v.check((text) => toColumnNumber(text) > 0, "a column such as B"),
);
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const rowNumber = whole(1, MAX_SHEET_ROW);
const message = v.object({ ja: v.string(), en: v.string() });

/** `year`, `digit 3`, `phone 1`, `postal 2`, `○-beside 法人` … */
const part = v.pipe(
  v.string(),
  v.regex(
    /^(era|year|month|day|digit [1-9]\d?|phone [1-9]|postal [12]|○-beside .+)$/,
  ),
);

/** Rule by which one value (or several) becomes the content of one cell. */
const placement = {
  /** A value key; several joined by `+` when one cell wants them all. */
  key: word,
  /** The cell takes only this part of the value. */
  part: v.optional(part),
  /** Words around the value: 「担当者：{sender.contact}」, 「{letter.date:ggge年M月d日}」. */
  text: v.optional(v.string()),
  /** A date pattern (`ggge年M月d日`), or `full`, `half`, `hiragana`, `katakana`. Without it the cell's own format decides. */
  format: v.optional(v.string()),
  /** Text written for each choice: `{"同意あり": "○", "同意なし": "－"}`. */
  marks: v.optional(v.record(v.string(), v.string())),
  /** Words printed in the cell of which the chosen one is marked: `["法人", "個人"]`. */
  choose: v.optional(v.array(word)),
  /** The unit printed on the form, in units of the value: 10000 for 万円. */
  per: v.optional(v.pipe(v.number(), v.minValue(1))),
  /** The era printed before a year's cell. */
  era: v.optional(v.string()),
  /** An empty value stops the export. */
  required: v.optional(v.boolean()),
  /** Text printed around the cell when the map was made, by which a later form is compared. */
  near: v.optional(
    v.object({
      own: v.optional(v.string()),
      left: v.optional(v.string()),
      above: v.optional(v.string()),
    }),
  ),
  /** Why it was proposed; absent when a person placed it. */
  reason: v.optional(message),
  /** 0 to 1; absent when a person placed it. */
  confidence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
};

const cellEntrySchema = v.object({
  sheet: word,
  /** The top left cell of a merge. */
  cell: address,
  ...placement,
});

const columnEntrySchema = v.object({
  column,
  /** Sheet row within the entry, from 0. */
  subrow: whole(0, MAX_SHEET_ROW),
  ...placement,
});

const listBlockSchema = v.object({
  sheet: word,
  firstRow: rowNumber,
  rowsPerEntry: whole(1, 100),
  /** Pre-drawn entries (not sheet rows). */
  rowsAvailable: rowNumber,
  onSurplus: v.picklist(["insert", "refuse"]),
  columns: v.array(columnEntrySchema),
  /** The records go on here where the list before it on the sheet is full: beside it, or below a total or a heading. */
  goesOn: v.optional(v.literal(true)),
  /** First printed text below the list: a filled form with inserted rows is read up to it. */
  below: v.optional(v.object({ cell: address, text: v.string() })),
  reason: v.optional(message),
  confidence: v.optional(v.number()),
});

/** A cell that looks as if it asked for something, left for a person to decide. */
const openCellSchema = v.object({
  sheet: word,
  cell: address,
  label: v.string(),
  /** The best guess, when there is one. */
  key: v.optional(word),
  reason: message,
});

export const reportMapSchema = v.object({
  version: v.literal(MAP_VERSION),
  /** Counts the saves of this map. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  form: v.object({
    fingerprint: v.string(),
    name: v.optional(v.string()),
    /** Sheets of the form when the map was made. */
    sheets: v.optional(v.array(v.string())),
    /** Printed texts with a year or a number of the edition: another edition's form reads differently there. */
    editionTexts: v.optional(
      v.array(v.object({ sheet: word, cell: address, text: v.string() })),
    ),
  }),
  cells: v.array(cellEntrySchema),
  /** At most one per sheet, with those in which it goes on. */
  lists: v.array(listBlockSchema),
  open: v.optional(v.array(openCellSchema)),
});

export type CellEntry = v.InferOutput<typeof cellEntrySchema>;
export type ColumnEntry = v.InferOutput<typeof columnEntrySchema>;
export type ListBlock = v.InferOutput<typeof listBlockSchema>;
export type OpenCell = v.InferOutput<typeof openCellSchema>;
export type ReportMap = v.InferOutput<typeof reportMapSchema>;

/** Settings that a single cell and a list column share. */
export type Placement = Omit<CellEntry, "sheet" | "cell">;
