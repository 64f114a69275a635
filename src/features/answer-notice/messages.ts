import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: (p: { edition: string }) => ({
    ja: `${p.edition} のご案内`,
    en: `${p.edition}: the request`,
  }),
  from: (p: { name: string }) => ({
    ja: `${p.name}より`,
    en: `From ${p.name}`,
  }),
  due: (p: { day: string }) => ({
    ja: `ご回答期限 ${p.day}`,
    en: `Answer by ${p.day}`,
  }),
  left: (p: { days: number }) => ({
    ja: `あと${p.days}営業日`,
    en: `${p.days} business ${p.days === 1 ? "day" : "days"} left`,
  }),
  today: { ja: "本日が期限です", en: "Due today" },
  late: (p: { days: number }) => ({
    ja: `${p.days}日過ぎています`,
    en: `${p.days} ${p.days === 1 ? "day" : "days"} late`,
  }),
  ownDate: (p: { reason: string }) => ({
    ja: `貴会の期限です（${p.reason}）`,
    en: `Your own date (${p.reason})`,
  }),
  loading: { ja: "ご案内を読み込んでいます", en: "Reading the request" },
  missing: (p: { edition: string }) => ({
    ja: `募集回「${p.edition}」が見つかりません。県連にお問い合わせください。`,
    en: `The edition “${p.edition}” is missing. Ask the federation.`,
  }),
  noText: {
    ja: "本文はまだありません。",
    en: "There is no text yet.",
  },
  files: { ja: "資料", en: "Files" },
  open: (p: { name: string }) => ({
    ja: `${p.name} をダウンロード`,
    en: `Download ${p.name}`,
  }),
  selfForm: { ja: "自薦フォーム", en: "Form for own entries" },
  otherForm: { ja: "他薦フォーム", en: "Form for nominations" },
  securityAction: { ja: "SECURITY ACTION", en: "SECURITY ACTION" },
  publicRegister: { ja: "法人番号公表サイト", en: "Corporate number site" },
  state: (p: { answer: string }) => ({
    ja: `いまの回答：${p.answer}`,
    en: `Answer now: ${p.answer}`,
  }),
  readOn: (p: { day: string }) => ({
    ja: `${p.day}に確認しました`,
    en: `Confirmed on ${p.day}`,
  }),
  read: { ja: "確認しました", en: "I have read it" },
  ifCandidate: { ja: "候補があるとき", en: "With a candidate" },
  create: { ja: "推薦案件をつくる", en: "Add a nomination" },
  ifNone: { ja: "候補がないとき", en: "Without one" },
  none: { ja: "該当なし", en: "No candidate" },
  noneEffect: (p: { edition: string }) => ({
    ja: `「${p.edition}」に「該当なし」と回答します。期限のお知らせは止まります。あとで候補が見つかったときは、推薦案件を登録できます。`,
    en: `Answers “no candidate” for “${p.edition}”. Reminders stop; a nomination can still be added.`,
  }),
  noneBeside: (p: { name: string; count: number }) => ({
    ja: `「${p.name}」など、進んでいる推薦案件が${p.count}件あります。`,
    en: `${p.count} nominations are still under way, “${p.name}” among them.`,
  }),
  noneReason: { ja: "理由をひとこと", en: "The reason in a few words" },
  noneGo: { ja: "該当なしと回答する", en: "Answer: no candidate" },
  noneNeeded: { ja: "理由を入れてください。", en: "Enter the reason." },
  cancel: { ja: "やめる", en: "Cancel" },
  passOn: { ja: "事業者への周知", en: "Passed on to firms" },
  passedByPaper: { ja: "会報", en: "Newsletter" },
  passedByMail: { ja: "メール", en: "Mail" },
  passedByVisit: { ja: "巡回", en: "Visits" },
  passedByMeeting: { ja: "会議・講習会", en: "Meetings" },
  passedByWeb: { ja: "ホームページ・SNS", en: "Website" },
  copyText: { ja: "案内文をコピー", en: "Copy a text for firms" },
  copied: {
    ja: "案内文をコピーしました。会報やメールに貼り付けてください。",
    en: "Copied. Paste it into your newsletter or mail.",
  },
  copyFailed: {
    ja: "コピーできませんでした。下の文面を選んでコピーしてください。",
    en: "Could not copy. Select the text below.",
  },
  chased: (p: { day: string; text: string }) => ({
    ja: `${p.day} 県連からのお願い：${p.text}`,
    en: `${p.day} from the federation: ${p.text}`,
  }),
} as const satisfies Messages;

export type NoticeMessages = typeof messages;
