import type { ErrorCatalogue } from "../errors/catalogue.ts";
import { toMessage } from "../errors/to-message.ts";
import type { Language } from "../i18n/message.ts";

type Failed = { step: string; stepEn: string };
type Refused = Failed & { id: string; detail: string };

/** Failures between us and a site while setting it up. */
export const provisionErrors = {
  "provision/unreachable": ({ address }: { address: string }) => ({
    ja: `${address} につながりません。接続先とネットワークを確かめて、もう一度実行してください。続きから再開します。`,
    en: `${address} cannot be reached. Check the address and the network, then run this again; it goes on where it stopped.`,
  }),
  "provision/login-refused": {
    ja: "ログインできません。ログイン名とパスワードを確かめてください。2要素認証のユーザーは使えません。",
    en: "The login was refused. Check the login name and the password; users with two-factor login cannot be used.",
  },
  "provision/no-right": ({ step, stepEn, detail, id }: Refused) => ({
    ja: `「${step}」をする権限がありません。kintoneシステム管理権限のあるユーザーで、もう一度実行してください。kintoneのメッセージ：${detail}（エラーID：${id}）`,
    en: `No right to do this: ${stepEn}. Run this again as a kintone system administrator. kintone says: ${detail} (error id: ${id})`,
  }),
  "provision/refused": ({ step, stepEn, detail, id }: Refused) => ({
    ja: `「${step}」をkintoneが受け付けませんでした。原因を直してもう一度実行すると、続きから再開します。kintoneのメッセージ：${detail}（エラーID：${id}）`,
    en: `kintone refused this: ${stepEn}. Once the cause is mended, run this again; it goes on where it stopped. kintone says: ${detail} (error id: ${id})`,
  }),
  "provision/busy": ({ step, stepEn }: Failed) => ({
    ja: `「${step}」の途中で、kintoneが応答しませんでした（混雑かメンテナンス）。数分待ってもう一度実行すると、続きから再開します。`,
    en: `kintone did not answer during this (busy or under maintenance): ${stepEn}. Wait a few minutes and run this again; it goes on where it stopped.`,
  }),
  "provision/publish-failed": ({ apps }: { apps: string }) => ({
    ja: `アプリ「${apps}」の設定を公開できませんでした。kintoneのアプリの設定画面で「アプリを更新」を押すと、理由が表示されます。直してからもう一度実行してください。`,
    en: `The settings of ${apps} could not be published. Press “Update app” on the app's settings page to see why, mend it, then run this again.`,
  }),
  "provision/publish-slow": ({ seconds }: { seconds: number }) => ({
    ja: `設定の公開が${seconds}秒たっても終わりません。しばらく待ってからもう一度実行してください。続きから再開します。`,
    en: `Publishing the settings has taken more than ${seconds} seconds. Wait a while, then run this again; it goes on where it stopped.`,
  }),
  "provision/app-twice": ({ app, ids }: { app: string; ids: string }) => ({
    ja: `同じ目印（${app}）のアプリが複数あります（アプリ番号：${ids}）。複製したアプリの説明から「管理用：」の行を消して、もう一度実行してください。`,
    en: `Several apps carry the same mark (${app}; app numbers ${ids}). Remove the line “管理用：” from the description of the copies, then run this again.`,
  }),
  "provision/type-conflict": ({
    app,
    field,
    actual,
    desired,
  }: Record<"app" | "field" | "actual" | "desired", string>) => ({
    ja: `アプリ「${app}」に、同じフィールドコード「${field}」で種類の違うフィールドがあります（${actual}、必要なのは${desired}）。フィールドコードを変えるか削除してから、もう一度実行してください。何も変更していません。`,
    en: `The app ${app} has a field ${field} of another type (${actual} instead of ${desired}). Change its code or delete it, then run this again. Nothing was changed.`,
  }),
  "provision/held": ({ name }: { name: string }) => ({
    ja: `いま${name === "" ? "ほかの管理者" : `${name}さん`}が設定しています。終わるまで待ってから、もう一度押してください。途中でやめた場合は、最後の操作から5分たつと続きから始められます。`,
    en: `${name === "" ? "Another administrator" : name} is setting the apps up right now. Wait until that has ended, then press again. If it was given up, you can go on five minutes after its last step.`,
  }),
  "provision/stopped": {
    ja: "途中で止めました。ここまでの分は残っています。もう一度押すと、続きから再開します。",
    en: "Stopped. What was done so far is kept; press again to go on from there.",
  },
  "provision/other-set": ({ app }: { app: string }) => ({
    ja: `推薦ボードのアプリは、アプリ番号${app}の「募集回」から作られています。そのアプリのプラグインの設定画面で続けてください。このアプリは使わないので、削除してかまいません。`,
    en: `Suisen's apps have been begun from the app number ${app}. Go on in that app's plugin settings. This app is not needed and may be deleted.`,
  }),
  "provision/mark-lost": ({ app }: { app: string }) => ({
    ja: `アプリ「${app}」の目印がありません。アプリの説明から「管理用：」の行が消えています。説明を元に戻してから、もう一度押してください。何も変更していません。`,
    en: `The app ${app} has lost its mark: the line “管理用：” is gone from its description. Restore it, then press again. Nothing was changed.`,
  }),
  "provision/app-in-use": ({ fields }: { fields: string }) => ({
    ja: `このアプリには、すでにフィールドがあります（${fields}）。新しい空のアプリを作ってプラグインを追加し、その設定画面から始めてください。何も変更していません。`,
    en: `This app has fields already (${fields}). Make a new, empty app, add the plugin to it and begin in its settings. Nothing was changed.`,
  }),
  "provision/signed-out": {
    ja: "ログインが切れました。kintoneにログインし直して、この画面を開き直してください。続きから再開します。",
    en: "The session has ended. Log in to kintone again and open this page again; it goes on where it stopped.",
  },
  "provision/no-group-right": ({
    code,
    name,
    detail,
    id,
  }: Record<"code" | "name" | "detail" | "id", string>) => ({
    ja: `グループ「${name}」（${code}）を作る権限がありません。cybozu.com共通管理者に「組織/グループ」の画面でこのコードのグループを作ってもらうか、今あるグループや組織を --federation-group または --federation-organization で指定して、もう一度実行してください。kintoneのメッセージ：${detail}（エラーID：${id}）`,
    en: `No right to make the group ${name} (${code}). Ask a cybozu.com administrator to make a group with this code, or name an existing one with --federation-group or --federation-organization, then run this again. kintone says: ${detail} (error id: ${id})`,
  }),
  "provision/another-run": ({ apps, ids }: { apps: string; ids: string }) => ({
    ja: `別の人か別の画面が、同じアプリ「${apps}」を作っています（アプリ番号：${ids}）。そちらが終わってからもう一度実行すると、そのアプリを使って続けます。`,
    en: `Somebody else is making the same apps ${apps} (app numbers ${ids}). Run this again when they are done; it goes on with their apps.`,
  }),
  "provision/held-elsewhere": ({ app, own }: { app: string; own: string }) => ({
    ja: `ほかの実行が、同じアプリ（番号：${app}）を作っているところです。終わるのを待ってから、もう一度実行してください。この実行が作りかけたアプリ（番号：${own}）は公開されていません。`,
    en: `Another run is making the same app (number ${app}). Wait for its end, then run this again. The app that this run has begun (number ${own}) was not published.`,
  }),
} as const satisfies ErrorCatalogue;

declare module "../errors/app-error.ts" {
  interface ErrorCatalogues {
    readonly provision: typeof provisionErrors;
  }
}

/** The sentence for any failure of provisioning, for a page. */
export const toProvisionMessage = (
  error: unknown,
  language: Language,
): string => toMessage(error, language, provisionErrors);
