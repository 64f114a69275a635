import type { Access } from "./access.ts";
import { holds } from "./entities.ts";
import { readValue, textOf } from "../../language/query/values.ts";
import { isObject } from "../../ground/shape.ts";
import type { App, AppSettings, StoredRecord } from "../../model/model.ts";
import { formOf } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";

/** Types that can be a record's title. */
const TITLES = new Set([
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "NUMBER",
  "CALC",
  "LINK",
  "DATE",
  "DATETIME",
  "DROP_DOWN",
  "RADIO_BUTTON",
]);

/** Set by hand, or the first text of the form. */
const titleField = (settings: AppSettings): FormField | undefined => {
  const { titleField: chosen } = settings.general;
  const form = formOf(settings);
  if (isObject(chosen) && chosen.selectionMode === "MANUAL")
    return form.byCode.get(String(chosen.code));
  return form.stored.find(({ type }) => type === "SINGLE_LINE_TEXT");
};

/** The record number as answers have it. */
export const recordNumber = (app: App, record: StoredRecord): string =>
  app.code === "" ? String(record.id) : `${app.code}-${record.id}`;

/** Title of a record in lists; its number where the reader may not see the title. */
export const recordTitle = (
  app: App,
  record: StoredRecord,
  access: Pick<Access, "visibility">,
): string => {
  const { settings } = app.live ?? app.preview;
  const number = recordNumber(app, record);
  const field = titleField(settings);
  const isReadable =
    field !== undefined &&
    TITLES.has(field.type) &&
    field.table === null &&
    holds(access.visibility(field.code), record);
  if (!isReadable) return number;
  return textOf(readValue(field, settings)(record)) || number;
};
