import type {
  FieldProperties,
  FieldProperty,
} from "../../app-kit/field-properties.ts";
import type { AppSettings } from "../../app-kit/app-settings.ts";
import type { Programme } from "../../programmes/index.ts";
import { planFields, type FieldChanges } from "./plan-fields.ts";

const isRelated = ({ type }: FieldProperty): boolean =>
  type === "REFERENCE_TABLE";

/** `staff-award` → `StaffAward`. */
const toSuffix = (programmeId: string): string =>
  programmeId
    .split("-")
    .map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`)
    .join("");

/** Related records of another set beside those of the set that made the app. */
const toGuestField = (
  property: FieldProperty,
  { id, name }: Pick<Programme, "id" | "name">,
): FieldProperty => ({
  ...property,
  code: `${property.code}${toSuffix(id)}`,
  label: `${String(property.label)}（${name}）`,
});

const pick = (
  properties: FieldProperties,
  isWanted: (property: FieldProperty) => boolean,
): FieldProperties =>
  Object.fromEntries(
    Object.entries(properties).filter(([, property]) => isWanted(property)),
  );

/** The related records of a set in the 商工会 app of another. */
const guestFieldsOf = (
  desired: AppSettings,
  programme: Pick<Programme, "id" | "name">,
): FieldProperties =>
  Object.fromEntries(
    Object.values(pick(desired.fields, isRelated))
      .map((property) => toGuestField(property, programme))
      .map((property) => [property.code, property]),
  );

/**
 * Changes to the 商工会 app of another set: fields that it lacks and the related
 * records of this set. The rest is for the set that made it.
 */
export const planSharedFields = (
  desired: AppSettings,
  actual: AppSettings,
  programme: Pick<Programme, "id" | "name">,
): FieldChanges => {
  const guests = guestFieldsOf(desired, programme);
  const own = pick(desired.fields, (property) => !isRelated(property));
  const { update, ...changes } = planFields(
    { ...own, ...guests },
    actual.fields,
  );
  return {
    ...changes,
    update: pick(update, ({ code }) => guests[code] !== undefined),
    undeclared: [],
  };
};

/** Finds the related records that further sets have put into an app of ours. */
export const isGuestField = (
  property: FieldProperty | undefined,
  desired: AppSettings,
): boolean =>
  property !== undefined &&
  isRelated(property) &&
  Object.values(pick(desired.fields, isRelated)).some(
    ({ code }) =>
      property.code.startsWith(code) &&
      /^[A-Z]/u.test(property.code.slice(code.length)),
  );
