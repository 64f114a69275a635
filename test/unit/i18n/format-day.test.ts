import { expect, test } from "vitest";
import {
  formatDay,
  formatInstant,
  formatLongDay,
  formatTime,
} from "../../../src/i18n/format-day.ts";

test("a day is written with its weekday", () => {
  expect(formatDay("2022-08-01", "ja")).toBe("8/1(月)");
  expect(formatDay("2022-08-01", "en")).toBe("Mon 1 Aug");
  expect(formatLongDay("2022-12-31", "ja")).toBe("2022年12月31日(土)");
  expect(formatLongDay("2022-12-31", "en")).toBe("Sat 31 Dec 2022");
});

test("an instant is written in the user's zone, midnight as 00", () => {
  expect(formatInstant("2022-07-31T15:00:00Z", "Asia/Tokyo", "ja")).toBe(
    "8/1 00:00",
  );
  expect(
    formatTime(Date.parse("2022-08-01T08:05:00Z"), "Asia/Tokyo", "ja"),
  ).toBe("17:05");
});
