import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "期限", en: "Deadlines" },
  loading: { ja: "期限を読み込んでいます", en: "Loading the deadlines" },
  withoutEdition: {
    ja: "募集回を選ぶと、期限がここに出ます。",
    en: "The deadlines appear here once an edition is chosen.",
  },
  editionMissing: (p: { name: string }) => ({
    ja: `募集回「${p.name}」が見つかりません。ルックアップで募集回を選び直してください。`,
    en: `The edition “${p.name}” cannot be found. Choose the edition again.`,
  }),
  closedDaysUnknown: (p: { sentence: string }) => ({
    ja: `募集回を読み込めないため、写した日付で示しています。休業日は含まれません。${p.sentence}`,
    en: `The edition cannot be read, so the copied dates are shown, without its closed days. ${p.sentence}`,
  }),
  noDate: { ja: "日付なし", en: "No date" },
  dateUnset: {
    ja: "募集回に日付がまだ入っていません",
    en: "The edition has no date yet",
  },
  ifContest: {
    ja: "コンテストに参加する場合の期限です",
    en: "Only for firms that enter the contest",
  },
  doneOn: (p: { day: string }) => ({
    ja: `${p.day} 完了`,
    en: `done ${p.day}`,
  }),
  withdrawn: {
    ja: "取下げのため、守る期限はありません。",
    en: "Withdrawn: there is no deadline to keep.",
  },
} satisfies Messages;

export type DeadlineMessages = typeof messages;
