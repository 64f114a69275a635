import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  compareDays,
  daysFromTo,
  isIsoDate,
  parseIsoDate,
  partsOf,
  weekdayOf,
} from "../../../src/calendar/calendar-day.ts";

const anyDay = fc
  .date({
    min: new Date("1873-01-01"),
    max: new Date("2200-12-31"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));

describe("isIsoDate", () => {
  test.each(["2022-08-01", "2024-02-29", "0050-03-01", "1969-12-31"])(
    "%s is a day",
    (day) => expect(isIsoDate(day)).toBe(true),
  );

  test.each([
    "",
    "2022-02-29",
    "2022-13-01",
    "2022-00-10",
    "2022-04-31",
    "2022-8-1",
    "2022/08/01",
    "2022-08-01T00:00:00Z",
    " 2022-08-01",
    null,
    20220801,
  ])("%s is none", (value) => expect(isIsoDate(value)).toBe(false));

  test("a day that does not exist is refused by name", () => {
    expect(() => parseIsoDate("2022-02-30")).toThrow(
      expect.objectContaining({
        code: "calendar/invalid-date",
        params: { value: "2022-02-30" },
      }),
    );
    expect(() => addDays("tomorrow", 1)).toThrow("calendar/invalid-date");
  });
});

describe("arithmetic", () => {
  test("months, leap days and years are crossed", () => {
    expect(addDays("2022-07-31", 1)).toBe("2022-08-01");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2023-01-01", -1)).toBe("2022-12-31");
    expect(daysFromTo("2022-07-27", "2022-08-01")).toBe(5);
    expect(daysFromTo("2022-08-01", "2022-07-27")).toBe(-5);
  });

  test("adding and counting are each other's opposite", () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -5000, max: 5000 }),
        (day, step) => {
          const other = addDays(day, step);
          expect(daysFromTo(day, other)).toBe(step);
          expect(Math.sign(step)).toBe(compareDays(other, day));
        },
      ),
    );
  });

  // The dates of the notice in the years that matter, and days before 1970.
  test.each([
    ["2022-07-27", 3],
    ["2022-08-01", 1],
    ["2022-08-15", 1],
    ["2024-07-27", 6],
    ["2025-07-27", 0],
    ["2026-08-01", 6],
    ["2026-08-15", 6],
    ["2027-08-01", 0],
    ["2028-08-15", 2],
    ["1969-12-31", 3],
    ["1873-01-01", 3],
  ])("%s is weekday %i", (day, weekday) =>
    expect(weekdayOf(day)).toBe(weekday),
  );

  test("parts are numbers", () => {
    expect(partsOf("2022-08-01")).toEqual({ year: 2022, month: 8, day: 1 });
  });
});
