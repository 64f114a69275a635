import { invalidInput } from "../../../ground/api-error.ts";
import type { ApiContext } from "../../../model/endpoint.ts";
import {
  dictionary,
  id,
  isObject,
  messages,
  noting,
  object,
  ourMessages,
  parseShape,
} from "../../../ground/shape.ts";
import type { Notes, Shape } from "../../../ground/shape.ts";
import type {
  AppSettings,
  FieldProperty,
  JsonObject,
} from "../../../model/model.ts";
import {
  openForWriting,
  revisionShape,
  savePreview,
} from "../../rights/open-app.ts";
import {
  duplicateCode,
  keyDiffersFromCode,
  newFieldCode,
} from "./field-code.ts";
import { COLUMN_TYPES, SYSTEM_TYPES } from "../../../model/field-types.ts";
import { allFields } from "../../../model/form-fields.ts";
import {
  checkProperty,
  readNewProperty,
  settleProperty,
} from "./read-field.ts";
import { requireFieldEntities } from "./field-entities.ts";
import { settleReferences } from "./settle-references.ts";
import { appendToLayout } from "../layout/append-field.ts";

export const noUniqueColumn = {
  ja: "テーブル内のフィールドには「値の重複を禁止する」を設定できません。",
  en: "Fields in a table cannot prohibit duplicate values.",
};

const readCode = (
  given: Record<string, unknown>,
  key: string,
  path: string,
  notes: Notes,
): string => {
  if (given.code === undefined || given.code === null) {
    notes.add(`${path}.code`, messages.required);
    return key;
  }
  const code = newFieldCode().read(given.code, `${path}.code`, notes);
  if (code !== undefined && code !== key)
    notes.add(`${path}.code`, keyDiffersFromCode);
  return key;
};

const checkOptionKeys = (
  given: Record<string, unknown>,
  path: string,
  notes: Notes,
) => {
  if (!isObject(given.options)) return;
  for (const [key, option] of Object.entries(given.options))
    if (isObject(option) && option.label !== undefined && option.label !== key)
      notes.add(`${path}.options[${key}].label`, keyDiffersFromCode);
};

/** A new field of a table: no tables in it, no groups, nothing unique. */
export const readNewColumn = (
  given: unknown,
  key: string,
  path: string,
  notes: Notes,
): FieldProperty | null => {
  if (!isObject(given)) {
    notes.add(path, ourMessages.wrongType);
    return null;
  }
  if (!COLUMN_TYPES.some((type) => type === given.type)) {
    notes.add(`${path}.type`, messages.enumValue);
    return null;
  }
  if (given.unique === true || given.unique === "true")
    notes.add(`${path}.unique`, noUniqueColumn);
  return readNewField(given, key, path, notes);
};

const readColumns = (
  given: Record<string, unknown>,
  path: string,
  notes: Notes,
): Record<string, FieldProperty> => {
  const { fields } = given;
  if (!isObject(fields) || Object.keys(fields).length === 0) {
    notes.add(`${path}.fields`, messages.required);
    return {};
  }
  const columns = Object.entries(fields).map(([key, column]) =>
    readNewColumn(column, key, `${path}.fields[${key}]`, notes),
  );
  return byCode(columns);
};

const byCode = (fields: ReadonlyArray<FieldProperty | null>) =>
  Object.fromEntries(
    fields.filter((it) => it !== null).map((field) => [field.code, field]),
  );

const readNewField = (
  given: Record<string, unknown>,
  key: string,
  path: string,
  notes: Notes,
): FieldProperty | null => {
  const code = readCode(given, key, path, notes);
  checkOptionKeys(given, path, notes);
  const before = noting(notes);
  const field = readNewProperty(given, code, path, before);
  if (!field || before.failed) return null;
  checkProperty(field, path, notes);
  return settleProperty(field);
};

const properties: Shape<Record<string, FieldProperty>> = {
  read: (value, path, notes) => {
    const given = dictionary(anyObject).read(value, path, notes);
    const entries = Object.entries(given ?? {});
    if (entries.length === 0) notes.add(path, messages.required);
    const fields = entries.map(([key, property]) => {
      const at = `${path}[${key}]`;
      if (!isObject(property)) return null;
      const field = readNewField(property, key, at, notes);
      if (field?.type !== "SUBTABLE") return field;
      return { ...field, fields: readColumns(property, at, notes) };
    });
    return byCode(fields);
  },
};
const anyObject: Shape<unknown> = {
  read: (value, path, notes) => {
    if (!isObject(value)) notes.add(path, ourMessages.wrongType);
    return value;
  },
};

const requireFreshCodes = (
  settings: AppSettings,
  added: Record<string, FieldProperty>,
) => {
  const seen = new Set(
    allFields(settings.fields).map(({ field }) => field.code),
  );
  for (const { field, table } of allFields(added)) {
    const path = table
      ? `properties[${table.code}].fields[${field.code}].code`
      : `properties[${field.code}].code`;
    if (seen.has(field.code))
      throw invalidInput({ [path]: { messages: [duplicateCode] } });
    seen.add(field.code);
  }
};

/**
 * Fields of an app, columns included and built-in ones left out.
 *
 * @see https://github.com/kintone-labs/kintone-java-sdk/blob/master/src/test/java/com/cybozu/kintone/client/module/app/AppTest.java
 */
const MAX_FIELDS = 500;

const requireRoom = (
  settings: AppSettings,
  added: Record<string, FieldProperty>,
) => {
  const count = [...allFields(settings.fields), ...allFields(added)].filter(
    ({ field }) => !SYSTEM_TYPES.has(field.type),
  ).length;
  if (count > MAX_FIELDS)
    throw invalidInput({
      properties: { messages: [ourMessages.size(1, MAX_FIELDS)] },
    });
};

/**
 * Adds fields to the preview form. They appear at the end of the layout.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/add-form-fields/
 */
export const addFields = (context: ApiContext): JsonObject => {
  const shape = object({ app: id(), properties, revision: revisionShape });
  const params = parseShape(shape, context.params);
  const app = openForWriting(context, params);
  const { settings } = app.preview;
  requireFreshCodes(settings, params.properties);
  requireRoom(settings, params.properties);
  requireFieldEntities(context.site, params.properties);
  const fields = settleReferences(
    context,
    { ...settings.fields, ...params.properties },
    params.properties,
  );
  const layout = appendToLayout(
    settings.layout,
    Object.values(params.properties),
  );
  return savePreview(context, app, { ...settings, fields, layout });
};
