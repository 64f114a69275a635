/** An error value such as `#DIV/0!`. */
export class CellError {
  readonly code: string;
  constructor(code: string) {
    this.code = code;
  }
}

/** null is an empty cell. */
export type Scalar = number | string | boolean | null | CellError;
/** Rows of equal length. */
export type Matrix = ReadonlyArray<readonly Scalar[]>;

/** Thrown for what we do not compute; the old result is then dropped, not kept. */
export class NotComputed extends Error {
  constructor(what: string) {
    super(what);
    this.name = "NotComputed";
  }
}

export const VALUE_ERROR = new CellError("#VALUE!");
export const DIVISION_ERROR = new CellError("#DIV/0!");
export const MISSING_ERROR = new CellError("#N/A");

/** As arithmetic takes a value: empty is 0, digits in text count. */
export const toNumber = (value: Scalar): number | CellError => {
  if (typeof value === "number" || value instanceof CellError) return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  const trimmed = value.trim();
  const number = Number(trimmed);
  return trimmed === "" || Number.isNaN(number) ? VALUE_ERROR : number;
};

export const toText = (value: Scalar): string => {
  if (value === null) return "";
  if (value instanceof CellError) return value.code;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number"
    ? String(Number(value.toPrecision(15)))
    : value;
};

export const toCondition = (value: Scalar): boolean | CellError => {
  if (typeof value === "string" && /^(true|false)$/i.test(value)) {
    return value.toLowerCase() === "true";
  }
  const number = toNumber(value);
  return number instanceof CellError ? number : number !== 0;
};

const rank = (value: Scalar): number => {
  if (typeof value === "number") return 0;
  return typeof value === "string" ? 1 : 2;
};

/** Empty is what the other side would be when empty: 0, "" or FALSE. */
const fillBlank = (value: Scalar, other: Scalar): Scalar => {
  if (value !== null) return value;
  if (typeof other === "string") return "";
  return typeof other === "boolean" ? false : 0;
};

/** Numbers before texts before logical values; letters without case. */
export const compare = (left: Scalar, right: Scalar): number => {
  const a = fillBlank(left, right);
  const b = fillBlank(right, left);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return Number(x > y) - Number(x < y);
  }
  return Number(a) - Number(b);
};

/** What a comparison makes of the order of its sides. */
export const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> =
  {
    "=": (order) => order === 0,
    "<>": (order) => order !== 0,
    "<": (order) => order < 0,
    ">": (order) => order > 0,
    "<=": (order) => order <= 0,
    ">=": (order) => order >= 0,
  };
