import {
  compare,
  format,
  ONE,
  parseDecimal,
  ZERO,
} from "../../ground/decimal.ts";
import type { Decimal } from "../../ground/decimal.ts";

/** An empty number or date: 0 in sums, equal to "" in comparisons. */
export const BLANK = Symbol("blank");
/**
 * Failed result: shown as #ERROR!, #VALUE! and the like on screens; "" over
 * REST.
 */
export const FAILED = Symbol("failed");

export type Scalar = Decimal | string | boolean | typeof BLANK | typeof FAILED;
export type Value = Scalar | Scalar[];

const isDecimal = (value: Value): value is Decimal =>
  typeof value === "object" && !Array.isArray(value);

/** The number a value counts as, or null where none fits. */
export const toDecimal = (value: Value): Decimal | null => {
  if (value === BLANK) return ZERO;
  if (typeof value === "boolean") return value ? ONE : ZERO;
  return isDecimal(value) ? value : null;
};

export const toBoolean = (value: Value): boolean | null => {
  if (typeof value === "boolean") return value;
  const number = toDecimal(value);
  return number && number.digits !== 0n;
};

/** The text a value is joined as, or null where none fits. */
export const toText = (value: Value): string | null => {
  if (typeof value === "string") return value;
  if (value === BLANK) return "";
  if (typeof value === "boolean") return value ? "1" : "0";
  return isDecimal(value) ? format(value) : null;
};

export const numberOrBlank = (text: string): Scalar =>
  text === "" ? BLANK : (parseDecimal(text) ?? FAILED);

/** Null where the two cannot be compared. */
export const isEqual = (a: Value, b: Value): boolean | null => {
  if (a === FAILED || b === FAILED) return null;
  if (typeof a === "string" || typeof b === "string") {
    const [left, right] = [toText(a), toText(b)];
    return left === null || right === null ? null : left === right;
  }
  const [left, right] = [toDecimal(a), toDecimal(b)];
  return left && right && compare(left, right) === 0;
};
