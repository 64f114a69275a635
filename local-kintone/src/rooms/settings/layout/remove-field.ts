import type { Json, JsonObject } from "../../../model/model.ts";

const rowsOf = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value)
    ? value.filter(
        (it): it is JsonObject =>
          typeof it === "object" && it !== null && !Array.isArray(it),
      )
    : [];

const isDeletedField = (place: JsonObject, deleted: ReadonlySet<string>) =>
  typeof place.code === "string" && deleted.has(place.code);

const withoutDeleted = (
  row: JsonObject,
  deleted: ReadonlySet<string>,
): JsonObject[] => {
  // Fields of a deleted group stay on the form.
  if (row.type === "GROUP") {
    const layout = removeFromLayout(rowsOf(row.layout), deleted);
    return isDeletedField(row, deleted) ? layout : [{ ...row, layout }];
  }
  if (isDeletedField(row, deleted)) return [];
  const fields = rowsOf(row.fields).filter(
    (field) => !isDeletedField(field, deleted),
  );
  return fields.length > 0 ? [{ ...row, fields }] : [];
};

/** A layout without the places of deleted fields, and without rows left empty. */
export const removeFromLayout = (
  layout: readonly JsonObject[],
  deleted: ReadonlySet<string>,
): JsonObject[] => layout.flatMap((row) => withoutDeleted(row, deleted));
