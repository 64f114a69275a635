import type { StaleNomination, ValueChange } from "../domain/edition-change.ts";
import type { SocietyToNotify } from "../domain/plan-change.ts";
import { formatDay } from "../i18n/format-day.ts";
import type { Language } from "../i18n/message.ts";

const ARROW = " → ";

const dayOr = (day: string, language: Language): string =>
  day === "" ? "–" : formatDay(day, language);

/** 「県連への連絡：7/27(水) → 7/29(金)」 */
export const changeSentence = (
  { what, before, after }: ValueChange,
  language: Language,
): string => {
  const isJa = language === "ja";
  switch (what) {
    case "threshold":
      return isJa
        ? `基準点：${before}点${ARROW}${after}点`
        : `Threshold: ${before}${ARROW}${after} points`;
    case "checklistKind":
      return isJa
        ? `チェックシートの種類：${before}${ARROW}${after}`
        : `Kind of checklist: ${before}${ARROW}${after}`;
    case "items":
      return isJa
        ? `チェックシートの項目が変わりました（${before}項目${ARROW}${after}項目）`
        : `Items of the checklist changed (${before}${ARROW}${after})`;
    default:
      return `${what.label[language]}${isJa ? "：" : ": "}${dayOr(before, language)}${ARROW}${dayOr(after, language)}`;
  }
};

/** 「△△商店：基準以上 → 基準未満」 */
export const flipSentence = ({
  nomination,
  verdictAfter,
}: StaleNomination): string =>
  `${nomination.registeredName || "（名称未入力）"}：${nomination.verdict}${ARROW}${verdictAfter}`;

/**
 * The comment that a society gets.
 *
 * @param at - the moment of the press; makes each announcement its own
 */
export const announcement = (
  edition: string,
  { changes, flips }: Pick<SocietyToNotify, "changes" | "flips">,
  at: string,
): string =>
  [
    `「${edition}」の条件が変わりました（${at}）。`,
    ...changes.map((change) => `・${changeSentence(change, "ja")}`),
    ...(flips.length === 0
      ? []
      : [
          "判定が変わる案件",
          ...flips.map((flip) => `・${flipSentence(flip)}`),
        ]),
  ].join("\n");
