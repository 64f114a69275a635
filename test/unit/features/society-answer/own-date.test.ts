import { expect, test } from "vitest";
import { objectionToDate } from "../../../../src/features/society-answer/own-date.ts";

const FORMER = { answerDue: "2022-07-27", dueReason: "" };

test.each([
  ["a later date without a reason", "2022-07-29", " ", "dueReasonNeeded"],
  ["a later date with its reason", "2022-07-29", "総会のため", null],
  ["today with its reason", "2022-07-20", "総会のため", null],
  ["yesterday", "2022-07-19", "総会のため", "dueInPast"],
  ["the date that it had", "2022-07-27", "", null],
  ["no date, which ends the reminders of a closed edition", null, "", null],
])("%s: %s %j %s", (_what, answerDue, dueReason, expected) => {
  expect(objectionToDate(FORMER, { answerDue, dueReason }, "2022-07-20")).toBe(
    expected,
  );
});
