import { hasScore } from "../../apps/parts/programme-parts.ts";
import type { Nomination } from "../../domain/model.ts";
import type { ReadinessFields } from "../../domain/readiness-items.ts";
import { readinessOf } from "../../domain/readiness.ts";
import type { Programme } from "../../programmes/index.ts";
import { formatPoints } from "../../i18n/format-number.ts";
import { nextActionSentence } from "../../words/next-actions.ts";
import { terms } from "../../i18n/terms.ts";
import type { Language } from "../../i18n/message.ts";

export type ContactFields = ReadinessFields &
  Pick<
    Nomination,
    "id" | "revision" | "edition" | "society" | "registeredName"
  >;

const gapText = (points: number, language: Language): string =>
  language === "ja"
    ? `（あと${formatPoints(points, language)}）`
    : ` (${formatPoints(points, language)} more)`;

/** The gaps that remain, each with its actor, without the registration itself. */
export const listMissing = (
  programme: Programme,
  nomination: ReadinessFields,
  language: Language,
): string[] =>
  readinessOf(programme, nomination)
    .items.filter(({ id, state }) => id !== "registration" && state !== "ok")
    .map(({ reason, actor, missingPoints }) => {
      const action = nextActionSentence(programme, { reason })[language];
      const who = terms[actor][language];
      const gap =
        missingPoints === undefined ? "" : gapText(missingPoints, language);
      return `${action}${gap} — ${who}`;
    });

const scoreText = ({
  verdict,
  scoreTotal,
  requiredScore,
}: ReadinessFields): string =>
  verdict === "未採点"
    ? "未採点"
    : `${scoreTotal ?? 0} / ${requiredScore ?? "－"}点（${verdict}）`;

/**
 * The comment that notifies the federation of a candidate. Always Japanese: it is
 * read by others than the one who sends it. Number and revision of the record
 * make the same message recognisable when it is sent a second time.
 */
export const toContactText = (
  programme: Programme,
  nomination: ContactFields,
  sender: string,
  url: string,
): string => {
  const missing = listMissing(programme, nomination, "ja");
  return [
    "候補の事業者がありますので、連絡します。",
    `募集回：${nomination.edition}`,
    `商工会：${nomination.society}`,
    `事業者：${nomination.registeredName}`,
    ...(!hasScore(programme) ? [] : [`自己採点：${scoreText(nomination)}`]),
    ...(missing.length === 0
      ? ["登録に必要なものは、そろっています。"]
      : [
          "まだそろっていないもの：",
          ...missing.map((sentence) => `・${sentence}`),
        ]),
    `連絡者：${sender}`,
    url,
    `（レコード番号 ${nomination.id}、更新 ${nomination.revision} の内容です）`,
  ].join("\n");
};
