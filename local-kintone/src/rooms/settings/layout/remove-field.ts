import type { Json, JsonObject } from "../../../model/model.ts";

const rowsOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value)
    ? value.filter(
        (it): it is JsonObject =>
          typeof it === "object" && it !== null && !Array.isArray(it),
      )
    : [];

const isGone = (place: JsonObject, deleted: ReadonlySet<string>) =>
  typeof place.code === "string" && deleted.has(place.code);

const shrink = (
  row: JsonObject,
  deleted: ReadonlySet<string>,
): JsonObject[] => {
  // Fields of a deleted group stay on the form.
  if (row.type === "GROUP") {
    const layout = removeFromLayout(rowsOf(row.layout), deleted);
    return isGone(row, deleted) ? layout : [{ ...row, layout }];
  }
  if (isGone(row, deleted)) return [];
  const fields = rowsOf(row.fields).filter((field) => !isGone(field, deleted));
  return fields.length > 0 ? [{ ...row, fields }] : [];
};

/** A layout without the places of deleted fields, and without rows left empty. */
export const removeFromLayout = (
  layout: readonly JsonObject[],
  deleted: ReadonlySet<string>,
): JsonObject[] => layout.flatMap((row) => shrink(row, deleted));
