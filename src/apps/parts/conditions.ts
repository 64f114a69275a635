/** Conditions that the settings of the apps share, in kintone's query language. */

/** Field code of the process state on a site whose language is Japanese. */
export const STATUS_FIELD = "ステータス";

// Texts in settings are our own; none of them holds a quotation mark.
const list = (values: readonly string[]) =>
  values.map((value) => `"${value}"`).join(", ");

export const isIn = (code: string, ...values: string[]): string =>
  `${code} in (${list(values)})`;

export const isNotIn = (code: string, ...values: string[]): string =>
  `${code} not in (${list(values)})`;

export const isBlank = (code: string): string => `${code} = ""`;

export const allOf = (...conditions: string[]): string =>
  conditions.filter((condition) => condition !== "").join(" and ");
