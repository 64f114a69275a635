import { CellError } from "../sheet/scalar.ts";
import type { Scalar } from "../sheet/scalar.ts";

/** Rows of equal length. */
export type Matrix = Scalar[][];

/**
 * Thrown for what we do not compute; the old result is then dropped, not kept.
 * A signal and no Error: recording the stack of an Error takes longer than the formula.
 */
export class NotComputed {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

export const fail = (code: string): never => {
  throw new CellError(code);
};

/** The value, unless it is an error: that is thrown. */
export const unwrapScalar = (
  value: Scalar = null,
): Exclude<Scalar, CellError> => {
  if (value instanceof CellError) throw value;
  return value;
};

/** NaN for text that is no number. */
export const readNumber = (text: string): number =>
  text.trim() === "" ? NaN : Number(text);

/**
 * As arithmetic takes a value: empty is 0, digits in text count.
 *
 * @param missing - for an argument that is not given
 * @throws CellError
 */
export const toNumber = (value: Scalar | undefined, missing = 0): number => {
  if (value === undefined) return missing;
  const number =
    typeof value === "string" ? readNumber(value) : Number(unwrapScalar(value));
  return Number.isFinite(number) ? number : fail("#VALUE!");
};

/** As Excel shows a sum: 0.1 + 0.2 is 0.3. */
export const tidy = (value: number): number =>
  Number.isFinite(value) ? Number(value.toPrecision(15)) : fail("#NUM!");

export const toText = (value: Scalar): string => {
  if (value instanceof CellError) return value.code;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String((typeof value === "number" ? tidy(value) : value) ?? "");
};

/** @throws CellError */
export const toCondition = (value: Scalar): boolean => {
  const text = toText(value).toLowerCase();
  return text === "true" || (text !== "false" && toNumber(value) !== 0);
};

const RANKS = ["number", "string", "boolean"];

const rank = (value: Scalar): number => RANKS.indexOf(typeof value);

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
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return Number(x > y) - Number(x < y);
  }
  return rank(a) - rank(b) || Number(a) - Number(b);
};
