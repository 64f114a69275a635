import type { Scalar } from "../sheet/scalar.ts";
import type { CellValue } from "../sheet/cell-value.ts";
import { FormError } from "../../words/form-error.ts";
import { insertRowsInFormula } from "../formula/shift-formula.ts";
import type { RowInsertion } from "../formula/row-insertion.ts";
import { encodeValue, inWords } from "../sheet/encode-value.ts";
import type { Workbook } from "../sheet/workbook.ts";
import type { Numbering } from "./numbering.ts";
import type { TemplateCell, TemplateRow } from "./template-rows.ts";

export type NewCell = {
  readonly column: number;
  /** As written: style, metadata. */
  readonly attributes: string;
  readonly formula: string | null;
  readonly isArray: boolean;
  /** Content of a copied constant as written, with its type; null for values of ours. */
  readonly constant: { readonly type: string | null; inner: string } | null;
  /** For formulas set once they are computed; undefined when that cannot be done. */
  value: Scalar | undefined;
  /** Not just a copy of the template: it belongs into the proof. */
  readonly isOurs: boolean;
};

export type NewRow = {
  readonly row: number;
  readonly attributes: string;
  readonly cells: readonly NewCell[];
};

/** Rows to be: kept as values until everything is computed, then written as text. */
export type InsertedRows = {
  readonly sheet: string;
  readonly rows: ReadonlyMap<number, NewRow>;
  readonly top: number;
  readonly count: number;
};

/** A column that counts. */
export type NumberedColumn = {
  /** In sheet rows, from the first of the entry. */
  readonly offset: number;
  readonly column: number;
  readonly numbering: Numbering;
};

type Source = {
  readonly workbook: Workbook;
  readonly insertion: RowInsertion;
  readonly template: readonly TemplateRow[];
  readonly numbered: readonly NumberedColumn[];
};

const copyCell = (
  cell: TemplateCell,
  formula: string | null,
  numbered: string | number | undefined,
): NewCell => ({
  column: cell.column,
  attributes: cell.attributes,
  formula,
  isArray: cell.isArray,
  constant:
    formula === null && numbered === undefined
      ? { type: cell.type, inner: cell.inner }
      : null,
  value: formula === null ? (numbered ?? cell.value) : undefined,
  isOurs: numbered !== undefined,
});

const plannedCell = (
  { workbook, insertion: { sheet } }: Source,
  row: number,
  templateRow: TemplateRow,
  column: number,
  planned: CellValue,
): NewCell => {
  const cell = templateRow.cells.get(column);
  const own = cell
    ? cell.style
    : workbook.gridOf(sheet).inheritedStyle(templateRow.row, column);
  const place = { sheet, row, column };
  if (typeof cell?.formula === "string") {
    throw new FormError("report/cell-is-formula", inWords(place));
  }
  const { value, style } = encodeValue(
    planned,
    Number(own ?? 0),
    place,
    workbook,
  );
  return {
    column,
    attributes: style === 0 && own === null ? "" : ` s="${style}"`,
    formula: null,
    isArray: false,
    constant: null,
    value,
    isOurs: true,
  };
};

const HIDDEN = /\shidden\s*=\s*("[^"]*"|'[^']*')/;

/**
 * One more sheet row after the list's template.
 *
 * @param offset - from the first row of the entry
 * @param copy - how many entries further down, from 1
 * @param index - of the entry in the whole list
 * @param planned - by column
 */
export const createRow = (
  source: Source,
  offset: number,
  copy: number,
  index: number,
  planned: ReadonlyMap<number, CellValue>,
): NewRow => {
  const { insertion, template, numbered } = source;
  const templateRow = template[offset];
  if (!templateRow) throw new Error(`The template has no row ${offset}`);
  const movedBy = copy * insertion.entryRows;
  const row = templateRow.row + movedBy;
  const cells = Array.from(planned, ([column, value]) =>
    plannedCell(source, row, templateRow, column, value),
  );
  for (const cell of templateRow.cells.values()) {
    if (planned.has(cell.column)) continue;
    const formula =
      cell.formula === null
        ? null
        : insertRowsInFormula(cell.formula, insertion, {
            sheet: insertion.sheet,
            row: templateRow.row,
            movedBy,
            isCopy: true,
          });
    const column = numbered.find(
      (one) => one.offset === offset && one.column === cell.column,
    );
    cells.push(copyCell(cell, formula, column?.numbering(index)));
  }
  cells.sort((a, b) => a.column - b.column);
  const { attributes } = templateRow;
  return {
    row,
    // The record in it is to be seen.
    attributes: planned.size > 0 ? attributes.replace(HIDDEN, "") : attributes,
    cells,
  };
};
