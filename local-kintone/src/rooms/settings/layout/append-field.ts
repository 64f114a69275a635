import type { FieldProperty, JsonObject } from "../../../model/model.ts";
import { TYPES_WITHOUT_PLACE } from "../../../model/field-types.ts";
import { defaultSize } from "./field-size.ts";

/** A field as a layout shows it. */
const toLayoutField = (field: FieldProperty): JsonObject => {
  const size = defaultSize(field.type);
  return { type: field.type, code: field.code, ...(size && { size }) };
};

const toRow = (field: FieldProperty): JsonObject => {
  if (field.type === "GROUP")
    return { type: "GROUP", code: field.code, layout: [] };
  if (field.type === "SUBTABLE") {
    const columns = Object.values(field.fields ?? {});
    return {
      type: "SUBTABLE",
      code: field.code,
      fields: columns.map(toLayoutField),
    };
  }
  return { type: "ROW", fields: [toLayoutField(field)] };
};

/** New fields stand at the end of the form, one below the other. */
export const appendToLayout = (
  layout: readonly JsonObject[],
  fields: readonly FieldProperty[],
): JsonObject[] => [
  ...layout,
  ...fields.filter(({ type }) => !TYPES_WITHOUT_PLACE.has(type)).map(toRow),
];

/** New columns stand at the right of their table. */
export const appendColumns = (
  layout: readonly JsonObject[],
  added: ReadonlyMap<string, readonly FieldProperty[]>,
): JsonObject[] =>
  layout.map((row) => {
    const columns =
      row.type === "SUBTABLE" ? added.get(String(row.code)) : undefined;
    if (!columns || !Array.isArray(row.fields)) return row;
    return { ...row, fields: [...row.fields, ...columns.map(toLayoutField)] };
  });
