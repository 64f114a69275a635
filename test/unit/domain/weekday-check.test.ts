import { expect, test } from "vitest";
import { findWeekdayMismatches } from "../../../src/domain/weekday-check.ts";

test.each([
  ["8月1日(火)まで", [["8月1日(火)", "2022-08-01", "月"]]],
  ["8月1日(月)まで", []],
  ["８／１（火）、8/15(月)", [["8/1(火)", "2022-08-01", "月"]]],
  ["2023年8月1日（月曜日）", [["2023年8月1日(月曜日)", "2023-08-01", "火"]]],
  ["令和4年8月1日（日・祝）", [["令和4年8月1日(日・祝)", "2022-08-01", "月"]]],
  ["2月30日(月)", []],
  ["8月1日まで（月末）", []],
])(
  "a date typed with a weekday is compared with the calendar: %s",
  (text, expected) => {
    expect(
      findWeekdayMismatches(text, 2022).map((one) => [
        one.text,
        one.day,
        one.weekday,
      ]),
    ).toEqual(expected);
  },
);
