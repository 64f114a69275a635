import type { Scalar } from "../sheet/scalar.ts";
import { tokenize } from "../formula/tokenize.ts";
import type { Range } from "../formula/address.ts";
import { MAX_COLUMN, MAX_ROW } from "../formula/address.ts";
import type { Argument } from "./functions.ts";
import { single } from "./functions.ts";
import { parseFormula } from "./parse-formula.ts";
import type { Tables } from "./tables.ts";
import { resolveTableReference } from "./tables.ts";
import type { Matrix } from "./values.ts";
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
  /** An array formula in this cell alone. */
  readonly isArray?: boolean;
  /** Cells on which the result of a data table depends; a formula says so itself. */
  readonly inputs?: readonly Range[];
};

/** Cells of a sheet. */
export type CellSource = {
  /** Constants and old results. */
  readonly read: (row: number, column: number) => Scalar;
  readonly isChanged: (row: number, column: number) => boolean;
  readonly isHidden: (row: number) => boolean;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** By `cellKey`. */
  readonly formulas: ReadonlyMap<number, FormulaCell>;
};

/** Sheets, tables and the formulas of names (those of one sheet as `sheet!name`), each by its name in lower case. */
export type Book = {
  readonly sources: ReadonlyMap<string, CellSource>;
  readonly names: ReadonlyMap<string, string>;
  readonly tables: Tables;
  readonly is1904: boolean;
};

/** Result of a formula; it stays the old one when no input changed. */
export type Outcome = {
  readonly value: Scalar | NotComputed;
  readonly isStale: boolean;
};

/**
 * Cells that all formulas of a fill may read together (1–2 s); Excel computes
 * the rest.
 */
const MAX_CELLS_READ = 5_000_000;
/** Calls within calls and formulas that need others; what is left of the stack allows far more. */
const MAX_DEPTH = 300;
/** Functions of which the arguments do not tell what they see. */
const LOOKS_ANYWHERE = /^(INDIRECT|OFFSET|GETPIVOTDATA)$/i;
const HAS_SUBTOTAL = /\bSUBTOTAL\s*\(/i;

/** A cell of a sheet as one number. */
export const cellKey = (row: number, column: number): number =>
  row * (MAX_COLUMN + 1) + column;

/** Computes what changed cells and inserted rows make of the formulas. */
export const createCalculator = ({ sources, names, tables, is1904 }: Book) => {
  // An error that a module makes while it loads costs 0.2 s in a page that is being inspected:
  // V8 parses the whole bundle again to know where it was made.
  const tooDeep = new NotComputed("depth");
  const circle: Outcome = { value: new NotComputed("circle"), isStale: false };
  const outcomes = new Map<FormulaCell, Outcome>();
  let depth = 0;
  let cellsRead = 0;
  /** The formula at work has looked at something that changed. */
  let hasChangedInput = false;
  /** Formula at which the chain became too long. */
  let deepest: FormulaCell | undefined;

  const nest = <T>(compute: () => T): T => {
    if (depth >= MAX_DEPTH) throw tooDeep;
    depth += 1;
    try {
      return compute();
    } finally {
      depth -= 1;
    }
  };

  const readCell = (
    source: CellSource,
    row: number,
    column: number,
    isSubtotal: boolean,
  ): Scalar => {
    const cell = source.formulas.get(cellKey(row, column));
    if (isSubtotal && cell && HAS_SUBTOTAL.test(cell.formula)) return null;
    const outcome = cell && computeCell(cell);
    if (outcome?.isStale || source.isChanged(row, column))
      hasChangedInput = true;
    if (!outcome?.isStale && outcome !== circle) {
      return source.read(row, column);
    }
    if (outcome.value instanceof NotComputed) throw outcome.value;
    return outcome.value;
  };

  const read = (
    sheet: string,
    { top, left, ...range }: Range,
    isSubtotal = false,
  ): Matrix => {
    const source = sources.get(sheet.toLowerCase());
    if (!source) throw new NotComputed(sheet);
    let { bottom, right } = range;
    // Whole columns and rows end where the sheet does.
    if (bottom === MAX_ROW) bottom = Math.max(source.lastRow, top);
    if (right === MAX_COLUMN) right = Math.max(source.lastColumn, left);
    const count = (bottom - top + 1) * (right - left + 1);
    if (cellsRead + count > MAX_CELLS_READ) {
      // Something in there may have changed.
      hasChangedInput = true;
      throw new NotComputed("size");
    }
    cellsRead += count;
    const rows: Matrix = [];
    for (let row = top; row <= bottom; row += 1) {
      // A hidden row counts or not by the way it was hidden.
      if (isSubtotal && source.isHidden(row)) throw new NotComputed("hidden");
      const line: Scalar[] = [];
      for (let column = left; column <= right; column += 1) {
        line.push(readCell(source, row, column, isSubtotal));
      }
      rows.push(line);
    }
    return rows;
  };

  const namedFormula = (name: string, { sheet }: FormulaCell) =>
    names.get(`${sheet}!${name}`.toLowerCase()) ??
    names.get(name.toLowerCase());

  const parse = (formula: string, cell: FormulaCell): Argument =>
    parseFormula(formula, {
      ...cell,
      is1904,
      nest,
      read,
      name: (name) => {
        const named = namedFormula(name, cell);
        // Excel takes the formula of a name as an array.
        if (named !== undefined)
          return parse(named, { ...cell, isArray: true });
        const place = resolveTableReference(name, tables, cell);
        if (!place) {
          // Its inputs are unknown unless they are in another book.
          hasChangedInput ||= !/\].*!/.test(name);
          throw new NotComputed(name);
        }
        return {
          values: (isSubtotal) => read(place.sheet, place.range, isSubtotal),
        };
      },
    });

  const evaluate = (
    formula: string,
    cell: FormulaCell,
  ): Scalar | NotComputed => {
    try {
      // A formula that shows an empty cell shows 0.
      return nest(() => single(parse(formula, cell).values())) ?? 0;
    } catch (thrown) {
      if (thrown instanceof NotComputed) return thrown;
      throw thrown;
    }
  };

  /** Notes whether an input of a data table has changed. */
  const lookAtInputs = ({ sheet, inputs = [] }: FormulaCell): void => {
    for (const range of inputs) {
      try {
        read(sheet, range);
      } catch (thrown) {
        if (!(thrown instanceof NotComputed)) throw thrown;
      }
    }
  };

  const compute = (cell: FormulaCell): Scalar | NotComputed => {
    lookAtInputs(cell);
    let value = cell.isSpread
      ? new NotComputed("array")
      : evaluate(cell.formula, cell);
    if (!(value instanceof NotComputed)) return value;
    // It may have stopped before it came to what changed.
    for (const { kind, text } of tokenize(cell.formula)) {
      if (hasChangedInput || value === tooDeep) break;
      if (LOOKS_ANYWHERE.test(text)) hasChangedInput = true;
      if (kind !== "reference" && kind !== "name") continue;
      const seen = evaluate(text, cell);
      if (seen === tooDeep) value = tooDeep;
      if (seen instanceof NotComputed && kind === "name") {
        // A name for `OFFSET(…)` has not been followed to its cells.
        hasChangedInput ||= /\(/.test(namedFormula(text, cell) ?? "");
      }
    }
    return value;
  };

  const computeCell = (cell: FormulaCell): Outcome => {
    const known = outcomes.get(cell);
    if (known) return known;
    outcomes.set(cell, circle);
    const outer = hasChangedInput;
    hasChangedInput = cell.isStale;
    const value = compute(cell);
    const isTooDeep = value === tooDeep;
    const outcome = { value, isStale: hasChangedInput || isTooDeep };
    hasChangedInput = outer;
    if (isTooDeep) {
      deepest ??= cell;
      outcomes.delete(cell);
    } else outcomes.set(cell, outcome);
    return outcome;
  };

  /** The new result, NotComputed when we cannot know it; and whether it is one. */
  const outcomeOf = (cell: FormulaCell): Outcome => {
    // A chain of any length is taken from its other end.
    const waiting = [cell];
    for (;;) {
      deepest = undefined;
      const outcome = computeCell(waiting.at(-1) ?? cell);
      if (!deepest) waiting.pop();
      else if (waiting.includes(deepest)) {
        // Cells it read on the way may have changed.
        outcomes.set(deepest, { ...circle, isStale: true });
      } else waiting.push(deepest);
      if (waiting.length === 0) return outcome;
    }
  };

  /**
   * Result of a formula outside the cells: undefined when no input changed,
   * null when it cannot be computed.
   */
  const look = (formula: string, sheet: string): Matrix | null | undefined => {
    const place = {
      sheet,
      row: 0,
      column: 0,
      isStale: false,
      isSpread: true,
      isArray: true,
    };
    const cell = { ...place, formula };
    if (!outcomeOf(cell).isStale) return undefined;
    try {
      return parse(formula, cell).values();
    } catch (thrown) {
      if (thrown instanceof NotComputed) return null;
      throw thrown;
    }
  };

  return { outcomeOf, look };
};
