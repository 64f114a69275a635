import type { CalculatedField } from "../../app-kit/field.ts";
import type { Programme } from "../../programmes/index.ts";
import { fieldsIf, hasScore } from "../parts/programme-parts.ts";
import {
  calculated,
  calculatedText,
  dropDown,
  number,
  table,
  text,
} from "../../app-kit/define-fields.ts";

type Scored = Pick<Programme, "areas" | "threshold">;

/** The areas that need points by themselves, with the codes that add these up. */
const limitedAreas = ({ areas }: Pick<Programme, "areas">) =>
  areas.flatMap(({ name, minimum }, index) =>
    minimum === undefined
      ? []
      : [
          {
            name: name.ja,
            minimum,
            column: `areaEarned${index + 1}`,
            total: `areaTotal${index + 1}`,
          },
        ],
  );

// No code reads them: the verdict does, in kintone.
const areaColumns = (programme: Scored): Record<never, CalculatedField> =>
  Object.fromEntries(
    limitedAreas(programme).map(({ name, column }) => [
      column,
      calculated(`得点（${name}）`, `IF(itemArea="${name}",earned,0)`),
    ]),
  );

const areaTotals = (programme: Scored): Record<never, CalculatedField> =>
  Object.fromEntries(
    limitedAreas(programme).map(({ name, column, total }) => [
      total,
      calculated(`${name} 合計点`, `SUM(${column})`, { unit: "点" }),
    ]),
  );

/** Codes of the areas' totals, for the form. */
export const areaTotalCodes = (programme: Pick<Programme, "areas">): string[] =>
  limitedAreas(programme).map(({ total }) => total);

const passes = (programme: Scored): string => {
  const areas = limitedAreas(programme).map(
    ({ total, minimum }) => `${total}>=${minimum}`,
  );
  return areas.length === 0
    ? "scoreTotal>=requiredScore"
    : `AND(scoreTotal>=requiredScore,${areas.join(",")})`;
};

/**
 * The answers to the checklist, with the items as they were when the record was
 * made. The score is kintone's own: nobody can type over it, and CSV, REST and
 * phones get the same one.
 */
const declareChecklist = (programme: Scored) => ({
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
    ...areaColumns(programme),
  }),
  scoreTotal: calculated("合計点", "SUM(earned)", { unit: "点" }),
  ...areaTotals(programme),
  answeredCount: calculated("回答済の項目数", "SUM(answered)", {
    unit: "件",
  }),
  verdict: calculatedText(
    "判定",
    `IF(answeredCount=0,"未採点",IF(${passes(programme)},"基準以上","基準未満"))`,
  ),
});

export const createChecklistFields = (programme: Scored) =>
  fieldsIf(hasScore(programme), declareChecklist(programme));
