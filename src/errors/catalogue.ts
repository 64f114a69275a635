import type { Message } from "../i18n/message.ts";

/** A sentence, or how to make it of the values that the error carries. */
export type ErrorEntry = Message | ((params: never) => Message);
export type ErrorCatalogue = Readonly<Record<string, ErrorEntry>>;

/** kintone's own words about a refusal, and its id of it. */
type Refusal = { readonly id?: string; readonly detail?: string };

const APP_NAMES: Readonly<Record<string, string>> = {
  editions: "募集回",
  societies: "商工会",
  nominations: "推薦案件",
  answers: "回答",
  deliveries: "提出台帳",
};

const appName = (key: string): string => APP_NAMES[key] ?? key;

/** kintone's own id of the error, with which its support can find the case. */
const supportId = ({ id = "" }: Refusal): Message =>
  id === ""
    ? { ja: "", en: "" }
    : { ja: `（エラーID：${id}）`, en: ` (error id: ${id})` };

const withId =
  (message: Message): ((params: Refusal) => Message) =>
  (params) => {
    const id = supportId(params);
    return { ja: message.ja + id.ja, en: message.en + id.en };
  };

/** Refusals of kintone, as `src/kintone/errors.ts` names them. */
const kintoneErrors = {
  "kintone/no-right": withId({
    ja: "この操作をする権限がありません。必要なときは、kintoneの管理者にアクセス権を確認してください。",
    en: "You may not do this. If you need to, ask your kintone administrator.",
  }),
  "kintone/signed-out": withId({
    ja: "ログインの有効期限が切れました。別のタブでkintoneにログインしてから、もう一度操作してください。",
    en: "Your session has ended. Sign in in another tab, then try again.",
  }),
  "kintone/app-missing": withId({
    ja: "必要なアプリが見つかりません。削除されたか、閲覧権限がありません。管理者にプラグインの設定画面で確認してもらってください。",
    en: "An app is missing or not visible to you. Ask an administrator to check the plugin settings.",
  }),
  "kintone/record-missing": withId({
    ja: "レコードが見つかりません。削除されたか、閲覧権限がありません。一覧を開き直してください。",
    en: "The record is gone or not visible to you. Open the list again.",
  }),
  "kintone/changed-meanwhile": withId({
    ja: "ほかの人がこのレコードを先に更新しました。入力した内容を控えてから画面を読み込み直し、もう一度入力してください。",
    en: "Somebody else has changed this record. Note down what you typed, reload and enter it again.",
  }),
  "kintone/busy": withId({
    ja: "kintoneが混み合っています。少し待ってから、もう一度操作してください。",
    en: "kintone is busy. Wait a moment, then try again.",
  }),
  "kintone/unavailable": withId({
    ja: "kintoneがメンテナンス中か、一時的に応答していません。数分待ってから、もう一度操作してください。",
    en: "kintone is under maintenance or does not answer. Wait a few minutes, then try again.",
  }),
  "kintone/offline": {
    ja: "kintoneにつながりません。ネットワークの接続を確かめてから、もう一度操作してください。",
    en: "kintone cannot be reached. Check your network, then try again.",
  },
  "kintone/not-kintone": {
    ja: "kintoneの代わりに、別のページが返ってきました。セキュリティ製品などが間に入っていないか、ネットワークの管理者に確かめてください。",
    en: "A page that is not kintone's came in its place. Ask whoever runs the network whether something stands in between.",
  },
  "kintone/sign-in-page": {
    ja: "kintoneの代わりに、ログインを求めるページが返ってきました。別のタブでkintoneを開いてログインしてから、もう一度操作してください。",
    en: "A page that asks for a login came in place of kintone. Open kintone in another tab, log in, then try again.",
  },
  "kintone/cut-off": {
    ja: "kintoneの応答が途中で切れました。保存されたかどうかを一覧で確かめてから、もう一度操作してください。",
    en: "kintone's answer broke off. Look in the list whether it was saved, then try again.",
  },
  "kintone/restricted": {
    ja: "kintoneの手前で接続を断られました。許可されたネットワークにつないでから（IPアドレス制限）、もう一度操作してください。",
    en: "The connection was refused in front of kintone. Connect to a permitted network (IP restriction), then try again.",
  },
  "kintone/untrusted": {
    ja: "接続先の証明書を信頼できません。接続先のアドレスを確かめてください。社内のプロキシが証明書を差し替えている場合は、その証明書を NODE_EXTRA_CA_CERTS で指定してください。",
    en: "The certificate of the address is not trusted. Check the address. If a proxy replaces certificates, name its own with NODE_EXTRA_CA_CERTS.",
  },
  "kintone/file-missing": withId({
    ja: "添付ファイルが見つかりません。ファイルを選び直してください。",
    en: "The file cannot be found. Choose it again.",
  }),
  "kintone/not-assignee": withId({
    ja: "いまの作業者ではないため、この操作はできません。作業者を確かめてください。",
    en: "You are not the current assignee. Check who is.",
  }),
  "kintone/status-moved": withId({
    ja: "ステータスがすでに変わっています。画面を読み込み直して、いまのステータスを確かめてください。",
    en: "The status has changed already. Reload the page and check it.",
  }),
  "kintone/lookup-missing": withId({
    ja: "ルックアップの値が見つかりません。「募集回」と「商工会」を選び直してください。",
    en: "A lookup value is missing. Choose the edition and the society again.",
  }),
  "kintone/refused-input": (params: Refusal) => {
    const { detail = "" } = params;
    const id = supportId(params);
    return {
      ja: `kintoneが入力内容を受け付けませんでした。入力した値を確かめてください。kintoneのメッセージ：${detail}${id.ja}`,
      en: `kintone refused the input. Check it. kintone says: ${detail}${id.en}`,
    };
  },
  "kintone/too-large": withId({
    ja: "一度に送るデータが大きすぎます。添付ファイルを小さくするか、件数を減らしてください。",
    en: "Too much to send at once. Use a smaller file or fewer records.",
  }),
  "kintone/other": (params: Refusal) => {
    const { detail = "" } = params;
    const id = supportId(params);
    return {
      ja: `kintoneでエラーが起きました。もう一度操作し、続くときは管理者にこの文を見せてください。kintoneのメッセージ：${detail}${id.ja}`,
      en: `kintone reported an error. Try again or show this to an administrator. kintone says: ${detail}${id.en}`,
    };
  },
} as const satisfies ErrorCatalogue;

const setupErrors = {
  "settings/broken": {
    ja: "プラグインの設定を読み取れないため、標準の設定で動いています。管理者にプラグインの設定画面を開いて保存し直してもらってください。",
    en: "The plugin settings cannot be read; the defaults are in use. Ask an administrator to save them again.",
  },
  "apps/not-found": ({ app }: { app: string }) => ({
    ja: `アプリ「${appName(app)}」が見つかりません。管理者にプラグインの設定画面でアプリを選んでもらってください。`,
    en: `The app “${appName(app)}” is missing. Ask an administrator to choose it in the plugin settings.`,
  }),
  "app/unexpected-record": ({
    app,
    fields,
  }: {
    app: string;
    fields: string;
  }) => ({
    ja: `アプリ「${appName(app)}」のフィールド（${fields}）が想定と違う形になっています。管理者にプラグインの設定画面でフィールドを確認してもらってください。`,
    en: `Fields of the app “${appName(app)}” (${fields}) are not as expected. Ask an administrator to check the plugin settings.`,
  }),
  "board/no-edition": {
    ja: "募集回がまだありません。アプリ「募集回」に今年の募集回を登録してください。",
    en: "There is no edition yet. Add this year's in the app 募集回.",
  },
} as const satisfies ErrorCatalogue;

const calendarErrors = {
  "calendar/invalid-date": ({ value }: { value: string }) => ({
    ja: `「${value}」という日付はありません。日付を確かめてください。`,
    en: `There is no day “${value}”. Check the date.`,
  }),
  "calendar/unknown-time-zone": ({ timeZone }: { timeZone: string }) => ({
    ja: `タイムゾーン「${timeZone}」が分かりません。kintoneの個人設定でタイムゾーンを選び直してください。`,
    en: `The time zone “${timeZone}” is unknown. Choose it again in your kintone settings.`,
  }),
} as const satisfies ErrorCatalogue;

/** Failures that every page can meet; other parts have their own. */
export const errorCatalogue = {
  ...kintoneErrors,
  ...setupErrors,
  ...calendarErrors,
} as const satisfies ErrorCatalogue;
