import { ApiError } from "./api-error.ts";

/*
 * Texts: contract tests of SonicGarden/kintone-emulator against a real kintone
 * (packages/core/tests/contract, April 2026) where `observed` is said; the others
 * are our wording around the documented code and status.
 */

/** Observed. @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/authentication/ */
export const loginRequired = () =>
  new ApiError(401, "CB_AU01", {
    ja: "ログインしてください。",
    en: "Please login.",
  });

/** Observed. */
export const wrongPassword = () =>
  new ApiError(401, "CB_WA01", {
    ja: "ユーザーのパスワード認証に失敗しました。「X-Cybozu-Authorization」ヘッダーの値が正しくありません。",
    en: "Password authentication failed. The value in http header of X-Cybozu-Authorization is not valid.",
  });

/** No OAuth clients here, so every Bearer token is an unknown one. */
export const wrongBearer = () =>
  new ApiError(401, "CB_OA01", {
    ja: "OAuthのアクセストークンが無効です。",
    en: "The OAuth access token is invalid.",
  });

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/kintone-rest-api-overview/ */
export const notJson = () =>
  new ApiError(400, "CB_IJ01", {
    ja: "不正なJSON文字列です。",
    en: "Invalid JSON string.",
  });

export const illegalRequest = () =>
  new ApiError(400, "CB_IL02", {
    ja: "不正なリクエストです。",
    en: "Illegal request.",
  });

/** A session request that another site's page could have sent. */
export const missingRequestedWith = () =>
  new ApiError(400, "CB_JH01", {
    ja: "不正なリクエストです。ヘッダー「X-Requested-With」がありません。",
    en: "Illegal request. The header X-Requested-With is missing.",
  });

/** Observed. */
export const noPrivilege = () =>
  new ApiError(403, "CB_NO02", {
    ja: "権限がありません。",
    en: "No privilege to proceed.",
  });

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/authentication/#api-token */
export const tokenNotAllowed = () =>
  new ApiError(403, "GAIA_NO01", {
    ja: "このAPIトークンでは、指定したAPIを実行できません。",
    en: "Using this API token, you cannot run the specified API.",
  });

/**
 * Status 400 as recorded in kintone/cli-kintone: features/record/export.feature (2026) and
 * by rychhr/terraform-provider-kintone (August 2026).
 */
export const unknownToken = () =>
  new ApiError(400, "GAIA_IA02", {
    ja: "指定したAPIトークンがアプリのAPIトークンと一致しません。アプリの設定でAPIトークンを生成し、アプリを更新したことを確認してください。",
    en: "The specified API token does not match the API token generated via an app. Confirm that the API token has been generated and the app has been updated.",
  });

/** English recorded in kintone/cli-kintone: features/record/{export,import,delete}.feature (2026). */
export const duplicateToken = () =>
  new ApiError(400, "GAIA_DA03", {
    ja: "同じアプリのAPIトークンを重複して指定することはできません。",
    en: "You cannot specify a duplicate API token for the same app.",
  });

/** Observed. */
export const appNotFound = (app: number | string) =>
  new ApiError(404, "GAIA_AP01", {
    ja: `指定したアプリ（id: ${app}）が見つかりません。削除されている可能性があります。`,
    en: `The app (ID: ${app}) not found. The app may have been deleted.`,
  });

/** Observed. */
export const fileNotFound = (key: string) =>
  new ApiError(404, "GAIA_BL01", {
    ja: `指定したファイル（id: ${key}）が見つかりません。`,
    en: `The specified file (id: ${key}) not found.`,
  });

/** Japanese observed; English recorded by kintone-labs/kintone-js-sdk. */
export const fieldCodeNotFound = (code: string) =>
  new ApiError(400, "GAIA_FC01", {
    ja: `指定されたフィールド（code: ${code}）が見つかりません。`,
    en: `The field (code: ${code}) not found.`,
  });

/** Observed. */
export const guestPathNeeded = () =>
  new ApiError(400, "GAIA_IL23", {
    ja: "ゲストスペース内のアプリを操作する場合は、リクエストの送信先を「/k/guest/（ゲストスペースのID）/v1/...」にします。",
    en: "When you operate an app in a guest space, please send the request to '/k/guest/(guest space ID)/v1/...'.",
  });

/**
 * Refuses a stale revision of settings. Recorded in English by
 * kintone-labs/kintone-js-sdk (2020); code and status again by
 * rychhr/terraform-provider-kintone (docs/design, July 2026).
 */
export const staleRevision = (app: number) =>
  new ApiError(409, "GAIA_CO03", {
    ja: `指定したrevisionは最新ではありません。アプリ（id: ${app}）の設定を、ほかのユーザーが更新した可能性があります。`,
    en: `The revision is not the latest. Someone may update the app settings (ID: ${app}).`,
  });

/** English whatever the user's language, as observed. */
export const tooManyRequests = () =>
  new ApiError(429, "GAIA_TO04", {
    ja: "The number of concurrent requests has exceeded the limit. Please wait for a while and try again.",
    en: "The number of concurrent requests has exceeded the limit. Please wait for a while and try again.",
  });

/** Recorded: kintone-labs/kintone-js-sdk. */
export const spaceNotFound = (space: number) =>
  new ApiError(404, "OC_NO01", {
    ja: `スペース（id: ${space}）が見つからないか、すでに削除されています。`,
    en: `The space (id: ${space}) could not be found, or no longer exists.`,
  });

/** Recorded: kintone-labs/kintone-js-sdk. */
export const threadNotFound = (thread: number) =>
  new ApiError(404, "OC_NO02", {
    ja: `スレッド（id: ${thread}）が見つからないか、すでに削除されています。`,
    en: `The thread (id: ${thread}) could not be found, or no longer exists.`,
  });

/** Recorded: kintone-labs/kintone-js-sdk. */
export const tooManyParameters = (name: string, max: number) =>
  new ApiError(400, "GAIA_TO03", {
    ja: `パラメーターの数が上限を超えています。- ${name}[${max}]`,
    en: `The number of parameters exceeds the limit. - ${name}[${max}]`,
  });

/** Our own: a settings write while a deploy of that app runs (real code unverified). */
export const deployRunning = () =>
  new ApiError(400, "LOCAL_DEPLOY_RUNNING", {
    ja: "アプリの設定を反映しているため、設定を変更できません。しばらくしてからやり直してください。",
    en: "The settings cannot be changed while the app is being updated. Please try again later.",
  });

/** Our own: records that break a rule that would go live at once (real code unverified). */
export const conflictingData = () =>
  new ApiError(400, "LOCAL_DATA_CONFLICT", {
    ja: "登録済みのレコードの値が重複しているため、設定を反映できません。",
    en: "The settings cannot be applied because values of existing records are duplicated.",
  });

/** Ours alone, never kintone's: what this stand-in does not know it refuses. */
export const notImplemented = (method: string, path: string) =>
  new ApiError(501, "LOCAL_UNKNOWN", {
    ja: `local-kintoneは ${method} ${path} を知りません。`,
    en: `local-kintone does not know ${method} ${path}.`,
  });

export const internalError = () =>
  new ApiError(500, "LOCAL_ERROR", {
    ja: "local-kintoneの内部エラーです。サーバーの出力を確認してください。",
    en: "Internal error of local-kintone. See the output of the server.",
  });

/** Observed. */
export const recordNotFound = (id: number | string) =>
  new ApiError(404, "GAIA_RE01", {
    ja: `指定したレコード（id: ${id}）が見つかりません。`,
    en: `The specified record (ID: ${id}) is not found.`,
  });
