import { ApiError } from "../../ground/api-error.ts";
import type { Localised } from "../../ground/api-error.ts";

/** A faulty formula. Becomes GAIA_IL01 when an app is deployed. */
export class FormulaError extends Error {
  readonly text: Localised;

  constructor(text: Localised) {
    super(text.en);
    this.name = "FormulaError";
    this.text = text;
  }
}

/*
 * Japanese texts as observed (SG:doc/kintone-calc-behavior.md §7), English ones
 * are our translations.
 */
const wrong = (ja: string, en: string) => new FormulaError({ ja, en });

export const syntaxError = () =>
  wrong(
    "計算式の文法が正しくありません。",
    "The syntax of the formula is incorrect.",
  );
export const unknownField = (code: string) =>
  wrong(
    `計算式に含まれるフィールドコード（${code}）が存在しません。`,
    `The field code (${code}) in the formula does not exist.`,
  );
export const unknownFunction = (name: string) =>
  wrong(
    `${name}関数は使用できません。`,
    `The function ${name} cannot be used.`,
  );
export const circular = () =>
  wrong(
    "フィールドの参照が循環しています。",
    "The references between fields are circular.",
  );
export const needsArguments = (name: string, count: number, isExact: boolean) =>
  wrong(
    `${name}関数には${count}個${isExact ? "" : "以上"}の引数が必要です。`,
    `The function ${name} needs ${isExact ? "" : "at least "}${count} argument(s).`,
  );
export const tooManyArguments = (name: string, count: number) =>
  wrong(
    `${name}関数に指定できる引数は${count}個までです。`,
    `The function ${name} takes at most ${count} argument(s).`,
  );
export const fullWidthSymbol = (symbol: string, half: string) =>
  wrong(
    `全角記号「${symbol}」が入力されています。半角記号「${half}」を入力してください。`,
    `The full-width symbol "${symbol}" is entered. Enter the half-width symbol "${half}".`,
  );
export const wrongOperator = (
  entered: string,
  meaning: string,
  right: string,
) =>
  wrong(
    `「${entered}」が入力されています。「${meaning}」を判定するには「${right}」を入力してください。`,
    `"${entered}" is entered. Enter "${right}" for "${meaning}".`,
  );
export const fieldTypeNotUsable = (typeName: Localised) =>
  wrong(
    `計算式で利用できないフィールドタイプ(${typeName.ja})が指定されています。`,
    `A field type (${typeName.en}) that cannot be used in formulas is specified.`,
  );
export const operatorMismatch = (operator: string) =>
  wrong(
    `演算子「${operator}」とデータ型の組み合わせが正しくありません。`,
    `The operator "${operator}" does not fit the data types.`,
  );
export const functionMismatch = (name: string) =>
  wrong(
    `${name}関数と引数のデータ型の組み合わせが正しくありません。`,
    `The function ${name} does not fit the data types of its arguments.`,
  );
export const arrayMisused = () =>
  wrong(
    "配列型の値に対して適切な関数が利用されていません。",
    "No suitable function is used for a value of array type.",
  );

/** The answer to a deploy of an app with that formula (SG). */
export const invalidFormula = (label: string, error: FormulaError): ApiError =>
  new ApiError(400, "GAIA_IL01", {
    ja: `フィールド「${label}」の計算式が正しくありません。(エラーの内容：${error.text.ja})`,
    en: `The formula in the field '${label}' is invalid. (Reason: ${error.text.en})`,
  });
