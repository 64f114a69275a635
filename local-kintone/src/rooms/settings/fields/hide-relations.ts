import type { Caller } from "../../../model/endpoint.ts";
import type { FieldProperty } from "../../../model/model.ts";
import type { Site } from "../../../model/site.ts";
import { lookupOf, referenceTableOf } from "../../../model/form-fields.ts";
import { appRights } from "../../rights/app-rights.ts";

const isHidden = (site: Site, caller: Caller, field: FieldProperty) => {
  const target = lookupOf(field) ?? referenceTableOf(field);
  if (!target) return false;
  const app = site.store.apps.get(Number(target.relatedApp.app));
  return !app || !appRights(site, app, caller).recordViewable;
};

const hide = (
  site: Site,
  caller: Caller,
  field: FieldProperty,
): FieldProperty => {
  if (field.fields)
    return { ...field, fields: hideRelations(site, caller, field.fields) };
  if (!isHidden(site, caller, field)) return field;
  const member = lookupOf(field) ? "lookup" : "referenceTable";
  return { ...field, [member]: null };
};

/**
 * Fields as a caller sees them: a lookup or related records of an app whose records the
 * caller may not view have null for their settings.
 *
 * @see https://github.com/kintone/rest-api-spec (lookup and referenceTable of form fields)
 */
export const hideRelations = (
  site: Site,
  caller: Caller,
  fields: Record<string, FieldProperty>,
): Record<string, FieldProperty> =>
  site.options.readings["related-apps"] === "shown"
    ? fields
    : Object.fromEntries(
        Object.entries(fields).map(([code, field]) => [
          code,
          hide(site, caller, field),
        ]),
      );
