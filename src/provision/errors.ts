import type { ErrorCatalogue } from "../errors/catalogue.ts";
import { toMessage } from "../errors/to-message.ts";
import type { Language } from "../i18n/message.ts";

type Failed = { step: string; stepEn: string };
type Refused = Failed & { id: string; detail: string };

/** Failures between us and a site while setting it up. */
export const provisionErrors = {
  "provision/no-environment": ({ names }: { names: string }) => ({
    ja: `環境変数 ${names} が設定されていません。接続先と、kintoneシステム管理者のログイン名・パスワードを設定してから実行してください。`,
    en: `The environment variables ${names} are not set. Set the address and the login of a kintone system administrator, then run this again.`,
  }),
  "provision/bad-address": ({ address }: { address: string }) => ({
    ja: `「${address}」は接続先として使えません。https://example.cybozu.com の形で指定してください。`,
    en: `“${address}” is not an address that can be used. Write it like https://example.cybozu.com.`,
  }),
  "provision/unreachable": ({ address }: { address: string }) => ({
    ja: `${address} につながりません。接続先とネットワークを確かめて、もう一度実行してください。続きから再開します。`,
    en: `${address} cannot be reached. Check the address and the network, then run this again; it goes on where it stopped.`,
  }),
  "provision/login-refused": {
    ja: "ログインできません。ログイン名とパスワードを確かめてください。2要素認証のユーザーは使えません。",
    en: "The login was refused. Check the login name and the password; users with two-factor login cannot be used.",
  },
  "provision/no-right": ({ step, stepEn, id }: Refused) => ({
    ja: `「${step}」をする権限がありません。kintoneシステム管理権限（グループの作成にはcybozu.com共通管理者）のあるユーザーで、もう一度実行してください。（エラーID：${id}）`,
    en: `No right to do this: ${stepEn}. Run this again as a kintone system administrator (cybozu.com administrator, to create groups). (error id: ${id})`,
  }),
  "provision/refused": ({ step, stepEn, detail, id }: Refused) => ({
    ja: `「${step}」をkintoneが受け付けませんでした。原因を直してもう一度実行すると、続きから再開します。kintoneのメッセージ：${detail}（エラーID：${id}）`,
    en: `kintone refused this: ${stepEn}. Once the cause is mended, run this again; it goes on where it stopped. kintone says: ${detail} (error id: ${id})`,
  }),
  "provision/busy": ({ step, stepEn }: Failed) => ({
    ja: `「${step}」の途中で、kintoneが応答しませんでした。数分待ってもう一度実行すると、続きから再開します。`,
    en: `kintone did not answer during this: ${stepEn}. Wait a few minutes and run this again; it goes on where it stopped.`,
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
  "provision/not-a-plugin": {
    ja: "指定したファイルはkintoneのプラグインではありません。npm run build で作った dist/plugin.zip を指定してください。",
    en: "The file is not a kintone plugin. Give the dist/plugin.zip that npm run build makes.",
  },
  "provision/no-zip": ({ path }: { path: string }) => ({
    ja: `プラグインのファイル ${path} がありません。npm run build で作ってから、もう一度実行してください。`,
    en: `There is no plugin file ${path}. Make it with npm run build, then run this again.`,
  }),
  "provision/bad-option": ({ option }: { option: string }) => ({
    ja: `オプション ${option} は使えません。使えるのは --plan、--prune、--sample-edition、--plugin ファイル、--reinstall-plugin です。`,
    en: `Option ${option} is not known. There are --plan, --prune, --sample-edition, --plugin FILE and --reinstall-plugin.`,
  }),
} as const satisfies ErrorCatalogue;

declare module "../errors/app-error.ts" {
  interface ErrorCatalogues {
    readonly provision: typeof provisionErrors;
  }
}

/** The sentence for any failure of provisioning. */
export const toProvisionMessage = (
  error: unknown,
  language: Language,
): string => toMessage(error, language, provisionErrors);
