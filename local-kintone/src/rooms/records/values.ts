import type { FieldValue } from "../../model/model.ts";

/** Types whose value is a list. */
const LISTS = new Set([
  "CHECK_BOX",
  "MULTI_SELECT",
  "CATEGORY",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
  "FILE",
  "SUBTABLE",
]);

/** Types whose empty value is null; DATETIME's is "" (cy-takeuchi/monosashi: docs/KINTONE.md). */
const NULLS = new Set(["DROP_DOWN", "RADIO_BUTTON", "DATE", "TIME"]);

/** Empty value of a field type, as stored and answered. */
export const emptyValue = (type: string): FieldValue => {
  if (LISTS.has(type)) return [];
  return NULLS.has(type) ? null : "";
};

export const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || value === null || value.length === 0;
