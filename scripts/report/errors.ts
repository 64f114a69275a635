import { AppError } from "../../src/errors/app-error.ts";
import type { ErrorCatalogue } from "../../src/errors/catalogue.ts";
import { toProvisionMessage } from "../../src/provision/index.ts";
import { toMessage } from "../../src/errors/to-message.ts";

const USAGE =
  "npm run report -- --propose --form F.xlsx ｜ --check --form F.xlsx --map M.json ｜ --read --form O.xlsx --map M.json ｜ --form F.xlsx --map M.json --data D.json --out O.xlsx [--proof P.json] ｜ --edition 募集回 --out O.xlsx [--form F.xlsx --map M.json]";

const commandErrors: ErrorCatalogue = {
  "report/usage": {
    ja: `指定の組み合わせが正しくありません。次のどれかにしてください：${USAGE}`,
    en: `These options do not go together. Use one of: ${USAGE}`,
  },
  "report/cannot-open": ({ path = "" }) => ({
    ja: `ファイル「${path}」を開けません。場所と名前を確かめてください。`,
    en: `The file “${path}” cannot be opened. Check where it is and its name.`,
  }),
  "report/cannot-write": ({ path = "" }) => ({
    ja: `ファイル「${path}」に書き込めません。フォルダーがあるか、ほかで開いていないか確かめてください。`,
    en: `The file “${path}” cannot be written. Check that its folder exists and that it is not open elsewhere.`,
  }),
  "report/no-json": ({ path = "" }) => ({
    ja: `ファイル「${path}」はJSONとして読めません。中身を確かめてください。`,
    en: `The file “${path}” is no JSON. Check its content.`,
  }),
  "report/out-is-form": {
    ja: "作成先（--out）が様式のファイルと同じです。様式は書き換えないので、別の名前にしてください。",
    en: "The result (--out) would overwrite the form. The form is never changed; choose another name.",
  },
  "report/blocked": ({ reasons = "" }) => ({
    ja: `このままでは作成できません。${reasons}`,
    en: `The report cannot be made yet. ${reasons}`,
  }),
};

const wordsOf = (error: unknown): string => {
  const entry =
    error instanceof AppError ? commandErrors[error.code] : undefined;
  if (!entry || !(error instanceof AppError)) {
    return error instanceof AppError && error.code.startsWith("provision/")
      ? toProvisionMessage(error, "ja")
      : toMessage(error, "ja");
  }
  return (typeof entry === "function" ? entry(error.params) : entry).ja;
};

/** One Japanese sentence on one line that says what to do, whatever stood in the file that it quotes. */
export const sentenceOf = (error: unknown): string =>
  wordsOf(error).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
