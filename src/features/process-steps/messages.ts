import type { Messages } from "../../i18n/message.ts";

export const messages = {
  // In the form.
  panelTitle: { ja: "{contact}", en: "Telling the federation" },
  howToContact: (p: { names: string }) => ({
    ja: `画面の上にある「{contactAction}」を押すと、${p.names} に案件の内容が通知されます。送る前に文面を確かめられます。`,
    en: `「{contactAction}」 above notifies ${p.names}. You see the text first.`,
  }),
  nobodyToContact: {
    ja: "募集回に県連の連絡先が登録されていません。「{contactAction}」を押しても通知は届かないため、電話などでも知らせてください。",
    en: "The edition names nobody at the federation: please tell them otherwise.",
  },
  contactedOn: (p: { day: string }) => ({
    ja: `${p.day} に連絡しました。`,
    en: `The federation was told on ${p.day}.`,
  }),
  // Before the federation is notified.
  contactTitle: { ja: "{contactAction}", en: "Tell the federation" },
  contactGo: { ja: "連絡する", en: "Tell them" },
  cancel: { ja: "やめる", en: "Cancel" },
  contactNeeds: (p: { missing: string }) => ({
    ja: `「{contactAction}」には、${p.missing}が必要です。編集画面で入力してから、もう一度操作してください。`,
    en: `Needed first: ${p.missing}. Enter it, then try again.`,
  }),
  edition: { ja: "募集回", en: "the edition" },
  society: { ja: "商工会", en: "the society" },
  registeredName: { ja: "名称", en: "the name of the firm" },
  editionMissing: (p: { name: string }) => ({
    ja: `募集回「${p.name}」が見つからないため、連絡先が分かりません。募集回を選び直してください。`,
    en: `The edition “${p.name}” is missing. Choose it again.`,
  }),
  recipients: (p: { names: string }) => ({
    ja: `通知先：${p.names}`,
    en: `Will be notified: ${p.names}`,
  }),
  noRecipients: {
    ja: "募集回に県連の連絡先が登録されていません。コメントは残りますが、通知は届きません。電話などでも知らせてください。",
    en: "The edition names nobody at the federation: please tell them otherwise.",
  },
  tooManyRecipients: (p: { limit: number }) => ({
    ja: `通知できるのは${p.limit}件までのため、先頭の${p.limit}件に通知します。`,
    en: `Only ${p.limit} can be notified; these are the first ${p.limit}.`,
  }),
  stillMissing: {
    ja: "まだそろっていないもの（連絡はできます）",
    en: "Still missing (you can tell them all the same)",
  },
  nothingMissing: {
    ja: "登録に必要なものは、すべてそろっています。",
    en: "Everything the registration needs is there.",
  },
  willSend: { ja: "送る文面", en: "What will be sent" },
  postFailed: (p: { sentence: string }) => ({
    ja: `{contact}を送れなかったため、ステータスは変えていません。${p.sentence}`,
    en: `The federation was not told; the status has not changed. ${p.sentence}`,
  }),
  // Registration.
  registerTitle: { ja: "{entryAction}", en: "Register" },
  registerGo: { ja: "{entryAction}", en: "Register" },
  registerEffect: {
    ja: "{entryState}にすると、商工会は内容を直せなくなります。{sheet}に載せる登録の内容を入力してください。",
    en: "The society can no longer change the nomination. Enter what the status sheet lists.",
  },
  registeredBy: { ja: "登録者", en: "Registered by" },
  registeredOn: { ja: "登録した日", en: "Day of registration" },
  receiptNumber: { ja: "受付番号", en: "Receipt number" },
  supporterChoice: { ja: "{supporter}を選ぶ", en: "Choose a supporter" },
  supporterTyped: { ja: "下に入力する", en: "Typed below" },
  supporterName: { ja: "{supporter} 氏名", en: "Supporter: name" },
  supporterAffiliation: {
    ja: "{supporter} 所属",
    en: "Supporter: affiliation",
  },
  supporterContact: { ja: "{supporter} 連絡先", en: "Supporter: contact" },
  registerNeeds: (p: { name: string }) => ({
    ja: `${p.name}を入力してください。`,
    en: `Enter: ${p.name}.`,
  }),
  registerLater: {
    ja: "登録した日は、今日までの日付にしてください。",
    en: "The day of registration cannot be in the future.",
  },
  registerBlocked: (p: { reasons: string }) => ({
    ja: `このままでは登録済みにできません。${p.reasons}`,
    en: `It cannot be registered as it is. ${p.reasons}`,
  }),
  registerFailed: (p: { sentence: string }) => ({
    ja: `登録の内容を確かめられなかったため、ステータスは変えていません。${p.sentence}`,
    en: `The registration could not be checked; the status has not changed. ${p.sentence}`,
  }),
  // Ways back and ways out.
  returnTitle: { ja: "差し戻す", en: "Send back" },
  returnGo: { ja: "差し戻す", en: "Send back" },
  returnEffect: {
    ja: "差戻しの案件は、商工会が直してもう一度連絡するまで、集計に入りません。",
    en: "Until it is mended, the nomination is counted nowhere.",
  },
  returnReason: {
    ja: "差戻しの理由（商工会に通知します）",
    en: "Why (the society is notified)",
  },
  returnFailed: (p: { sentence: string }) => ({
    ja: `差戻しの理由を送れなかったため、ステータスは変えていません。${p.sentence}`,
    en: `The reason was not sent; the status has not changed. ${p.sentence}`,
  }),
  withdrawTitle: { ja: "取り下げる", en: "Withdraw" },
  withdrawGo: { ja: "取り下げる", en: "Withdraw" },
  withdrawEffect: {
    ja: "取下げにすると、集計と{sheet}から外れます。「準備中に戻す」で元に戻せます。",
    en: "It is counted nowhere and leaves the status sheet. 「準備中に戻す」 undoes it.",
  },
  withdrawReason: { ja: "取下げの理由", en: "Why" },
  reasonNeeded: {
    ja: "理由を入力してください。",
    en: "Please enter a reason.",
  },
} satisfies Messages;

export type StepMessages = typeof messages;
