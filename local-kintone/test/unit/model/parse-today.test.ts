import { describe, expect, test } from "vitest";
import { parseToday } from "../../../src/model/clock.ts";

describe("the day a site starts on", () => {
  test("begins at nine in the morning in Japan", () => {
    expect(parseToday("2022-07-20")).toBe(Date.parse("2022-07-20T00:00:00Z"));
  });

  test.each(["2022-02-30", "2022-13-01", "2022-7-1", "tomorrow", ""])(
    "%j is refused: the calendar has no such day",
    (text) => {
      expect(() => parseToday(text)).toThrow("Not a day");
    },
  );
});
