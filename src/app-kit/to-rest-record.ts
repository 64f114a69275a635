import type { AppModel } from "./app-model.ts";
import type { Field } from "./field.ts";
import { hasValue, isCalculated, isCopied } from "./field.ts";
import type { WritableRecordOf } from "./record-type.ts";

export type { WritableRecordOf };

type Cell = { value: unknown };

/** The `record` parameter of the record API. */
export type RestRecord = Record<string, Cell>;

type Row = { readonly id?: string | null } & Readonly<Record<string, unknown>>;

const toRestRow = (
  columns: Readonly<Record<string, Field>>,
  { id, ...values }: Row,
) => ({
  // A row without an id is a new one.
  ...(typeof id === "string" && { id }),
  value: toCells(columns, values),
});

const toRestValue = (field: Field, value: unknown): unknown => {
  if (field.type === "SUBTABLE")
    // The caller's type says that a table's value is a list of rows.
    return (value as readonly Row[]).map((row) => toRestRow(field.fields, row));
  // kintone clears a number with "", a date or a choice with null.
  if (field.type === "NUMBER") return value === null ? "" : String(value);
  if (Array.isArray(value))
    return value.map((item: { code?: string; fileKey?: string }) =>
      item.fileKey === undefined
        ? { code: item.code }
        : { fileKey: item.fileKey },
    );
  return value;
};

const isWritable = (field: Field): boolean =>
  hasValue(field) && !isCalculated(field) && !isCopied(field);

const toCells = (
  fields: Readonly<Record<string, Field>>,
  values: Readonly<Record<string, unknown>>,
): RestRecord =>
  Object.fromEntries(
    Object.entries(values).flatMap(([code, value]) => {
      const field = fields[code];
      return field !== undefined && isWritable(field) && value !== undefined
        ? [[code, { value: toRestValue(field, value) }]]
        : [];
    }),
  );

/**
 * Writes the fields that are given and no other. Calculated and copied fields
 * are left out, so that a parsed record can be changed and written back; a
 * table is replaced as a whole.
 */
export const toRestRecord = <A extends AppModel>(
  app: A,
  values: WritableRecordOf<A>,
): RestRecord => toCells(app.fields, values);
