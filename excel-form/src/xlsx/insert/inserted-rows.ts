import type { Scalar } from "../sheet/scalar.ts";
import type { CellValue } from "../sheet/cell-value.ts";
import { FormError } from "../../words/form-error.ts";
import { memo } from "../../ground/memo.ts";
import { toAddress, toColumnLetters } from "../formula/address.ts";
import { insertRowsInFormula } from "../formula/shift-formula.ts";
import type { RowInsertion } from "../formula/row-insertion.ts";
import { encodeValue, toErrorParams } from "../sheet/encode-value.ts";
import type { Workbook } from "../sheet/workbook.ts";
import type { Numbering } from "./numbering.ts";
import type { TemplateCell, TemplateRow } from "./template-rows.ts";
import { createRowWriter } from "./write-rows.ts";
import type { NewFormula } from "./write-rows.ts";

/** Columns of one row of the entry, and the position of each among them. */
export type RowLayout = {
  readonly slots: readonly Slot[];
  readonly placeOf: ReadonlyMap<number, number>;
};

/** A row to be: its text, its formulas until they are computed, and our values of its slots. */
export type NewRow = {
  readonly row: number;
  readonly layout: RowLayout;
  readonly pieces: ReadonlyArray<string | NewFormula>;
  /** Undefined for a copy of the template's cell. */
  readonly values: ReadonlyArray<Scalar | undefined>;
};

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

/** A column of the new rows: the template's cell in it, a value of the plan, or both. */
export type Slot = {
  readonly column: number;
  readonly letters: string;
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
export const createRowLayout = (
  { workbook, insertion: { sheet }, template, numbered }: Source,
  offset: number,
  planned: ReadonlySet<number>,
): RowLayout => {
  const row = template[offset];
  if (!row) throw new Error(`The template has no row ${offset}`);
  const grid = workbook.gridOf(sheet);
  const columns = [...new Set([...row.cells.keys(), ...planned])].sort(
    (a, b) => a - b,
  );
  const slots = columns.map((column) => {
    const cell = row.cells.get(column);
    return {
      column,
      letters: toColumnLetters(column),
      cell,
      style: cell ? cell.style : grid.inheritedStyle(row.row, column),
      numbering: numbered.find(
        (one) => one.offset === offset && one.column === column,
      )?.numbering,
    };
  });
  const placeOf = new Map(columns.map((column, at) => [column, at]));
  return { slots, placeOf };
};

const styleAttribute = memo((style: number) => ` s="${style}"`, 1_000);

const HIDDEN = /\shidden\s*=\s*("[^"]*"|'[^']*')/;

/** Makes the sheet rows that follow the list's template. */
export const createRowMaker = (source: Source) => {
  const { workbook, insertion, template } = source;
  const { sheet } = insertion;
  const { data } = workbook.gridOf(sheet);
  const writer = createRowWriter(data.prefix, workbook.strings);

  /** Writes a value of the plan and returns what the cell stores. */
  const addPlanned = (
    row: number,
    { column, letters, cell, style: own }: Slot,
    planned: CellValue,
  ): Scalar => {
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
    const isBare = style === 0 && own === null;
    writer.addValue(letters, isBare ? "" : styleAttribute(style), value);
    return value;
  };

  /** The form's formula, moved with its row. */
  const addFormula = (
    row: number,
    { column, letters, cell }: Slot,
    from: number,
    formula: string,
  ): void =>
    writer.addFormula({
      row,
      column,
      formula: insertRowsInFormula(formula, insertion, {
        sheet,
        row: from,
        movedBy: row - from,
        isCopy: true,
      }),
      start: letters,
      attributes: cell?.attributes ?? "",
      array: cell?.isArray ? ` t="array" ref="${toAddress(row, column)}"` : "",
      value: undefined,
    });

  /** Copies the form's cell, with its number counted on. */
  const addCopy = (
    row: number,
    slot: Slot,
    cell: TemplateCell,
    from: number,
    index: number,
  ): Scalar | undefined => {
    const { letters, numbering } = slot;
    if (cell.formula !== null) {
      addFormula(row, slot, from, cell.formula);
      return undefined;
    }
    if (!numbering) {
      writer.addContent(letters, cell.attributes, cell.type, cell.inner);
      return undefined;
    }
    const value = numbering(index);
    writer.addValue(letters, cell.attributes, value);
    return value;
  };

  /**
   * One more row.
   *
   * @param offset - from the first row of the entry
   * @param copy - how many entries further down, from 1
   * @param index - of the entry in the whole list
   * @param planned - a value for each slot, or none
   */
  return (
    layout: RowLayout,
    offset: number,
    copy: number,
    index: number,
    planned: ReadonlyArray<CellValue | undefined>,
  ): NewRow => {
    const from = template[offset];
    if (!from) throw new Error(`The template has no row ${offset}`);
    const row = from.row + copy * insertion.entryRows;
    // The record in it is to be seen.
    const isWritten = planned.some(Boolean);
    writer.start(
      row,
      isWritten ? from.attributes.replace(HIDDEN, "") : from.attributes,
    );
    const values = layout.slots.map((slot, at) => {
      const value = planned[at];
      if (value) return addPlanned(row, slot, value);
      const { cell } = slot;
      return cell && addCopy(row, slot, cell, from.row, index);
    });
    return { row, layout, pieces: writer.end(), values };
  };
};
