import type { ApiContext } from "../../model/endpoint.ts";
import { own } from "../../ground/own.ts";
import type {
  AppSettings,
  FieldProperty,
  Json,
  JsonObject,
} from "../../model/model.ts";
import { openForReading } from "../rights/open-app.ts";
import { lookupOf, referenceTableOf } from "../../model/form-fields.ts";

/** Members that the old address shows, beside type, code, label and noLabel. */
const PLAIN = [
  "required",
  "unique",
  "digit",
  "expression",
  "hideExpression",
  "format",
  "unit",
  "unitPosition",
  "protocol",
];
/** Numbers that are null when unset. */
const LIMITS = [
  "minLength",
  "maxLength",
  "minValue",
  "maxValue",
  "displayScale",
];
const WITH_DEFAULT = new Set([
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "NUMBER",
  "LINK",
  "RADIO_BUTTON",
  "DROP_DOWN",
  "CHECK_BOX",
  "MULTI_SELECT",
  "DATE",
  "TIME",
  "DATETIME",
]);

const optionNames = (field: FieldProperty): string[] => {
  // Written by our own endpoints: label → { label, index }.
  const options = (field.options ?? {}) as Record<
    string,
    { label: string; index: string }
  >;
  return Object.values(options)
    .sort((a, b) => Number(a.index) - Number(b.index))
    .map(({ label }) => label);
};

const pick = (
  field: FieldProperty,
  names: readonly string[],
  blank: Json,
): JsonObject =>
  Object.fromEntries(
    names
      .filter((name) => field[name] !== undefined)
      // Property members are JSON values.
      .map((name) => [
        name,
        field[name] === "" && LIMITS.includes(name)
          ? blank
          : (field[name] as Json),
      ]),
  );

const toProperty = (field: FieldProperty): JsonObject => {
  const { type, code, label, noLabel } = field;
  const head: JsonObject = { type, code, label, noLabel: noLabel === true };
  const relatedApp = (lookupOf(field) ?? referenceTableOf(field))?.relatedApp
    .app;
  if (relatedApp !== undefined)
    return { ...head, ...pick(field, ["required"], null), relatedApp };
  const isDated = field.defaultNowValue !== undefined;
  return {
    ...head,
    ...pick(field, PLAIN, null),
    ...pick(field, LIMITS, null),
    ...(field.options !== undefined && { options: optionNames(field) }),
    // Property members are JSON values.
    ...(WITH_DEFAULT.has(type) && { defaultValue: field.defaultValue as Json }),
    ...(isDated && {
      defaultExpression: field.defaultNowValue === true ? "NOW" : null,
    }),
  };
};

const objects = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value)
    ? value.filter(
        (it): it is JsonObject =>
          typeof it === "object" && it !== null && !Array.isArray(it),
      )
    : [];

const toPlace = (
  place: JsonObject,
  fields: Record<string, FieldProperty>,
): JsonObject[] => {
  if (place.type === "LABEL")
    return [{ type: "LABEL", label: place.label ?? "" }];
  if (place.type === "SPACER")
    return [{ type: "SPACER", elementId: place.elementId ?? "" }];
  if (place.type === "HR") return [{ type: "HR" }];
  const field = own(fields, String(place.code));
  return field ? [toProperty(field)] : [];
};

/**
 * Fields of a group are listed in the group's place; the group itself is not
 * (unverified).
 */
const toRow = (row: JsonObject, settings: AppSettings): JsonObject[] => {
  if (row.type === "GROUP")
    return objects(row.layout).flatMap((inner) => toRow(inner, settings));
  const table =
    row.type === "SUBTABLE"
      ? own(settings.fields, String(row.code))
      : undefined;
  const fields = table?.fields ?? settings.fields;
  const places = objects(row.fields).flatMap((place) => toPlace(place, fields));
  if (row.type !== "SUBTABLE") return places;
  return [{ type: "SUBTABLE", code: row.code ?? "", fields: places }];
};

/** The old description of a form, in the order of its layout. @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/get-form/ */
export const getLegacyForm = (context: ApiContext): JsonObject => {
  const { settings } = openForReading(context).copy;
  return { properties: settings.layout.flatMap((row) => toRow(row, settings)) };
};
