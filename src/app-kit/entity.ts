/**
 * Users that a setting is about, in the shape of the settings APIs.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/permission/update-record-permissions/
 */
export type SettingEntity = {
  readonly type: "USER" | "GROUP" | "ORGANIZATION" | "FIELD_ENTITY" | "CREATOR";
  readonly code: string | null;
};

/** Everybody of the domain; always the last in order of priority. */
export const everyone: SettingEntity = { type: "GROUP", code: "everyone" };

/** The app's creator; without this right the settings API would lock itself out. */
export const appCreator: SettingEntity = { type: "CREATOR", code: null };

export const group = (code: string): SettingEntity => ({ type: "GROUP", code });

/** The users, organisations or groups in a field of the record. */
export const inField = (code: string): SettingEntity => ({
  type: "FIELD_ENTITY",
  code,
});
