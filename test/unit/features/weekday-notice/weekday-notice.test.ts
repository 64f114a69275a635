import { expect, test } from "vitest";
import { messages } from "../../../../src/features/weekday-notice/messages.ts";
import { weekdaySentences } from "../../../../src/features/weekday-notice/index.ts";
import { createTranslator } from "../../../../src/i18n/translate.ts";

const context = {
  t: createTranslator(messages, "ja"),
  clock: {
    today: () => "2022-07-20",
    now: () => Date.parse("2022-07-20T00:00:00Z"),
    timeZone: "Asia/Tokyo",
  },
};

const text = (value: string) => ({ type: "MULTI_LINE_TEXT", value });

test("a wrong weekday is said once, wherever in the record it was typed", () => {
  expect(
    weekdaySentences(context, {
      fiscalYear: { type: "NUMBER", value: "2022" },
      noticeText: text("ご回答は8月1日(火)まで。登録は8月1日(月)まで。"),
      contact: { type: "DATE", value: "2022-08-01" },
      history: {
        type: "SUBTABLE",
        value: [
          { value: { note: text("8月1日(火)") } },
          { value: { note: text("7/27(木)") } },
        ],
      },
    }),
  ).toEqual([
    "「8月1日(火)」の曜日が日付と合いません。8/1(月)です。",
    "「7/27(木)」の曜日が日付と合いません。7/27(水)です。",
  ]);
});

test("a record without a year takes today's, and a right weekday is no word", () => {
  expect(
    weekdaySentences(context, { reason: text("8/1(月)に回答します") }),
  ).toEqual([]);
});
