import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "次にすること", en: "Next" },
  nothingLeft: {
    ja: "いま必要な作業はありません",
    en: "Nothing to do at the moment",
  },
  withdrawn: {
    ja: "取下げの案件です。集計と状況回答シートには入りません",
    en: "Withdrawn: counted nowhere",
  },
  byActor: (p: { actor: string }) => ({
    ja: `担当：${p.actor}`,
    en: `by: ${p.actor}`,
  }),
  score: (p: { total: string; threshold: string }) => ({
    ja: `${p.total} / ${p.threshold}点`,
    en: `${p.total} of ${p.threshold} points`,
  }),
  notScored: { ja: "未採点", en: "not scored" },
  missing: (p: { points: string }) => ({
    ja: `あと${p.points}点`,
    en: `${p.points} more`,
  }),
  reached: { ja: "基準到達", en: "reached" },
} satisfies Messages;

export type NextStepMessages = typeof messages;
