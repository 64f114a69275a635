import type { Localised } from "../../../ground/api-error.ts";
import { checked, text } from "../../../ground/shape.ts";
import type { Shape } from "../../../ground/shape.ts";
import { RESERVED_CODES } from "./system-fields.ts";

/**
 * Letters and digits of any width, kana, kanji, `_` as the only ASCII symbol, a few
 * others; no digit first. Which full-width symbols exactly is unverified.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/add-form-fields/
 */
const CODE =
  /^[\p{L}\p{M}_＿・･ー々〆〇＄￥￠￡￦][\p{L}\p{M}\p{Nd}\p{Nl}_＿・･ー々〆〇＄￥￠￡￦]*$/u;

const illegalCode: Localised = {
  ja: "フィールドコードに使用できない文字が含まれています。",
  en: "The field code contains characters that cannot be used.",
};
const reservedCode: Localised = {
  ja: "このフィールドコードは使用できません。",
  en: "This field code is reserved.",
};

/** A code as it may be given to a field, reserved ones apart. */
const fieldCode = (): Shape<string> =>
  checked(text({ min: 1, max: 128 }), (code) =>
    CODE.test(code) ? null : illegalCode,
  );

/**
 * kintone's own name for the form as a whole.
 *
 * @see https://github.com/kintone-labs/kintone-java-sdk/blob/master/src/test/java/com/cybozu/kintone/client/module/app/AppTest.java
 */
const ROOT = "__ROOT__";

/** A code for a field that is new. */
export const newFieldCode = (): Shape<string> =>
  checked(fieldCode(), (code) =>
    RESERVED_CODES.has(code) || code === ROOT ? reservedCode : null,
  );

export const duplicateCode: Localised = {
  ja: "フィールドコードが重複しています。",
  en: "The field code is duplicated.",
};
export const keyDiffersFromCode: Localised = {
  ja: "キーとフィールドコードが一致していません。",
  en: "The key must be equal to the field code.",
};
