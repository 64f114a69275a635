import fc from "fast-check";
import { expect, test } from "vitest";
import { compileCondition } from "../../../../src/language/query/compile.ts";
import {
  aContext,
  aRecord,
  aUser,
  someSettings,
} from "../../../support/app-settings.ts";

/*
 * Day functions against a second calculation: the day of the asker by the
 * platform's own calendar, the rest by counting days.
 */

const DAY_MS = 86_400_000;
const settings = someSettings({
  day: { type: "DATE" },
  moment: { type: "DATETIME" },
});

const dayIn = (moment: number, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone }).format(moment);
const toText = (day: number) => new Date(day).toISOString().slice(0, 10);

type Days = [from: number, to: number];
const one = (day: number): Days => [day, day];
const monthOf = (today: Date, shift: number): Days => {
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth() + shift];
  return [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1) - DAY_MS];
};
const yearOf = (today: Date, shift: number): Days => {
  const year = today.getUTCFullYear() + shift;
  return [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)];
};
const weekOf = (today: Date, shift: number): Days => {
  const sunday = today.getTime() - today.getUTCDay() * DAY_MS;
  const from = sunday + shift * 7 * DAY_MS;
  return [from, from + 6 * DAY_MS];
};
const WEEKDAYS = [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
];
const SHIFTS = { LAST: -1, THIS: 0, NEXT: 1 };

type Case = { text: string; days: (today: Date) => Days };
const fixed: Case[] = [
  { text: "TODAY()", days: (today) => one(today.getTime()) },
  { text: "YESTERDAY()", days: (today) => one(today.getTime() - DAY_MS) },
  { text: "TOMORROW()", days: (today) => one(today.getTime() + DAY_MS) },
];
const periods: Case[] = Object.entries(SHIFTS).flatMap(([name, shift]) => [
  { text: `${name}_WEEK()`, days: (today: Date) => weekOf(today, shift) },
  { text: `${name}_MONTH()`, days: (today: Date) => monthOf(today, shift) },
  { text: `${name}_YEAR()`, days: (today: Date) => yearOf(today, shift) },
  {
    text: `${name}_MONTH(LAST)`,
    days: (today: Date) => one(monthOf(today, shift)[1]),
  },
  ...WEEKDAYS.map((weekday, i) => ({
    text: `${name}_WEEK(${weekday})`,
    days: (today: Date) => one(weekOf(today, shift)[0] + i * DAY_MS),
  })),
  ...Array.from({ length: 31 }, (_, i) => ({
    text: `${name}_MONTH(${i + 1})`,
    // In a shorter month the first of the next one, as the documentation says.
    days: (today: Date): Days => {
      const [first, last] = monthOf(today, shift);
      return one(Math.min(first + i * DAY_MS, last + DAY_MS));
    },
  })),
]);

const cases: fc.Arbitrary<Case> = fc.oneof(
  fc.constantFrom(...fixed, ...periods),
  fc.integer({ min: -400, max: 400 }).map((count) => ({
    text: `FROM_TODAY(${count}, DAYS)`,
    days: (today: Date) => one(today.getTime() + count * DAY_MS),
  })),
  fc.integer({ min: -60, max: 60 }).map((count) => ({
    text: `FROM_TODAY(${count}, WEEKS)`,
    days: (today: Date) => one(today.getTime() + count * 7 * DAY_MS),
  })),
);

const ZONES = [
  "Asia/Tokyo",
  "UTC",
  "Pacific/Apia",
  "Pacific/Honolulu",
  "America/New_York",
  "Europe/London",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
];

const moments = fc.integer({
  min: Date.parse("2019-01-01T00:00:00Z"),
  max: Date.parse("2030-12-31T00:00:00Z"),
});

const OPERATORS: Record<
  string,
  (day: string, from: string, to: string) => boolean
> = {
  "=": (day, from, to) => from <= day && day <= to,
  "!=": (day, from, to) => day < from || to < day,
  ">": (day, _from, to) => day > to,
  "<": (day, from) => day < from,
  ">=": (day, from) => day >= from,
  "<=": (day, _from, to) => day <= to,
};
const operators = fc.constantFrom(...Object.keys(OPERATORS));
const holds = (operator: string, day: string, [from, to]: Days): boolean =>
  OPERATORS[operator]?.(day, toText(from), toText(to)) ?? false;

const setUp = (now: number, zone: string, { days }: Case) => {
  const range = days(new Date(`${dayIn(now, zone)}T00:00:00Z`));
  const user = aUser("sato", { timezone: zone });
  return { range, context: aContext({ now, user }) };
};

test("days compare as the asker's calendar says", () => {
  fc.assert(
    fc.property(
      moments,
      fc.constantFrom(...ZONES),
      cases,
      operators,
      fc.integer({ min: -2, max: 2 }),
      fc.boolean(),
      (now, zone, it, operator, shift, atEnd) => {
        const { range, context } = setUp(now, zone, it);
        const day = toText(range[atEnd ? 1 : 0] + shift * DAY_MS);
        const test_ = compileCondition(
          settings,
          `day ${operator} ${it.text}`,
          context,
        );
        expect(test_(aRecord(1, { day }))).toBe(holds(operator, day, range));
      },
    ),
    { numRuns: 1000 },
  );
});

test("moments belong to the day they have in the asker's zone", () => {
  fc.assert(
    fc.property(
      moments,
      fc.constantFrom(...ZONES),
      cases,
      operators,
      // Around both ends of the period, to the minute.
      fc.integer({ min: -40 * 60, max: 40 * 60 }),
      fc.boolean(),
      (now, zone, it, operator, minutes, atEnd) => {
        const { range, context } = setUp(now, zone, it);
        const near = range[atEnd ? 1 : 0] + minutes * 60_000;
        const moment = `${new Date(near).toISOString().slice(0, 16)}:00Z`;
        const day = dayIn(near, zone);
        const test_ = compileCondition(
          settings,
          `moment ${operator} ${it.text}`,
          context,
        );
        expect(test_(aRecord(1, { moment }))).toBe(holds(operator, day, range));
      },
    ),
    { numRuns: 1000 },
  );
});
