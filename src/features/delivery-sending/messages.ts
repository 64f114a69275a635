import type { Messages } from "../../i18n/message.ts";

export const messages = {
  notSent: {
    ja: "この{sheet}は、まだ送付済になっていません。メールを送ったら押してください。載せた{entryState}の案件がすべて{reportState}になります。",
    en: "This sheet is not marked as mailed. Press after mailing it; every registered nomination on it becomes reported.",
  },
  send: { ja: "送付済にする", en: "Mark as mailed" },
  sent: (p: { at: string }) => ({
    ja: `${p.at}に送付済として記録しました。載せた案件と送付の記録は、手では直せません。`,
    en: `Recorded as mailed at ${p.at}. What it lists and when it was mailed cannot be edited by hand.`,
  }),
  undo: { ja: "送付を取り消す", en: "Undo the mailing" },
  undoTitle: { ja: "送付を取り消す", en: "Undo the mailing" },
  undoEffect: {
    ja: "送付済にしたときに{reportState}になった案件を、元のステータスと報告日に戻します。送ったメールは取り消せません。",
    en: "Nominations that became reported get their earlier state and date again. The mail itself cannot be undone.",
  },
  undoReason: { ja: "取り消す理由", en: "Reason" },
  undoGo: { ja: "取り消す", en: "Undo" },
  cancel: { ja: "中止", en: "Cancel" },
  reasonNeeded: {
    ja: "理由を入力してください。提出台帳に残ります。",
    en: "Give a reason; the ledger keeps it.",
  },
  working: (p: { done: number; total: number }) => ({
    ja: `案件と提出台帳を更新しています（${p.done} / ${p.total}）`,
    en: `Updating nominations and ledger (${p.done} of ${p.total})`,
  }),
  failed: (p: { sentence: string }) => ({
    ja: `${p.sentence} もう一度押すと、続きから行います。`,
    en: `${p.sentence} Press again to go on.`,
  }),
  closed: {
    ja: "送付済の記録は、手では直せません。まちがえて送付済にしたときは、この提出の画面で「送付を取り消す」を押してください。",
    en: "A mailed report cannot be edited by hand. If it was marked by mistake, use “Undo the mailing” on its page.",
  },
  byButtons: {
    ja: "台帳は「送付済にする」で閉じ、「送付を取り消す」で開きます。",
    en: "“Mark as mailed” closes the entry, and its undo opens it.",
  },
  byButton: {
    ja: "送付状況は、この提出の画面の「送付済にする」で変えてください。載せた案件もいっしょに{reportState}になります。",
    en: "Use “Mark as mailed” on this report's page; it reports the nominations too.",
  },
} as const satisfies Messages;

export type SendingMessages = typeof messages;
