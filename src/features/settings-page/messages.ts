import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "推薦ボードの設定", en: "Suisen settings" },
  intro: {
    ja: "何も設定しなくても動きます。点検に「要確認」があれば、上から順に、その案内で直してください。「注意」は、そのままでも動きます。",
    en: "It works with nothing set. Where a check says “to look at”, go through them from the top by their links; a “note” does no harm.",
  },
  loading: { ja: "アプリを確認しています", en: "Checking the apps" },
  checks: { ja: "点検", en: "点検 (Check)" },
  ok: { ja: "問題なし", en: "Fine" },
  note: { ja: "注意", en: "Note" },
  look: { ja: "要確認", en: "To look at" },
  allFine: (p: { count: number }) => ({
    ja: `${p.count}項目は整っています`,
    en: `${p.count} points are as they should be`,
  }),
  affected: (p: { count: number }) => ({
    ja: `${p.count}件の内容`,
    en: `The ${p.count} of them`,
  }),
  // No documented API reads these settings.
  // https://jp.cybozu.help/k/ja/ai/ai_search/assist_settings/search_prefs_datasource.html
  notReadable: {
    ja: "点検では分からないこと：AIとゲスト。AIは、kintone画面上部の歯車→「kintone AI管理」で、検索AIやレコード一覧分析AIの対象から「推薦案件」「回答」「提出台帳」「商工会」を外してください。アプリをゲストスペースに置いているときは、スペースの「参加メンバー」で、見せてよいゲストだけかを確かめてください。",
    en: "What cannot be checked here: AI and guests. Under the gear at the top of kintone → “kintone AI management”, leave 推薦案件, 回答, 提出台帳 and 商工会 out of what AI search and AI record list analysis may use. If the apps are in a guest space, see under its members that each guest may look.",
  },
  checkAgain: { ja: "もう一度点検する", en: "Check again" },
  checking: { ja: "点検しています", en: "Checking" },
  forms: { ja: "{sheet}の様式", en: "Official form" },
  formsHint: {
    ja: "募集回に登録した様式の、どの欄に何を入れるかを決めます。様式のファイルは、募集回のレコードの「{sheet}（白紙のExcel）」に添付します。",
    en: "Decide which value goes into which cell of the edition's form. The form itself is uploaded in the edition's record.",
  },
  formEdition: { ja: "募集回", en: "Edition" },

  deadlines: { ja: "期限の表示", en: "Deadlines" },
  warnDays: {
    ja: "「まもなく」と表示し始める営業日数",
    en: "Business days before a date from which it is “due soon”",
  },
  warnDaysUnit: { ja: "営業日前から", en: "business days before" },
  closedDays: { ja: "休業日", en: "Closed days" },
  closedDaysHint: {
    ja: "土日・祝日・12月29日〜1月3日のほかに休む日です。1行に1日、「2026-06-23 慰霊の日」のように入力します。",
    en: "Days closed besides weekends, holidays and 29 Dec – 3 Jan. One a line, such as “2026-06-23 Memorial day”.",
  },
  apps: { ja: "アプリの指定", en: "Apps" },
  appsHint: {
    ja: "通常は空欄のままで構いません。別のアプリを使うときだけ、アプリIDを入力します。",
    en: "Leave blank as a rule. Enter an app id only to use another app.",
  },
  appId: (p: { app: string }) => ({
    ja: `${p.app}のアプリID`,
    en: `App id of ${p.app}`,
  }),

  save: { ja: "保存する", en: "Save" },
  cancel: { ja: "キャンセル", en: "Cancel" },
  saveHint: {
    ja: "保存した設定は、アプリの設定画面で「アプリを更新」すると、このアプリを使うすべての人に反映されます。",
    en: "Saved settings reach everybody who uses this app once you update the app.",
  },
  saved: {
    ja: "設定を保存しました。アプリの設定画面で「アプリを更新」を押すと反映されます。",
    en: "Saved. Update the app to bring it into force.",
  },
  toAppSettings: { ja: "アプリの設定画面へ", en: "To the app's settings" },
  badWarnDays: {
    ja: "営業日数は0から60までの整数で入力してください。",
    en: "Enter a whole number from 0 to 60.",
  },
  badClosedDay: (p: { line: number; text: string }) => ({
    ja: `${p.line}行目「${p.text}」を日付として読めません。「2026-06-23 慰霊の日」のように入力してください。`,
    en: `Line ${p.line} “${p.text}” is not a date. Write it as “2026-06-23 Memorial day”.`,
  }),
  badAppId: (p: { app: string }) => ({
    ja: `${p.app}のアプリIDは数字で入力してください。`,
    en: `The app id of ${p.app} must be a number.`,
  }),
  brokenSettings: {
    ja: "保存されている設定を読み取れなかったため、標準の値を表示しています。保存し直すと直ります。",
    en: "The stored settings could not be read; the defaults are shown. Saving mends it.",
  },
  editions: { ja: "募集回", en: "Editions (募集回)" },
  societies: { ja: "商工会", en: "Societies (商工会)" },
  nominations: { ja: "推薦案件", en: "Nominations (推薦案件)" },
  answers: { ja: "回答", en: "Answers (回答)" },
  deliveries: { ja: "提出台帳", en: "Deliveries (提出台帳)" },
} as const satisfies Messages;
