import {
  boolean,
  dictionary,
  integer,
  integerText,
  list,
  numericText,
  object,
  oneOf,
  optional,
  text,
  withDefault,
} from "../../../ground/shape.ts";
import type { Shape } from "../../../ground/shape.ts";
import type { AddableType } from "../../../model/field-types.ts";
import { plainText } from "../../../ground/plain.ts";

/**
 * Members of a field type besides type, code and label, with their defaults.
 */
export type FieldRule = {
  members: Record<string, Shape<unknown>>;
  defaults: Record<string, unknown>;
};

const rule = (
  members: Record<string, Shape<unknown>>,
  defaults: Record<string, unknown>,
): FieldRule => ({
  members: { noLabel: boolean(), ...members },
  defaults: { noLabel: false, ...defaults },
});

const required = { required: boolean() };
const size = {
  minLength: integerText({ min: 0 }),
  maxLength: integerText({ min: 0 }),
};
const unit = {
  unit: text({ max: 128 }),
  unitPosition: oneOf(["BEFORE", "AFTER"]),
  displayScale: integerText({ min: 0, max: 10 }),
};
const unitDefaults = { unit: "", unitPosition: "BEFORE", displayScale: "" };
const now = { defaultValue: text(), defaultNowValue: boolean() };
const nowDefaults = {
  required: false,
  defaultValue: "",
  defaultNowValue: false,
};

const options = dictionary(
  object({ label: text({ min: 1, max: 128 }), index: integer({ min: 0 }) }),
);
const align = oneOf(["HORIZONTAL", "VERTICAL"]);

const entities = (types: readonly string[]) =>
  list(object({ type: oneOf(types), code: text({ min: 1 }) }));
const picker = (entity: readonly string[], defaults: readonly string[]) =>
  rule(
    {
      ...required,
      entities: entities(entity),
      defaultValue: entities(defaults),
    },
    { required: false, entities: [], defaultValue: [] },
  );

const relatedApp = object({
  app: optional(integer({ min: 1 })),
  code: optional(text()),
});

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/add-form-fields/ */
const lookupShape = object({
  relatedApp,
  relatedKeyField: text({ min: 1 }),
  fieldMappings: withDefault(
    list(object({ field: text({ min: 1 }), relatedField: text({ min: 1 }) })),
    [],
  ),
  lookupPickerFields: withDefault(list(text({ min: 1 })), []),
  filterCond: withDefault(text(), ""),
  sort: withDefault(text(), ""),
});

const RELATED_SIZES = ["1", "3", "5", "10", "20", "30", "40", "50"] as const;
const relatedSize: Shape<string> = {
  read: (value, path, notes) =>
    oneOf(RELATED_SIZES).read(plainText(value), path, notes),
};
const referenceTableShape = object({
  relatedApp,
  condition: object({
    field: text({ min: 1 }),
    relatedField: text({ min: 1 }),
  }),
  filterCond: withDefault(text(), ""),
  displayFields: list(text({ min: 1 }), { min: 1 }),
  sort: withDefault(text(), ""),
  size: withDefault(relatedSize, "5"),
});

const thumbnailSize: Shape<string> = {
  read: (value, path, notes) =>
    oneOf(["50", "150", "250", "500"]).read(plainText(value), path, notes),
};

/** A lookup field: its type is that of its source, its settings are these alone. */
export const lookupRule: FieldRule = rule(
  { ...required, lookup: lookupShape },
  { required: false },
);

/**
 * Shapes as `@kintone/rest-api-client` types them (KintoneFields/types/property.ts),
 * defaults as a real site filled them in.
 *
 * @see https://github.com/cy-takeuchi/monosashi/blob/main/packages/kisekae/fixtures/form/definition.json (September 2026)
 */
export const fieldRules: Record<AddableType, FieldRule> = {
  SINGLE_LINE_TEXT: rule(
    {
      ...required,
      ...size,
      unique: boolean(),
      defaultValue: text(),
      expression: text(),
      hideExpression: boolean(),
    },
    {
      required: false,
      unique: false,
      defaultValue: "",
      minLength: "",
      maxLength: "",
      expression: "",
      hideExpression: false,
    },
  ),
  MULTI_LINE_TEXT: rule(
    { ...required, defaultValue: text() },
    { required: false, defaultValue: "" },
  ),
  RICH_TEXT: rule(
    { ...required, defaultValue: text() },
    { required: false, defaultValue: "" },
  ),
  NUMBER: rule(
    {
      ...required,
      ...unit,
      unique: boolean(),
      defaultValue: numericText(),
      minValue: numericText(),
      maxValue: numericText(),
      digit: boolean(),
    },
    {
      required: false,
      unique: false,
      defaultValue: "",
      minValue: "",
      maxValue: "",
      digit: false,
      ...unitDefaults,
    },
  ),
  CALC: rule(
    {
      ...required,
      ...unit,
      expression: text({ min: 1 }),
      format: oneOf([
        "NUMBER",
        "NUMBER_DIGIT",
        "DATETIME",
        "DATE",
        "TIME",
        "HOUR_MINUTE",
        "DAY_HOUR_MINUTE",
      ]),
      hideExpression: boolean(),
    },
    {
      required: false,
      format: "NUMBER",
      hideExpression: false,
      ...unitDefaults,
    },
  ),
  RADIO_BUTTON: rule(
    { ...required, options, defaultValue: text(), align },
    { required: false, defaultValue: "", align: "HORIZONTAL" },
  ),
  CHECK_BOX: rule(
    { ...required, options, defaultValue: list(text()), align },
    { required: false, defaultValue: [], align: "HORIZONTAL" },
  ),
  DROP_DOWN: rule(
    { ...required, options, defaultValue: text() },
    { required: false, defaultValue: "" },
  ),
  MULTI_SELECT: rule(
    { ...required, options, defaultValue: list(text()) },
    { required: false, defaultValue: [] },
  ),
  DATE: rule(
    { ...required, ...now, unique: boolean() },
    { ...nowDefaults, unique: false },
  ),
  TIME: rule({ ...required, ...now }, nowDefaults),
  DATETIME: rule(
    { ...required, ...now, unique: boolean() },
    { ...nowDefaults, unique: false },
  ),
  LINK: rule(
    {
      ...required,
      ...size,
      unique: boolean(),
      defaultValue: text(),
      protocol: oneOf(["WEB", "CALL", "MAIL"]),
    },
    {
      required: false,
      unique: false,
      defaultValue: "",
      minLength: "",
      maxLength: "",
      protocol: "WEB",
    },
  ),
  FILE: rule(
    { ...required, thumbnailSize },
    { required: false, thumbnailSize: "50" },
  ),
  USER_SELECT: picker(
    ["USER", "GROUP", "ORGANIZATION"],
    ["USER", "GROUP", "ORGANIZATION", "FUNCTION"],
  ),
  ORGANIZATION_SELECT: picker(["ORGANIZATION"], ["ORGANIZATION", "FUNCTION"]),
  GROUP_SELECT: picker(["GROUP"], ["GROUP"]),
  // Columns are read one by one (add-fields.ts, update-fields.ts).
  SUBTABLE: rule({}, {}),
  GROUP: rule({ openGroup: boolean() }, { openGroup: false }),
  REFERENCE_TABLE: rule({ referenceTable: referenceTableShape }, {}),
};

/** Members that a new field must have, because they have no default. */
export const REQUIRED_MEMBERS: Partial<Record<AddableType, readonly string[]>> =
  {
    CALC: ["expression"],
    RADIO_BUTTON: ["options"],
    CHECK_BOX: ["options"],
    DROP_DOWN: ["options"],
    MULTI_SELECT: ["options"],
    LINK: ["protocol"],
    REFERENCE_TABLE: ["referenceTable"],
  };
