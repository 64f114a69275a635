import { invalidInput } from "../../../ground/api-error.ts";
import type { Localised } from "../../../ground/api-error.ts";
import type { ApiContext } from "../../../model/endpoint.ts";
import { fieldCodeNotFound } from "../../../ground/errors.ts";
import { own } from "../../../ground/own.ts";
import { ourMessages } from "../../../ground/shape.ts";
import type { FieldProperty } from "../../../model/model.ts";
import { lookupOf, referenceTableOf } from "../../../model/form-fields.ts";
import type { Lookup, ReferenceTable } from "../../../model/form-fields.ts";
import { checkFilter, checkSort } from "../../rights/query-check.ts";
import { findRelatedApp, liveFields, relatedAppOf } from "./related-app.ts";
import type { LiveApp } from "./related-app.ts";

const SAME = [
  "SINGLE_LINE_TEXT",
  "MULTI_LINE_TEXT",
  "RICH_TEXT",
  "NUMBER",
  "RADIO_BUTTON",
  "CHECK_BOX",
  "DROP_DOWN",
  "MULTI_SELECT",
  "DATE",
  "TIME",
  "DATETIME",
  "LINK",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
];
/** Target type → further source types. The exact table of kintone is unverified. */
const ALSO: Record<string, readonly string[]> = {
  SINGLE_LINE_TEXT: [
    "NUMBER",
    "CALC",
    "RADIO_BUTTON",
    "DROP_DOWN",
    "LINK",
    "RECORD_NUMBER",
  ],
  MULTI_LINE_TEXT: ["SINGLE_LINE_TEXT"],
  NUMBER: ["CALC", "RECORD_NUMBER"],
  LINK: ["SINGLE_LINE_TEXT"],
  DATETIME: ["CREATED_TIME", "UPDATED_TIME"],
  USER_SELECT: ["CREATOR", "MODIFIER"],
};
const KEY_TYPES: Record<string, readonly string[]> = {
  SINGLE_LINE_TEXT: ["SINGLE_LINE_TEXT", "RECORD_NUMBER"],
  NUMBER: ["NUMBER", "CALC", "RECORD_NUMBER"],
  LINK: ["LINK"],
};

/** Types that no field of a form can be the same as, by the type of their values. */
const OF_SYSTEM: Record<string, readonly string[]> = {
  NUMBER: ["CALC"],
  DATETIME: ["CREATED_TIME", "UPDATED_TIME"],
  USER_SELECT: ["CREATOR", "MODIFIER"],
};

/**
 * Strictly read, the types of both sides are the same: a number into a text was refused
 * (SG §10), and the help names only kin of their own for radio buttons.
 */
const canCopy = (
  { site }: ApiContext,
  source: FieldProperty,
  target: FieldProperty,
) => {
  const same = SAME.includes(target.type) && source.type === target.type;
  if (same && source.protocol !== target.protocol) return false;
  const isStrict = site.options.readings["lookup-copy"] === "same-type";
  const others = isStrict ? OF_SYSTEM : ALSO;
  return same || (others[target.type]?.includes(source.type) ?? false);
};
/**
 * Own field → fields of the other app that related records are found by. Refusals of other
 * pairs are recorded (kintone-labs/kintone-java-sdk: AppTest.java); the pairs are unverified.
 */
const CONDITION_PAIRS: Record<string, readonly string[]> = {
  RECORD_NUMBER: ["SINGLE_LINE_TEXT", "NUMBER", "CALC"],
  SINGLE_LINE_TEXT: ["SINGLE_LINE_TEXT", "RECORD_NUMBER"],
  NUMBER: ["NUMBER", "CALC", "RECORD_NUMBER"],
  CALC: ["NUMBER", "CALC", "RECORD_NUMBER"],
  LINK: ["LINK"],
};

const canRelate = (mine: FieldProperty, other: FieldProperty): boolean =>
  (CONDITION_PAIRS[mine.type]?.includes(other.type) ?? false) &&
  mine.protocol === other.protocol;

const isComputed = (field: FieldProperty) =>
  typeof field.expression === "string" && field.expression !== "";

const incompatible: Localised = {
  ja: "フィールドの種類の組み合わせが正しくありません。",
  en: "The combination of field types is invalid.",
};
const noSystemId: Localised = {
  ja: "$idは指定できません。",
  en: "$id cannot be specified.",
};

const refuse = (path: string, text: Localised): never => {
  throw invalidInput({ [path]: { messages: [text] } });
};

const sourceField = (fields: Record<string, FieldProperty>, code: string) => {
  const field = own(fields, code);
  if (!field || field.type === "SUBTABLE" || field.type === "GROUP")
    throw fieldCodeNotFound(code);
  return field;
};

const recordNumberOf = (fields: Record<string, FieldProperty>): string =>
  Object.values(fields).find(({ type }) => type === "RECORD_NUMBER")?.code ??
  "";

/**
 * Refuses a condition or an order that does not fit the other app.
 *
 * @see https://github.com/kintone-labs/kintone-java-sdk/blob/master/src/test/java/com/cybozu/kintone/client/module/app/AppTest.java
 */
const checkStoredQuery = (
  context: ApiContext,
  related: LiveApp,
  { filterCond, sort }: { filterCond: string; sort: string },
  path: string,
) => {
  const { settings } = related.live;
  checkFilter(context, settings, filterCond);
  checkSort(context, settings, sort, `${path}.sort`);
};

/** Fields that some lookup on this level copies into, lookup by lookup. */
const copyTargets = (siblings: Record<string, FieldProperty>, except: string) =>
  Object.values(siblings)
    .filter((field) => field.code !== except)
    .flatMap((field) => lookupOf(field)?.fieldMappings ?? [])
    .map(({ field }) => field);

/**
 * Checks a lookup against its source app and its copy targets and gives the settings
 * as answers show them. That the key is unique is checked when the app is deployed.
 *
 * @see https://github.com/SonicGarden/kintone-emulator/blob/main/doc/kintone-behavior-notes.md (§10, April 2026)
 */
export const settleLookup = (
  context: ApiContext,
  field: FieldProperty,
  siblings: Record<string, FieldProperty>,
  path: string,
): FieldProperty => {
  const given = lookupOf(field);
  if (!given) return field;
  const at = `${path}.lookup`;
  const { app, code } = given.relatedApp;
  const related = findRelatedApp(context, { app: Number(app), code });
  const source = liveFields(related);
  if (given.relatedKeyField === "$id")
    refuse(`${at}.relatedKeyField`, noSystemId);
  const key = sourceField(source, given.relatedKeyField);
  if (!KEY_TYPES[field.type]?.includes(key.type))
    refuse(`${at}.relatedKeyField`, incompatible);
  const taken = copyTargets(siblings, field.code);
  given.fieldMappings.forEach((mapping, i) => {
    const place = `${at}.fieldMappings[${i}].field`;
    const target = own(siblings, mapping.field);
    if (!target) throw fieldCodeNotFound(mapping.field);
    if (taken.includes(mapping.field)) refuse(place, ourMessages.duplicate);
    taken.push(mapping.field);
    const copied = sourceField(source, mapping.relatedField);
    const isFree = !lookupOf(target) && !isComputed(target);
    if (!isFree || !canCopy(context, copied, target))
      refuse(place, incompatible);
  });
  for (const picked of given.lookupPickerFields) sourceField(source, picked);
  checkStoredQuery(context, related, given, at);
  // A real site fills an empty order in: cy-takeuchi/monosashi, form/definition.json.
  const sort = given.sort || `${recordNumberOf(source)} desc`;
  const lookup: Lookup = { ...given, relatedApp: relatedAppOf(related), sort };
  return { ...field, lookup };
};

/** The same for a related-records field. */
export const settleReferenceTable = (
  context: ApiContext,
  field: FieldProperty,
  siblings: Record<string, FieldProperty>,
  path: string,
): FieldProperty => {
  const given = referenceTableOf(field);
  if (!given) return field;
  const { app, code } = given.relatedApp;
  const related = findRelatedApp(context, { app: Number(app), code });
  const source = liveFields(related);
  const at = `${path}.referenceTable`;
  const mine = sourceField(siblings, given.condition.field);
  for (const named of [given.condition.relatedField, ...given.displayFields])
    if (!own(source, named)) throw fieldCodeNotFound(named);
  const theirs = sourceField(source, given.condition.relatedField);
  if (!canRelate(mine, theirs)) refuse(`${at}.condition`, incompatible);
  checkStoredQuery(context, related, given, at);
  const referenceTable: ReferenceTable = {
    ...given,
    relatedApp: relatedAppOf(related),
  };
  return { ...field, referenceTable };
};
