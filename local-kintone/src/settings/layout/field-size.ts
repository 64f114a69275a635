import type { JsonObject } from "../../site/model.ts";

const WIDE: Record<string, string> = {
  MULTI_LINE_TEXT: "315",
  RICH_TEXT: "315",
  RADIO_BUTTON: "193",
  CHECK_BOX: "193",
  DATE: "101",
  TIME: "101",
  DATETIME: "185",
};

/** Size of a field that nobody sized (figures of a new field in the form editor, unverified). */
export const defaultSize = (type: string): JsonObject | null => {
  if (type === "REFERENCE_TABLE") return null;
  const width = WIDE[type] ?? "193";
  const isTall = type === "MULTI_LINE_TEXT" || type === "RICH_TEXT";
  return isTall ? { width, innerHeight: "125" } : { width };
};
