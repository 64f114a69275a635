import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "自己採点", en: "Self score" },
  total: (p: { total: string; threshold: string }) => ({
    ja: `${p.total} / ${p.threshold}点`,
    en: `${p.total} of ${p.threshold} points`,
  }),
  totalAlone: (p: { total: string }) => ({
    ja: `${p.total}点`,
    en: `${p.total} points`,
  }),
  areaTotal: (p: { earned: string; maximum: string }) => ({
    ja: `${p.earned} / ${p.maximum}点`,
    en: `${p.earned} of ${p.maximum} points`,
  }),
  areaAnswered: (p: { answered: number; items: number }) => ({
    ja: `${p.answered} / ${p.items}項目に回答`,
    en: `${p.answered} of ${p.items} answered`,
  }),
  points: (p: { points: string }) => ({
    ja: `${p.points}点`,
    en: `${p.points} pt`,
  }),
  reached: { ja: "基準に届いています", en: "The threshold is reached" },
  missing: (p: { points: string }) => ({
    ja: `あと${p.points}点`,
    en: `${p.points} more points needed`,
  }),
  notScored: {
    ja: "まだ採点していません。項目ごとに回答してください。",
    en: "Nothing is answered yet. Please answer item by item.",
  },
  noThreshold: {
    ja: "基準点がまだ入っていません。募集回を選ぶと入ります。",
    en: "There is no threshold yet. It comes with the edition.",
  },
  closeWithOne: (p: { gap: string; items: string }) => ({
    ja: `あと${p.gap}点: ${p.items}のどれか1つで基準に届きます`,
    en: `${p.gap} more: any one of ${p.items} reaches the threshold`,
  }),
  closeWithAny: (p: { gap: string; items: string; size: number }) => ({
    ja: `あと${p.gap}点: ${p.items}のうち${p.size}つで基準に届きます`,
    en: `${p.gap} more: any ${p.size} of ${p.items} reach the threshold`,
  }),
  closeForExample: (p: { gap: string; items: string }) => ({
    ja: `あと${p.gap}点: たとえば${p.items}で基準に届きます`,
    en: `${p.gap} more: for example ${p.items} reach the threshold`,
  }),
  cannotClose: (p: { gap: string }) => ({
    ja: `あと${p.gap}点: 残りの項目がすべて「はい」でも基準に届きません`,
    en: `${p.gap} more: even with yes everywhere the threshold stays out of reach`,
  }),
  andMore: (p: { items: string; more: number }) => ({
    ja: `${p.items}ほか${p.more}項目`,
    en: `${p.items} and ${p.more} more`,
  }),
  sampleItems: {
    ja: "サンプルのチェック項目です。公式のチェックシートではありません。",
    en: "These are sample items, not the official checklist.",
  },
  otherVersion: {
    ja: "募集回のチェックシートは、回答した後に変わっています。この案件は回答した時の項目で採点します。",
    en: "The edition's checklist has changed since; this is scored with the items as they were.",
  },
  noItems: {
    ja: "チェック項目がまだありません。募集回を選ぶと、ここに項目が出ます。",
    en: "The items appear once an edition is chosen.",
  },
  noItemsInEdition: {
    ja: "この募集回には、チェック項目が登録されていません。県連の担当者に知らせてください。",
    en: "This edition has no checklist items. Please tell the federation.",
  },
  noItemsSaved: {
    ja: "この案件には、チェック項目がありません。編集画面を開くと、募集回から読み込みます。",
    en: "No items. They are copied from the edition on the edit page.",
  },
  loading: {
    ja: "チェック項目を読み込んでいます",
    en: "Loading the checklist",
  },
  keys: {
    ja: "キーボード：Tab で次の項目、← → で回答、Enter で根拠・メモへ移り、もう一度 Enter で戻ります。",
    en: "Keyboard: Tab goes to the next item, ← → answer, Enter leads to the note and back.",
  },
  yes: { ja: "はい", en: "Yes" },
  no: { ja: "いいえ", en: "No" },
  notApplicable: { ja: "対象外", en: "N/A" },
  unanswered: { ja: "未回答", en: "Blank" },
  evidence: { ja: "根拠・メモ", en: "Evidence, notes" },
  evidenceOf: (p: { item: string }) => ({
    ja: `${p.item} の根拠・メモ`,
    en: `Evidence or notes for ${p.item}`,
  }),
  withoutArea: { ja: "分野なし", en: "Without an area" },
  itemNumber: (p: { number: number }) => ({
    ja: `項目${p.number}`,
    en: `Item ${p.number}`,
  }),
  bar: { ja: "自己採点の合計", en: "Total of the self score" },
} satisfies Messages;

export type ScoreMessages = typeof messages;
