import { addDays, daysFromTo, weekdayOf } from "excel-form";
import type { IsoDate } from "excel-form";
import { holidayNameOf } from "./holidays.ts";

export type ClosedBecause =
  | { readonly kind: "saturday" | "sunday" | "yearEnd" | "closedDay" }
  | { readonly kind: "holiday"; readonly name: string };

/** The organisation's own closed days: the edition's and the settings'. */
export type ClosedDays = ReadonlySet<IsoDate>;

export const NO_CLOSED_DAYS: ClosedDays = new Set();

// Offices rest from 29 December to 3 January.
// @see https://laws.e-gov.go.jp/law/363AC0000000091 (行政機関の休日に関する法律)
const YEAR_END_DAYS = new Set([
  "12-29",
  "12-30",
  "12-31",
  "01-01",
  "01-02",
  "01-03",
]);

/** The reason of a closed day; null on a business day. */
export const whyClosed = (
  day: IsoDate,
  closedDays: ClosedDays = NO_CLOSED_DAYS,
): ClosedBecause | null => {
  const holiday = holidayNameOf(day);
  if (holiday !== null) {
    return { kind: "holiday", name: holiday };
  }
  if (YEAR_END_DAYS.has(day.slice(5))) {
    return { kind: "yearEnd" };
  }
  if (closedDays.has(day)) {
    return { kind: "closedDay" };
  }
  const weekday = weekdayOf(day);
  if (weekday === 6) {
    return { kind: "saturday" };
  }
  return weekday === 0 ? { kind: "sunday" } : null;
};

export const isBusinessDay = (
  day: IsoDate,
  closedDays: ClosedDays = NO_CLOSED_DAYS,
): boolean => whyClosed(day, closedDays) === null;

// A date further away is a typing mistake (2202 for 2022); counting on would
// only make the page hang, so the number then stays too small.
const LONGEST_COUNT_DAYS = 3660;

const countAfter = (
  from: IsoDate,
  through: IsoDate,
  closedDays: ClosedDays,
): number => {
  let count = 0;
  const days = Math.min(daysFromTo(from, through), LONGEST_COUNT_DAYS);
  for (let step = 1; step <= days; step += 1) {
    count += isBusinessDay(addDays(from, step), closedDays) ? 1 : 0;
  }
  return count;
};

/**
 * Business days left: those after today up to and including the deadline. 0 on
 * the day itself, and on the eve of a deadline that falls on a closed day.
 * Overdue, it is minus the business days that have passed since. Counting stops
 * after ten years.
 */
export const businessDaysUntil = (
  today: IsoDate,
  due: IsoDate,
  closedDays: ClosedDays = NO_CLOSED_DAYS,
): number => {
  if (today <= due) {
    return countAfter(today, due, closedDays);
  }
  // 0 - 0 keeps the result from being -0.
  return 0 - countAfter(due, today, closedDays);
};

// Longer than any real run of closed days; a longer list is a mistake of input.
const LONGEST_CLOSURE_DAYS = 366;

/** The last business day before a day; null when a whole year is closed. */
export const lastBusinessDayBefore = (
  day: IsoDate,
  closedDays: ClosedDays = NO_CLOSED_DAYS,
): IsoDate | null => {
  for (let back = 1; back <= LONGEST_CLOSURE_DAYS; back += 1) {
    const candidate = addDays(day, -back);
    if (isBusinessDay(candidate, closedDays)) {
      return candidate;
    }
  }
  return null;
};
