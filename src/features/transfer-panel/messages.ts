import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "転記", en: "Copy to the web form" },
  intro: {
    ja: "Webフォームの順に並んでいます。押すとコピーされ、次の項目へ進みます。フォームに貼り付けてください。",
    en: "In the order of the web form. A press copies the value and goes on to the next; paste it into the form.",
  },
  form: { ja: "Webフォームを開く", en: "Open the web form" },
  noForm: {
    ja: "募集回にフォームのアドレスが入っていません。",
    en: "The edition has no address of the form.",
  },
  copy: (p: { label: string }) => ({
    ja: `${p.label}をコピー`,
    en: `Copy ${p.label}`,
  }),
  copied: { ja: "コピー済", en: "copied" },
  blank: { ja: "空欄", en: "blank" },
  progress: (p: { done: number; total: number }) => ({
    ja: `${p.done} / ${p.total}項目をコピーしました`,
    en: `${p.done} of ${p.total} copied`,
  }),
  copyFailed: {
    ja: "コピーできませんでした。表の値を選んでコピーしてください。",
    en: "Nothing was copied. Please select the value in the list and copy it.",
  },
  receipt: { ja: "受付番号", en: "Receipt number" },
  keepReceipt: {
    ja: "受付番号と今日の登録日を記録",
    en: "Keep the number, registered today",
  },
  receiptNeeded: {
    ja: "受付番号を入れてください。",
    en: "Please enter the receipt number.",
  },
  kept: {
    ja: "記録しました。次は「登録済みにする」を押してください。",
    en: "Kept. Next, press 「登録済みにする」.",
  },
  notKept: (p: { sentence: string }) => ({
    ja: `受付番号は記録されていません。${p.sentence}`,
    en: `The receipt number was not kept. ${p.sentence}`,
  }),
} satisfies Messages;

export type TransferMessages = typeof messages;
