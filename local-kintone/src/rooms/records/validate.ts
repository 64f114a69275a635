import { LINK_FORMS } from "../../model/link-forms.ts";
import { compare, parseDecimal } from "../../ground/decimal.ts";
import { isCalculated } from "../../language/formula/formulas.ts";
import { rowsOf, textOf, textsOf } from "../../language/query/values.ts";
import type { Localised } from "../../ground/api-error.ts";
import { own } from "../../ground/own.ts";
import type {
  App,
  AppSettings,
  FieldValue,
  FieldProperty,
} from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { formOf, optionLabels } from "../../model/form.ts";
import type { FormField } from "../../model/form.ts";
import { valueMessages } from "./messages.ts";
import type { Notes } from "./messages.ts";
import { findByValue } from "./value-index.ts";
import { isEmpty } from "./values.ts";

/** Paths end differently for lists of texts and lists of people (SG:doc/kintone-behavior-notes.md §1). */
const requiredSuffix: Record<string, string> = {
  CHECK_BOX: ".values",
  MULTI_SELECT: ".values",
  FILE: ".values",
  USER_SELECT: ".values.value",
  ORGANIZATION_SELECT: ".values.value",
  GROUP_SELECT: ".values.value",
};

/** Accepted in a form's settings and never checked (ibid. §2). */
const NEVER_REQUIRED = new Set(["RADIO_BUTTON", "CATEGORY", "SUBTABLE"]);
const CHOICES = new Set([
  "RADIO_BUTTON",
  "DROP_DOWN",
  "CHECK_BOX",
  "MULTI_SELECT",
]);
const LENGTHS = new Set(["SINGLE_LINE_TEXT", "LINK"]);
/** @see https://jp.cybozu.help/k/ja/user/app_settings/form/form_parts/field_text.html */
const UNIQUE_MAX_LENGTH = 64;

const limitOf = (property: FieldProperty, name: string): string => {
  const value = property[name];
  return typeof value === "string" || typeof value === "number"
    ? String(value)
    : "";
};

type Check = (
  field: FormField,
  value: FieldValue | undefined,
  add: (suffix: string, message: Localised) => void,
) => void;

const checkRequired: Check = (field, value, add) => {
  const isRequired =
    field.property.required === true && !NEVER_REQUIRED.has(field.type);
  if (isRequired && isEmpty(value))
    add(requiredSuffix[field.type] ?? ".value", valueMessages.required);
};

const optionsCache = new WeakMap<FieldProperty, ReadonlySet<string>>();

const optionSet = (property: FieldProperty): ReadonlySet<string> => {
  const known = optionsCache.get(property);
  if (known) return known;
  const labels = new Set(optionLabels(property));
  optionsCache.set(property, labels);
  return labels;
};

const checkOptions: Check = (field, value, add) => {
  if (!CHOICES.has(field.type)) return;
  const known = optionSet(field.property);
  const isList = Array.isArray(value);
  textsOf(value).forEach((choice, i) => {
    if (known.has(choice)) return;
    const suffix = isList ? `.values[${i}].value` : ".value";
    add(suffix, valueMessages.notInOptions(choice));
  });
};

/** An empty text has the length 0, which `minLength` refuses (SG:doc/real-kintone-dual-mode-followup.md). */
const checkLength: Check = (field, value, add) => {
  if (!LENGTHS.has(field.type)) return;
  const { length } = textOf(value);
  const max = limitOf(field.property, "maxLength");
  const min = limitOf(field.property, "minLength");
  if (max !== "" && length > Number(max))
    add(".value", valueMessages.shorterThan(Number(max) + 1));
  if (min !== "" && length < Number(min))
    add(".value", valueMessages.longerThan(Number(min) - 1));
  const isTooLong =
    field.property.unique === true && length > UNIQUE_MAX_LENGTH;
  if (isTooLong && max === "")
    add(".value", valueMessages.shorterThan(UNIQUE_MAX_LENGTH + 1));
};

const checkRange: Check = (field, value, add) => {
  if (field.type !== "NUMBER" || isEmpty(value)) return;
  const number = parseDecimal(textOf(value));
  if (!number) return;
  const max = limitOf(field.property, "maxValue");
  const min = limitOf(field.property, "minValue");
  const [most, least] = [parseDecimal(max), parseDecimal(min)];
  if (most && compare(number, most) > 0)
    add(".value", valueMessages.atMost(max));
  if (least && compare(number, least) < 0)
    add(".value", valueMessages.atLeast(min));
};

const linkMessages: Record<string, Localised> = {
  WEB: valueMessages.notUrl,
  CALL: valueMessages.notPhone,
  MAIL: valueMessages.notMail,
};

const checkLink: Check = (field, value, add) => {
  if (field.type !== "LINK" || isEmpty(value)) return;
  const protocol = limitOf(field.property, "protocol");
  const [form, message] = [LINK_FORMS[protocol], linkMessages[protocol]];
  if (form && message && !form.test(textOf(value))) add(".value", message);
};

const checks: Check[] = [
  checkRequired,
  checkOptions,
  checkLength,
  checkRange,
  checkLink,
];

const checkField = (
  field: FormField,
  value: FieldValue | undefined,
  path: string,
  notes: Notes,
): void => {
  if (isCalculated(field)) return;
  for (const check of checks)
    check(field, value, (suffix, message) =>
      notes.add(`${path}${suffix}`, message),
    );
};

const UNIQUE_TYPES = new Set([
  "SINGLE_LINE_TEXT",
  "NUMBER",
  "LINK",
  "DATE",
  "DATETIME",
]);

export const isUnique = (field: FormField): boolean =>
  field.property.unique === true &&
  UNIQUE_TYPES.has(field.type) &&
  field.table === null;

export type ValidatedRecord = {
  id: number;
  values: Record<string, FieldValue>;
};

/** The whole record as it would be saved, old values included (KS:evidence/b43). */
export const validateRecord = (
  site: Site,
  app: App,
  settings: AppSettings,
  record: ValidatedRecord,
  path: string,
  notes: Notes,
): void => {
  const { stored, columns } = formOf(settings);
  for (const field of stored) {
    const value = own(record.values, field.code);
    const fieldPath = `${path}.${field.code}`;
    if (field.type !== "SUBTABLE") {
      checkField(field, value, fieldPath, notes);
      checkUnique(site, app, field, record, fieldPath, notes);
      continue;
    }
    rowsOf(value).forEach((row, i) => {
      for (const column of columns.get(field.code) ?? [])
        checkField(
          column,
          own(row.value, column.code),
          `${fieldPath}.value[${i}].value.${column.code}`,
          notes,
        );
    });
  }
};

function checkUnique(
  site: Site,
  app: App,
  field: FormField,
  record: ValidatedRecord,
  path: string,
  notes: Notes,
): void {
  if (!isUnique(field)) return;
  const value = textOf(own(record.values, field.code));
  const others = findByValue(site, app, field.code, value);
  if (others.some(({ id }) => id !== record.id))
    notes.add(`${path}.value`, valueMessages.duplicate);
}
