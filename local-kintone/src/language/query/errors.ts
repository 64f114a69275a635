import { ApiError, invalidInput } from "../../ground/api-error.ts";
import type { Localised } from "../../ground/api-error.ts";

const refuse = (code: string, ja: string, en: string): ApiError =>
  new ApiError(400, code, { ja, en });

/**
 * Error for a syntax fault. The Japanese text was observed
 * (SG:doc/kintone-query-behavior.md), the English one is from
 * kintone-labs/kintone-js-sdk: test/resource/kintoneErrorMessage.json (2020).
 */
export const invalidQuery = (): ApiError =>
  invalidInput({ query: { messages: [INVALID_QUERY] } });

const INVALID_QUERY: Localised = {
  ja: "クエリ記法が間違っています。",
  en: "unsupported query format",
};

/** A negative or fractional limit/offset; observed without a known text. */
export const invalidPaging = (name: "limit" | "offset"): ApiError =>
  invalidInput({
    [name]: {
      messages: [
        {
          ja: "最小でも0以上です。",
          en: "must be greater than or equal to 0",
        },
      ],
    },
  });

export const limitTooLarge = (): ApiError =>
  refuse(
    "GAIA_QU01",
    "limit には 500 以下の値を指定してください。",
    "limit must be 500 or less.",
  );

export const offsetTooLarge = (): ApiError =>
  refuse(
    "GAIA_QU02",
    "offset には 10,000 以下の値を指定してください。",
    "offset must be 10,000 or less.",
  );

export const unknownField = (code: string): ApiError =>
  refuse(
    "GAIA_IQ11",
    `指定されたフィールド（${code}）が見つかりません。`,
    `Specified field (${code}) not found.`,
  );

export const operatorNotAllowed = (code: string, operator: string): ApiError =>
  refuse(
    "GAIA_IQ03",
    `${code}フィールドのフィールドタイプには演算子${operator}を使用できません。`,
    `Operator ${operator} cannot be used for the field type of ${code}.`,
  );

export const operatorNotAllowedInTable = (
  code: string,
  operator: string,
): ApiError =>
  refuse(
    "GAIA_IQ07",
    `テーブルに設定している場合、${code}フィールドのフィールドタイプには、演算子${operator}を使用できません。`,
    `Operator ${operator} cannot be used for ${code} because it is in a table.`,
  );

/** The code is observed; of the wording only 「項目に『…』は存在しません」 is (KS). */
export const unknownOption = (code: string, value: string): ApiError =>
  refuse(
    "GAIA_IQ10",
    `${code}フィールドの項目に「${value}」は存在しません。`,
    `"${value}" does not exist in the options of ${code}.`,
  );

export const notSortable = (code: string): ApiError =>
  refuse(
    "GAIA_IS02",
    `${code}フィールドのフィールドタイプではソートできません。`,
    `Records cannot be sorted by the field type of ${code}.`,
  );

export const notRelatedRecords = (code: string): ApiError =>
  refuse(
    "GAIA_IR02",
    `フィールド「${code}」に指定したクエリが正しくありません。指定したクエリは、関連レコード一覧フィールドでのみ使用できます。`,
    `The query for the field "${code}" is invalid. It can be used only for a related records field.`,
  );

export const invalidDay = (day: string): ApiError =>
  refuse(
    "GAIA_IQ23",
    `指定した日にち（${day}）は無効です。1から31までの整数で指定します。`,
    `The specified day (${day}) is invalid. Specify an integer from 1 to 31.`,
  );

export const invalidUnit = (): ApiError =>
  refuse(
    "GAIA_IQ25",
    "FROM_TODAY()の第2引数には、「DAYS」「WEEKS」「MONTHS」「YEARS」のいずれかを指定します。",
    'The second argument of FROM_TODAY() must be "DAYS", "WEEKS", "MONTHS" or "YEARS".',
  );

export const wrongArguments = (): ApiError =>
  refuse("GAIA_IL08", "クエリの指定が不正です。", "The query is invalid.");

/** `STATUS` or `STATUS_ASSIGNEE` while process management is off. */
export const processIsOff = (): ApiError =>
  refuse(
    "GAIA_ST02",
    "操作に失敗しました。プロセス管理機能が無効化されています。",
    "Your request failed. The process management feature has been disabled.",
  );

export const unknownUser = (code: string): ApiError =>
  refuse(
    "GAIA_IL26",
    `指定したユーザー（code：${code}）が見つかりません。`,
    `The specified user (code：${code}) not found.`,
  );

/** The number of the code for groups is unverified. */
export const unknownGroup = (code: string): ApiError =>
  refuse(
    "GAIA_IL27",
    `指定したグループ（code：${code}）が見つかりません。`,
    `The specified group (code：${code}) not found.`,
  );

export const unknownOrganization = (code: string): ApiError =>
  refuse(
    "GAIA_IL28",
    `指定した組織（code：${code}）が見つかりません。`,
    `The specified organization (code：${code}) not found.`,
  );
