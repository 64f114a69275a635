import type { Operator } from "./ast.ts";

const EQUAL: Operator[] = ["=", "!="];
const ORDER: Operator[] = [">", "<", ">=", "<="];
const LIST: Operator[] = ["in", "not in"];
const WORDS: Operator[] = ["like", "not like"];
const EMPTY: Operator[] = ["is empty", "is not empty"];

/**
 * Operators by field type. RICH_TEXT's `is empty` is named by SG only.
 *
 * @see https://cybozu.dev/ja/kintone/docs/overview/query/
 */
const operators: Record<string, readonly Operator[]> = {
  RECORD_NUMBER: [...EQUAL, ...ORDER, ...LIST],
  CREATOR: LIST,
  MODIFIER: LIST,
  USER_SELECT: LIST,
  ORGANIZATION_SELECT: LIST,
  GROUP_SELECT: LIST,
  CREATED_TIME: [...EQUAL, ...ORDER],
  UPDATED_TIME: [...EQUAL, ...ORDER],
  DATETIME: [...EQUAL, ...ORDER],
  DATE: [...EQUAL, ...ORDER],
  TIME: [...EQUAL, ...ORDER],
  SINGLE_LINE_TEXT: [...EQUAL, ...LIST, ...WORDS],
  LINK: [...EQUAL, ...LIST, ...WORDS],
  MULTI_LINE_TEXT: [...WORDS, ...EMPTY],
  RICH_TEXT: [...WORDS, ...EMPTY],
  NUMBER: [...EQUAL, ...ORDER, ...LIST],
  CALC: [...EQUAL, ...ORDER, ...LIST],
  CHECK_BOX: LIST,
  RADIO_BUTTON: LIST,
  DROP_DOWN: LIST,
  MULTI_SELECT: LIST,
  FILE: [...WORDS, ...EMPTY],
  STATUS: [...EQUAL, ...LIST],
  STATUS_ASSIGNEE: LIST,
  CATEGORY: LIST,
};

export const isOperatorAllowed = (type: string, operator: Operator): boolean =>
  operators[type]?.includes(operator) ?? false;

/** In a table these hold only when every row satisfies them (SG:doc/kintone-query-behavior.md). */
export const isNegative = (operator: Operator): boolean =>
  operator === "not in" ||
  operator === "not like" ||
  operator === "is not empty";

/** KS, "B31 ORDER BY", measured July 2026. */
export const SORTABLE: ReadonlySet<string> = new Set([
  "RECORD_NUMBER",
  "SINGLE_LINE_TEXT",
  "NUMBER",
  "CALC",
  "DATE",
  "DATETIME",
  "TIME",
  "CREATED_TIME",
  "UPDATED_TIME",
  "DROP_DOWN",
  "RADIO_BUTTON",
  "STATUS",
  "LINK",
  "CREATOR",
  "MODIFIER",
]);
