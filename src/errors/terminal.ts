import { formErrors } from "excel-form";
import type { Language } from "../i18n/message.ts";
import type { ErrorCatalogue } from "./catalogue.ts";
import { desktopErrors } from "./desktop-catalogue.ts";
import { toMessageOf } from "./to-message.ts";

/** Sentences that speak of a page in the page's catalogue, in the words of a terminal. */
const terminalErrors = {
  "kintone/signed-out": {
    ja: "ログインできません。ログイン名とパスワードを確かめてください。2要素認証のユーザーは使えません。",
    en: "The login was refused. Check the login name and the password; users with two-factor login cannot be used.",
  },
  "kintone/changed-meanwhile": {
    ja: "ほかの人が同じレコードを先に更新しました。もう一度実行してください。",
    en: "Somebody else has changed the same record. Run this again.",
  },
  "kintone/status-moved": {
    ja: "ステータスがすでに変わっています。いまのステータスを確かめてから、もう一度実行してください。",
    en: "The status has changed already. Check it, then run this again.",
  },
  "kintone/busy": {
    ja: "kintoneが混み合っています。少し待ってから、もう一度実行してください。",
    en: "kintone is busy. Wait a moment, then run this again.",
  },
  "kintone/unavailable": {
    ja: "kintoneがメンテナンス中か、一時的に応答していません。数分待ってから、もう一度実行してください。",
    en: "kintone is under maintenance or does not answer. Wait a few minutes, then run this again.",
  },
  "kintone/offline": {
    ja: "kintoneにつながりません。接続先とネットワークを確かめて、もう一度実行してください。",
    en: "kintone cannot be reached. Check the address and the network, then run this again.",
  },
  "kintone/not-kintone": {
    ja: "接続先から、kintoneではないページが返ってきました。接続先のアドレスとプロキシの指定を確かめて、もう一度実行してください。",
    en: "The address answered with a page that is not kintone's. Check the address and the proxy, then run this again.",
  },
  "kintone/sign-in-page": {
    ja: "kintoneの代わりに、ログインを求めるページが返ってきました。プロキシなど間にある認証を済ませるか、指定し直して、もう一度実行してください。",
    en: "A page that asks for a login came in place of kintone. Log in to the proxy, or give its login, then run this again.",
  },
  "kintone/cut-off": {
    ja: "kintoneの応答が途中で切れました。ネットワークを確かめて、もう一度実行してください。",
    en: "kintone's answer broke off. Check the network, then run this again.",
  },
  "kintone/restricted": {
    ja: "kintoneの手前で接続を断られました。許可されたネットワーク（IPアドレス制限）か、Basic認証やクライアント証明書の指定を確かめて、もう一度実行してください。",
    en: "The connection was refused in front of kintone. Check the network (IP restriction), basic authentication and the client certificate, then run this again.",
  },
} as const satisfies ErrorCatalogue;

/** The sentence about a failure for a reader in a terminal. */
export const toTerminalMessage = (
  error: unknown,
  language: Language,
  extra: ErrorCatalogue = {},
): string =>
  toMessageOf(
    error,
    {
      ...formErrors,
      ...desktopErrors,
      ...terminalErrors,
      ...extra,
    },
    (detail) => ({
      ja: `想定していない不具合が起きました。もう一度実行し、続くときはこの文を管理者に見せてください：${detail}`,
      en: `Something unexpected went wrong. Run this again; if it stays, show this to an administrator: ${detail}`,
    }),
  )[language];
