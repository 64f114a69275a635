import type { FieldProperty, JsonObject } from "../../../model/model.ts";
import { systemTypes } from "../record/kinds.ts";

export type LayoutField = {
  type: string;
  code?: string;
  label?: string;
  elementId?: string;
  size?: { width?: string; height?: string; innerHeight?: string };
};
export type LayoutRow =
  | { type: "ROW"; fields: LayoutField[] }
  | { type: "SUBTABLE"; code: string; fields: LayoutField[] }
  | { type: "GROUP"; code: string; layout: LayoutRow[] };

const codesOf = (rows: LayoutRow[]): string[] =>
  rows.flatMap((row) => {
    if (row.type === "SUBTABLE") return [row.code];
    if (row.type === "GROUP") return [row.code, ...codesOf(row.layout)];
    return row.fields.flatMap(({ code }) => (code === undefined ? [] : [code]));
  });

const toRow = (property: FieldProperty): LayoutRow => {
  const { type, code } = property;
  if (type === "GROUP") return { type, code, layout: [] };
  if (type !== "SUBTABLE") return { type: "ROW", fields: [{ type, code }] };
  const fields = Object.values(property.fields ?? {});
  return {
    type,
    code,
    fields: fields.map((it) => ({ type: it.type, code: it.code })),
  };
};

/** The rows of the form; fields that the layout forgot come at the end, as new fields do. */
export const layoutRows = (
  layout: JsonObject[],
  properties: Record<string, FieldProperty>,
): LayoutRow[] => {
  // The layout is what `form/layout.json` answers.
  const rows = layout as unknown as LayoutRow[];
  const placed = new Set(codesOf(rows));
  const unplaced = Object.values(properties).filter(
    ({ type, code }) => !placed.has(code) && !systemTypes.has(type),
  );
  return [...rows, ...unplaced.map(toRow)];
};
