import { CellError } from "../sheet/scalar.ts";
import type { Scalar } from "../sheet/scalar.ts";
import { fromSerial, toSerial } from "../sheet/serial-date.ts";
import {
  compare,
  fail,
  NotComputed,
  unwrapScalar,
  tidy,
  toCondition,
  toNumber,
  toText,
} from "./values.ts";

/**
 * Takes scalars; a range argument is mapped element by element. A value is
 * undefined when its argument is not given.
 */
export type PlaceFunction = (
  values: ReadonlyArray<Scalar | undefined>,
  is1904: boolean,
) => Scalar;

const text = (value: Scalar | undefined): string => toText(unwrapScalar(value));

const arithmetic =
  (compute: (a: number, b: number) => number): PlaceFunction =>
  ([a, b]) =>
    tidy(compute(toNumber(a), toNumber(b)));

const comparison =
  (holds: (order: number) => boolean): PlaceFunction =>
  ([a, b]) =>
    holds(compare(unwrapScalar(a), unwrapScalar(b)));

const divide = (a: number, b: number): number =>
  b === 0 ? fail("#DIV/0!") : a / b;

const round =
  (how: (value: number) => number): PlaceFunction =>
  ([value, places]) => {
    const scale = 10 ** Math.trunc(toNumber(places));
    const input = toNumber(value);
    // Drop floating-point error before rounding: 1.005 * 100 is
    // 100.49999999999999.
    return Math.sign(input) * (how(tidy(Math.abs(input) * scale)) / scale);
  };

const join: PlaceFunction = (values) =>
  values.map((value) => text(value)).join("");

const datePart =
  (from: number, to: number): PlaceFunction =>
  ([value], is1904) =>
    toNumber(fromSerial(toNumber(value), is1904)?.slice(from, to) ?? "");

const pad = (value: Scalar | undefined, length: number): string =>
  String(toNumber(value)).padStart(length, "0");

/** Operators too: `a+b` is `+` of two values. */
export const PLACE_FUNCTIONS: Readonly<Record<string, PlaceFunction>> = {
  "+": arithmetic((a, b) => a + b),
  "-": arithmetic((a, b) => a - b),
  "*": arithmetic((a, b) => a * b),
  "/": arithmetic(divide),
  "^": arithmetic((a, b) => a ** b),
  "&": join,
  "=": comparison((order) => order === 0),
  "<>": comparison((order) => order !== 0),
  "<": comparison((order) => order < 0),
  ">": comparison((order) => order > 0),
  "<=": comparison((order) => order <= 0),
  ">=": comparison((order) => order >= 0),
  NOT: ([value = null]) => !toCondition(value),
  ABS: ([value]) => Math.abs(toNumber(value)),
  INT: ([value]) => Math.floor(toNumber(value)),
  MOD: arithmetic((a, b) => a - b * Math.floor(divide(a, b))),
  ROUND: round(Math.round),
  ROUNDUP: round(Math.ceil),
  ROUNDDOWN: round(Math.floor),
  LEN: ([value]) => text(value).length,
  TRIM: ([value]) => text(value).trim().replace(/ +/g, " "),
  CONCATENATE: join,
  LEFT: ([value, length]) => text(value).slice(0, toNumber(length, 1)),
  RIGHT: ([value, length]) => {
    const whole = text(value);
    return whole.slice(Math.max(0, whole.length - toNumber(length, 1)));
  },
  MID: ([value, start, length]) =>
    text(value)
      .slice(toNumber(start) - 1)
      .slice(0, toNumber(length)),
  VALUE: ([value]) => toNumber(value),
  N: ([value]) => (typeof value === "string" ? 0 : toNumber(value)),
  ISBLANK: ([value]) => value === null,
  ISNUMBER: ([value]) => typeof value === "number",
  ISTEXT: ([value]) => typeof value === "string",
  ISERROR: ([value]) => value instanceof CellError,
  YEAR: datePart(0, 4),
  MONTH: datePart(5, 7),
  DAY: datePart(8, 10),
  DATE: ([year, month, day], is1904) => {
    const serial = toSerial(
      `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`,
      is1904,
    );
    // A 13th month is next January for Excel.
    if (serial === null) throw new NotComputed("DATE");
    return serial;
  },
};
