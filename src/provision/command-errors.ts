import type { ErrorCatalogue } from "../errors/catalogue.ts";

/** Failures that only the command meets: its options, its files and a whole site. */
export const commandErrors = {
  "provision/no-environment": ({ names }: { names: string }) => ({
    ja: `環境変数 ${names} が設定されていません。接続先と、kintoneシステム管理者のログイン名・パスワードを設定してから実行してください。`,
    en: `The environment variables ${names} are not set. Set the address and the login of a kintone system administrator, then run this again.`,
  }),
  "provision/bad-address": ({ address }: { address: string }) => ({
    ja: `「${address}」は接続先として使えません。https://example.cybozu.com の形で指定してください。`,
    en: `“${address}” is not an address that can be used. Write it like https://example.cybozu.com.`,
  }),
  "provision/not-a-plugin": {
    ja: "指定したファイルはkintoneのプラグインではありません。npm run build で作った dist/plugin.zip を指定してください。",
    en: "The file is not a kintone plugin. Give the dist/plugin.zip that npm run build makes.",
  },
  "provision/no-zip": ({ path }: { path: string }) => ({
    ja: `プラグインのファイル ${path} がありません。npm run build で作ってから、もう一度実行してください。`,
    en: `There is no plugin file ${path}. Make it with npm run build, then run this again.`,
  }),
  "provision/no-certificate": ({ path }: { path: string }) => ({
    ja: `クライアント証明書のファイル ${path} を読めません。--pfx-file-path を確かめてください。`,
    en: `The client certificate file ${path} cannot be read. Check --pfx-file-path.`,
  }),
  "provision/no-organization": ({ code }: { code: string }) => ({
    ja: `組織「${code}」がありません。--federation-organization には、cybozu.com共通管理にある組織コードを指定してください。何も変更していません。`,
    en: `There is no organisation ${code}. Give --federation-organization an organisation code of the site. Nothing was changed.`,
  }),
  "provision/plugin-twin": ({
    name,
    ids,
    id,
  }: Record<"name" | "ids" | "id", string>) => ({
    ja: `同じプラグイン「${name}」が別のID（${ids}）で読み込まれています。指定したファイルのIDは ${id} です。前と同じ鍵で署名したファイルを使うか、入れ替えてよければ --replace-plugin を付けて実行してください（前のプラグインの設定は引き継がれません）。何も変更していません。`,
    en: `The same plugin ${name} is installed under another id (${ids}); the file's id is ${id}. Use a file signed with the former key, or run this with --replace-plugin (the settings of the former plugin are not taken along). Nothing was changed.`,
  }),
  "provision/running": ({ path }: { path: string }) => ({
    ja: `このコンピューターで、同じ接続先への実行がもう1つ動いています。終わるのを待ってから実行してください。動いていなければ、${path} を削除してください。`,
    en: `Another run for the same site is going on on this computer. Wait for its end. If there is none, delete ${path}.`,
  }),
  "provision/prune-unconfirmed": {
    ja: "削除を取りやめました。何も変更していません。確かめずに削除するときは --yes を付けて実行してください。",
    en: "Nothing was deleted and nothing was changed. To delete without a question, add --yes.",
  },
  "provision/no-programme": ({ id, known }: { id: string; known: string }) => ({
    ja: `制度「${id}」はありません。使えるのは次のとおりです：${known}`,
    en: `There is no programme ${id}. There are ${known}.`,
  }),
  "provision/bad-option": ({
    option,
    known,
  }: {
    option: string;
    known: string;
  }) => ({
    ja: `オプション ${option} は使えません。使えるのは次のとおりです：${known}`,
    en: `Option ${option} is not known. There are ${known}.`,
  }),
} as const satisfies ErrorCatalogue;

declare module "../errors/app-error.ts" {
  interface ErrorCatalogues {
    readonly command: typeof commandErrors;
  }
}
