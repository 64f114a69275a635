import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "様式の対応付け", en: "Mapping of the form" },
  reading: { ja: "様式を読み取っています", en: "Reading the form" },
  noFile: {
    ja: "まだ様式がありません。届いた白紙のExcelを「状況回答シート（白紙のExcel）」に添付して保存してください。それまでは標準サンプルの様式で作成します。",
    en: "There is no form yet. Attach the blank Excel file above and save. Until then the standard sample form is used.",
  },
  noMap: {
    ja: "どの値をどのセルに入れるかが、まだ決まっていません。決めるまで状況回答シートは作成できません。",
    en: "It is not yet settled which value goes into which cell. Until then no sheet can be made.",
  },
  mapBroken: {
    ja: "保存されている対応表を読み取れません。対応付けをやり直してください。",
    en: "The stored map cannot be read. Map the form again.",
  },
  stale: {
    ja: "この様式は、対応付けを保存したときの様式と違います。違いを確かめて保存し直すまで、状況回答シートは作成できません。",
    en: "This form is not the one the map was saved for. No sheet can be made until the differences were looked at and the map saved again.",
  },
  summary: (p: { placed: number; unsure: number; problems: number }) => ({
    ja: `配置 ${p.placed}件 ・ 要確認 ${p.unsure}件 ・ 問題 ${p.problems}件`,
    en: `${p.placed} placed, ${p.unsure} to look at, ${p.problems} problems`,
  }),
  revision: (p: { revision: number }) => ({
    ja: `第${p.revision}版`,
    en: `Version ${p.revision}`,
  }),
  begin: { ja: "対応付けをはじめる", en: "Begin the mapping" },
  change: { ja: "対応付けを直す", en: "Change the mapping" },
  resolve: { ja: "違いを見て直す", en: "Look at the differences" },
  settingsHint: {
    ja: "プラグインの設定画面が開きます。",
    en: "Opens the plugin's settings page.",
  },
  askManager: {
    ja: "対応付けは、このアプリの管理権限がある人がプラグインの設定画面で行います。",
    en: "Whoever manages this app does the mapping, on the plugin's settings page.",
  },
} as const satisfies Messages;

export type StatusMessages = typeof messages;
