/**
 * Exact decimal numbers: `digits × 10^-scale`. kintone calculates in decimal,
 * so 7 * 0.1 is 0.7 (SG:doc/kintone-calc-behavior.md).
 */
export type Decimal = { digits: bigint; scale: number };

/** Modes of `numberPrecision.roundingMode`, and half up for ROUND. */
export type Rounding = "HALF_EVEN" | "UP" | "DOWN" | "HALF_UP";

export const ZERO: Decimal = { digits: 0n, scale: 0 };
export const ONE: Decimal = { digits: 1n, scale: 0 };

// kintone's screens refuse such exponents long before; keeps 10n ** n small.
const MAX_EXPONENT = 400;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

const powers: bigint[] = [];
const powerOfTen = (exponent: number): bigint =>
  (powers[exponent] ??= 10n ** BigInt(exponent));

/** A number in the notation of `Number()` without blanks and hex, or null. */
export const parseDecimal = (text: string): Decimal | null => {
  const found = NUMBER.exec(text);
  if (!found) return null;
  const [, sign, whole = "", fraction = "", exponent = "0"] = found;
  if (whole === "" && fraction === "") return null;
  const shift = Number(exponent);
  if (Math.abs(shift) > MAX_EXPONENT) return null;
  const magnitude = BigInt(`${whole}${fraction}`);
  const digits = sign === "-" ? -magnitude : magnitude;
  const scale = fraction.length - shift;
  return scale >= 0
    ? { digits, scale }
    : { digits: digits * powerOfTen(-scale), scale: 0 };
};

const withScale = (value: Decimal, scale: number): bigint =>
  value.digits * powerOfTen(scale - value.scale);

const combine = (
  a: Decimal,
  b: Decimal,
  join: (x: bigint, y: bigint) => bigint,
): Decimal => {
  const scale = Math.max(a.scale, b.scale);
  return { digits: join(withScale(a, scale), withScale(b, scale)), scale };
};

export const add = (a: Decimal, b: Decimal): Decimal =>
  combine(a, b, (x, y) => x + y);
export const subtract = (a: Decimal, b: Decimal): Decimal =>
  combine(a, b, (x, y) => x - y);
export const multiply = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  scale: a.scale + b.scale,
});
export const negate = (a: Decimal): Decimal => ({ ...a, digits: -a.digits });

export const compare = (a: Decimal, b: Decimal): -1 | 0 | 1 => {
  const scale = Math.max(a.scale, b.scale);
  const [x, y] = [withScale(a, scale), withScale(b, scale)];
  if (x === y) return 0;
  return x < y ? -1 : 1;
};

const absolute = (value: bigint) => (value < 0n ? -value : value);

/** Tells whether the quotient of two whole numbers, cut towards zero, must grow by one. */
const roundsUp = (
  quotient: bigint,
  remainder: bigint,
  divisor: bigint,
  rounding: Rounding,
): boolean => {
  if (remainder === 0n || rounding === "DOWN") return false;
  if (rounding === "UP") return true;
  const doubled = absolute(remainder) * 2n;
  const half = absolute(divisor);
  if (doubled !== half) return doubled > half;
  return rounding === "HALF_UP" || absolute(quotient) % 2n === 1n;
};

const divideWhole = (
  dividend: bigint,
  divisor: bigint,
  rounding: Rounding,
): bigint => {
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  if (!roundsUp(quotient, remainder, divisor, rounding)) return quotient;
  const isNegative = dividend < 0n !== divisor < 0n;
  return quotient + (isNegative ? -1n : 1n);
};

/** Cuts to so many places after the point (negative: before it). */
export const round = (
  value: Decimal,
  places: number,
  rounding: Rounding,
): Decimal => {
  if (value.scale <= places) return value;
  const cut = divideWhole(
    value.digits,
    powerOfTen(value.scale - places),
    rounding,
  );
  return places >= 0
    ? { digits: cut, scale: places }
    : { digits: cut * powerOfTen(-places), scale: 0 };
};

/** Null when the divisor is 0. */
export const divide = (
  a: Decimal,
  b: Decimal,
  places: number,
  rounding: Rounding,
): Decimal | null => {
  if (b.digits === 0n) return null;
  // a / b = (a.digits × 10^(b.scale - a.scale)) / b.digits
  const shift = places + b.scale - a.scale;
  const dividend = shift >= 0 ? a.digits * powerOfTen(shift) : a.digits;
  const divisor = shift >= 0 ? b.digits : b.digits * powerOfTen(-shift);
  return { digits: divideWhole(dividend, divisor, rounding), scale: places };
};

/** Whole part, cut towards zero. */
export const truncate = (value: Decimal): bigint =>
  value.digits / powerOfTen(value.scale);

/** Digits before the point, at least 1. */
export const wholeDigits = (value: Decimal): number =>
  absolute(truncate(value)).toString().length;

/** Plain notation without trailing zeros: `-12.5`, `0`. */
export const format = (value: Decimal): string => {
  const sign = value.digits < 0n ? "-" : "";
  const text = absolute(value.digits)
    .toString()
    .padStart(value.scale + 1, "0");
  const whole = text.slice(0, text.length - value.scale);
  const fraction = text.slice(text.length - value.scale).replace(/0+$/, "");
  if (value.digits === 0n) return "0";
  return `${sign}${whole}${fraction === "" ? "" : `.${fraction}`}`;
};

export const fromNumber = (value: number): Decimal => ({
  digits: BigInt(Math.trunc(value)),
  scale: 0,
});
