import type { ErrorCatalogue } from "../../src/errors/catalogue.ts";
import { toTerminalMessage } from "../../src/errors/terminal.ts";
import { terminalProvisionErrors } from "../../src/provision/terminal-message.ts";

const USAGE =
  "npm run report -- --propose --form F.xlsx [--anyway] [--explain] [--programme 制度ID] ｜ --check --form F.xlsx --map M.json [--data D.json] ｜ --read --form O.xlsx --map M.json [--blank F.xlsx] ｜ --form F.xlsx --map M.json --data D.json --out O.xlsx [--proof P.json] ｜ --edition 募集回 --out O.xlsx [--form F.xlsx --map M.json] [--kind main|addition] [--nomination レコード番号] [--programme 制度ID]";

const commandErrors = {
  "report/usage": ({ problem }: { problem: string }) => ({
    ja: `${problem === "" ? "指定の組み合わせが正しくありません。" : problem}次のどれかにしてください：${USAGE}`,
    en: `These options do not go together. Use one of: ${USAGE}`,
  }),
  "report/nothing-to-add": ({ edition }: { edition: string }) => ({
    ja: `「${edition}」には、送付済のシートにない案件がありません。追加提出は作りませんでした。全件を載せ直すときは --kind main を付けてください。`,
    en: `“${edition}” has no nomination that a sent sheet lacks, so no addition was made. Give --kind main to make the whole sheet again.`,
  }),
  "report/cannot-open": ({ path }: { path: string }) => ({
    ja: `ファイル「${path}」を開けません。場所と名前を確かめてください。`,
    en: `The file “${path}” cannot be opened. Check where it is and its name.`,
  }),
  "report/cannot-write": ({ path }: { path: string }) => ({
    ja: `ファイル「${path}」に書き込めません。フォルダーがあるか、ほかで開いていないか確かめてください。`,
    en: `The file “${path}” cannot be written. Check that its folder exists and that it is not open elsewhere.`,
  }),
  "report/no-json": ({
    path,
    line,
    column,
  }: {
    path: string;
    line: number;
    column: number;
  }) => ({
    ja: `ファイル「${path}」は${line}行目の${column}文字目でJSONの書き方から外れています。その場所を直してください。`,
    en: `The file “${path}” stops being JSON in line ${line}, column ${column}. Correct that place.`,
  }),
  "report/no-unicode": ({ path }: { path: string }) => ({
    ja: `ファイル「${path}」の文字コードがUTF-8ではありません。UTF-8で保存し直してください。`,
    en: `The file “${path}” is not encoded in UTF-8. Save it as UTF-8.`,
  }),
  "report/same-file": ({ path }: { path: string }) => ({
    ja: `作成先「${path}」は、様式などの読み込むファイルか、もう一つの作成先と同じです。元のファイルは書き換えないので、別の名前にしてください。`,
    en: `The result “${path}” would overwrite the form, another input or the other result. Choose another name.`,
  }),
  "report/firm-needed": ({ firms }: { firms: string }) => ({
    ja: `この様式は1社分です。「--nomination レコード番号」を付けて、1社ずつ作成してください：${firms}`,
    en: `The form is about one firm. Add “--nomination” with a record number, one firm after the other: ${firms}`,
  }),
  "report/firm-missing": ({ nomination }: { nomination: string }) => ({
    ja: `レコード番号${nomination}の推薦案件は、この様式に載せられません。1社分の様式か、登録済の他薦かを確かめてください。`,
    en: `Nomination ${nomination} cannot be put on this form. Check that the form is about one firm and that the nomination is registered.`,
  }),
  "report/blocked": ({ reasons }: { reasons: string }) => ({
    ja: `このままでは作成できません。${reasons}`,
    en: `The report cannot be made yet. ${reasons}`,
  }),
} as const satisfies ErrorCatalogue;

declare module "../../src/errors/app-error.ts" {
  interface ErrorCatalogues {
    readonly reportCommand: typeof commandErrors;
  }
}

const catalogue: ErrorCatalogue = {
  ...terminalProvisionErrors,
  ...commandErrors,
};

/** One Japanese sentence on one line, control characters of quoted files removed. */
export const sentenceOf = (error: unknown): string =>
  toTerminalMessage(error, "ja", catalogue).replace(
    /[\p{Cc}\p{Zl}\p{Zp}]+/gu,
    " ",
  );
