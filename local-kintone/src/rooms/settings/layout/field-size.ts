import type { JsonObject } from "../../../model/model.ts";

/**
 * Widths of fields that nobody sized. Those of choices follow the longest option on a
 * real site; here they do not.
 *
 * @see https://github.com/cy-takeuchi/monosashi/blob/main/packages/kisekae/fixtures/form/definition.json (September 2026)
 */
const WIDTHS: Record<string, string> = {
  RECORD_NUMBER: "120",
  CREATOR: "136",
  MODIFIER: "136",
  CREATED_TIME: "120",
  UPDATED_TIME: "120",
  MULTI_LINE_TEXT: "315",
  RICH_TEXT: "315",
  CHECK_BOX: "168",
  RADIO_BUTTON: "168",
  DROP_DOWN: "196",
  MULTI_SELECT: "197",
  DATE: "117",
  TIME: "101",
  DATETIME: "185",
  FILE: "207",
  USER_SELECT: "222",
  ORGANIZATION_SELECT: "222",
  GROUP_SELECT: "222",
};

/** Size of a field in a layout when none was given; related records have none. */
export const defaultSize = (type: string): JsonObject | null => {
  if (type === "REFERENCE_TABLE") return null;
  const width = WIDTHS[type] ?? "193";
  const isTall = type === "MULTI_LINE_TEXT" || type === "RICH_TEXT";
  return isTall ? { width, innerHeight: "125" } : { width };
};
