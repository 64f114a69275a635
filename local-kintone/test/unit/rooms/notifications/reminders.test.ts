import { describe, expect, test } from "vitest";
import { dueMoment } from "../../../../src/rooms/notifications/reminders.ts";

const timing = (rest: object) => ({
  code: "due",
  daysLater: 0,
  hoursLater: null,
  time: null,
  ...rest,
});

describe("dueMoment", () => {
  test.each([
    ["2026-07-27", { time: "09:00" }, "Asia/Tokyo", "2026-07-27T00:00:00Z"],
    [
      "2026-07-27",
      { daysLater: -1, time: "09:00" },
      "Asia/Tokyo",
      "2026-07-26T00:00:00Z",
    ],
    [
      "2026-03-01",
      { daysLater: -1, time: "23:50" },
      "Asia/Tokyo",
      "2026-02-28T14:50:00Z",
    ],
    ["2026-07-27", { hoursLater: 6 }, "Asia/Tokyo", "2026-07-26T21:00:00Z"],
    [
      "2026-07-27T03:00:00Z",
      { hoursLater: 2 },
      "Asia/Tokyo",
      "2026-07-27T05:00:00Z",
    ],
    // 15:30Z is already the next day in Tokyo.
    [
      "2026-07-27T15:30:00Z",
      { time: "09:00" },
      "Asia/Tokyo",
      "2026-07-28T00:00:00Z",
    ],
    [
      "2026-03-07",
      { daysLater: 1, time: "09:00" },
      "America/Los_Angeles",
      "2026-03-08T16:00:00Z",
    ],
  ])("%s with %j in %s is %s", (value, rest, zone, expected) => {
    const due = dueMoment(value, timing(rest), zone);
    expect(due === null ? null : new Date(due).toISOString()).toBe(
      expected.replace("Z", ".000Z"),
    );
  });

  test("an empty value is never due", () => {
    expect(dueMoment("", timing({ time: "09:00" }), "Asia/Tokyo")).toBeNull();
  });
});
