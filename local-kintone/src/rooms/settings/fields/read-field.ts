import type { Localised } from "../../../ground/api-error.ts";
import {
  isObject,
  messages,
  ourMessages,
  text,
} from "../../../ground/shape.ts";
import type { Notes } from "../../../ground/shape.ts";
import type { FieldProperty } from "../../../model/model.ts";
import {
  CHOICE_TYPES,
  isAddable,
  LOOKUP_TYPES,
  SYSTEM_TYPES,
} from "../../../model/field-types.ts";
import { LINK_FORMS } from "../../../model/link-forms.ts";
import type { AddableType } from "../../../model/field-types.ts";
import { fieldRules, lookupRule, REQUIRED_MEMBERS } from "./field-rules.ts";
import type { FieldRule } from "./field-rules.ts";
import { plainText } from "../../../ground/plain.ts";

/** Seen in Japanese: cy-takeuchi/monosashi, tools/fixture-app/fields.ts. */
const builtInField: Localised = {
  ja: "組み込みのフィールドは指定できません。",
  en: "Built-in fields cannot be specified.",
};

export const ruleOf = (type: AddableType, isLookup: boolean): FieldRule =>
  isLookup && LOOKUP_TYPES.has(type) ? lookupRule : fieldRules[type];

/** The members of a property that were given, each read by its shape. */
export const readMembers = (
  given: Record<string, unknown>,
  rule: FieldRule,
  path: string,
  notes: Notes,
): Record<string, unknown> => {
  const present = Object.entries(rule.members).filter(
    ([name]) => given[name] !== undefined && given[name] !== null,
  );
  return Object.fromEntries(
    present.map(([name, shape]) => [
      name,
      shape.read(given[name], `${path}.${name}`, notes),
    ]),
  );
};

export const readLabel = (
  given: Record<string, unknown>,
  path: string,
  notes: Notes,
): string =>
  text({ min: 1, max: 128 }).read(given.label, `${path}.label`, notes);

const typeProblem = (type: unknown): Localised => {
  if (type === undefined || type === null) return messages.required;
  const isBuiltIn = typeof type === "string" && SYSTEM_TYPES.has(type);
  return isBuiltIn ? builtInField : messages.enumValue;
};

/** A property of a new field, without table columns. */
export const readNewProperty = (
  given: Record<string, unknown>,
  code: string,
  path: string,
  notes: Notes,
): FieldProperty | null => {
  const { type } = given;
  if (!isAddable(type)) {
    notes.add(`${path}.type`, typeProblem(type));
    return null;
  }
  const isLookup = isObject(given.lookup);
  if (isLookup && !LOOKUP_TYPES.has(type))
    notes.add(`${path}.lookup`, ourMessages.wrongType);
  const rule = ruleOf(type, isLookup);
  // A radio button always has a choice; the first is its default only when none is named.
  if (type === "RADIO_BUTTON" && given.defaultValue === "")
    notes.add(`${path}.defaultValue`, notInOptions(""));
  for (const member of REQUIRED_MEMBERS[type] ?? [])
    if (given[member] === undefined || given[member] === null)
      notes.add(`${path}.${member}`, messages.required);
  return {
    type,
    code,
    label: readLabel(given, path, notes),
    ...rule.defaults,
    ...readMembers(given, rule, path, notes),
  };
};

const localised = (ja: string, en: string): Localised => ({ ja, en });
const notInOptions = (value: string) =>
  localised(
    `"${value}"は選択肢にありません。`,
    `The value, "${value}", is not in options.`,
  );
const noOptions = localised(
  "選択肢を1つ以上指定してください。",
  "At least one option is required.",
);
const wrongRange = localised(
  "最小値は最大値以下でなければなりません。",
  "The minimum must not be greater than the maximum.",
);
const wrongDefault = localised(
  "初期値が正しくありません。",
  "The default value is invalid.",
);
const wrongFunction = localised(
  "使用できない関数です。",
  "The function cannot be used.",
);

const isDate = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && isMoment(`${value}T00:00:00Z`);
const isMoment = (value: string) => {
  const time = Date.parse(value);
  if (Number.isNaN(time)) return false;
  // Date.parse rolls 31 February over; the day of month gives that away.
  const day = Number(value.slice(8, 10));
  return new Date(`${value.slice(0, 10)}T00:00:00Z`).getUTCDate() === day;
};
const formats: Record<string, (value: string) => boolean> = {
  DATE: isDate,
  TIME: (value) => /^([01]?\d|2[0-3]):[0-5]\d$/.test(value),
  DATETIME: (value) =>
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(
      value,
    ) && isMoment(value),
};

const formatOf = (
  field: FieldProperty,
): ((value: string) => boolean) | undefined => {
  if (field.type !== "LINK") return formats[field.type];
  const form = LINK_FORMS[plainText(field.protocol)];
  return form && ((value) => form.test(value));
};

type Range = { min: string; max: string };
const rangesOf = (field: FieldProperty): Range[] =>
  [
    { min: field.minLength, max: field.maxLength },
    { min: field.minValue, max: field.maxValue },
  ].filter(
    (range): range is Range =>
      typeof range.min === "string" && typeof range.max === "string",
  );

const functionsOf: Record<string, string> = {
  USER_SELECT: "LOGINUSER()",
  ORGANIZATION_SELECT: "PRIMARY_ORGANIZATION()",
};

const checkChoices = (field: FieldProperty, path: string, notes: Notes) => {
  // The options shape has been read: label and index are there.
  const options = (field.options ?? {}) as Record<
    string,
    { label: string; index: number | string }
  >;
  const labels = Object.values(options).map(({ label }) => label);
  if (labels.length === 0) notes.add(`${path}.options`, noOptions);
  const indexes = Object.values(options).map(({ index }) => Number(index));
  for (const values of [labels, indexes])
    if (new Set<unknown>(values).size !== values.length)
      notes.add(`${path}.options`, ourMessages.duplicate);
  const chosen = [field.defaultValue].flat().filter((it) => it !== "");
  for (const value of chosen)
    if (!labels.includes(plainText(value)))
      notes.add(`${path}.defaultValue`, notInOptions(plainText(value)));
};

const checkFunctions = (field: FieldProperty, path: string, notes: Notes) => {
  const chosen = field.defaultValue as Array<{ type: string; code: string }>;
  for (const { type, code } of chosen)
    if (type === "FUNCTION" && code !== functionsOf[field.type])
      notes.add(`${path}.defaultValue`, wrongFunction);
};

/** Checks that need several members: options, ranges, formats of defaults. */
export const checkProperty = (
  field: FieldProperty,
  path: string,
  notes: Notes,
): void => {
  if (CHOICE_TYPES.has(field.type)) checkChoices(field, path, notes);
  if (field.type in functionsOf) checkFunctions(field, path, notes);
  for (const { min, max } of rangesOf(field))
    if (min !== "" && max !== "" && Number(min) > Number(max))
      notes.add(path, wrongRange);
  const isFormat = formatOf(field);
  const { defaultValue } = field;
  if (isFormat && typeof defaultValue === "string" && defaultValue !== "")
    if (!isFormat(defaultValue))
      notes.add(`${path}.defaultValue`, wrongDefault);
};

/** Indexes as answers carry them: text, counted up from 0 in the wanted order. */
const settleOptions = (field: FieldProperty): FieldProperty => {
  const given = (field.options ?? {}) as Record<
    string,
    { label: string; index: number | string }
  >;
  const sorted = Object.values(given).sort(
    (a, b) => Number(a.index) - Number(b.index),
  );
  const options = Object.fromEntries(
    sorted.map(({ label }, i) => [label, { label, index: String(i) }]),
  );
  if (field.type !== "RADIO_BUTTON") return { ...field, options };
  const first = sorted[0]?.label ?? "";
  const defaultValue = field.defaultValue === "" ? first : field.defaultValue;
  return { ...field, options, defaultValue, required: true };
};

/** Longest value of a text that prohibits duplicates. */
const UNIQUE_TEXT_LENGTH = "64";

/**
 * Adjusts settings as a site does by itself: radio buttons are always required,
 * a text without duplicates gets a maximum length.
 *
 * @see https://github.com/cy-takeuchi/monosashi/blob/main/packages/kisekae/fixtures/form/definition.json (September 2026)
 */
export const settleProperty = (field: FieldProperty): FieldProperty => {
  if (CHOICE_TYPES.has(field.type)) return settleOptions(field);
  const isUniqueText =
    field.type === "SINGLE_LINE_TEXT" && field.unique === true;
  if (!isUniqueText || field.maxLength !== "") return field;
  return { ...field, maxLength: UNIQUE_TEXT_LENGTH };
};
