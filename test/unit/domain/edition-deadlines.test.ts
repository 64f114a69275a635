import { expect, test } from "vitest";
import { cloudPracticeAward as award } from "../../../src/programmes/index.ts";
import {
  closedDaysOf,
  editionDeadlines,
  nextOwedDeadline,
} from "../../../src/domain/edition-deadlines.ts";
import type { MilestoneId } from "../../../src/domain/model.ts";
import { anEdition, clockOn } from "../../support/domain-records.ts";

test("milestones of one day are one deadline", () => {
  expect(
    editionDeadlines(award, anEdition(), clockOn("2022-07-20")).map(
      ({ date, milestones }) => [date, milestones],
    ),
  ).toEqual([
    ["2022-07-27", ["contact"]],
    ["2022-08-01", ["register", "report"]],
    ["2022-08-15", ["case"]],
  ]);
});

test.each([
  ["2022-07-20", "2022-08-01", "upcoming", 8],
  ["2022-07-25", "2022-08-01", "dueSoon", 5],
  ["2022-08-01", "2022-08-01", "dueToday", 0],
  ["2022-08-02", "2022-08-15", "upcoming", 8],
  ["2022-08-15", "2022-08-15", "dueToday", 0],
])(
  "on %s the next date of the outside is %s (%s)",
  (today, date, status, left) => {
    const owed = new Set(["register", "report", "case"] as const);
    expect(
      nextOwedDeadline(award, anEdition(), clockOn(today), owed),
    ).toMatchObject({
      date,
      status,
      businessDaysLeft: left,
    });
  },
);

test("the federation's own date is the next one while an answer is owed", () => {
  const next = (today: string, ...owed: MilestoneId[]) =>
    nextOwedDeadline(award, anEdition(), clockOn(today), new Set(owed));
  expect(next("2022-07-20", "contact", "report")?.date).toBe("2022-07-27");
  expect(next("2022-07-20", "report")?.date).toBe("2022-08-01");
  expect(
    next("2022-08-16", "contact", "register", "report", "case"),
  ).toBeNull();
  expect(next("2022-07-20")).toBeNull();
});

test("closed days come from the edition and from the settings", () => {
  const edition = anEdition({
    closedDays: [
      { id: "1", closedDate: "2022-06-23", closedReason: "慰霊の日" },
      { id: "2", closedDate: null, closedReason: "" },
    ],
  });
  expect([...closedDaysOf(edition, ["2022-08-12"])]).toEqual([
    "2022-06-23",
    "2022-08-12",
  ]);
});
