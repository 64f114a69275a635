import type { CorporateNumberProblem } from "../domain/corporate-number.ts";
import type {
  NameWarning,
  NameWarningCode,
} from "../domain/registered-name.ts";
import type { Message } from "../i18n/message.ts";

const NAME_SENTENCES: Readonly<
  Record<NameWarningCode, (found: string) => Message>
> = {
  abbreviatedType: (found) => ({
    ja: `「${found}」と略されています。登記上は「株式会社」などと書かれます。`,
    en: `“${found}” is an abbreviation; the register spells it out.`,
  }),
  typeMissing: () => ({
    ja: "「株式会社」などの法人の種類がありません。",
    en: "The kind of company (株式会社 and so on) is missing.",
  }),
  typeUnclear: (found) => ({
    ja: `「${found}」が名称の前か後ろのどちらに付くか、登記で確かめてください。`,
    en: `Check in the register whether “${found}” stands before or behind the name.`,
  }),
  halfWidthKana: (found) => ({
    ja: `半角カナ「${found}」があります。登記は全角です。`,
    en: `There is half-width kana (“${found}”); the register has full width.`,
  }),
  edgeSpace: () => ({
    ja: "名称の前か後ろに空白があります。",
    en: "There is a space before or behind the name.",
  }),
  doubleSpace: () => ({
    ja: "空白が続いています。",
    en: "There are several spaces in a row.",
  }),
  spaceBesideJapanese: (found) => ({
    ja: `「${found}」の空白は登記にはありません（空白はローマ字の語の間だけです）。`,
    en: `The register has spaces between Roman words only, not as in “${found}”.`,
  }),
  separatorAtEdge: (found) => ({
    ja: `「${found}」は名称の先頭や末尾には使えません。`,
    en: `“${found}” cannot stand at the beginning or end of a name.`,
  }),
  forbiddenSymbol: (found) => ({
    ja: `「${found}」は登記に使えない文字です。`,
    en: `“${found}” cannot be used in the register.`,
  }),
  similarGlyph: (found) => ({
    ja: `「${found}」は似た文字と取り違えやすい文字です。登記と見比べてください。`,
    en: `“${found}” looks like another character; compare with the register.`,
  }),
  hiddenCharacter: () => ({
    ja: "目に見えない文字（改行・タブなど）が入っています。",
    en: "There is an invisible character (a line end, a tab …).",
  }),
};

export const nameWarningSentence = ({ code, found }: NameWarning): Message =>
  NAME_SENTENCES[code](found);

/** Each says what to do; a wrong check digit keeps the record from being saved. */
export const corporateNumberSentence = (
  problem: CorporateNumberProblem,
): Message => {
  switch (problem.kind) {
    case "invoiceNumber":
      return {
        ja: "インボイスの登録番号（Tで始まる番号）です。法人番号は13桁の数字だけを入力してください。個人事業主に法人番号はありません。",
        en: "This is an invoice number. Enter the 13 digits of the corporate number; sole proprietors have none.",
      };
    case "notDigits":
      return {
        ja: "法人番号は13桁の数字です。数字以外の文字を取り除いてください。",
        en: "A corporate number has 13 digits. Remove everything that is not a digit.",
      };
    case "length":
      return {
        ja: `法人番号は13桁です（いまは${problem.digits}桁）。`,
        en: `A corporate number has 13 digits (this has ${problem.digits}).`,
      };
    case "leadingZero":
      return {
        ja: "法人番号の1桁目は1〜9です。番号を確かめてください。",
        en: "A corporate number begins with 1 to 9. Check the number.",
      };
    case "checkDigit":
    default:
      return {
        ja: "法人番号の検査数字（1桁目）が合いません。13桁を登記や国税庁の法人番号公表サイトと見比べてください。",
        en: "The first digit does not fit the others. Compare all 13 with the register.",
      };
  }
};

export const securityActionIdOdd: Message = {
  ja: "SECURITY ACTION 自己宣言IDは、4か5で始まる11桁の数字です。事業者に確認してください。",
  en: "A SECURITY ACTION ID has 11 digits and begins with 4 or 5. Check it with the firm.",
};
