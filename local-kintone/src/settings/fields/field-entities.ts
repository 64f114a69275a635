import type { FieldProperty } from "../../site/model.ts";
import type { Site } from "../../site/site.ts";
import { requireEntities } from "../entities.ts";
import { allFields } from "./form-fields.ts";

const PICKERS = new Set(["USER_SELECT", "ORGANIZATION_SELECT", "GROUP_SELECT"]);

/** Refuses choices and defaults of user, organisation and group fields that do not exist. */
export const requireFieldEntities = (
  site: Site,
  fields: Record<string, FieldProperty>,
): void => {
  for (const { field } of allFields(fields)) {
    if (!PICKERS.has(field.type)) continue;
    // Both have been read as lists of { type, code }.
    const entities = [field.entities, field.defaultValue].flat() as Array<{
      type: string;
      code: string;
    }>;
    requireEntities(site, entities);
  }
};
