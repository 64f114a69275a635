import { toAddress } from "../formula/address.ts";
import type { Grid } from "../sheet/grid.ts";
import type { StoredValue } from "../sheet/stored-value.ts";
import { readStoredValue } from "../sheet/stored-value.ts";
import type { Workbook } from "../sheet/workbook.ts";
import type { XmlElement } from "../xml/element.ts";

/** A pre-drawn cell as found, before anything is written into it. */
export type TemplateCell = {
  readonly column: number;
  readonly style: string | null;
  /** Attributes as written, without address and type. */
  readonly attributes: string;
  readonly type: string | null;
  /** Content without the formula, as written: keeps fonts inside the text. */
  readonly inner: string;
  readonly value: StoredValue;
  readonly formula: string | null;
  /** The formula is an array formula of this cell alone. */
  readonly isArray: boolean;
};

export type TemplateRow = {
  readonly row: number;
  /** Attributes as written, without the number. */
  readonly attributes: string;
  /** By column, ascending. */
  readonly cells: ReadonlyMap<number, TemplateCell>;
};

/** `<x:row r="12" spans="1:9" ht="24"/>` → ` ht="24"` without `r|spans`. */
const attributesOf = ({ tag, name }: XmlElement, without: string): string =>
  tag
    .slice(name.length + 1)
    .replace(/\s*\/?>$/, "")
    .replace(
      new RegExp(`\\s(?:${without})\\s*=\\s*("[^"]*"|'[^']*')`, "g"),
      "",
    );

const readCell = (
  cell: XmlElement,
  column: number,
  formula: string | null,
  workbook: Workbook,
): TemplateCell => ({
  column,
  style: cell.get("s"),
  attributes: attributesOf(cell, "r|t"),
  type: cell.get("t"),
  inner: cell.elements
    .filter((child) => !child.is("f"))
    .map(String)
    .join(""),
  value: readStoredValue(cell, workbook.strings, workbook.is1904),
  formula,
  isArray: cell.child("f")?.get("t") === "array",
});

/** The sheet rows of one entry of the list. */
export const readEntryRows = (
  workbook: Workbook,
  grid: Grid,
  formulas: ReadonlyMap<string, string>,
  top: number,
  entryRows: number,
): TemplateRow[] =>
  Array.from({ length: entryRows }, (_, offset) => {
    const row = top + offset;
    const { cells, element } = grid.rows.get(row) ?? {};
    const read = Array.from(cells ?? [], ([column, cell]) => {
      const formula = formulas.get(toAddress(row, column)) ?? null;
      return [column, readCell(cell, column, formula, workbook)] as const;
    });
    return {
      row,
      // The span is only a hint.
      attributes: element ? attributesOf(element, "r|spans") : "",
      cells: new Map(read),
    };
  });
