import type { TemplateResult } from "lit";
import { isEntityType, lookupOf } from "../../record/kinds.ts";
import { checks, dropDown, multiSelect, radios } from "./choices.ts";
import type { EditorContext } from "./context.ts";
import { entities, files } from "./pickers.ts";
import { area, dateTime, lookup, number, text } from "./texts.ts";

type Editor = (context: EditorContext) => TemplateResult;
const byType: Record<string, Editor> = {
  SINGLE_LINE_TEXT: text,
  MULTI_LINE_TEXT: area,
  RICH_TEXT: area,
  NUMBER: number,
  LINK: text,
  DATE: (context) => text(context, "date"),
  TIME: (context) => text(context, "time"),
  DATETIME: dateTime,
  DROP_DOWN: dropDown,
  RADIO_BUTTON: radios,
  CHECK_BOX: checks,
  MULTI_SELECT: multiSelect,
  FILE: files,
};

/** The control with which a field is edited by hand. */
export const renderEditor = (context: EditorContext): TemplateResult => {
  const { property } = context.cell;
  if (lookupOf(property)) return lookup(context);
  if (isEntityType(property.type)) return entities(context);
  const editor = byType[property.type];
  if (!editor) throw new Error(`No editor for ${property.type}`);
  return editor(context);
};
