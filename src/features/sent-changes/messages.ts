import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "提出後の変更", en: "Changes since this report" },
  loading: {
    ja: "いまの推薦案件と比べています",
    en: "Comparing with the records",
  },
  unchanged: (p: { total: number }) => ({
    ja: `載せた${p.total}件は、どれも変わっていません。`,
    en: `None of the ${p.total} nominations listed has changed.`,
  }),
  changed: (p: { count: number; total: number }) => ({
    ja: `提出後に変更あり：${p.total}件のうち${p.count}件。提出先に知らせるか、作り直して送るかを判断してください。`,
    en: `Changed since: ${p.count} of ${p.total}. Tell the receiver or send a new sheet.`,
  }),
  changedHere: {
    ja: "提出後に変更あり：{sheet}に載せた内容から変わっています。",
    en: "Changed since: it no longer is as the status sheet says.",
  },
  ledger: { ja: "提出台帳の記録を開く", en: "Open the ledger record" },
  firm: { ja: "事業所", en: "Firm" },
  item: { ja: "項目", en: "Item" },
  cell: { ja: "セル", en: "Cell" },
  before: { ja: "シートの値", en: "On the sheet" },
  after: { ja: "いまの値", en: "Now" },
  gone: {
    ja: "レコードが見つかりません。",
    en: "The record is not there any more.",
  },
  leftOut: (p: { reason: string }) => ({
    ja: `いまは載せない案件です（${p.reason}）。`,
    en: `It would not be listed now (${p.reason}).`,
  }),
  changedSomehow: {
    ja: "変わっています（証明のファイルがないため、どの値かは分かりません）。",
    en: "It has changed; without its proof nobody knows where.",
  },
} as const satisfies Messages;

export type SentMessages = typeof messages;
