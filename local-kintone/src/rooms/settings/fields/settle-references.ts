import type { ApiContext } from "../../../model/endpoint.ts";
import type { FieldProperty } from "../../../model/model.ts";
import { settleLookup, settleReferenceTable } from "./lookup-rules.ts";

const settle = (
  context: ApiContext,
  field: FieldProperty,
  siblings: Record<string, FieldProperty>,
  path: string,
): FieldProperty => {
  if (field.type === "REFERENCE_TABLE")
    return settleReferenceTable(context, field, siblings, path);
  return settleLookup(context, field, siblings, path);
};

const settleColumns = (
  context: ApiContext,
  table: FieldProperty,
  changed: FieldProperty,
): FieldProperty => {
  const columns = table.fields ?? {};
  const touched = new Set(Object.keys(changed.fields ?? {}));
  const fields = Object.fromEntries(
    Object.entries(columns).map(([code, column]) => [
      code,
      touched.has(code)
        ? settle(
            context,
            column,
            columns,
            `properties[${table.code}].fields[${code}]`,
          )
        : column,
    ]),
  );
  return { ...table, fields };
};

/**
 * Checks what the changed fields refer to (lookup sources, copy targets, related
 * apps) within the whole form, and gives the form back as answers show it.
 *
 * @param changed - the fields of `fields` that a request touches, by code
 */
export const settleReferences = (
  context: ApiContext,
  fields: Record<string, FieldProperty>,
  changed: Record<string, FieldProperty>,
): Record<string, FieldProperty> =>
  Object.fromEntries(
    Object.entries(fields).map(([code, field]) => {
      const touched = Object.hasOwn(changed, code) ? changed[code] : undefined;
      if (!touched) return [code, field];
      if (field.type === "SUBTABLE")
        return [code, settleColumns(context, field, touched)];
      return [code, settle(context, field, fields, `properties[${code}]`)];
    }),
  );
