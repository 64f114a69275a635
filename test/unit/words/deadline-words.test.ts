import { expect, test } from "vitest";
import {
  businessDaysLeft,
  closedDaySentence,
  daysOverdue,
} from "../../../src/words/deadline-words.ts";

test.each([
  [5, "あと5営業日", "5 business days left"],
  [1, "あと1営業日", "1 business day left"],
  // The eve of a deadline on a Saturday: nothing is left after today.
  [0, "本日が最終営業日", "today is the last business day"],
])("%i business days left", (days, ja, en) => {
  expect(businessDaysLeft(days)).toEqual({ ja, en });
});

test("overdue is said in calendar days", () => {
  expect(daysOverdue(3).ja).toBe("3日超過");
  expect(daysOverdue(1).en).toBe("1 day overdue");
});

test.each([
  [
    { kind: "saturday" },
    "2026-07-31",
    "期限は土曜日です。直前の営業日は7/31(金)です。",
  ],
  [
    { kind: "holiday", name: "山の日" },
    "2022-08-10",
    "期限は祝日（山の日）です。直前の営業日は8/10(水)です。",
  ],
  [{ kind: "closedDay" }, null, "期限は休業日です。"],
] as const)("a deadline on %j", (because, lastBusinessDay, sentence) => {
  expect(closedDaySentence({ because, lastBusinessDay }).ja).toBe(sentence);
});
