import { AppError } from "../../errors/app-error.ts";
import type { Scalar } from "../compute/values.ts";
import { insertRowsInFormula } from "../formula/shift-formula.ts";
import type { RowInsertion } from "../formula/row-insertion.ts";
import type { PlannedEntry } from "../plan.ts";
import {
  toAddress,
  toColumnLetters,
  toColumnNumber,
} from "../sheet/address.ts";
import { encodeValue } from "../sheet/encode-value.ts";
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

type Source = {
  readonly workbook: Workbook;
  readonly insertion: RowInsertion;
  readonly template: readonly TemplateRow[];
  /** By row offset in the entry and column. */
  readonly numberings: ReadonlyMap<string, Numbering>;
};

export const numberingKey = (offset: number, column: number): string =>
  `${offset}:${column}`;

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

const plannedCells = (
  source: Source,
  row: number,
  templateRow: TemplateRow,
  planned: PlannedEntry[number],
): NewCell[] => {
  const { workbook, insertion } = source;
  const grid = workbook.gridOf(insertion.sheet);
  return Object.entries(planned).map(([letters, value]) => {
    const column = toColumnNumber(letters);
    const cell = templateRow.byColumn.get(column);
    const own = cell
      ? cell.style
      : grid.inheritedStyle(templateRow.row, column);
    const place = { sheet: insertion.sheet, row, column };
    if (typeof cell?.formula === "string") {
      throw new AppError("report/cell-is-formula", {
        sheet: insertion.sheet,
        address: toAddress(row, column),
      });
    }
    const encoded = encodeValue(value, Number(own ?? 0), place, workbook);
    return {
      column,
      attributes:
        encoded.style === 0 && own === null ? "" : ` s="${encoded.style}"`,
      formula: null,
      isArray: false,
      constant: null,
      value: encoded.value,
      isOurs: true,
    };
  });
};

const HIDDEN = /\shidden\s*=\s*("[^"]*"|'[^']*')/;

/** One more sheet row after the list's template, `copy` entries further down (from 1). */
export const createRow = (
  source: Source,
  offset: number,
  copy: number,
  entryIndex: number,
  planned: PlannedEntry[number],
): NewRow => {
  const { insertion, template, numberings } = source;
  const templateRow = template[offset];
  if (!templateRow) throw new Error(`The template has no row ${offset}`);
  const movedBy = copy * insertion.entryRows;
  const row = templateRow.row + movedBy;
  const cells = plannedCells(source, row, templateRow, planned);
  for (const cell of templateRow.cells) {
    if (Object.hasOwn(planned, toColumnLetters(cell.column))) continue;
    const formula =
      cell.formula === null
        ? null
        : insertRowsInFormula(cell.formula, insertion, {
            sheet: insertion.sheet,
            row: templateRow.row,
            movedBy,
            isCopy: true,
          });
    const numbering = numberings.get(numberingKey(offset, cell.column));
    cells.push(copyCell(cell, formula, numbering?.(entryIndex)));
  }
  cells.sort((a, b) => a.column - b.column);
  // The record in it is to be seen.
  const isShown = Object.keys(planned).length > 0;
  const { attributes } = templateRow;
  return {
    row,
    attributes: isShown ? attributes.replace(HIDDEN, "") : attributes,
    cells,
  };
};
