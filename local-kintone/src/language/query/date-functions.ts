import { own } from "../../ground/own.ts";
import {
  invalidDay,
  invalidQuery,
  invalidUnit,
  wrongArguments,
} from "./errors.ts";
import { addDays, addMonths, daysInMonth, weekday } from "./time-zone.ts";
import type { Day } from "./time-zone.ts";

export type DayRange = { from: Day; to: Day };

const oneDay = (day: Day): DayRange => ({ from: day, to: day });
const WEEKDAYS = [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
];

const LAST_YEAR = 9999;

const units: Record<string, (today: Day, count: number) => Day> = {
  DAYS: addDays,
  WEEKS: (today, count) => addDays(today, count * 7),
  MONTHS: addMonths,
  YEARS: (today, count) => addMonths(today, count * 12),
};

const fromToday = (today: Day, args: string[]): DayRange => {
  if (args.length !== 2) throw wrongArguments();
  const [amount = "", unit = ""] = args;
  const add = own(units, unit);
  if (!add) throw invalidUnit();
  if (!/^[+-]?\d{1,6}$/.test(amount)) throw wrongArguments();
  const day = add(today, Number(amount));
  // kintone-labs/kintone-java-sdk: AppTest.java has FROM_TODAY(9999, YEARS) refused.
  if (day.year < 1 || day.year > LAST_YEAR) throw wrongArguments();
  return oneDay(day);
};

/** Weeks run from Sunday to Saturday. */
const week =
  (shift: number) =>
  (today: Day, args: string[]): DayRange => {
    if (args.length > 1) throw wrongArguments();
    const sunday = addDays(today, shift * 7 - weekday(today));
    const [name] = args;
    if (name === undefined) return { from: sunday, to: addDays(sunday, 6) };
    const index = WEEKDAYS.indexOf(name);
    if (index < 0) throw wrongArguments();
    return oneDay(addDays(sunday, index));
  };

/** A day the month lacks is the first of the next month (cybozu.dev query page; SG marks it as to be checked). */
const month =
  (shift: number) =>
  (today: Day, args: string[]): DayRange => {
    if (args.length > 1) throw wrongArguments();
    const first = addMonths({ ...today, day: 1 }, shift);
    const last = daysInMonth(first.year, first.month);
    const [which] = args;
    if (which === undefined)
      return { from: first, to: addDays(first, last - 1) };
    if (which === "LAST") return oneDay(addDays(first, last - 1));
    const number = Number(which);
    const isDay = /^\d+$/.test(which) && number >= 1 && number <= 31;
    if (!isDay) throw invalidDay(which);
    return oneDay(addDays(first, Math.min(number - 1, last)));
  };

const year =
  (shift: number) =>
  (today: Day, args: string[]): DayRange => {
    if (args.length > 0) throw wrongArguments();
    const number = today.year + shift;
    return {
      from: { year: number, month: 1, day: 1 },
      to: { year: number, month: 12, day: 31 },
    };
  };

const day =
  (shift: number) =>
  (today: Day, args: string[]): DayRange => {
    if (args.length > 0) throw wrongArguments();
    return oneDay(addDays(today, shift));
  };

/** @see https://cybozu.dev/ja/kintone/docs/overview/query/ */
const functions: Record<string, (today: Day, args: string[]) => DayRange> = {
  TODAY: day(0),
  YESTERDAY: day(-1),
  TOMORROW: day(1),
  FROM_TODAY: fromToday,
  THIS_WEEK: week(0),
  LAST_WEEK: week(-1),
  NEXT_WEEK: week(1),
  THIS_MONTH: month(0),
  LAST_MONTH: month(-1),
  NEXT_MONTH: month(1),
  THIS_YEAR: year(0),
  LAST_YEAR: year(-1),
  NEXT_YEAR: year(1),
};

/** The days a function means. @param today - in the zone of the user who asks */
export const evaluateDayFunction = (
  name: string,
  args: string[],
  today: Day,
): DayRange => {
  const evaluate = own(functions, name);
  if (!evaluate) throw invalidQuery();
  return evaluate(today, args);
};
