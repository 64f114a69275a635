import { tokenize } from "../formula/tokenize.ts";
import type { Range } from "../sheet/address.ts";
import {
  intersects,
  MAX_COLUMN,
  MAX_ROW,
  parseRange,
} from "../sheet/address.ts";
import { CellIndex } from "./cell-index.ts";
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
  /** Needs a new result whatever it looks at: it is new, or not a plain formula. */
  readonly isStale: boolean;
  /** An array formula over several cells; those we do not compute. */
  readonly isSpread: boolean;
};

/** Constants and old results. */
export type CellSource = {
  readonly read: (row: number, column: number) => Scalar;
  readonly lastRow: number;
  readonly lastColumn: number;
};

/** One formula reading more than this is left to Excel. */
const MAX_CELLS_READ = 5_000_000;
/** Chains of formulas are mostly met in row order, so this depth is never seen. */
const MAX_CHAIN = 400;
const CHAIN_TOO_LONG = new NotComputed("chain");
/** Results that depend on where the formula stands. */
const DEPENDS_ON_PLACE = /\b(ROW|ROWS|COLUMN)\s*\(/i;

const key = (sheet: string, row: number, column: number): string =>
  `${row}:${column}:${sheet}`;

/** Computes what changed cells and inserted rows make of the formulas. */
export class Calculator {
  readonly #sources: ReadonlyMap<string, CellSource>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #tables: Tables;
  readonly #is1904: boolean;
  readonly #cells = new Map<string, FormulaCell>();
  readonly #formulaIndex = new Map<string, CellIndex>();
  readonly #changedIndex = new Map<string, CellIndex>();
  /** New rows, column by column. */
  readonly #changedAreas = new Map<string, Range[]>();
  readonly #stale = new Map<string, boolean>();
  readonly #results = new Map<string, Scalar | NotComputed>();
  readonly #hasMovedRows: boolean;
  #chain = 0;
  #cellsRead = 0;

  /** Sheets are keyed by their name in lower case. */
  constructor(options: {
    sources: ReadonlyMap<string, CellSource>;
    names: ReadonlyMap<string, string>;
    tables: Tables;
    is1904: boolean;
    hasMovedRows: boolean;
  }) {
    this.#sources = options.sources;
    this.#names = options.names;
    this.#tables = options.tables;
    this.#is1904 = options.is1904;
    this.#hasMovedRows = options.hasMovedRows;
  }

  addFormula(cell: FormulaCell): void {
    const sheet = cell.sheet.toLowerCase();
    this.#cells.set(key(sheet, cell.row, cell.column), cell);
    this.#indexOf(this.#formulaIndex, sheet).add(cell.row, cell.column);
  }

  addChange(sheet: string, area: Range): void {
    const name = sheet.toLowerCase();
    if (area.top === area.bottom && area.left === area.right) {
      this.#indexOf(this.#changedIndex, name).add(area.top, area.left);
      return;
    }
    const areas = this.#changedAreas.get(name);
    if (areas) areas.push(area);
    else this.#changedAreas.set(name, [area]);
  }

  #indexOf(indexes: Map<string, CellIndex>, sheet: string): CellIndex {
    let index = indexes.get(sheet);
    if (!index) {
      index = new CellIndex();
      indexes.set(sheet, index);
    }
    return index;
  }

  /** Does the formula see anything that has changed? */
  isStale(cell: FormulaCell): boolean {
    const id = key(cell.sheet.toLowerCase(), cell.row, cell.column);
    const known = this.#stale.get(id);
    if (known !== undefined) return known;
    // A circle sees itself; it is stale only through others.
    this.#stale.set(id, false);
    const isStale =
      cell.isStale ||
      (this.#hasMovedRows && DEPENDS_ON_PLACE.test(cell.formula)) ||
      this.#chain > MAX_CHAIN ||
      this.#seesChange(cell.formula, cell, 0);
    this.#stale.set(id, isStale);
    return isStale;
  }

  #seesChange(formula: string, cell: FormulaCell, depth: number): boolean {
    return tokenize(formula).some((token) => {
      if (token.kind === "name")
        return this.#nameChanged(token.text, cell, depth);
      if (token.kind !== "reference" || token.isForeign) return false;
      const range = parseRange(token.text.slice(token.prefix.length));
      return (
        range !== null && this.#rangeChanged(token.sheet ?? cell.sheet, range)
      );
    });
  }

  #nameChanged(name: string, cell: FormulaCell, depth: number): boolean {
    const named = this.#names.get(name.toLowerCase());
    if (named !== undefined) {
      return depth < 5 && this.#seesChange(named, cell, depth + 1);
    }
    const place = resolveTableReference(name, this.#tables, cell.row);
    return place !== null && this.#rangeChanged(place.sheet, place.range);
  }

  #rangeChanged(sheetName: string, range: Range): boolean {
    const sheet = sheetName.toLowerCase();
    if (this.#changedIndex.get(sheet)?.some(range)) return true;
    const areas = this.#changedAreas.get(sheet);
    if (areas?.some((area) => intersects(area, range))) return true;
    const formulas = this.#formulaIndex.get(sheet);
    this.#chain += 1;
    const isChanged =
      formulas?.some(range, (row, column) => {
        const cell = this.#cells.get(key(sheet, row, column));
        return cell !== undefined && this.isStale(cell);
      }) ?? false;
    this.#chain -= 1;
    return isChanged;
  }

  /** The new result; NotComputed (returned, not thrown) when we cannot know it. */
  result(cell: FormulaCell): Scalar | NotComputed {
    const id = key(cell.sheet.toLowerCase(), cell.row, cell.column);
    const known = this.#results.get(id);
    if (known !== undefined) return known;
    this.#results.set(id, new NotComputed("circle"));
    const result = this.#compute(cell);
    // Too deep from here, but not once the cells on the way are known.
    if (result === CHAIN_TOO_LONG) this.#results.delete(id);
    else this.#results.set(id, result);
    return result;
  }

  #compute(cell: FormulaCell): Scalar | NotComputed {
    if (cell.isSpread) return new NotComputed("array");
    if (this.#chain > MAX_CHAIN) return CHAIN_TOO_LONG;
    this.#chain += 1;
    if (this.#chain === 1) this.#cellsRead = 0;
    try {
      const matrix = evaluate(parseFormula(cell.formula), {
        sheet: cell.sheet,
        row: cell.row,
        column: cell.column,
        is1904: this.#is1904,
        read: (sheet, range) => this.#read(sheet, range),
        nameFormula: (name) => this.#nameFormula(name, cell),
      });
      if (matrix.length > 1 || (matrix[0]?.length ?? 0) > 1) {
        return new NotComputed("array");
      }
      // A formula that shows an empty cell shows 0.
      return matrix[0]?.[0] ?? 0;
    } catch (thrown) {
      if (thrown instanceof NotComputed) return thrown;
      throw thrown;
    } finally {
      this.#chain -= 1;
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
    const rows: Scalar[][] = [];
    for (let row = range.top; row <= bottom; row += 1) {
      const line: Scalar[] = [];
      for (let column = range.left; column <= right; column += 1) {
        line.push(this.#readCell(sheet, source, row, column));
      }
      rows.push(line);
    }
    return rows;
  }

  #readCell(
    sheet: string,
    source: CellSource,
    row: number,
    column: number,
  ): Scalar {
    if (this.#formulaIndex.has(sheet)) {
      const cell = this.#cells.get(key(sheet, row, column));
      if (cell && this.isStale(cell)) {
        const result = this.result(cell);
        if (result instanceof NotComputed) throw result;
        return result;
      }
    }
    return source.read(row, column);
  }
}
