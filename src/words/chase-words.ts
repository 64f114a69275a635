import type { Chase } from "../domain/plan-chase.ts";
import type { Programme } from "../programmes/index.ts";
import { formatDay } from "../i18n/format-day.ts";
import { nextActionSentence } from "./next-actions.ts";

const answerLine = (edition: string, { answerDue }: Chase): string =>
  `「${edition}」のご回答がまだ届いていません${
    answerDue === null ? "" : `（期限 ${formatDay(answerDue, "ja")}）`
  }。この画面で「該当なし」とご回答いただくか、推薦案件を登録してください。`;

/**
 * The comment that one society gets: what it alone lacks, and nothing of another.
 *
 * @param today - makes the comments of two days differ
 */
export const chaseText = (
  programme: Programme,
  edition: string,
  today: string,
  chase: Chase,
): string => {
  const again =
    chase.timesToday > 0 ? `（本日${chase.timesToday + 1}回目）` : "";
  return [
    `${formatDay(today, "ja")}時点でのお願いです${again}。`,
    ...(chase.lacksAnswer ? [answerLine(edition, chase)] : []),
    ...chase.lines.map(({ name, action }) => {
      const points =
        action.missingPoints === undefined
          ? ""
          : `（あと${action.missingPoints}点）`;
      return `・${name || "（名称未入力）"}：${nextActionSentence(programme, action).ja}${points}`;
    }),
  ].join("\n");
};
