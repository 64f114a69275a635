import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  businessDaysUntil,
  isBusinessDay,
  lastBusinessDayBefore,
  whyClosed,
} from "../../../src/domain/business-days.ts";
import { addDays } from "excel-form";

const aDay = fc
  .integer({ min: 0, max: 6000 })
  .map((days) => addDays("2019-01-01", days));

describe("whyClosed", () => {
  test.each([
    ["2022-07-30", { kind: "saturday" }],
    ["2022-07-31", { kind: "sunday" }],
    ["2022-08-11", { kind: "holiday", name: "山の日" }],
    ["2022-12-28", null],
    ["2022-12-29", { kind: "yearEnd" }],
    ["2023-01-01", { kind: "holiday", name: "元日" }],
    ["2023-01-03", { kind: "yearEnd" }],
    ["2023-01-04", null],
    ["2022-08-12", null],
  ])("%s: %j", (day, because) => expect(whyClosed(day)).toEqual(because));

  test("the organisation's own closed days count", () => {
    const irei = new Set(["2022-06-23"]);
    expect(whyClosed("2022-06-23")).toBeNull();
    expect(whyClosed("2022-06-23", irei)).toEqual({ kind: "closedDay" });
    expect(businessDaysUntil("2022-06-22", "2022-06-24", irei)).toBe(1);
  });
});

describe("businessDaysUntil", () => {
  test.each([
    ["2022-07-15", "2022-07-27", 7],
    ["2022-07-19", "2022-07-27", 6],
    ["2022-07-20", "2022-07-27", 5],
    ["2022-07-26", "2022-07-27", 1],
    ["2022-07-22", "2022-08-01", 6],
    ["2022-07-25", "2022-08-01", 5],
    ["2022-08-04", "2022-08-15", 6],
    ["2022-08-05", "2022-08-15", 5],
    ["2022-08-08", "2022-08-15", 4],
    ["2022-08-10", "2022-08-15", 2],
    ["2022-12-28", "2023-01-04", 1],
    ["2022-08-01", "2022-08-01", 0],
  ])("from %s to %s: %i", (today, due, days) => {
    expect(businessDaysUntil(today, due)).toBe(days);
  });

  test("overdue counts downwards, and a weekend after the date adds nothing", () => {
    expect(businessDaysUntil("2022-08-02", "2022-08-01")).toBe(-1);
    expect(businessDaysUntil("2022-08-12", "2022-08-10")).toBe(-1);
    expect(Object.is(businessDaysUntil("2022-07-30", "2022-07-29"), 0)).toBe(
      true,
    );
  });

  test("on the Friday before a Saturday deadline no business day is left", () => {
    expect(businessDaysUntil("2026-07-31", "2026-08-01")).toBe(0);
  });

  test("a mistyped year does not hang the page", () => {
    expect(businessDaysUntil("2022-07-20", "9999-08-01")).toBeGreaterThan(2000);
    expect(businessDaysUntil("9999-12-31", "0001-01-01")).toBeLessThan(-2000);
  });

  test("the way there and back are the same number", () => {
    fc.assert(
      fc.property(aDay, aDay, (a, b) => {
        expect(businessDaysUntil(a, b) + businessDaysUntil(b, a)).toBe(0);
      }),
    );
  });

  test("a day later there is one less, unless that day is closed", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 90 }), (due, back) => {
        const today = addDays(due, -back);
        const tomorrow = addDays(today, 1);
        expect(businessDaysUntil(today, due)).toBe(
          businessDaysUntil(tomorrow, due) + Number(isBusinessDay(tomorrow)),
        );
      }),
    );
  });
});

describe("lastBusinessDayBefore", () => {
  test.each([
    ["2024-07-27", "2024-07-26"],
    ["2025-07-27", "2025-07-25"],
    ["2026-08-15", "2026-08-14"],
    ["2022-08-11", "2022-08-10"],
    ["2023-01-03", "2022-12-28"],
    ["2022-08-01", "2022-07-29"],
  ])("before %s it is %s", (day, before) => {
    expect(lastBusinessDayBefore(day)).toBe(before);
  });

  test("a Bon holiday of the organisation pushes it back", () => {
    const bon = new Set(["2022-08-12", "2022-08-15"]);
    expect(lastBusinessDayBefore("2022-08-15", bon)).toBe("2022-08-10");
  });

  test("there is none when everything is closed", () => {
    const year = Array.from({ length: 400 }, (_, back) =>
      addDays("2022-12-31", -back),
    );
    expect(lastBusinessDayBefore("2022-12-31", new Set(year))).toBeNull();
  });
});
