import type { ErrorCatalogue } from "./catalogue.ts";

/** Failures of looking up an edition and its form, on a computer. */
export const editionErrors = {
  "report/form-missing": ({ programme }: { programme: string }) => ({
    ja: `「${programme}」の様式がまだありません。届いた白紙のExcelを募集回に登録してください。`,
    en: `There is no form for ${programme} yet. Upload the blank Excel file to the edition.`,
  }),
  "report/map-missing": ({ form }: { form: string }) => ({
    ja: `様式「${form}」のどの欄に何を入れるかが、まだ決まっていません。アプリの管理者にプラグインの設定画面で様式の対応付けをしてもらってください。`,
    en: `The form “${form}” is not mapped yet. Ask an administrator to map it in the plugin settings.`,
  }),
  "report/edition-missing": ({ edition }: { edition: string }) => ({
    ja: `募集回「${edition}」が見つかりません。名前を確かめるか、閲覧権限を管理者に確認してください。`,
    en: `The edition “${edition}” is missing. Check its name, or ask an administrator whether you may see it.`,
  }),
} as const satisfies ErrorCatalogue;
