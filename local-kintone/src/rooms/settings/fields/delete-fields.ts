import { ApiError, invalidInput } from "../../../ground/api-error.ts";
import type { ApiContext } from "../../../model/endpoint.ts";
import { fieldCodeNotFound } from "../../../ground/errors.ts";
import {
  dropBlank,
  id,
  list,
  messages,
  object,
  ourMessages,
  parseShape,
  text,
} from "../../../ground/shape.ts";
import type { Shape } from "../../../ground/shape.ts";
import type {
  App,
  AppSettings,
  FieldProperty,
  JsonObject,
} from "../../../model/model.ts";
import type { Site } from "../../../model/site.ts";
import {
  openForWriting,
  revisionShape,
  savePreview,
} from "../../rights/open-app.ts";
import { removeFromLayout } from "../layout/remove-field.ts";
import { plainText } from "../../../ground/plain.ts";
import { SYSTEM_TYPES } from "../../../model/field-types.ts";
import { allFields, findField, lookupOf } from "../../../model/form-fields.ts";
import { dropOrigins, originsOf } from "./origins.ts";
import { renameEverywhere, renameInText } from "./rename-field.ts";

const MAX_FIELDS = 100;

/** Left out, it is reported twice. Recorded: kintone-labs/kintone-js-sdk. */
const fieldCodes: Shape<string[]> = {
  ...list(text({ min: 1 }), { min: 1, max: MAX_FIELDS }),
  missing: [messages.required, ourMessages.size(1, MAX_FIELDS)],
};

const usedByLookup = (code: string) =>
  new ApiError(400, "GAIA_LO02", {
    ja: `フィールド（code: ${code}）は、ほかのアプリのルックアップで使用されているため削除できません。`,
    en: `The field (code: ${code}) cannot be deleted because it is used in a lookup of another app.`,
  });

const refuse = (index: number, ja: string, en: string): never => {
  throw invalidInput({ [`fields[${index}]`]: { messages: [{ ja, en }] } });
};

const pointsAt = (field: FieldProperty, app: App, code: string): boolean => {
  const lookup = lookupOf(field);
  if (!lookup || lookup.relatedApp.app !== String(app.id)) return false;
  const copies = lookup.fieldMappings.map(({ relatedField }) => relatedField);
  return [lookup.relatedKeyField, ...copies].includes(code);
};

/** Tells whether a lookup of any app, live or not yet, takes its key or a value from a field. */
const isLookupSource = (site: Site, app: App, code: string): boolean =>
  [...site.store.apps.values()]
    .flatMap((other) => [other.preview, ...(other.live ? [other.live] : [])])
    .flatMap(({ settings }) => allFields(settings.fields))
    .some(({ field }) => pointsAt(field, app, code));

const isCopyTarget = (
  settings: AppSettings,
  deleted: ReadonlySet<string>,
  code: string,
) =>
  allFields(settings.fields)
    .filter(({ field }) => !deleted.has(field.code))
    .flatMap(({ field }) => lookupOf(field)?.fieldMappings ?? [])
    .some(({ field }) => field === code);

/** Tells whether settings other than the form, its layout and view columns name a field. */
const isNamed = (settings: AppSettings, code: string): boolean => {
  const rest: AppSettings = {
    ...settings,
    fields: {},
    layout: [],
    views: withoutColumns(settings, new Set([code])).views,
  };
  const renamed = renameEverywhere(rest, new Map([[code, "\u0000"]]));
  return JSON.stringify(renamed).includes("\\u0000");
};

const expressionsOf = (fields: AppSettings["fields"]): string[] =>
  allFields(fields).map(({ field }) => plainText(field.expression));

/** Tells whether a formula of a field that stays reads a field. */
const isCalculatedFrom = (
  settings: AppSettings,
  deleted: ReadonlySet<string>,
  code: string,
): boolean => {
  const renames = new Map([[code, "\u0000"]]);
  return expressionsOf(withoutFields(settings.fields, deleted)).some(
    (expression) => renameInText(expression, renames) !== expression,
  );
};

/** View columns of deleted fields go with them. */
const withoutColumns = (
  settings: AppSettings,
  deleted: ReadonlySet<string>,
): AppSettings => ({
  ...settings,
  views: Object.fromEntries(
    Object.entries(settings.views).map(([name, view]) => {
      if (!Array.isArray(view.fields)) return [name, view];
      const fields = view.fields.filter((it) => !deleted.has(String(it)));
      return [name, { ...view, fields }];
    }),
  ),
});

const requireDeletable = (
  site: Site,
  app: App,
  codes: readonly string[],
  deleted: ReadonlySet<string>,
) => {
  const { settings } = app.preview;
  codes.forEach((code, i) => {
    const placed = findField(settings.fields, code);
    if (!placed) throw fieldCodeNotFound(code);
    if (SYSTEM_TYPES.has(placed.field.type)) return;
    const { table } = placed;
    const columns = Object.keys(table?.fields ?? {});
    const isEmptied =
      table &&
      !deleted.has(table.code) &&
      columns.every((it) => deleted.has(it));
    if (isEmptied)
      refuse(
        i,
        "テーブルには1つ以上のフィールドが必要です。",
        "A table needs at least one field.",
      );
    if (isLookupSource(site, app, code)) throw usedByLookup(code);
    const isUsed =
      isCopyTarget(settings, deleted, code) ||
      isCalculatedFrom(settings, deleted, code) ||
      isNamed(settings, code);
    if (isUsed)
      refuse(
        i,
        "アプリの設定で使用されているフィールドは削除できません。",
        "A field that the settings of the app use cannot be deleted.",
      );
  });
};

const withColumns = (
  field: FieldProperty,
  deleted: ReadonlySet<string>,
): FieldProperty =>
  field.fields
    ? { ...field, fields: withoutFields(field.fields, deleted) }
    : field;

const withoutFields = (
  fields: Record<string, FieldProperty>,
  deleted: ReadonlySet<string>,
): Record<string, FieldProperty> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(
        ([code, { type }]) => !deleted.has(code) || SYSTEM_TYPES.has(type),
      )
      .map(([code, field]) => [code, withColumns(field, deleted)]),
  );

/**
 * Deletes fields from the preview form; their data goes with the next deploy. Built-in
 * fields may be named: they only leave the layout, as cy-takeuchi/monosashi
 * (tools/fixture-app/build.ts, August 2026) does on a real site.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/delete-form-fields/
 */
export const deleteFields = (context: ApiContext): JsonObject => {
  const shape = object({
    app: id(),
    fields: fieldCodes,
    revision: revisionShape,
  });
  const params = parseShape(shape, dropBlank(context.params));
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  const given = new Set(params.fields);
  requireDeletable(context.site, app, params.fields, given);
  const columns = params.fields.flatMap((code) =>
    Object.keys(settings.fields[code]?.fields ?? {}),
  );
  return savePreview(context, app, {
    ...withoutColumns(settings, given),
    fields: withoutFields(settings.fields, given),
    layout: removeFromLayout(settings.layout, given),
    origins: dropOrigins(originsOf(settings), [...given, ...columns]),
  });
};
