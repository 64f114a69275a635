import type { Messages } from "../../i18n/message.ts";

export const messages = {
  publicRegister: {
    ja: "法人番号公表サイトで登記上の名称を調べる",
    en: "Look up the registered name in the public register",
  },
  toChecklist: {
    ja: "チェックシートへ進む",
    en: "Go on to the checklist",
  },
  priorTitle: { ja: "過去の{earlier}", en: "Earlier" },
  loading: {
    ja: "過去の{earlier}を調べています。",
    en: "Looking for earlier declarations.",
  },
  none: {
    ja: "見られる範囲に、過去の{earlier}はありません。",
    en: "No earlier declaration that you may see.",
  },
  unknown: (p: { sentence: string }) => ({
    ja: `過去の{earlier}は調べられませんでした。${p.sentence}`,
    en: `Earlier declarations could not be looked up. ${p.sentence}`,
  }),
  ask: (p: { count: number; latest: string }) => ({
    ja: `過去に{earlier}しています（${p.latest}、全${p.count}件）。今回の違いを「過去の宣言との違い」に書いてください。`,
    en: `Declared before (${p.latest}; ${p.count} in all). Please write what is different this time.`,
  }),
  known: (p: { count: number; latest: string }) => ({
    ja: `過去に{earlier}しています（${p.latest}、全${p.count}件）。`,
    en: `Nominated before (${p.latest}; ${p.count} in all).`,
  }),
  askUnseen: {
    ja: "過去の自己宣言が「あり」です。今回の違いを「過去の宣言との違い」に書いてください。",
    en: "It says that the firm declared before. Please write what is different this time.",
  },
  sameContent: (p: { latest: string }) => ({
    ja: `取組の要約が過去の{earlier}（${p.latest}）と同じです。内容が違うときだけ、もう一度{earlier}できます。`,
    en: `The summary is that of an earlier declaration (${p.latest}). A firm may declare again only with other content.`,
  }),
  explained: (p: { count: number; latest: string }) => ({
    ja: `過去に{earlier}しています（${p.latest}、全${p.count}件）。今回の違いは書かれています。`,
    en: `Declared before (${p.latest}; ${p.count} in all). What is different is written down.`,
  }),
  more: (p: { count: number }) => ({
    ja: `ほか${p.count}件`,
    en: `${p.count} more`,
  }),
  one: (p: {
    edition: string;
    day: string;
    society: string;
    name: string;
  }) => ({
    ja: `${p.edition} ${p.day}登録 ${p.society} ${p.name}`,
    en: `${p.edition}, registered ${p.day}, ${p.society} ${p.name}`,
  }),
  elsewhere: (p: { edition: string; society: string }) => ({
    ja: `ほかの制度：${p.edition} ${p.society}`,
    en: `Another award: ${p.edition}, ${p.society}`,
  }),
  dayUnknown: { ja: "日付なし ", en: "without a date" },
  securityAction: {
    ja: "SECURITY ACTION の申込みページ",
    en: "SECURITY ACTION, application page",
  },
  shortForm: {
    ja: "画面から5分ほどで宣言できます。",
    en: "The declaration is a form of about five minutes.",
  },
  gBizId: {
    ja: "宣言にはGビズIDが必要です。お持ちでないときは、取得に2週間ほどみてください。",
    en: "The declaration needs a gBizID; getting one can take two weeks.",
  },
} satisfies Messages;

export type AidMessages = typeof messages;
