import type { Messages } from "../../i18n/message.ts";

export const messages = {
  titleSent: { ja: "提出後の変更", en: "Changes since it was sent" },
  titleMade: { ja: "作成後の変更", en: "Changes since it was made" },
  loading: {
    ja: "いまの推薦案件と比べています",
    en: "Comparing with the nominations as they are now",
  },
  retry: { ja: "もう一度比べる", en: "Compare again" },
  unchanged: (p: { count: number }) => ({
    ja: `載せた${p.count}件は、どれも変わっていません。`,
    en: `None of the ${p.count} nominations listed has changed.`,
  }),
  none: {
    ja: "この回には案件を載せていません。",
    en: "This report lists no nomination.",
  },
  changedSent: (p: { count: number; total: number }) => ({
    ja: `提出後に変更あり：${p.total}件のうち${p.count}件。提出先に知らせるか、作り直して送るかを判断してください。`,
    en: `Changed since it was sent: ${p.count} of ${p.total}. Decide whether to tell the receiver or to send a new one.`,
  }),
  changedMade: (p: { count: number; total: number }) => ({
    ja: `作成後に変更あり：${p.total}件のうち${p.count}件。送る前に、推薦案件の一覧から作り直してください。`,
    en: `Changed since it was made: ${p.count} of ${p.total}. Make the sheet again from the list of nominations before you send it.`,
  }),
  noProof: {
    ja: "証明のファイルがないため、どの値が変わったかまでは分かりません。",
    en: "Without the file of the proof it cannot be told which values changed.",
  },
  mappedAnew: {
    ja: "作成したあとに様式か対応付けが変わったため、セルの位置は示せません。",
    en: "The form or its map changed since, so the cells cannot be named.",
  },
  columnFirm: { ja: "事業所", en: "Firm" },
  columnItem: { ja: "項目", en: "Item" },
  columnCell: { ja: "セル", en: "Cell" },
  columnBefore: { ja: "シートの値", en: "On the sheet" },
  columnAfter: { ja: "いまの値", en: "Now" },
  gone: {
    ja: "レコードが見つかりません（削除されたか、別の募集回に移されました）。",
    en: "The record is not there any more, or belongs to another edition.",
  },
  leftOut: (p: { reason: string }) => ({
    ja: `いまは載せない案件です（${p.reason}）。`,
    en: `It would not be listed now (${p.reason}).`,
  }),
  changedSomehow: {
    ja: "作成したときから変わっています。",
    en: "It has changed since.",
  },
} as const satisfies Messages;

export type SentMessages = typeof messages;
