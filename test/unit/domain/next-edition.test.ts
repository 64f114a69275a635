import { describe, expect, test } from "vitest";
import {
  rollYear,
  sameDayIn,
  sameWeekdayIn,
} from "../../../src/domain/next-edition.ts";

describe("sameWeekdayIn", () => {
  test.each([
    // 8/1 of 2026 is a Saturday; the Friday beside it keeps the weekday.
    ["2025-08-01", 1, "2026-07-31"],
    ["2022-08-01", 1, "2023-07-31"],
    ["2022-08-01", 4, "2026-08-03"],
    ["2024-02-29", 1, "2025-02-27"],
    ["2022-12-30", 1, "2023-12-29"],
  ])("%s, %i years on, is %s", (day, years, expected) => {
    expect(sameWeekdayIn(day, years)).toBe(expected);
  });
});

test("the same day of the calendar may not exist", () => {
  expect(sameDayIn("2024-02-29", 1)).toBe("2025-03-01");
  expect(sameDayIn("2025-08-01", 1)).toBe("2026-08-01");
});

test("a year in a name moves on, as a number and as 令和", () => {
  expect(rollYear("クラウド実践大賞 2025", 2025, 2026)).toBe(
    "クラウド実践大賞 2026",
  );
  expect(rollYear("令和7年度 状況回答シート", 2025, 2026)).toBe(
    "令和8年度 状況回答シート",
  );
  expect(rollYear("状況回答シート", 2025, 2026)).toBe("状況回答シート");
});
