import { isCopied } from "./field.ts";
import type { Field, Fields } from "./field.ts";

/** One field as the form API takes it; numbers are strings, as it returns them. */
export type FieldProperty = {
  readonly type: string;
  readonly code: string;
  readonly label: string;
  readonly [key: string]: unknown;
};
export type FieldProperties = Readonly<Record<string, FieldProperty>>;

const toOptions = (labels: readonly string[]) =>
  Object.fromEntries(
    labels.map((label, index) => [label, { label, index: String(index) }]),
  );

const asText = (value: number | undefined): string | undefined =>
  value === undefined ? undefined : String(value);

/** Properties that only some types have; `undefined` is left out afterwards. */
const specificProperties = (field: Field): Record<string, unknown> => {
  switch (field.type) {
    case "SUBTABLE":
      return { fields: toFieldProperties(field.fields) };
    case "REFERENCE_TABLE": {
      const { app, field: own, relatedField, ...table } = field.related;
      return {
        referenceTable: {
          relatedApp: { app },
          condition: { field: own, relatedField },
          filterCond: "",
          ...table,
        },
      };
    }
    case "RADIO_BUTTON":
    case "DROP_DOWN":
      return {
        required: field.required ?? false,
        options: toOptions(field.options),
        // A field that a lookup fills needs no default, and kintone may keep another one.
        ...(!isCopied(field) && {
          defaultValue:
            field.defaultValue ??
            (field.type === "RADIO_BUTTON" ? field.options[0] : ""),
        }),
        ...(field.type === "RADIO_BUTTON" && { align: "HORIZONTAL" }),
      };
    case "USER_SELECT":
    case "ORGANIZATION_SELECT":
    case "GROUP_SELECT":
      return {
        required: field.required ?? false,
        defaultValue:
          field.defaultFunction === undefined
            ? []
            : [{ type: "FUNCTION", code: field.defaultFunction }],
      };
    case "NUMBER":
      return {
        required: field.required ?? false,
        defaultValue: field.defaultValue ?? "",
        minValue: asText(field.minValue),
        maxValue: asText(field.maxValue),
        digit: field.digit ?? false,
        ...unitProperties(field.unit),
      };
    case "CALC":
      return {
        expression: field.expression,
        format: field.format,
        ...unitProperties(field.unit),
      };
    case "SINGLE_LINE_TEXT":
      return textProperties(field);
    case "DATE":
    case "DATETIME":
      return {
        required: field.required ?? false,
        defaultNowValue: field.defaultNowValue ?? false,
      };
    case "MULTI_LINE_TEXT":
      return {
        required: field.required ?? false,
        defaultValue: field.defaultValue ?? "",
      };
    default:
      return { required: field.required ?? false };
  }
};

const unitProperties = (unit: string | undefined) =>
  unit === undefined ? {} : { unit, unitPosition: "AFTER" };

const textProperties = (
  field: Extract<Field, { type: "SINGLE_LINE_TEXT" }>,
) => {
  if ("expression" in field && field.expression !== undefined)
    return { expression: field.expression, hideExpression: true };
  if ("lookup" in field && field.lookup !== undefined) {
    const { app, key, copies, pickerFields, filterCond, sort } = field.lookup;
    return {
      required: field.required ?? false,
      lookup: {
        relatedApp: { app },
        relatedKeyField: key,
        fieldMappings: Object.entries(copies).map(([own, source]) => ({
          field: own,
          relatedField: source,
        })),
        lookupPickerFields: pickerFields,
        filterCond: filterCond ?? "",
        sort: sort ?? "",
      },
    };
  }
  return {
    required: field.required ?? false,
    unique: field.unique ?? false,
    defaultValue: field.defaultValue ?? "",
    maxLength: asText(field.maxLength),
  };
};

const withoutUndefined = (
  values: Record<string, unknown>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  );

/**
 * Declarations as the form API takes them. `relatedApp.app` still holds the key
 * of the app; the caller that knows the numbers puts them in.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/add-form-fields/
 */
export const toFieldProperties = (fields: Fields): FieldProperties =>
  Object.fromEntries(
    Object.entries(fields).map(([code, field]) => [
      code,
      {
        type: field.type,
        code,
        label: field.label,
        ...withoutUndefined(specificProperties(field)),
      },
    ]),
  );
