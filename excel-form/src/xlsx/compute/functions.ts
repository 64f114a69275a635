import { CellError } from "../sheet/scalar.ts";
import type { Scalar } from "../sheet/scalar.ts";
import type { Range } from "../formula/address.ts";
import { toCriterion } from "./criteria.ts";
import type { PlaceFunction } from "./place-functions.ts";
import { PLACE_FUNCTIONS } from "./place-functions.ts";
import type { Matrix } from "./values.ts";
import {
  compare,
  fail,
  NotComputed,
  unwrapScalar,
  tidy,
  toCondition,
  toNumber,
} from "./values.ts";

/** Part of a formula: a value, cells, or what a function makes of others. */
export type Argument = {
  /**
   * Worked out when asked for, because IF asks for one side only.
   *
   * @param isSubtotal - cells with subtotals of their own are left out
   */
  readonly values: (isSubtotal?: boolean) => Matrix;
  /** Text and logical values in cells are no numbers. */
  readonly isCells?: boolean;
  /** Range of cells that are named by their address. */
  readonly range?: Range;
};

/** Inputs that a formula can read. */
export type FormulaContext = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly is1904: boolean;
  /** An array formula in one cell: an operator takes several cells one by one. */
  readonly isArray?: boolean;
  readonly read: (sheet: string, range: Range, isSubtotal?: boolean) => Matrix;
  /** Everything deep happens in it: it throws NotComputed before the stack is full. */
  readonly nest: <T>(compute: () => T) => T;
  /**
   * Resolves a name or a table reference; throws NotComputed when it resolves
   * to nothing.
   */
  readonly name: (name: string) => Argument;
};

type FormulaFunction = (
  args: readonly Argument[],
  context: FormulaContext,
) => Scalar | Matrix;

/** One value; what several mean here depends on Excel's active cell. */
export const single = (values: Matrix): Scalar => {
  if (values.length > 1 || (values[0]?.length ?? 0) > 1) {
    throw new NotComputed("several values");
  }
  return values[0]?.[0] ?? null;
};

const scalar = (argument: Argument | undefined): Scalar =>
  argument ? single(argument.values()) : null;

const number = (argument: Argument | undefined, missing?: number): number =>
  toNumber(argument && scalar(argument), missing);

const cells = (argument: Argument | undefined): Scalar[] =>
  argument?.values().flat() ?? [];

/**
 * Lists the values that count: of cells those with content, of arguments all.
 */
const listValues = (
  args: readonly Argument[],
  ...types: readonly string[]
): Scalar[] =>
  args.flatMap((argument) =>
    cells(argument).filter((value) =>
      argument.isCells
        ? types.includes(typeof unwrapScalar(value))
        : value !== null,
    ),
  );

const numbers = (args: readonly Argument[]): number[] =>
  listValues(args, "number").map((value) => toNumber(value));

const conditions = (args: readonly Argument[]): boolean[] =>
  listValues(args, "number", "boolean").map(toCondition);

const total = (values: readonly number[]): number =>
  tidy(values.reduce((sum, value) => sum + value, 0));

const average = (values: readonly number[]): number =>
  values.length === 0 ? fail("#DIV/0!") : total(values) / values.length;

const counting =
  (counts: (value: Scalar) => boolean): FormulaFunction =>
  (args) =>
    args.flatMap(cells).filter(counts).length;

const extreme =
  (choose: (a: number, b: number) => number): FormulaFunction =>
  (args) => {
    const values = numbers(args);
    return values.reduce((a, b) => choose(a, b), values[0] ?? 0);
  };

/** Pairs of range and condition; true per place when all hold. */
const matches = (args: readonly Argument[]): boolean[] => {
  const hits: boolean[] = [];
  for (let at = 0; at + 1 < args.length; at += 2) {
    const test = toCriterion(scalar(args[at + 1]));
    for (const [index, value] of cells(args[at]).entries()) {
      hits[index] = hits[index] !== false && test(value);
    }
  }
  return hits;
};

const countMatches: FormulaFunction = (args) =>
  matches(args).filter(Boolean).length;

const pick = (range: Argument | undefined, hits: readonly boolean[]) =>
  cells(range).filter(
    (value, index): value is number =>
      hits[index] === true && typeof value === "number",
  );

/** SUMIF and AVERAGEIF: the cells to take come last, or are those of the condition. */
const pickMatches = (args: readonly Argument[]): number[] =>
  pick(args[2] ?? args[0], matches(args));

const sumProduct: FormulaFunction = (args) => {
  const columns = args.map(cells);
  const [first = []] = columns;
  if (columns.some(({ length }) => length !== first.length)) fail("#VALUE!");
  return total(
    first.map((_, index) =>
      columns.reduce((product, column) => {
        const value = unwrapScalar(column[index]);
        return typeof value === "number" ? product * value : 0;
      }, 1),
    ),
  );
};

/** Only exact look-ups: the others depend on the order of the table. */
const findExact = (
  values: ReadonlyArray<Scalar | undefined>,
  key: Argument | undefined,
  isByOrder: boolean,
): number => {
  if (isByOrder) throw new NotComputed("order");
  const wanted = unwrapScalar(scalar(key));
  const found = values.findIndex(
    (value = null) => value !== null && compare(value, wanted) === 0,
  );
  return found < 0 ? fail("#N/A") : found;
};

/** One cell of a range; of a single row the second argument is the column. */
const pickCell: FormulaFunction = ([table, first, second]) => {
  const rows = table?.values() ?? [];
  const isLine = rows.length === 1 && !second;
  const row = isLine ? 1 : number(first);
  const column = isLine ? number(first) : number(second, 1);
  if (row < 1 || column < 1) throw new NotComputed("a whole row");
  const value = rows[row - 1]?.[column - 1];
  return value === undefined ? fail("#REF!") : value;
};

/** By the number that SUBTOTAL has for it. */
const SUBTOTALS = ",AVERAGE,COUNT,COUNTA,MAX,MIN,,,,SUM".split(",");

const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  SUM: (args) => total(numbers(args)),
  COUNT: counting((value) => typeof value === "number"),
  COUNTA: counting((value) => value !== null),
  COUNTBLANK: counting((value) => value === null || value === ""),
  COUNTIF: countMatches,
  COUNTIFS: countMatches,
  SUMIF: (args) => total(pickMatches(args)),
  SUMIFS: ([range, ...args]) => total(pick(range, matches(args))),
  AVERAGEIF: (args) => average(pickMatches(args)),
  AVERAGE: (args) => average(numbers(args)),
  MAX: extreme(Math.max),
  MIN: extreme(Math.min),
  SUMPRODUCT: sumProduct,
  SUBTOTAL: ([kind, ...args], context) => {
    const compute = FUNCTIONS[SUBTOTALS[number(kind) % 100] ?? ""];
    if (!compute) throw new NotComputed("SUBTOTAL");
    const parts = args.map((argument) => ({
      ...argument,
      values: () => argument.values(true),
    }));
    return compute(parts, context);
  },
  AND: (args) => conditions(args).every(Boolean),
  OR: (args) => conditions(args).some(Boolean),
  IF: ([condition, yes, no]) =>
    (toCondition(scalar(condition)) ? yes : no)?.values() ?? false,
  IFERROR: ([value, fallback]) => {
    const result = scalar(value);
    return result instanceof CellError ? (fallback?.values() ?? "") : result;
  },
  VLOOKUP: ([key, table, column, mode]) => {
    const rows = table?.values() ?? [];
    const isByOrder = !mode || toCondition(scalar(mode));
    const found = findExact(
      rows.map(([first]) => first),
      key,
      isByOrder,
    );
    return rows[found]?.[number(column) - 1] ?? null;
  },
  MATCH: ([key, list, mode]) =>
    findExact(cells(list), key, number(mode, 1) !== 0) + 1,
  INDEX: pickCell,
  ROW: ([reference], { row }) => {
    if (!reference) return row;
    const { top, bottom } = rangeOf(reference);
    if (bottom - top > 100_000) throw new NotComputed("ROW");
    return Array.from({ length: bottom - top + 1 }, (_, by) => [top + by]);
  },
  COLUMN: ([reference], { column }) =>
    reference ? rangeOf(reference).left : column,
  ROWS: ([reference]) => {
    const { top, bottom } = rangeOf(reference);
    return bottom - top + 1;
  },
  // LibreOffice writes the two as functions.
  TRUE: () => true,
  FALSE: () => false,
};

const rangeOf = (argument: Argument | undefined): Range => {
  if (!argument?.range) throw new NotComputed("reference");
  return argument.range;
};

const withErrors = <T>(compute: () => T): T | CellError => {
  try {
    return compute();
  } catch (thrown) {
    if (thrown instanceof CellError) return thrown;
    throw thrown;
  }
};

/** A single row, column or value counts for all places. */
const at = <T>(list: readonly T[], index: number): T | undefined =>
  list[list.length === 1 ? 0 : index];

const longest = (lists: ReadonlyArray<readonly unknown[]>): number =>
  lists.reduce((most, { length }) => Math.max(most, length), 1);

const computePlaces = (
  compute: PlaceFunction,
  args: readonly Matrix[],
  is1904: boolean,
): Matrix => {
  const width = longest(args.map(([first = []]) => first));
  return Array.from({ length: longest(args) }, (_, row) =>
    Array.from({ length: width }, (__, column) =>
      withErrors(() =>
        compute(
          args.map((rows) => {
            const value = at(at(rows, row) ?? [], column);
            return value === undefined ? new CellError("#N/A") : value;
          }),
          is1904,
        ),
      ),
    ),
  );
};

/**
 * Functions and operators of spreadsheets.
 *
 * @param isArray - operators take several cells one by one; elsewhere Excel takes the cell of the
 *   formula's own row or column
 * @see https://support.microsoft.com/office/implicit-intersection-operator-ce3be07b-0101-4450-a24e-c1c999be2b34
 * @throws NotComputed for those that are left to Excel
 */
export const callFunction = (
  name: string,
  args: readonly Argument[],
  context: FormulaContext,
  isArray: boolean,
): Matrix => {
  const ofPlaces = PLACE_FUNCTIONS[name];
  if (ofPlaces) {
    const values = args.map((argument) => argument.values());
    if (!isArray) values.forEach(single);
    return computePlaces(ofPlaces, values, context.is1904);
  }
  const compute = FUNCTIONS[name];
  if (!compute) throw new NotComputed(name);
  const result = withErrors(() => compute(args, context));
  return Array.isArray(result) ? result : [[result]];
};
