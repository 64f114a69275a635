import type { Scalar } from "../sheet/scalar.ts";
import type { CellValue } from "../sheet/cell-value.ts";
import { FormError } from "../../words/form-error.ts";
import { memo } from "../../ground/memo.ts";
import { insertRowsInFormula } from "../formula/shift-formula.ts";
import type { RowInsertion } from "../formula/row-insertion.ts";
import { encodeValue, toErrorParams } from "../sheet/encode-value.ts";
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

export type Source = {
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

/** A column of the new rows: the template's cell in it, a value of the plan, or both. */
export type Slot = {
  readonly column: number;
  readonly cell: TemplateCell | undefined;
  /** Style of a value there; null without one. */
  readonly style: string | null;
  readonly numbering: Numbering | undefined;
};

/**
 * The columns of one row of the entry, ascending.
 *
 * @param planned - columns for which some entry has a value
 */
export const listSlots = (
  { workbook, insertion: { sheet }, template, numbered }: Source,
  offset: number,
  planned: ReadonlySet<number>,
): readonly Slot[] => {
  const row = template[offset];
  if (!row) throw new Error(`The template has no row ${offset}`);
  const grid = workbook.gridOf(sheet);
  const columns = new Set([...row.cells.keys(), ...planned]);
  return [...columns]
    .sort((a, b) => a - b)
    .map((column) => {
      const cell = row.cells.get(column);
      return {
        column,
        cell,
        style: cell ? cell.style : grid.inheritedStyle(row.row, column),
        numbering: numbered.find(
          (one) => one.offset === offset && one.column === column,
        )?.numbering,
      };
    });
};

const styleAttribute = memo((style: number) => ` s="${style}"`, 1_000);

const plannedCell = (
  { workbook, insertion: { sheet } }: Source,
  row: number,
  { column, cell, style: own }: Slot,
  planned: CellValue,
): NewCell => {
  const place = { sheet, row, column };
  if (typeof cell?.formula === "string") {
    throw new FormError("report/cell-is-formula", toErrorParams(place));
  }
  const { value, style } = encodeValue(
    planned,
    Number(own ?? 0),
    place,
    workbook,
  );
  return {
    column,
    attributes: style === 0 && own === null ? "" : styleAttribute(style),
    formula: null,
    isArray: false,
    constant: null,
    value,
    isOurs: true,
  };
};

const HIDDEN = /\shidden\s*=\s*("[^"]*"|'[^']*')/;

/** The form's cell, with its formula moved and its number counted on. */
const copiedCell = (
  insertion: RowInsertion,
  templateRow: number,
  movedBy: number,
  index: number,
  cell: TemplateCell,
  numbering: Numbering | undefined,
): NewCell => {
  const formula =
    cell.formula === null
      ? null
      : insertRowsInFormula(cell.formula, insertion, {
          sheet: insertion.sheet,
          row: templateRow,
          movedBy,
          isCopy: true,
        });
  return copyCell(cell, formula, numbering?.(index));
};

/**
 * One more sheet row after the list's template.
 *
 * @param offset - from the first row of the entry
 * @param copy - how many entries further down, from 1
 * @param index - of the entry in the whole list
 * @param planned - a value for each slot, or none
 */
export const createRow = (
  source: Source,
  slots: readonly Slot[],
  offset: number,
  copy: number,
  index: number,
  planned: ReadonlyArray<CellValue | undefined>,
): NewRow => {
  const { insertion, template } = source;
  const templateRow = template[offset];
  if (!templateRow) throw new Error(`The template has no row ${offset}`);
  const movedBy = copy * insertion.entryRows;
  const row = templateRow.row + movedBy;
  const cells: NewCell[] = [];
  let isWritten = false;
  slots.forEach((slot, at) => {
    const { cell, numbering } = slot;
    const value = planned[at];
    if (value) {
      isWritten = true;
      cells.push(plannedCell(source, row, slot, value));
    } else if (cell) {
      const { row: from } = templateRow;
      cells.push(copiedCell(insertion, from, movedBy, index, cell, numbering));
    }
  });
  const { attributes } = templateRow;
  return {
    row,
    // The record in it is to be seen.
    attributes: isWritten ? attributes.replace(HIDDEN, "") : attributes,
    cells,
  };
};
