import { describeMap, preflight, readForm } from "../../../src/index.ts";
import type { CellEntry, Form, ReportMap, Value } from "../../../src/index.ts";
import { addSheet, newBook, toBytes } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";
import { VOCABULARY } from "../vocabulary.ts";

type Entry = Omit<CellEntry, "sheet">;

/** A form of its own with the cells that the test is about. */
export const formOf = async (
  draw: (drawing: Drawing) => void,
  ...entries: readonly Entry[]
): Promise<{ form: Form; map: ReportMap; bytes: Uint8Array }> => {
  const book = newBook();
  const drawing = addSheet(book, "様式");
  drawing.text("A1", "推薦書");
  draw(drawing);
  const bytes = await toBytes(book);
  const form = readForm(bytes);
  const map = {
    version: 1 as const,
    revision: 1,
    form: { fingerprint: "" },
    cells: entries.map((entry) => ({ sheet: "様式", ...entry })),
    lists: [],
  };
  return { form, map: describeMap(VOCABULARY, form, map), bytes };
};

/**
 * Codes that the pre-flight reports for one value in the cells that take it.
 */
export const codesFor = async (
  draw: (drawing: Drawing) => void,
  entries: Entry | readonly Entry[],
  value: Value,
): Promise<string[]> => {
  const all = [entries].flat();
  const { form, map } = await formOf(draw, ...all);
  const key = all[0]?.key ?? "";
  return preflight(VOCABULARY, form, map, {
    scalars: { [key]: value },
    rows: [],
  }).map(({ severity, code }) => `${severity} ${code}`);
};
