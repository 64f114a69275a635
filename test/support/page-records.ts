import { createTranslator } from "../../src/i18n/translate.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import { wordsOf } from "../../src/words/programme-words.ts";
import type { Messages } from "../../src/i18n/message.ts";
import type { PageRecord } from "../../src/kintone/page-api.ts";

/** The `t` of a handler, in Japanese. */
export const inJapanese = <M extends Messages>(messages: M) =>
  createTranslator(messages, "ja", wordsOf(cloudPracticeAward));

/** A nomination as an event has it, with a checklist of these answers. */
export const aPageRecord = (
  answers: readonly string[] = [],
  changes: PageRecord = {},
): PageRecord => ({
  edition: { type: "SINGLE_LINE_TEXT", value: "クラウド実践大賞 2022" },
  society: { type: "SINGLE_LINE_TEXT", value: "青浜商工会" },
  registeredName: { type: "SINGLE_LINE_TEXT", value: "株式会社青浜商店" },
  requiredScore: { type: "NUMBER", value: "12" },
  checklist: {
    type: "SUBTABLE",
    value: answers.map((answer, index) => ({
      id: String(index + 1),
      value: {
        itemId: { type: "SINGLE_LINE_TEXT", value: `A${index + 1}` },
        itemArea: { type: "SINGLE_LINE_TEXT", value: "セキュリティ" },
        itemText: { type: "SINGLE_LINE_TEXT", value: "項目" },
        itemPoints: { type: "NUMBER", value: "1" },
        answer: { type: "DROP_DOWN", value: answer },
        evidence: { type: "SINGLE_LINE_TEXT", value: "" },
        earned: { type: "CALC", value: "0" },
        answered: { type: "CALC", value: "0" },
      },
    })),
  },
  ...changes,
});
