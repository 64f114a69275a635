import { ApiError, invalidInput } from "../../ground/api-error.ts";

/*
 * "observed" texts are from SonicGarden/kintone-emulator: doc/kintone-behavior-notes.md
 * and docs/real-kintone-notes.md (2026). "recorded" ones, with their status, stand as
 * answers of kintone in kintone-labs/kintone-js-sdk: test/resource/kintoneErrorMessage.json
 * (2020) or in the table of Japanese messages of a
 * public connector; where only one language is
 * recorded the other is our translation.
 */

/** Observed. */
export const commentNotFound = () =>
  new ApiError(400, "GAIA_RE02", {
    ja: "指定したコメントが存在しません。削除された可能性があります。",
    en: "The specified comment does not exist. The comment may have been deleted.",
  });

/** Recorded. */
export const notYourComment = (id: number) =>
  new ApiError(403, "GAIA_RE03", {
    ja: `コメント（id: ${id}）を削除できません。ほかのユーザーが書き込んだコメントです。`,
    en: `Cannot delete the comment (ID: ${id}). The comment was posted by someone other than you.`,
  });

/** Recorded, with 403 and with 520. */
export const commentsAreOff = () =>
  new ApiError(403, "GAIA_RE12", {
    ja: "コメント機能が無効になっています。",
    en: "Comment feature is disabled.",
  });

/** Recorded in both languages. */
export const staleRecord = () =>
  new ApiError(409, "GAIA_CO02", {
    ja: "指定したrevisionは最新ではありません。ほかのユーザーがレコードを更新した可能性があります。",
    en: "The revision is not the latest. Someone may update a record.",
  });

/** Recorded; the status is not. */
export const noRecordForKey = () =>
  new ApiError(404, "GAIA_RE20", {
    ja: "「updateKey」に指定した条件に一致するレコードがありません。",
    en: 'No records match the conditions specified in the "updateKey" field.',
  });

/** Recorded. */
export const keyNotUnique = (code: string) =>
  new ApiError(400, "GAIA_IQ27", {
    ja: `レコードを更新できません。「updateKey」に指定したフィールド（code: ${code}）には、「値の重複を禁止する」を設定する必要があります。`,
    en: `Failed to update record. The field (code: ${code}) set as "updateKey" must be set to "Prohibit duplicate values".`,
  });

/**
 * Observed (cy-takeuchi/monosashi: packages/tsumekae/fixtures/write-behavior.md, August
 * 2026); English recorded. `type` is kintone's own name for it: RECORD_ID, CREATED_AT …
 */
export const fieldNotWritable = (type: string) =>
  new ApiError(400, "GAIA_UN10", {
    ja: `${type}型のフィールドに値を設定することはできません。`,
    en: `Cannot update field whose type is ${type}.`,
  });

/** Observed (ibid.) in Japanese. */
export const categoryNotWritable = () =>
  new ApiError(400, "GA_UO01", {
    ja: "APIでは次の操作はできません：カテゴリーの値の編集",
    en: "The following operation cannot be performed by API: editing values of categories",
  });

/** Recorded; the status is not. */
export const systemFieldNeedsAppAdmin = (code: string) =>
  new ApiError(403, "GAIA_BF02", {
    ja: `「${code}」フィールドに値を指定してレコードを追加するには、アプリの管理権限が必要です。`,
    en: `App permissions are required to add records with specifying a value in the "${code}" field.`,
  });

/** Recorded in both languages. */
export const fieldNotEditable = (label: string) =>
  new ApiError(403, "GAIA_FU01", {
    ja: `フィールド「${label}」の編集権限がありません。`,
    en: `Edit permissions are required to edit field "${label}".`,
  });

/** Observed. */
export const lookupNotFound = (code: string, value: string) =>
  new ApiError(400, "GAIA_LO04", {
    ja: `フィールド「${code}」の値「${value}」が、ルックアップの参照先のフィールドにないか、またはアプリやフィールドの閲覧権限がありません。`,
    en: `A value ${value} in the field ${code} does not exist in the datasource app for lookup, or you do not have permission to view the app or the field.`,
  });

/** Observed. */
export const statusNotChangeable = () =>
  new ApiError(400, "GAIA_IL03", {
    ja: "ステータスの変更に失敗しました。ほかのユーザーがステータス、またはステータスの設定を変更した可能性があります。",
    en: "Failed to update the status. The settings or the status itself may have been changed by someone.",
  });

/** Recorded in both languages. */
export const notAssignee = () =>
  new ApiError(403, "GAIA_NT01", {
    ja: "作業者のみがステータスを変更できます。",
    en: "Only Assignee can change the status.",
  });

/** Recorded up to 2020 with 520 and with 403; newer records of this family have 400 (unverified). */
export const assigneeRequired = () =>
  new ApiError(400, "GAIA_SA01", {
    ja: "作業者を指定してください。",
    en: "Assignee is required.",
  });

/**
 * Recorded. Also for a user who is not among those to choose from (unverified).
 * The status follows GAIA_SA01.
 */
export const assigneeNotSelectable = () =>
  new ApiError(400, "GAIA_SA04", {
    ja: "ステータスの更新に失敗しました。このアクションでは作業者を指定できません。",
    en: "Failed to update status. Assignee cannot be specified by the action.",
  });

/** Code and text ours: only that it is refused was recorded. */
export const onlyOneAssignee = () =>
  invalidInput({
    assignees: {
      messages: [
        {
          ja: "このステータスの作業者は1人だけです。",
          en: "The status has only one assignee.",
        },
      ],
    },
  });

/** Observed (KS:evidence/b33_cursor_delete_responses.md). */
export const cursorNotFound = () =>
  new ApiError(404, "GAIA_CN01", {
    ja: "指定したカーソルは存在しないか、既に有効期限が切れています。",
    en: "The specified cursor does not exist or has expired.",
  });

/** Recorded in Japanese. */
export const tooManyCursors = () =>
  new ApiError(429, "GAIA_TM12", {
    ja: "作成できるカーソルの上限に達しているため、カーソルを作成できません。不要なカーソルを削除するか、しばらく経ってから再実行してください。",
    en: "The cursor cannot be created because the number of cursors has reached the limit. Delete cursors that are not needed, or try again later.",
  });
