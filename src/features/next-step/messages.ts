import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "次にすること", en: "Next" },
  nothingLeft: {
    ja: "いま必要な作業はありません",
    en: "Nothing to do at the moment",
  },
  withdrawn: {
    ja: "取下げの案件です。集計と{sheet}には入りません",
    en: "Withdrawn: counted nowhere",
  },
  past: {
    ja: "名簿から取り込んだ過去の案件です。必要な作業はありません",
    en: "From a list of earlier years: nothing to do",
  },
  closed: {
    ja: "登録後の案件を編集できるのは県連だけです。{paperAnd}訂正の依頼は、商工会の「回答」の「登録後の提出・訂正の依頼」に入れます",
    en: "Once registered, only the federation edits this record. What comes later, and corrections, go into the society's answer (回答)",
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
  areaMissing: { ja: "基準未満の分野があります", en: "an area is below" },
  reached: { ja: "基準到達", en: "reached" },
} satisfies Messages;

export type NextStepMessages = typeof messages;
