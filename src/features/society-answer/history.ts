import { answers } from "../../apps/index.ts";
import type { AppRecord } from "../../apps/records.ts";
import { newRow } from "../../kintone/table-rows.ts";
import type { PageRow } from "../../kintone/table-rows.ts";

const columnTypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(answers.fields.history.fields).map(([code, field]) => [
    code,
    field.type,
  ]),
);

type AnswerRecord = AppRecord<"answers">;

/** The answer itself counts; a reworded reason is no other answer. */
export const hasFlipped = (
  former: Pick<AnswerRecord, "answer">,
  current: Pick<AnswerRecord, "answer">,
): boolean => former.answer !== null && former.answer !== current.answer;

/** A society that had not answered yet has no former answer to keep. */
export const hadAnswered = ({
  answer,
}: Pick<AnswerRecord, "answer">): boolean =>
  answer === "候補あり" || answer === "該当なし";

/** The former answer as a row of the history. */
const toHistoryRow = (former: AnswerRecord): PageRow =>
  newRow(columnTypes, {
    pastAnswer: former.answer ?? "",
    // The column has one line.
    pastReason: former.reason.replace(/\s*\n\s*/g, " "),
    pastOn: former.answeredOn ?? "",
    pastBy: former.answeredBy.map(({ name, code }) => name || code).join("、"),
  });

/** kintone gives a new table one blank row and saves it; it is no former answer. */
const isBlankRow = ({ value }: PageRow): boolean =>
  Object.values(value).every((cell) => (cell.value ?? "") === "");

/** The history with the former answer at its end. */
export const appendHistory = (
  rows: readonly PageRow[],
  former: AnswerRecord,
): PageRow[] => [
  ...rows.filter((row) => !isBlankRow(row)),
  toHistoryRow(former),
];
