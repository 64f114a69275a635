/** Types that `form/fields.json` POST can add at the top of a form. */
const ADDABLE_TYPES = [
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "NUMBER",
  "CALC",
  "RADIO_BUTTON",
  "CHECK_BOX",
  "DROP_DOWN",
  "MULTI_SELECT",
  "DATE",
  "TIME",
  "DATETIME",
  "LINK",
  "FILE",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
  "SUBTABLE",
  "GROUP",
  "REFERENCE_TABLE",
] as const;
export type AddableType = (typeof ADDABLE_TYPES)[number];

/** Types that every app has exactly once. */
export const SYSTEM_TYPES: ReadonlySet<string> = new Set([
  "RECORD_NUMBER",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
  "STATUS",
  "STATUS_ASSIGNEE",
  "CATEGORY",
]);

/** Never in a layout: they have no place on the form. */
export const TYPES_WITHOUT_PLACE: ReadonlySet<string> = new Set([
  "STATUS",
  "STATUS_ASSIGNEE",
  "CATEGORY",
]);

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/add-form-fields/ */
export const COLUMN_TYPES: readonly AddableType[] = ADDABLE_TYPES.filter(
  (type) => !["SUBTABLE", "GROUP", "REFERENCE_TABLE"].includes(type),
);

export const LOOKUP_TYPES: ReadonlySet<string> = new Set([
  "SINGLE_LINE_TEXT",
  "NUMBER",
  "LINK",
]);

export const CHOICE_TYPES: ReadonlySet<string> = new Set([
  "RADIO_BUTTON",
  "CHECK_BOX",
  "DROP_DOWN",
  "MULTI_SELECT",
]);

export const isAddable = (type: unknown): type is AddableType =>
  (ADDABLE_TYPES as readonly unknown[]).includes(type);
