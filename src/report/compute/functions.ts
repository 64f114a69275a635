import { fromSerial, toSerial } from "../sheet/serial-date.ts";
import { toCriterion } from "./criteria.ts";
import type { Matrix, Scalar } from "./values.ts";
import {
  CellError,
  compare,
  DIVISION_ERROR,
  MISSING_ERROR,
  NotComputed,
  toCondition,
  toNumber,
  toText,
  VALUE_ERROR,
} from "./values.ts";

/** An argument: what it evaluates to, and whether it was cells (text in cells is no number). */
export type Argument = { readonly values: Matrix; readonly isRange: boolean };

export type FormulaFunction = (
  args: readonly Argument[],
  is1904: boolean,
) => Scalar;

/** Carries an error value up to the function that returns it. */
class Raised {
  readonly error: CellError;
  constructor(error: CellError) {
    this.error = error;
  }
}

const raise = <T>(value: T | CellError): T => {
  if (value instanceof CellError) throw new Raised(value);
  return value;
};

const guard =
  (compute: FormulaFunction): FormulaFunction =>
  (args, is1904) => {
    try {
      return compute(args, is1904);
    } catch (thrown) {
      if (thrown instanceof Raised) return thrown.error;
      throw thrown;
    }
  };

/** One value; what several mean here depends on where Excel stands. */
const scalar = (argument: Argument | undefined): Scalar => {
  const values = argument?.values ?? [];
  if (values.length > 1 || (values[0]?.length ?? 0) > 1) {
    throw new NotComputed("several values");
  }
  return values[0]?.[0] ?? null;
};

const number = (argument: Argument | undefined, fallback = 0): number =>
  argument ? raise(toNumber(scalar(argument))) : fallback;

const text = (argument: Argument | undefined): string => {
  const value = scalar(argument);
  if (value instanceof CellError) raise(value);
  return toText(value);
};

function* each(args: readonly Argument[]): Generator<[Scalar, boolean]> {
  for (const { values, isRange } of args) {
    for (const row of values) for (const value of row) yield [value, isRange];
  }
}

/** Numbers as SUM sees them: text and logical values in cells do not count. */
const numbers = (args: readonly Argument[]): number[] => {
  const found: number[] = [];
  for (const [value, isRange] of each(args)) {
    if (value instanceof CellError) raise(value);
    if (typeof value === "number") found.push(value);
    else if (!isRange && value !== null) found.push(raise(toNumber(value)));
  }
  return found;
};

/** Adds as Excel shows it: 0.1 + 0.2 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(15));

const total = (values: readonly number[]): number =>
  tidy(values.reduce((sum, value) => sum + value, 0));

const average = (values: readonly number[]): Scalar =>
  values.length === 0 ? DIVISION_ERROR : total(values) / values.length;

const extreme = (values: readonly number[], sign: 1 | -1): number =>
  values.reduce(
    (best, value) => (sign * value > sign * best ? value : best),
    values[0] ?? 0,
  );

const countFilled = (args: readonly Argument[]): number => {
  let count = 0;
  for (const [value] of each(args)) if (value !== null) count += 1;
  return count;
};

const countNumbers = (args: readonly Argument[]): number => {
  let count = 0;
  for (const [value] of each(args)) if (typeof value === "number") count += 1;
  return count;
};

/** Pairs of range and condition, starting at `first`; true per position when all hold. */
const matches = (args: readonly Argument[], first: number): boolean[] => {
  const hits: boolean[] = [];
  for (let at = first; at + 1 < args.length; at += 2) {
    const test = toCriterion(scalar(args[at + 1]));
    const values = args[at]?.values.flat() ?? [];
    values.forEach((value, index) => {
      hits[index] = (at === first || hits[index] === true) && test(value);
    });
  }
  return hits;
};

const countMatches: FormulaFunction = (args) =>
  matches(args, 0).filter(Boolean).length;

const pick = (range: Argument | undefined, hits: readonly boolean[]) =>
  (range?.values.flat() ?? []).filter(
    (value, index): value is number =>
      hits[index] === true && typeof value === "number",
  );

const round =
  (how: (value: number) => number): FormulaFunction =>
  ([value, places]) => {
    const scale = 10 ** Math.trunc(number(places));
    const input = number(value);
    // Away from the binary dust: 1.005 * 100 is 100.49999999999999.
    return Math.sign(input) * (how(tidy(Math.abs(input) * scale)) / scale);
  };

const sumProduct: FormulaFunction = (args) => {
  const columns = args.map((argument) => argument.values.flat());
  const length = columns[0]?.length ?? 0;
  if (columns.some((column) => column.length !== length)) return VALUE_ERROR;
  let sum = 0;
  for (let index = 0; index < length; index += 1) {
    sum += columns.reduce((product, column) => {
      const value = column[index] ?? null;
      if (value instanceof CellError) raise(value);
      return typeof value === "number" ? product * value : 0;
    }, 1);
  }
  return tidy(sum);
};

const findExact = (values: readonly Scalar[], key: Scalar): number =>
  values.findIndex((value) => value !== null && compare(value, key) === 0);

/** Only exact look-ups: the others depend on the order of the table. */
const lookUp: FormulaFunction = ([key, table, column, mode]) => {
  if (!mode || raise(toCondition(scalar(mode)))) throw new NotComputed("order");
  const rows = table?.values ?? [];
  const found = findExact(
    rows.map((row) => row[0] ?? null),
    scalar(key),
  );
  return found < 0
    ? MISSING_ERROR
    : (rows[found]?.[number(column) - 1] ?? null);
};

const match: FormulaFunction = ([key, list, mode]) => {
  if (number(mode, 1) !== 0) throw new NotComputed("order");
  const found = findExact(list?.values.flat() ?? [], scalar(key));
  return found < 0 ? MISSING_ERROR : found + 1;
};

/** One cell of a range; of a single row the second argument is the column. */
const pickCell: FormulaFunction = ([table, first, second]) => {
  const rows = table?.values ?? [];
  const isLine = rows.length === 1 && !second;
  const row = isLine ? 1 : number(first);
  const column = isLine ? number(first) : number(second, 1);
  if (row < 1 || column < 1) throw new NotComputed("a whole row");
  const value = rows[row - 1]?.[column - 1];
  return value === undefined ? new CellError("#REF!") : value;
};

const AGGREGATES: Readonly<Record<number, FormulaFunction>> = {
  1: (args) => average(numbers(args)),
  2: countNumbers,
  3: countFilled,
  4: (args) => extreme(numbers(args), 1),
  5: (args) => extreme(numbers(args), -1),
  9: (args) => total(numbers(args)),
};

const conditions = (args: readonly Argument[]): boolean[] => {
  const found: boolean[] = [];
  for (const [value, isRange] of each(args)) {
    if (value instanceof CellError) raise(value);
    if (value === null || (isRange && typeof value === "string")) continue;
    found.push(raise(toCondition(value)));
  }
  return found;
};

const datePart =
  (from: number, to: number): FormulaFunction =>
  ([value], is1904) =>
    Number(fromSerial(number(value), is1904)?.slice(from, to) ?? NaN) ||
    VALUE_ERROR;

const pad = (value: number, length: number): string =>
  String(value).padStart(length, "0");

const FUNCTIONS: Readonly<Record<string, FormulaFunction>> = {
  SUM: (args) => total(numbers(args)),
  COUNT: countNumbers,
  COUNTA: countFilled,
  COUNTBLANK: ([range]) =>
    (range?.values.flat() ?? []).filter(
      (value) => value === null || value === "",
    ).length,
  COUNTIF: countMatches,
  COUNTIFS: countMatches,
  SUMIF: (args) =>
    total(pick(args[2] ?? args[0], matches(args.slice(0, 2), 0))),
  SUMIFS: (args) => total(pick(args[0], matches(args, 1))),
  AVERAGEIF: (args) =>
    average(pick(args[2] ?? args[0], matches(args.slice(0, 2), 0))),
  AVERAGE: (args) => average(numbers(args)),
  MAX: (args) => extreme(numbers(args), 1),
  MIN: (args) => extreme(numbers(args), -1),
  SUMPRODUCT: sumProduct,
  SUBTOTAL: ([kind, ...args], is1904) => {
    const compute = AGGREGATES[number(kind) % 100];
    if (!compute) throw new NotComputed("SUBTOTAL");
    return compute(args, is1904);
  },
  AND: (args) => conditions(args).every(Boolean),
  OR: (args) => conditions(args).some(Boolean),
  VLOOKUP: lookUp,
  MATCH: match,
  INDEX: pickCell,
  // LibreOffice writes the two as functions.
  TRUE: () => true,
  FALSE: () => false,
};

/** Functions of single values; given arrays, they are done for each place. */
const ELEMENTWISE: Readonly<Record<string, FormulaFunction>> = {
  NOT: ([value]) => !raise(toCondition(scalar(value))),
  ABS: ([value]) => Math.abs(number(value)),
  INT: ([value]) => Math.floor(number(value)),
  MOD: ([value, divisor]) => {
    const by = number(divisor);
    const dividend = number(value);
    return by === 0
      ? DIVISION_ERROR
      : tidy(dividend - by * Math.floor(dividend / by));
  },
  ROUND: round(Math.round),
  ROUNDUP: round(Math.ceil),
  ROUNDDOWN: round(Math.floor),
  LEN: ([value]) => text(value).length,
  TRIM: ([value]) => text(value).trim().replace(/ +/g, " "),
  CONCATENATE: (args) => args.map(text).join(""),
  LEFT: ([value, length]) => text(value).slice(0, number(length, 1)),
  RIGHT: ([value, length]) => {
    const whole = text(value);
    return whole.slice(Math.max(0, whole.length - number(length, 1)));
  },
  MID: ([value, start, length]) =>
    text(value).slice(number(start) - 1, number(start) - 1 + number(length)),
  VALUE: ([value]) => number(value),
  N: ([value]) => {
    const input = scalar(value);
    return typeof input === "string" ? 0 : raise(toNumber(input));
  },
  ISBLANK: ([value]) => scalar(value) === null,
  ISNUMBER: ([value]) => typeof scalar(value) === "number",
  ISTEXT: ([value]) => typeof scalar(value) === "string",
  ISERROR: ([value]) => scalar(value) instanceof CellError,
  YEAR: datePart(0, 4),
  MONTH: datePart(5, 7),
  DAY: datePart(8, 10),
  DATE: ([year, month, day], is1904) => {
    const iso = `${pad(number(year), 4)}-${pad(number(month), 2)}-${pad(number(day), 2)}`;
    const serial = toSerial(iso, is1904);
    // A 13th month is next January for Excel.
    if (serial === null) throw new NotComputed("DATE");
    return serial;
  },
};

const sizeOf = (args: readonly Argument[]) => ({
  height: Math.max(1, ...args.map(({ values }) => values.length)),
  width: Math.max(1, ...args.map(({ values }) => values[0]?.length ?? 0)),
});

/** The value at a place; a single row, column or value counts for all. */
const pickAt = (
  { values, isRange }: Argument,
  row: number,
  column: number,
): Argument => {
  const line = values[values.length === 1 ? 0 : row] ?? [];
  const value = line[line.length === 1 ? 0 : column];
  return { values: [[value === undefined ? MISSING_ERROR : value]], isRange };
};

const forEachPlace =
  (compute: FormulaFunction) =>
  (args: readonly Argument[], is1904: boolean): Matrix => {
    const { height, width } = sizeOf(args);
    return Array.from({ length: height }, (_, row) =>
      Array.from({ length: width }, (__, column) =>
        compute(
          args.map((argument) => pickAt(argument, row, column)),
          is1904,
        ),
      ),
    );
  };

/** undefined for functions that we do not compute. */
export const findFunction = (
  name: string,
): ((args: readonly Argument[], is1904: boolean) => Matrix) | undefined => {
  if (Object.hasOwn(ELEMENTWISE, name) && ELEMENTWISE[name]) {
    return forEachPlace(guard(ELEMENTWISE[name]));
  }
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  return found && ((args, is1904) => [[guard(found)(args, is1904)]]);
};
