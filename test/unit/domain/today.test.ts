import { expect, test } from "vitest";
import { todayIn } from "../../../src/domain/today.ts";

const at = (instant: string): number => Date.parse(instant);

test.each([
  ["2022-08-01T23:59:59+09:00", "Asia/Tokyo", "2022-08-01"],
  ["2022-08-02T00:00:00+09:00", "Asia/Tokyo", "2022-08-02"],
  ["2022-08-02T00:01:00+09:00", "Asia/Tokyo", "2022-08-02"],
  ["2022-08-01T23:59:59+09:00", "America/Los_Angeles", "2022-08-01"],
  ["2022-08-01T08:00:00+09:00", "America/Los_Angeles", "2022-07-31"],
  ["2022-12-31T15:00:00Z", "Asia/Tokyo", "2023-01-01"],
  ["2022-08-01T00:00:00Z", "UTC", "2022-08-01"],
])("at %s it is in %s the day %s", (instant, zone, day) => {
  expect(todayIn(zone, at(instant))).toBe(day);
});

test("the computer's own zone has no say", () => {
  const before = process.env.TZ;
  try {
    for (const zone of ["America/Los_Angeles", "Asia/Tokyo", "Pacific/Apia"]) {
      process.env.TZ = zone;
      expect(todayIn("Asia/Tokyo", at("2022-08-01T23:59:00+09:00"))).toBe(
        "2022-08-01",
      );
    }
  } finally {
    // An undefined value would become the text "undefined".
    if (before === undefined) {
      delete process.env.TZ;
    } else {
      process.env.TZ = before;
    }
  }
});

test("a zone nobody knows is named", () => {
  expect(() => todayIn("Asia/Nowhere", 0)).toThrow(
    expect.objectContaining({
      code: "calendar/unknown-time-zone",
      params: { timeZone: "Asia/Nowhere" },
    }),
  );
});
