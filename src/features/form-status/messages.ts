import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "様式の対応付け", en: "Mapping of the form" },
  reading: { ja: "様式を読み取っています", en: "Reading the form" },
  noFile: {
    ja: "届いた白紙のExcelを上の欄に添付して保存すると、ここから対応付けをはじめられます。",
    en: "Attach the blank Excel file above and save; the mapping begins here.",
  },
  noMap: {
    ja: "どの値をどのセルに入れるかを決めるまで、{sheet}は作成できません。",
    en: "No sheet can be made until the form is mapped.",
  },
  mapped: (p: { revision: number }) => ({
    ja: `対応付けは済んでいます（第${p.revision}版）。`,
    en: `The form is mapped (version ${p.revision}).`,
  }),
  begin: { ja: "対応付けをはじめる", en: "Begin the mapping" },
  toSheets: {
    ja: "推薦案件の一覧で{sheet}を作成",
    en: "Make the status sheet",
  },
  change: { ja: "対応付けを直す", en: "Change the mapping" },
} as const satisfies Messages;

export type StatusMessages = typeof messages;
