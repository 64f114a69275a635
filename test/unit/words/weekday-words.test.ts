import { expect, test } from "vitest";
import { weekdaySentences } from "../../../src/words/weekday-words.ts";

test("a wrong weekday is said once, in whichever text it was typed", () => {
  const texts = [
    "ご回答は8月1日(火)まで。登録は8月1日(月)まで。",
    "8月1日(火)",
    "7/27(木)",
  ];
  expect(weekdaySentences(texts, 2022, "ja")).toEqual([
    "「8月1日(火)」の曜日が日付と合いません。8/1(月)です。",
    "「7/27(木)」の曜日が日付と合いません。7/27(水)です。",
  ]);
  expect(weekdaySentences(["8/1(火)"], 2022, "en")).toEqual([
    "The weekday of “8/1(火)” is not the day's: Mon 1 Aug.",
  ]);
});

test("a right weekday is no word", () => {
  expect(weekdaySentences(["8/1(月)に回答します"], 2022, "ja")).toEqual([]);
});
