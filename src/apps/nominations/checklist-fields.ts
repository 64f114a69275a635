import {
  calculated,
  calculatedText,
  dropDown,
  number,
  table,
  text,
} from "../../app-kit/define-fields.ts";

/**
 * The answers to the checklist, with the items as they were when the record was
 * made. The score is kintone's own: nobody can type over it, and CSV, REST and
 * phones get the same one.
 */
export const createChecklistFields = () => ({
  checklist: table("チェックシート", {
    itemId: text("項目ID"),
    itemArea: text("分野"),
    itemText: text("項目"),
    itemPoints: number("配点"),
    answer: dropDown("回答", ["はい", "いいえ", "対象外"]),
    evidence: text("根拠・メモ"),
    earned: calculated("得点", 'IF(answer="はい",itemPoints,0)'),
    // Named answers, not `answer=""`: how a formula compares an unset choice is not documented.
    answered: calculated(
      "回答済",
      'IF(OR(answer="はい",answer="いいえ",answer="対象外"),1,0)',
    ),
  }),
  scoreTotal: calculated("合計点", "SUM(earned)", { unit: "点" }),
  answeredCount: calculated("回答済の項目数", "SUM(answered)", {
    unit: "件",
  }),
  verdict: calculatedText(
    "判定",
    'IF(answeredCount=0,"未採点",IF(scoreTotal>=requiredScore,"基準以上","基準未満"))',
  ),
});
