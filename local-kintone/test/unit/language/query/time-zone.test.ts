import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateDayFunction } from "../../../../src/language/query/date-functions.ts";
import {
  parseDay,
  parseMoment,
  parseTime,
} from "../../../../src/language/query/dates.ts";
import {
  addMonths,
  dayIn,
  formatDay,
  formatMinute,
  startOfDay,
  toMoment,
  toWallClock,
} from "../../../../src/language/query/time-zone.ts";

const zones = [
  "Asia/Tokyo",
  "America/Los_Angeles",
  "Pacific/Apia",
  "Asia/Kolkata",
  "UTC",
];

describe("time zones", () => {
  test("a wall clock leads back to its moment", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 4_000_000_000 }),
        (zone, seconds) => {
          const clock = toWallClock(seconds * 1000, zone);
          const back = toMoment(clock, zone);
          // An hour that comes twice in autumn may mean the other one.
          expect([0, 3_600_000]).toContain(Math.abs(back - seconds * 1000));
          expect(toWallClock(back, zone)).toEqual(clock);
        },
      ),
    );
  });

  test.each([
    ["2026-07-19T15:00:00Z", "Asia/Tokyo", "2026-07-20"],
    ["2026-07-19T14:59:59Z", "Asia/Tokyo", "2026-07-19"],
    ["2026-07-20T06:59:00Z", "America/Los_Angeles", "2026-07-19"],
    ["2026-04-24T13:51:00Z", "Pacific/Apia", "2026-04-25"],
  ])("%s in %s is %s", (moment, zone, day) => {
    expect(formatDay(dayIn(Date.parse(moment), zone))).toBe(day);
  });

  test("a day begins at midnight there, also when the clocks change", () => {
    const start = (day: string) => {
      const parsed = parseDay(day);
      if (!parsed) throw new Error(day);
      return formatMinute(startOfDay(parsed, "America/Los_Angeles"));
    };
    expect(start("2026-03-08")).toBe("2026-03-08T08:00:00Z");
    expect(start("2026-03-09")).toBe("2026-03-09T07:00:00Z");
    expect(start("2026-11-02")).toBe("2026-11-02T08:00:00Z");
  });
});

describe("reading", () => {
  test.each([
    ["2026-02-28", "2026-02-28"],
    ["2026-2-8", "2026-02-08"],
    ["2026-02-29", null],
    ["2024-02-29", "2024-02-29"],
    ["2026-13-01", null],
    ["26-01-01", null],
    ["2026-01-01T00:00:00Z", null],
  ])("the day %s", (text, expected) => {
    const day = parseDay(text);
    expect(day && formatDay(day)).toBe(expected);
  });

  test.each([
    ["9:30", "09:30"],
    ["23:59:59", "23:59"],
    ["24:00", null],
    ["12:60", null],
    ["noon", null],
  ])("the time %s", (text, expected) => {
    expect(parseTime(text)).toBe(expected);
  });

  test.each([
    ["2026-04-25T09:30:45+09:00", "2026-04-25T00:30:00Z"],
    ["2026-04-25T09:30+0900", "2026-04-25T00:30:00Z"],
    ["2026-04-25T00:30:00.123Z", "2026-04-25T00:30:00Z"],
    ["2026-04-25T25:00:00Z", null],
    ["2026-04-25 09:30", null],
  ])("the moment %s", (text, expected) => {
    const moment = parseMoment(text);
    expect(moment === null ? null : formatMinute(moment)).toBe(expected);
  });
});

describe("day functions", () => {
  // A Saturday.
  const today = { year: 2026, month: 4, day: 25 };
  test.each([
    ["TODAY", [], "2026-04-25", "2026-04-25"],
    ["YESTERDAY", [], "2026-04-24", "2026-04-24"],
    ["FROM_TODAY", ["-3", "DAYS"], "2026-04-22", "2026-04-22"],
    ["FROM_TODAY", ["2", "WEEKS"], "2026-05-09", "2026-05-09"],
    ["FROM_TODAY", ["2", "MONTHS"], "2026-06-25", "2026-06-25"],
    ["FROM_TODAY", ["1", "YEARS"], "2027-04-25", "2027-04-25"],
    ["THIS_WEEK", [], "2026-04-19", "2026-04-25"],
    ["THIS_WEEK", ["MONDAY"], "2026-04-20", "2026-04-20"],
    ["LAST_WEEK", [], "2026-04-12", "2026-04-18"],
    ["NEXT_WEEK", ["SATURDAY"], "2026-05-02", "2026-05-02"],
    ["THIS_MONTH", [], "2026-04-01", "2026-04-30"],
    ["THIS_MONTH", ["15"], "2026-04-15", "2026-04-15"],
    ["THIS_MONTH", ["31"], "2026-05-01", "2026-05-01"],
    ["THIS_MONTH", ["LAST"], "2026-04-30", "2026-04-30"],
    ["LAST_MONTH", [], "2026-03-01", "2026-03-31"],
    ["NEXT_MONTH", ["LAST"], "2026-05-31", "2026-05-31"],
    ["LAST_YEAR", [], "2025-01-01", "2025-12-31"],
  ])("%s(%j) is %s to %s", (name, args, from, to) => {
    const range = evaluateDayFunction(name, args, today);
    expect([formatDay(range.from), formatDay(range.to)]).toEqual([from, to]);
  });

  test("months later, a day that is missing becomes the last one", () => {
    const later = addMonths({ year: 2026, month: 1, day: 31 }, 1);
    expect(formatDay(later)).toBe("2026-02-28");
  });
});
