/**
 * Forms of links by `protocol`; kintone's exact grammar is unverified.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/add-form-fields/
 */
export const LINK_FORMS: Readonly<Record<string, RegExp>> = {
  WEB: /^(https?|ftp|file):\/\/\S+$|^\/\S*$/i,
  CALL: /^[-+()#*.,\d\s]+$/,
  MAIL: /^[^\s@]+@[^\s@]+$/,
};
