import type { ErrorCatalogue } from "./catalogue.ts";

/** Failures of the sheet and of the request to the societies, which a phone does not make. */
export const desktopErrors = {
  "report/form-missing": ({ programme }: { programme: string }) => ({
    ja: `「${programme}」の様式がまだありません。届いた白紙のExcelを募集回に登録してください。`,
    en: `There is no form for ${programme} yet. Upload the blank Excel file to the edition.`,
  }),
  "report/map-missing": ({ form }: { form: string }) => ({
    ja: `様式「${form}」のどの欄に何を入れるかが、まだ決まっていません。アプリの管理者にプラグインの設定画面で様式の対応付けをしてもらってください。`,
    en: `The form “${form}” is not mapped yet. Ask an administrator to map it in the plugin settings.`,
  }),
  "report/ledger-unknown": {
    ja: "接続が途切れ、提出台帳に記録できたか分かりません。読み込み直して、もう一度作成してください。二重には記録しません。",
    en: "The connection broke; whether it was recorded is unknown. Read again and make it once more: it is never entered twice.",
  },
  "report/edition-missing": ({ edition }: { edition: string }) => ({
    ja: `募集回「${edition}」が見つかりません。名前を確かめるか、閲覧権限を管理者に確認してください。`,
    en: `The edition “${edition}” is missing. Check its name, or ask an administrator whether you may see it.`,
  }),
  "handout/edition-changed": {
    ja: "募集回がこの画面を開いたあとに更新されています。今回の分は、まだだれにも知らせていません。「もう一度読み取る」を押して、期限と状態を確かめてください。",
    en: "The edition was changed after this page was opened. This press has told nobody yet. Press “Read again” and look at its dates and state.",
  },
  "handout/sent-meanwhile": {
    ja: "ほかの人が先に周知しました。「もう一度読み取る」を押して、まだ届いていない商工会を確かめてください。",
    en: "Somebody else was quicker. Press “Read again” to see who has not got the request yet.",
  },
} as const satisfies ErrorCatalogue;

declare module "./app-error.ts" {
  interface ErrorCatalogues {
    readonly desktop: typeof desktopErrors;
  }
}
