import type { FieldProperty } from "../../../model/model.ts";
import type { Site } from "../../../model/site.ts";
import { requireEntities } from "../../rights/require-entities.ts";
import { allFields } from "../../../model/form-fields.ts";

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
