import * as z from "zod/mini";
import { parseAddress, toColumnNumber } from "../xlsx/formula/address.ts";

/** Raised when a map of an older build can no longer be read as it is. */
export const MAP_VERSION = 1;

const MAX_SHEET_ROW = 1_048_576;

const sheetName = z.string().check(z.minLength(1));
const address = z.string().check(
  z.regex(/^[A-Za-z]{1,3}[1-9]\d{0,6}$/),
  z.refine((text) => parseAddress(text) !== null, {
    error: "an address such as B5",
  }),
);
const column = z.string().check(
  z.regex(/^[A-Za-z]{1,3}$/),
  z.refine((text) => toColumnNumber(text) > 0, {
    error: "a column such as B",
  }),
);
const keyList = z.string().check(z.minLength(1));
const rowNumber = z.int().check(z.minimum(1), z.maximum(MAX_SHEET_ROW));
const message = z.object({ ja: z.string(), en: z.string() });

/** `year`, `digit 3`, `phone 1`, `postal 2`, `○-beside 法人` … */
const part = z
  .string()
  .check(
    z.regex(
      /^(era|year|month|day|digit [1-9]\d?|phone [1-9]|postal [12]|○-beside .+)$/,
    ),
  );

/** Rule by which one value (or several) becomes the content of one cell. */
const placement = {
  /** A value key; several joined by `+` when one cell wants them all. */
  key: keyList,
  /** The cell takes only this part of the value. */
  part: z.optional(part),
  /** Words around the value: 「担当者：{sender.contact}」, 「{letter.date:ggge年M月d日}」. */
  text: z.optional(z.string()),
  /** A date pattern (`ggge年M月d日`), or `full`, `half`, `hiragana`, `katakana`. Without it the cell's own format decides. */
  format: z.optional(z.string()),
  /** Text written for each choice: `{"同意あり": "○", "同意なし": "－"}`. */
  marks: z.optional(z.record(z.string(), z.string())),
  /** Words printed in the cell of which the chosen one is marked: `["法人", "個人"]`. */
  choose: z.optional(z.array(z.string().check(z.minLength(1)))),
  /** The unit printed on the form, in units of the value: 10000 for 万円. */
  per: z.optional(z.number().check(z.minimum(1))),
  /** The era printed before a year's cell. */
  era: z.optional(z.string()),
  /** An empty value stops the export. */
  required: z.optional(z.boolean()),
  /** Text printed around the cell when the map was made, by which a later form is compared. */
  near: z.optional(
    z.object({
      own: z.optional(z.string()),
      left: z.optional(z.string()),
      above: z.optional(z.string()),
    }),
  ),
  /** Why it was proposed; absent when a person placed it. */
  reason: z.optional(message),
  /** 0 to 1; absent when a person placed it. */
  confidence: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
};

export const cellEntrySchema = z.object({
  sheet: sheetName,
  /** The top left cell of a merge. */
  cell: address,
  ...placement,
});

export const columnEntrySchema = z.object({
  column,
  /** Sheet row within the entry, from 0. */
  subrow: z.int().check(z.minimum(0)),
  ...placement,
});

export const listBlockSchema = z.object({
  sheet: sheetName,
  firstRow: rowNumber,
  rowsPerEntry: z.int().check(z.minimum(1), z.maximum(100)),
  /** Pre-drawn entries (not sheet rows). */
  rowsAvailable: z.int().check(z.minimum(1), z.maximum(MAX_SHEET_ROW)),
  onSurplus: z.enum(["insert", "refuse"]),
  columns: z.array(columnEntrySchema),
  /** First printed text below the list: a filled form with inserted rows is read up to it. */
  below: z.optional(z.object({ cell: address, text: z.string() })),
  reason: z.optional(message),
  confidence: z.optional(z.number()),
});

/** A cell that looks as if it asked for something, left for a person to decide. */
export const openCellSchema = z.object({
  sheet: sheetName,
  cell: address,
  label: z.string(),
  /** The best guess, when there is one. */
  key: z.optional(keyList),
  reason: message,
});

export const reportMapSchema = z.object({
  version: z.literal(MAP_VERSION),
  /** Counts the saves of this map. */
  revision: z.int().check(z.minimum(1)),
  form: z.object({
    fingerprint: z.string(),
    name: z.optional(z.string()),
    /** Sheets of the form when the map was made. */
    sheets: z.optional(z.array(z.string())),
    /** Printed texts with a year or a number of the edition: another edition's form reads differently there. */
    editionTexts: z.optional(
      z.array(z.object({ sheet: sheetName, cell: address, text: z.string() })),
    ),
  }),
  cells: z.array(cellEntrySchema),
  /** At most one per sheet. */
  lists: z.array(listBlockSchema),
  open: z.optional(z.array(openCellSchema)),
});

export type CellEntry = z.infer<typeof cellEntrySchema>;
export type ColumnEntry = z.infer<typeof columnEntrySchema>;
export type ListBlock = z.infer<typeof listBlockSchema>;
export type OpenCell = z.infer<typeof openCellSchema>;
export type ReportMap = z.infer<typeof reportMapSchema>;

/** Settings that a single cell and a list column share. */
export type Placement = Omit<CellEntry, "sheet" | "cell">;
