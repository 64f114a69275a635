import { memo } from "../ground/memo.ts";
import { FormError } from "../words/form-error.ts";

/**
 * A day of the calendar, `YYYY-MM-DD`, as kintone stores a DATE: no time and
 * no zone, so nothing can shift it. ISO dates compare as strings.
 */
export type IsoDate = string;

const MS_PER_DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A list repeats its days. */
const KNOWN_DAYS = 1_000;

const isLeap = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);

/** Days from 1970-01-01 to the first of a year. */
const daysBeforeYear = (year: number): number => {
  const last = year - 1;
  const leapDays =
    Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
  return year * 365 + leapDays - 719_527;
};

/** Days since 1970-01-01; NaN for a day that does not exist. */
export const toDayNumber = memo((value: string): number => {
  if (!PATTERN.test(value)) return NaN;
  const year = Number(value.slice(0, 4));
  const month = Number(value.slice(5, 7));
  const day = Number(value.slice(8));
  if (day < 1 || day > daysInMonth(year, month)) return NaN;
  let days = daysBeforeYear(year) + day - 1;
  for (let before = 1; before < month; before += 1) {
    days += daysInMonth(year, before);
  }
  return days;
}, KNOWN_DAYS);

const fromDayNumber = (dayNumber: number): IsoDate =>
  new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10);

/** @throws FormError `calendar/invalid-date` */
const dayNumberOf = (day: IsoDate): number => {
  const dayNumber = toDayNumber(day);
  if (Number.isNaN(dayNumber)) {
    throw new FormError("calendar/invalid-date", { value: day });
  }
  return dayNumber;
};

export const isIsoDate = (value: unknown): value is IsoDate =>
  typeof value === "string" && !Number.isNaN(toDayNumber(value));

/** @throws FormError `calendar/invalid-date` for a day that does not exist */
export const parseIsoDate = (value: string): IsoDate => {
  dayNumberOf(value);
  return value;
};

/** @throws FormError `calendar/invalid-date` */
export const addDays = (day: IsoDate, days: number): IsoDate =>
  fromDayNumber(dayNumberOf(day) + days);

/** Calendar days from one day to the other; negative when `to` is earlier. */
export const daysFromTo = (from: IsoDate, to: IsoDate): number =>
  dayNumberOf(to) - dayNumberOf(from);

/** 0 is Sunday, as everywhere in JavaScript. */
export const weekdayOf = (day: IsoDate): number =>
  // 1970-01-01 was a Thursday.
  (((dayNumberOf(day) + 4) % 7) + 7) % 7;

export const compareDays = (a: IsoDate, b: IsoDate): number =>
  Number(a > b) - Number(a < b);

export const partsOf = (
  day: IsoDate,
): { year: number; month: number; day: number } => {
  dayNumberOf(day);
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8, 10)),
  };
};
