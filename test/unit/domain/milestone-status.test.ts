import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "excel-form";
import {
  STATUSES_BY_URGENCY,
  isOpen,
  milestoneStatus,
  urgencyOf,
} from "../../../src/domain/milestone-status.ts";
import { clockOn } from "../../support/domain-records.ts";

const status = (
  today: string,
  facts: Partial<Parameters<typeof milestoneStatus>[0]> = {},
  warnDays = 5,
) =>
  milestoneStatus(
    { due: "2022-07-27", done: null, isApplicable: true, ...facts },
    clockOn(today, { warnDays }),
  );

describe("milestoneStatus", () => {
  test.each([
    ["2022-07-15", "upcoming"],
    ["2022-07-19", "upcoming"],
    ["2022-07-20", "dueSoon"],
    ["2022-07-26", "dueSoon"],
    ["2022-07-27", "dueToday"],
    ["2022-07-28", "overdue"],
  ])("on %s a deadline of 27 July is %s", (today, expected) => {
    expect(status(today)).toBe(expected);
  });

  test("the warning begins where the setting says", () => {
    expect(status("2022-07-20", {}, 4)).toBe("upcoming");
    expect(status("2022-07-26", {}, 0)).toBe("upcoming");
    expect(status("2022-07-01", {}, 60)).toBe("dueSoon");
  });

  test("done on the day is done, a day later done late", () => {
    expect(status("2022-09-01", { done: "2022-07-27" })).toBe("done");
    expect(status("2022-09-01", { done: "2022-07-28" })).toBe("doneLate");
  });

  test("moving the edition's date turns done into done late", () => {
    const done = "2022-07-26";
    expect(status("2022-07-28", { done })).toBe("done");
    expect(status("2022-07-28", { done, due: "2022-07-25" })).toBe("doneLate");
  });

  test("without a date nothing is due, but what is done is done", () => {
    expect(status("2022-07-28", { due: null })).toBe("notApplicable");
    expect(status("2022-07-28", { due: null, done: "2022-07-01" })).toBe(
      "done",
    );
  });

  test("what does not apply has no state of its own, done or not", () => {
    expect(status("2022-07-28", { isApplicable: false })).toBe("notApplicable");
    expect(
      status("2022-07-28", { isApplicable: false, done: "2022-07-01" }),
    ).toBe("notApplicable");
  });

  test("as the days pass an open deadline only becomes more urgent", () => {
    const anOffset = fc.integer({ min: -60, max: 30 });
    fc.assert(
      fc.property(anOffset, fc.integer({ min: 0, max: 20 }), (offset, warn) => {
        const today = addDays("2022-07-27", offset);
        const tomorrow = addDays(today, 1);
        expect(urgencyOf(status(tomorrow, {}, warn))).toBeLessThanOrEqual(
          urgencyOf(status(today, {}, warn)),
        );
      }),
    );
  });
});

test("four of the seven states are open", () => {
  expect(STATUSES_BY_URGENCY.filter(isOpen)).toEqual([
    "overdue",
    "dueToday",
    "dueSoon",
    "upcoming",
  ]);
});
