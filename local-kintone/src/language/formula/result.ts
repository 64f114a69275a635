import type { FormField } from "../../model/form.ts";
import { formatMinute } from "../query/time-zone.ts";
import {
  format,
  fromNumber,
  round,
  truncate,
  wholeDigits,
} from "../../ground/decimal.ts";
import type { Decimal } from "../../ground/decimal.ts";
import type { Precision } from "./evaluate.ts";
import { BLANK, FAILED, toDecimal, toText } from "./value.ts";
import type { Scalar, Value } from "./value.ts";

const DAY = 86_400;
/** Last second of the year 9999; later ones have no ISO text of four digits. */
const MAX_SECONDS = 253_402_300_799n;
const MIN_SECONDS = -62_135_596_800n;

const pad = (value: number) => String(value).padStart(2, "0");

const duration = (seconds: number): string => {
  const minutes = Math.floor(Math.abs(seconds) / 60);
  const sign = seconds < 0 ? "-" : "";
  return `${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
};

const ofDay = (seconds: number) => ((seconds % DAY) + DAY) % DAY;

/** Seconds as the text of a CALC format; days are UTC days (SG §5). */
const secondFormats: Record<string, (seconds: number) => string> = {
  DATETIME: (seconds) => formatMinute(seconds * 1000),
  DATE: (seconds) => new Date(seconds * 1000).toISOString().slice(0, 10),
  TIME: (seconds) => duration(ofDay(seconds)),
  HOUR_MINUTE: duration,
  DAY_HOUR_MINUTE: duration,
};

/** Rounded as numbers are stored; null beyond the digits of the app (#PRECISION!). */
export const fitPrecision = (
  value: Decimal,
  precision: Precision,
): Decimal | null => {
  const rounded = round(value, precision.decimalPlaces, precision.rounding);
  const budget = precision.digits - precision.decimalPlaces;
  return wholeDigits(rounded) > budget ? null : rounded;
};

export type Outcome = {
  /** Text stored in the record: "" where there is no result. */
  text: string;
  /** Value that other formulas read. */
  value: Scalar;
};

const failed: Outcome = { text: "", value: FAILED };

const textOutcome = (value: Value, precision: Precision): Outcome => {
  const number = typeof value === "object" ? toDecimal(value) : null;
  const shown = number ? fitPrecision(number, precision) : value;
  const text = shown === null ? null : toText(shown);
  return text === null ? failed : { text, value: text };
};

const secondsOutcome = (seconds: bigint, formatName: string): Outcome => {
  const show = secondFormats[formatName];
  if (!show || seconds > MAX_SECONDS || seconds < MIN_SECONDS) return failed;
  return { text: show(Number(seconds)), value: fromNumber(Number(seconds)) };
};

const calcOutcome = (
  field: FormField,
  value: Value,
  precision: Precision,
): Outcome => {
  const number = toDecimal(value);
  // A text in a CALC field is no result, not even "5" (SG).
  if (!number || typeof value === "string") return failed;
  const formatName = field.property.format;
  if (typeof formatName === "string" && formatName in secondFormats)
    return secondsOutcome(truncate(number), formatName);
  const fitted = fitPrecision(number, precision);
  return fitted ? { text: format(fitted), value: fitted } : failed;
};

/** Converts the result of a formula to its field's value. */
export const toOutcome = (
  field: FormField,
  value: Value,
  precision: Precision,
): Outcome => {
  if (value === FAILED || Array.isArray(value)) return failed;
  if (field.type === "CALC") return calcOutcome(field, value, precision);
  return textOutcome(value === BLANK ? "" : value, precision);
};
