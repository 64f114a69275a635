import { calculate } from "../language/formula/calculate.ts";
import type { FieldProperty, FieldValue } from "../model/model.ts";
import { defaultSettings } from "../rooms/settings/default-settings.ts";

/**
 * Values of a record with its CALC and AUTO_CALC fields worked out, without a server.
 *
 * @param fields - `properties` as `form/fields.json` takes them
 * @param values - by field code; a table is a list of `{ id, value }`
 */
export const calculateRecord = (
  fields: Record<string, FieldProperty>,
  values: Record<string, FieldValue>,
): Record<string, FieldValue> => {
  const empty = defaultSettings("", "Asia/Tokyo");
  const now = new Date(0).toISOString();
  return calculate(
    { ...empty, fields: { ...empty.fields, ...fields } },
    {
      values,
      createdAt: now,
      updatedAt: now,
      creatorName: "",
      modifierName: "",
    },
  );
};
