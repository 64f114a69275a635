import type { FieldProperty } from "../../../model/model.ts";
import type { LookupSetting } from "./types.ts";

/** Keyed by name in records and never part of a write. */
export const systemTypes: ReadonlySet<string> = new Set([
  "RECORD_NUMBER",
  "CREATOR",
  "CREATED_TIME",
  "MODIFIER",
  "UPDATED_TIME",
  "STATUS",
  "STATUS_ASSIGNEE",
  "CATEGORY",
  "__ID__",
  "__REVISION__",
]);

/** In the form, never in a record. */
export const shapeTypes: ReadonlySet<string> = new Set([
  "GROUP",
  "REFERENCE_TABLE",
  "LABEL",
  "SPACER",
  "HR",
]);

const listTypes: ReadonlySet<string> = new Set([
  "CHECK_BOX",
  "MULTI_SELECT",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
  "FILE",
]);
export const isListType = (type: string): boolean => listTypes.has(type);

const entityTypes: ReadonlySet<string> = new Set([
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
]);
export const isEntityType = (type: string): boolean => entityTypes.has(type);

/** @see https://cybozu.dev/ja/kintone/docs/js-api/events/create/create-change-event/ */
const changeTypes: ReadonlySet<string> = new Set([
  "RADIO_BUTTON",
  "DROP_DOWN",
  "CHECK_BOX",
  "MULTI_SELECT",
  "USER_SELECT",
  "ORGANIZATION_SELECT",
  "GROUP_SELECT",
  "DATE",
  "TIME",
  "DATETIME",
  "SINGLE_LINE_TEXT",
  "NUMBER",
]);

export const lookupOf = (property: FieldProperty): LookupSetting | null =>
  // `lookup` of a form property has this one shape (rest-api: form/fields).
  (property.lookup as LookupSetting | undefined) ?? null;

/** Text whose value a formula decides. */
export const isAutoText = (property: FieldProperty): boolean =>
  property.type === "SINGLE_LINE_TEXT" &&
  typeof property.expression === "string" &&
  property.expression !== "";

export const isCalculated = (property: FieldProperty): boolean =>
  property.type === "CALC" || isAutoText(property);

export const firesChange = (property: FieldProperty): boolean =>
  changeTypes.has(property.type) && lookupOf(property) === null;

/** Fields whose value nobody can write from a customisation. */
export const refusesValue = (property: FieldProperty): boolean =>
  systemTypes.has(property.type) ||
  isCalculated(property) ||
  property.type === "FILE";

export const refusesDisabled = (property: FieldProperty): boolean =>
  systemTypes.has(property.type) || isCalculated(property);

/** The table of the documentation lets auto-calculated text show errors. */
export const refusesError = (property: FieldProperty): boolean =>
  systemTypes.has(property.type) || property.type === "CALC";

type Option = { label: string; index: string };
/** Labels in the order of the form. */
export const optionsOf = (property: FieldProperty): string[] => {
  const options = Object.values(
    (property.options ?? {}) as Record<string, Option>,
  );
  return options
    .sort((a, b) => Number(a.index) - Number(b.index))
    .map(({ label }) => label);
};

/** An empty rich text as the editor of a real site leaves it. */
export const EMPTY_RICH_TEXT = "<div><br /></div>";
