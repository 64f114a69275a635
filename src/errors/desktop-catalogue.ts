import type { ErrorCatalogue } from "./catalogue.ts";
import { editionErrors } from "./edition-catalogue.ts";

/** Failures of the sheet and of the request to the societies, which a phone does not make. */
export const desktopErrors = {
  ...editionErrors,
  "report/ledger-unknown": {
    ja: "接続が途切れ、提出台帳に記録できたか分かりません。読み込み直して、もう一度作成してください。二重には記録しません。",
    en: "The connection broke; whether it was recorded is unknown. Read again and make it once more: it is never entered twice.",
  },
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
