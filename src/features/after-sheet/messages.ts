import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "結果の連絡", en: "Telling the result" },
  criteria: (p: { names: string; contest: string }) => ({
    ja: `審査の観点：${p.names}${p.contest === "" ? "" : `（コンテストでは${p.contest}も）`}`,
    en: `Judged by: ${p.names}${p.contest === "" ? "" : ` (in the contest also ${p.contest})`}`,
  }),
  caseMissing: {
    ja: "{paper}のファイルがまだ添付されていません。",
    en: "The practice case is not attached yet.",
  },
  nothing: {
    ja: "結果が入ると、商工会と事業者への文がここに出ます。",
    en: "Once there is a result, the texts for society and firm appear here.",
  },
  notNotified: { ja: "まだ知らせていません", en: "not told yet" },
  notified: (p: { whom: string; day: string }) => ({
    ja: `${p.whom} ${p.day}連絡済`,
    en: `${p.whom} told ${p.day}`,
  }),
  society: { ja: "商工会", en: "society" },
  firm: { ja: "事業者", en: "firm" },
  notifySociety: { ja: "商工会へ知らせる", en: "Tell the society" },
  copyForFirm: { ja: "事業者への文をコピー", en: "Copy the text for the firm" },
  firmNotified: { ja: "事業者へ連絡済みにする", en: "The firm has been told" },
  askPublication: { ja: "公表の確認を依頼", en: "Ask about the publication" },
  stale: {
    ja: "公表する文は、事業者にまだ確認していません（前の確認の後に変わった文も含みます）。",
    en: "The firm has not been asked about this text (or it has changed since).",
  },
  waiting: {
    ja: "公表について、事業者の回答待ちです。",
    en: "Waiting for the firm's answer about the publication.",
  },
  granted: { ja: "公表できます。", en: "May be published." },
  refused: { ja: "公表できません。", en: "May not be published." },
  copied: {
    ja: "コピーしました。メールなどに貼り付けてください。",
    en: "Copied. Paste it into a mail.",
  },
  copyFailed: (p: { text: string }) => ({
    ja: `コピーできませんでした。次の文を選んでコピーしてください。\n${p.text}`,
    en: `Nothing was copied. Please select and copy this text.\n${p.text}`,
  }),
  failed: (p: { sentence: string }) => ({
    ja: `記録されていません。${p.sentence}`,
    en: `Nothing was recorded. ${p.sentence}`,
  }),
  answerBeforeAsking: {
    ja: "公表の可否は、いまの文を事業者に確認してから入れてください。「公表の確認を依頼」を押すと記録されます。",
    en: "Enter the answer after the firm was asked about the present text; 「公表の確認を依頼」 records it.",
  },
} satisfies Messages;

export type OutcomeMessages = typeof messages;
