import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "募集回の変更", en: "A changed edition" },
  loading: (p: { done: number; total: number }) => ({
    ja: `写しを確かめています（${p.done} / ${p.total}件）`,
    en: `Checking the copies (${p.done} of ${p.total})`,
  }),
  upToDate: {
    ja: "案件と回答は、すべて今の募集回の期限・基準です。",
    en: "Every nomination and answer carries the edition's present values.",
  },
  pending: {
    ja: "前回の「変更を反映」が途中で止まっています。押すと続きから行い、同じ相手に二度は知らせません。",
    en: "The last press was cut off. Another goes on where it stopped; nobody is told twice.",
  },
  datesOver: (p: { names: string }) => ({
    ja: `過ぎた日に変える期限：${p.names}。反映すると、まだ終えていない案件と回答は期限超過になります。`,
    en: `Moved to a day that has passed: ${p.names}. What is not done yet becomes overdue.`,
  }),
  staleCount: (p: { count: number }) => ({
    ja: `写しが古い案件 ${p.count}件`,
    en: `Nominations with an old copy: ${p.count}`,
  }),
  answerCount: (p: { count: number }) => ({
    ja: `期限が古い回答 ${p.count}件`,
    en: `Answers with an old date: ${p.count}`,
  }),
  flipCount: (p: { count: number }) => ({
    ja: `判定が変わる案件 ${p.count}件`,
    en: `Verdicts that turn: ${p.count}`,
  }),
  notifyCount: (p: { count: number }) => ({
    ja: `知らせる商工会 ${p.count}`,
    en: `Societies told: ${p.count}`,
  }),
  unreachable: (p: { names: string }) => ({
    ja: `「組織」が空のため知らせられない商工会：${p.names}`,
    en: `No organisation, cannot be told: ${p.names}`,
  }),
  gone: (p: { names: string }) => ({
    ja: `反映しました。回答が削除されていたため知らせられなかった商工会：${p.names}。「届いていない商工会に送る」を押すと、回答が届き直します。`,
    en: `Applied. Not told, because their answer record was deleted: ${p.names}. Send the request again to them.`,
  }),
  nobody: { ja: "知らせる相手はありません。", en: "Nobody is told." },
  apply: { ja: "変更を反映", en: "Apply the change" },
  working: (p: { done: number; total: number }) => ({
    ja: `反映しています（${p.done} / ${p.total}）`,
    en: `Applying (${p.done} of ${p.total})`,
  }),
  stop: { ja: "止める", en: "Stop" },
  stopped: {
    ja: "止めました。もう一度「変更を反映」を押すと続きから行います。",
    en: "Stopped. Press again to go on.",
  },
  retry: { ja: "もう一度確かめる", en: "Check again" },
} as const satisfies Messages;

export type ChangeMessages = typeof messages;
