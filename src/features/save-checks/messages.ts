import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "確認", en: "To check" },
  nothing: { ja: "気になる点はありません。", en: "Nothing stands out." },
  more: (p: { count: number }) => ({
    ja: `ほか${p.count}件`,
    en: `${p.count} more`,
  }),
  useFullName: (p: { name: string }) => ({
    ja: `「${p.name}」にする`,
    en: `Use “${p.name}”`,
  }),
  beforeSave: {
    ja: "次の点を確かめてください（保存はできます）。",
    en: "Please check these points (the record can be saved all the same).",
  },
  aboutName: (p: { sentence: string }) => ({
    ja: `名称：${p.sentence}`,
    en: `Name: ${p.sentence}`,
  }),
  editionFixed: {
    ja: "募集回は商工会では変えられません。別の募集回へ出すときは、新しい推薦案件を登録してください。",
    en: "A society cannot move a nomination to another edition. Add a new nomination instead.",
  },
  twinByNumber: (p: { society: string; name: string; id: string }) => ({
    ja: `同じ法人番号の推薦案件があります：${p.society} ${p.name}（レコード番号 ${p.id}）`,
    en: `Another nomination has the same corporate number: ${p.society} ${p.name} (record ${p.id})`,
  }),
  twinByName: (p: { society: string; name: string; id: string }) => ({
    ja: `同じ事業者と思われる推薦案件があります：${p.society} ${p.name}（レコード番号 ${p.id}）`,
    en: `Another nomination seems to be for the same firm: ${p.society} ${p.name} (record ${p.id})`,
  }),
  twinsUnknown: (p: { sentence: string }) => ({
    ja: `同じ事業者の推薦案件がないかは、確かめられませんでした。${p.sentence}`,
    en: `It could not be checked whether the firm is nominated twice. ${p.sentence}`,
  }),
} satisfies Messages;

export type CheckMessages = typeof messages;
