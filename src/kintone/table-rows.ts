import type { PageField, PageRecord } from "./page-api.ts";

/** A row of a table as an event or the form has it. */
export type PageRow = { id?: string | null; value: PageRecord };

const isRow = (row: unknown): row is PageRow =>
  typeof row === "object" &&
  row !== null &&
  "value" in row &&
  typeof row.value === "object" &&
  row.value !== null;

/** The rows of a table field; none when the user may not see the field. */
export const readRows = (field: PageField | undefined): PageRow[] =>
  Array.isArray(field?.value) ? field.value.filter(isRow) : [];

/**
 * A row that was never saved. kintone wants the type of every inner field, also
 * of those that stay blank.
 *
 * @param types - type by field code, of all inner fields
 * @see https://cybozu.dev/ja/kintone/docs/js-api/events/event-object-actions/
 */
export const newRow = (
  types: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): PageRow => ({
  value: Object.fromEntries(
    Object.entries(types).map(([code, type]) => [
      code,
      { type, value: values[code] ?? "" },
    ]),
  ),
});
