import type {
  AppSettings,
  FieldProperty,
  Json,
  JsonObject,
} from "../../../model/model.ts";
import { lookupOf, referenceTableOf } from "../../../model/form-fields.ts";

/** New code by current code. */
export type Renames = ReadonlyMap<string, string>;

const WORDS = /"(?:\\.|[^"\\])*"|[\p{L}\p{M}\p{N}_＿・･$＄￥￠￡￦]+/gu;
const ENTITIES = new Set([
  "USER",
  "GROUP",
  "ORGANIZATION",
  "FUNCTION",
  "CREATOR",
]);
const TEXT_KEYS = new Set(["filterCond", "sort", "expression"]);

/** Codes inside a query or a formula; text in quotes stays. */
export const renameInText = (text: string, renames: Renames): string =>
  text.replaceAll(WORDS, (word) => renames.get(word) ?? word);

const renameCode = (value: Json, renames: Renames): Json =>
  typeof value === "string" ? (renames.get(value) ?? value) : value;

const isEntity = (value: JsonObject) => ENTITIES.has(String(value.type));

/** Every place in a part of the settings that names a field, as REST shapes have them. */
const renameIn = (
  value: Json,
  renames: Renames,
  codeKeys: ReadonlySet<string>,
): Json => {
  if (Array.isArray(value))
    return value.map((item) => renameIn(item, renames, codeKeys));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]): [string, Json] => {
    if (key === "relatedApp" || key === "destApp") return [key, member];
    if (key === "code" && isEntity(value)) return [key, member];
    if (TEXT_KEYS.has(key) && typeof member === "string")
      return [key, renameInText(member, renames)];
    const isListOfCodes = key === "fields" && Array.isArray(member);
    if (isListOfCodes && member.every((it) => typeof it === "string"))
      return [key, member.map((it) => renameCode(it, renames))];
    if (codeKeys.has(key) && typeof member === "string")
      return [key, renameCode(member, renames)];
    return [key, renameIn(member, renames, codeKeys)];
  });
  return Object.fromEntries(entries);
};

const CODE_KEYS = new Set(["code", "srcField"]);
const VIEW_KEYS = new Set(["date", "title"]);

/** The field itself and what its settings say about its own form. */
const renameField = (field: FieldProperty, renames: Renames): FieldProperty => {
  const lookup = lookupOf(field);
  const table = referenceTableOf(field);
  const { expression, fields } = field;
  return {
    ...field,
    code: renames.get(field.code) ?? field.code,
    ...(typeof expression === "string" && {
      expression: renameInText(expression, renames),
    }),
    ...(lookup && {
      lookup: {
        ...lookup,
        fieldMappings: lookup.fieldMappings.map((mapping) => ({
          ...mapping,
          field: renames.get(mapping.field) ?? mapping.field,
        })),
      },
    }),
    ...(table && {
      referenceTable: {
        ...table,
        condition: {
          ...table.condition,
          field: renames.get(table.condition.field) ?? table.condition.field,
        },
      },
    }),
    ...(fields && { fields: renameFields(fields, renames) }),
  };
};

const renameFields = (
  fields: Record<string, FieldProperty>,
  renames: Renames,
): Record<string, FieldProperty> =>
  Object.fromEntries(
    Object.values(fields).map((field) => {
      const renamed = renameField(field, renames);
      return [renamed.code, renamed];
    }),
  );

/** Settings in which fields have new codes, followed wherever the old ones stood. */
export const renameEverywhere = (
  settings: AppSettings,
  renames: Renames,
): AppSettings => {
  if (renames.size === 0) return settings;
  // renameIn keeps the shape and changes texts only, so each part keeps its type.
  const part = <T>(value: T, keys = CODE_KEYS): T =>
    renameIn(value as Json, renames, keys) as T;
  return {
    ...settings,
    general: part(settings.general),
    fields: renameFields(settings.fields, renames),
    layout: part(settings.layout),
    views: part(settings.views, VIEW_KEYS),
    process: part(settings.process),
    recordAcl: part(settings.recordAcl),
    fieldAcl: part(settings.fieldAcl),
    generalNotifications: part(settings.generalNotifications),
    perRecordNotifications: part(settings.perRecordNotifications),
    reminderNotifications: part(settings.reminderNotifications),
    reports: part(settings.reports),
    actions: part(settings.actions),
  };
};
