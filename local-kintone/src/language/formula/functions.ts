import { formatDate } from "./date-format.ts";
import { add, format, round, truncate, ZERO } from "../../ground/decimal.ts";
import type { Decimal, Rounding } from "../../ground/decimal.ts";
import { FAILED, isEqual, toBoolean, toDecimal, toText } from "./value.ts";
import type { Scalar, Value } from "./value.ts";

export type FunctionSpec = {
  min: number;
  max: number;
  /** Not for IF, whose branches are evaluated only when needed. */
  evaluate: (args: Value[]) => Scalar;
};

const MAX_ARGUMENTS = 32;
const MAX_PLACES = 100;

const sum = (args: Value[]): Scalar => {
  let total: Decimal = ZERO;
  for (const value of args.flat()) {
    const number = toDecimal(value);
    if (!number) return FAILED;
    total = add(total, number);
  }
  return total;
};

const logic =
  (decide: (values: boolean[]) => boolean) =>
  (args: Value[]): Scalar => {
    const values: boolean[] = [];
    for (const arg of args) {
      const value = toBoolean(arg);
      if (value === null) return FAILED;
      values.push(value);
    }
    return decide(values);
  };

const placesOf = (value: Value | undefined): number | null => {
  if (value === undefined) return 0;
  const number = toDecimal(value);
  if (!number) return null;
  const places = Number(truncate(number));
  return Math.abs(places) <= MAX_PLACES ? places : null;
};

const rounded =
  (rounding: Rounding) =>
  ([value = FAILED, digits]: Value[]): Scalar => {
    const number = toDecimal(value);
    const places = placesOf(digits);
    if (!number || places === null) return FAILED;
    return round(number, places, rounding);
  };

const yen = ([value = FAILED, digits]: Value[]): Scalar => {
  const number = toDecimal(value);
  const places = placesOf(digits);
  if (!number || places === null || places < 0) return FAILED;
  const text = format(round(number, places, "HALF_UP"));
  const [whole = "", fraction = ""] = text.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = places > 0 ? `.${fraction.padEnd(places, "0")}` : "";
  return `¥${grouped}${decimals}`;
};

const dateFormat = ([
  moment = FAILED,
  pattern = "",
  zone = "",
]: Value[]): Scalar => {
  const seconds = toDecimal(moment);
  const [patternText, zoneText] = [toText(pattern), toText(zone)];
  if (!seconds || patternText === null || zoneText === null) return FAILED;
  return formatDate(truncate(seconds), patternText, zoneText) ?? FAILED;
};

/** A choice in a top-level text or drop-down fails at run time (SG). */
const contains = ([list = FAILED, wanted = FAILED]: Value[]): Scalar => {
  if (!Array.isArray(list)) return FAILED;
  return list.some((it) => isEqual(it, wanted) === true);
};

/** @see https://jp.cybozu.help/k/ja/user/app_settings/form/autocalc/basic_error/autocalc_format.html */
export const functions: Record<string, FunctionSpec> = {
  SUM: { min: 1, max: Number.POSITIVE_INFINITY, evaluate: sum },
  IF: { min: 3, max: 3, evaluate: () => FAILED },
  AND: {
    min: 1,
    max: MAX_ARGUMENTS,
    evaluate: logic((values) => values.every(Boolean)),
  },
  OR: {
    min: 1,
    max: MAX_ARGUMENTS,
    evaluate: logic((values) => values.some(Boolean)),
  },
  NOT: { min: 1, max: 1, evaluate: logic(([value]) => !value) },
  ROUND: { min: 1, max: 2, evaluate: rounded("HALF_UP") },
  ROUNDUP: { min: 1, max: 2, evaluate: rounded("UP") },
  ROUNDDOWN: { min: 1, max: 2, evaluate: rounded("DOWN") },
  YEN: { min: 1, max: 2, evaluate: yen },
  DATE_FORMAT: { min: 3, max: 3, evaluate: dateFormat },
  CONTAINS: { min: 2, max: 2, evaluate: contains },
};
