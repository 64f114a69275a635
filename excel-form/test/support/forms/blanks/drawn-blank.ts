import type { Workbook } from "exceljs";
import type { Truth, TruthCell } from "../truth.ts";

/** A blank form and what is right for each of its cells. */
export type DrawnBlank = {
  readonly draw: (book: Workbook) => void;
  readonly truth: Truth;
};

/** Value, note and other right answers of a cell. */
type Wanted = string | readonly [string, string, (readonly string[])?];

export const cells = (
  sheet: string,
  wanted: Readonly<Record<string, Wanted>>,
): TruthCell[] =>
  Object.entries(wanted).map(([cell, what]) => {
    if (typeof what === "string") return { sheet, cell, value: what };
    const [value, note, accept] = what;
    return { sheet, cell, value, note, ...(accept && { accept }) };
  });
