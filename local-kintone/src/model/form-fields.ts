import type { FieldProperty } from "./model.ts";

/** A field with the table it is a column of, if any. */
export type PlacedField = { field: FieldProperty; table: FieldProperty | null };

/** All fields of a form, columns included. */
export const allFields = (
  fields: Record<string, FieldProperty>,
): PlacedField[] =>
  Object.values(fields).flatMap((field) => [
    { field, table: null },
    ...Object.values(field.fields ?? {}).map((column) => ({
      field: column,
      table: field,
    })),
  ]);

export const findField = (
  fields: Record<string, FieldProperty>,
  code: string,
): PlacedField | undefined =>
  allFields(fields).find(({ field }) => field.code === code);

export type Lookup = {
  relatedApp: { app: string; code: string };
  relatedKeyField: string;
  fieldMappings: Array<{ field: string; relatedField: string }>;
  lookupPickerFields: string[];
  filterCond: string;
  sort: string;
};
export type ReferenceTable = {
  relatedApp: { app: string; code: string };
  condition: { field: string; relatedField: string };
  filterCond: string;
  displayFields: string[];
  sort: string;
  size: string;
};

/** Lookup settings of a field; written by our own endpoints only, hence the cast. */
export const lookupOf = (field: FieldProperty): Lookup | null =>
  (field.lookup as Lookup | undefined) ?? null;

export const referenceTableOf = (field: FieldProperty): ReferenceTable | null =>
  (field.referenceTable as ReferenceTable | undefined) ?? null;
