import type { ErrorMap, Localised } from "../../ground/api-error.ts";

const localised = (ja: string, en: string): Localised => ({ ja, en });

/**
 * Messages for faulty values. SG:doc/kintone-behavior-notes.md §2-§6 unless a
 * line says otherwise.
 */
export const valueMessages = {
  required: localised("必須です。", "Required."),
  duplicate: localised(
    "値がほかのレコードと重複しています。",
    "This value already exists in another record.",
  ),
  notNumber: localised(
    "数字でなければなりません。",
    "Only numbers are allowed.",
  ),
  /** Japanese observed (KS:evidence/b29_number_precision_smoke.md). */
  tooManyDigits: localised(
    "有効桁数を超えています。",
    "The number of significant digits is exceeded.",
  ),
  /** Beginning observed (SG:doc/real-kintone-dual-mode-followup.md), the rest ours. */
  notUrl: localised(
    "URLの形式が正しくありません。「http://」、「https://」などで始まるURLを入力してください。",
    'Enter a valid URL that begins with "http://", "https://" or the like.',
  ),
  /** Ours. */
  notMail: localised(
    "メールアドレスの形式が正しくありません。",
    "Enter a valid e-mail address.",
  ),
  /** Ours. */
  notPhone: localised(
    "電話番号の形式が正しくありません。",
    "Enter a valid phone number.",
  ),
  /** Ours. */
  notDate: localised("日付の形式が正しくありません。", "Enter a valid date."),
  /** Ours. */
  notTime: localised("時刻の形式が正しくありません。", "Enter a valid time."),
  /** Ours. */
  notMoment: localised(
    "日時の形式が正しくありません。",
    "Enter a valid date and time.",
  ),
  notInOptions: (value: string) =>
    localised(
      `"${value}"は選択肢にありません。`,
      `The value, "${value}", is not in options.`,
    ),
  shorterThan: (count: number) =>
    localised(
      `${count}文字より短くなければなりません。`,
      `Enter less than ${count} characters.`,
    ),
  longerThan: (count: number) =>
    localised(
      `${count}文字より長くなければなりません。`,
      `Enter more than ${count} characters.`,
    ),
  atMost: (limit: string) =>
    localised(
      `${limit}以下である必要があります。`,
      `The value must be ${limit} or less.`,
    ),
  atLeast: (limit: string) =>
    localised(
      `${limit}以上である必要があります。`,
      `The value must be ${limit} or more.`,
    ),
};

/**
 * Messages for faulty parameters; English recorded in
 * kintone-labs/kintone-js-sdk.
 */
export const parameterMessages = {
  required: localised("必須です。", "Required field."),
  recordChoice: localised(
    "更新するレコードは、パラメーター「id」または「updateKey」のどちらかで指定する必要があります。",
    'The record to be updated must be specified by one of the parameters "id" and "updateKey".',
  ),
  addLimit: localised(
    "一度に100件までのレコードを追加できます。",
    "A maximum of 100 records can be added at one time.",
  ),
  updateLimit: localised(
    "一度に100件までのレコードを更新できます。",
    "A maximum of 100 records can be updated at one time.",
  ),
  deleteLimit: localised(
    "一度に1件から100件までのレコードを削除できます。",
    "Between 1 and 100 records can be deleted at one time.",
  ),
  size: (min: number, max: number) =>
    localised(
      `${min}から${max}の間のサイズでなければなりません。`,
      `size must be between ${min} and ${max}`,
    ),
  commentLength: localised(
    "1文字から65,535文字まで入力できます。",
    "Enter between 1 and 65,535 characters.",
  ),
};

/** Gathers what is wrong, under kintone's paths. */
export class Notes {
  readonly errors: ErrorMap = {};

  add(path: string, message: Localised): void {
    const known = this.errors[path]?.messages ?? [];
    this.errors[path] = { messages: [...known, message] };
  }

  get isEmpty(): boolean {
    return Object.keys(this.errors).length === 0;
  }
}
