import { tokenize } from "../formula/tokenize.ts";
import type { Range } from "../sheet/address.ts";
import { MAX_COLUMN, MAX_ROW } from "../sheet/address.ts";
import { evaluate } from "./evaluate.ts";
import type { FormulaNode } from "./parse-formula.ts";
import { parseFormula } from "./parse-formula.ts";
import type { Matrix, Scalar } from "./values.ts";
import type { Tables } from "./tables.ts";
import { resolveTableReference } from "./tables.ts";
import { NotComputed } from "./values.ts";

/** A cell with a formula, wherever it will be written. */
export type FormulaCell = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** Needs a new result whatever it looks at: it is new, or depends on its place. */
  readonly isStale: boolean;
  /** An array formula over several cells; those we do not compute. */
  readonly isSpread: boolean;
};

/** Constants and old results of a sheet. */
export type CellSource = {
  readonly read: (row: number, column: number) => Scalar;
  readonly isChanged: (row: number, column: number) => boolean;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** What a formula comes to; without having seen a change its old result holds. */
export type Outcome = {
  readonly value: Scalar | NotComputed;
  readonly isStale: boolean;
};

/** One formula reading more than this is left to Excel. */
const MAX_CELLS_READ = 5_000_000;
/** Chains of formulas are mostly met in row order, so this depth is never seen. */
const MAX_CHAIN = 400;
const CHAIN_TOO_LONG = new NotComputed("chain");
const CIRCLE: Outcome = { value: new NotComputed("circle"), isStale: false };

/** A cell of a sheet as one number. */
export const cellKey = (row: number, column: number): number =>
  row * (MAX_COLUMN + 1) + column;

/** Computes what changed cells and inserted rows make of the formulas. */
export class Calculator {
  readonly #sources: ReadonlyMap<string, CellSource>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #tables: Tables;
  readonly #is1904: boolean;
  readonly #formulas = new Map<string, Map<number, FormulaCell>>();
  readonly #outcomes = new Map<FormulaCell, Outcome>();
  #chain = 0;
  #cellsRead = 0;
  /** The formula at work has looked at something that changed. */
  #sawChange = false;

  /** Sheets are keyed by their name in lower case. */
  constructor(
    sources: ReadonlyMap<string, CellSource>,
    names: ReadonlyMap<string, string>,
    tables: Tables,
    is1904: boolean,
  ) {
    this.#sources = sources;
    this.#names = names;
    this.#tables = tables;
    this.#is1904 = is1904;
    for (const sheet of sources.keys()) this.#formulas.set(sheet, new Map());
  }

  addFormula(cell: FormulaCell): void {
    this.#formulas
      .get(cell.sheet.toLowerCase())
      ?.set(cellKey(cell.row, cell.column), cell);
  }

  /** The new result, NotComputed when we cannot know it; and whether it is one. */
  outcome(cell: FormulaCell): Outcome {
    const known = this.#outcomes.get(cell);
    if (known) return known;
    this.#outcomes.set(cell, CIRCLE);
    const outer = this.#sawChange;
    this.#sawChange = cell.isStale;
    if (this.#chain === 0) this.#cellsRead = 0;
    this.#chain += 1;
    const value = this.#compute(cell);
    this.#chain -= 1;
    const outcome = { value, isStale: this.#sawChange };
    this.#sawChange = outer;
    // Too deep from here, but not once the cells on the way are known.
    if (value === CHAIN_TOO_LONG) this.#outcomes.delete(cell);
    else this.#outcomes.set(cell, outcome);
    return outcome;
  }

  #compute(cell: FormulaCell): Scalar | NotComputed {
    if (this.#chain > MAX_CHAIN) {
      this.#sawChange = true;
      return CHAIN_TOO_LONG;
    }
    const value = cell.isSpread
      ? new NotComputed("array")
      : this.#evaluate(cell.formula, cell);
    if (value instanceof NotComputed) {
      // It may have stopped before it came to what changed.
      for (const { kind, text } of tokenize(cell.formula)) {
        if (this.#sawChange) break;
        if (kind === "reference" || kind === "name") this.#evaluate(text, cell);
      }
    }
    return value;
  }

  #evaluate(formula: string, cell: FormulaCell): Scalar | NotComputed {
    try {
      const matrix = this.#matrix(formula, cell);
      if (matrix.length > 1 || (matrix[0]?.length ?? 0) > 1) {
        return new NotComputed("array");
      }
      // A formula that shows an empty cell shows 0.
      return matrix[0]?.[0] ?? 0;
    } catch (thrown) {
      if (thrown instanceof NotComputed) return thrown;
      throw thrown;
    }
  }

  #matrix(formula: string, cell: FormulaCell): Matrix {
    return evaluate(parseFormula(formula), {
      sheet: cell.sheet,
      row: cell.row,
      column: cell.column,
      is1904: this.#is1904,
      read: (sheet, range) => this.#read(sheet, range),
      nameFormula: (name) => this.#nameFormula(name, cell),
    });
  }

  /** What a formula outside the cells comes to, undefined when nothing it sees has changed, null when we cannot know. */
  look(formula: string, sheet: string): Matrix | null | undefined {
    const place = { sheet, row: 0, column: 0, isStale: false, isSpread: true };
    const cell = { ...place, formula };
    if (!this.outcome(cell).isStale) return undefined;
    try {
      return this.#matrix(formula, cell);
    } catch (thrown) {
      if (thrown instanceof NotComputed) return null;
      throw thrown;
    }
  }

  #nameFormula(name: string, cell: FormulaCell): FormulaNode {
    const formula = this.#names.get(name.toLowerCase());
    if (formula !== undefined && this.#chain <= MAX_CHAIN) {
      return parseFormula(formula);
    }
    const place = resolveTableReference(name, this.#tables, cell.row);
    if (!place) throw new NotComputed(name);
    return { kind: "range", sheet: place.sheet, range: place.range };
  }

  #read(sheetName: string, range: Range): Matrix {
    const sheet = sheetName.toLowerCase();
    const source = this.#sources.get(sheet);
    if (!source) throw new NotComputed(sheetName);
    // Whole columns and rows end where the sheet does.
    const bottom =
      range.bottom === MAX_ROW
        ? Math.max(source.lastRow, range.top)
        : range.bottom;
    const right =
      range.right === MAX_COLUMN
        ? Math.max(source.lastColumn, range.left)
        : range.right;
    this.#cellsRead += (bottom - range.top + 1) * (right - range.left + 1);
    if (this.#cellsRead > MAX_CELLS_READ) throw new NotComputed("size");
    const formulas = this.#formulas.get(sheet);
    const rows: Scalar[][] = [];
    for (let row = range.top; row <= bottom; row += 1) {
      const line: Scalar[] = [];
      for (let column = range.left; column <= right; column += 1) {
        const cell = formulas?.get(cellKey(row, column));
        line.push(this.#readCell(source, row, column, cell));
      }
      rows.push(line);
    }
    return rows;
  }

  #readCell(
    source: CellSource,
    row: number,
    column: number,
    cell: FormulaCell | undefined,
  ): Scalar {
    const outcome = cell && this.outcome(cell);
    if (outcome?.isStale || source.isChanged(row, column)) {
      this.#sawChange = true;
    }
    const isNew = outcome?.isStale || outcome === CIRCLE;
    if (!isNew) return source.read(row, column);
    if (outcome.value instanceof NotComputed) throw outcome.value;
    return outcome.value;
  }
}
