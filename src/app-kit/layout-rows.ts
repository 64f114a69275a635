import type { LayoutCell, LayoutItem } from "./app-declaration.ts";
import type { Columns, Field, Fields } from "./field.ts";

type Size = Readonly<Record<string, string>>;
export type LayoutPart = {
  readonly type: string;
  readonly code?: string;
  readonly elementId?: string;
  readonly size?: Size;
};
export type LayoutRow = {
  readonly type: "ROW" | "SUBTABLE" | "GROUP";
  readonly code?: string;
  readonly fields?: readonly LayoutPart[];
  readonly layout?: readonly LayoutRow[];
};

const DEFAULT_WIDTHS: Readonly<Record<string, number>> = {
  SINGLE_LINE_TEXT: 240,
  NUMBER: 120,
  CALC: 120,
  DATE: 140,
  DATETIME: 220,
  DROP_DOWN: 200,
  USER_SELECT: 240,
  ORGANIZATION_SELECT: 240,
  GROUP_SELECT: 240,
  FILE: 300,
  MULTI_LINE_TEXT: 480,
};

/** Choices and related records have no width of their own. */
const sizeOf = (field: Field, width?: number): Size | undefined => {
  const chosen = width ?? DEFAULT_WIDTHS[field.type];
  if (chosen === undefined) return undefined;
  return {
    width: String(chosen),
    ...(field.type === "MULTI_LINE_TEXT" && { innerHeight: "120" }),
  };
};

const toFieldPart = (
  fields: Fields,
  code: string,
  width?: number,
): LayoutPart => {
  const field = fields[code];
  if (field === undefined) throw new Error(`No field ${code} to lay out`);
  const size = sizeOf(field, width);
  return { type: field.type, code, ...(size && { size }) };
};

const toPart = (fields: Fields, cell: LayoutCell): LayoutPart => {
  if (typeof cell === "string") return toFieldPart(fields, cell);
  if ("code" in cell) return toFieldPart(fields, cell.code, cell.width);
  return {
    type: "SPACER",
    elementId: cell.space,
    size: { width: String(cell.width), height: String(cell.height) },
  };
};

const toRow = (fields: Fields, cells: readonly LayoutCell[]): LayoutRow => ({
  type: "ROW",
  fields: cells.map((cell) => toPart(fields, cell)),
});

const columnsOf = (fields: Fields, code: string): Columns => {
  const field = fields[code];
  if (field?.type !== "SUBTABLE") throw new Error(`${code} is not a table`);
  return field.fields;
};

const toTable = (fields: Fields, code: string): LayoutRow => {
  const columns = columnsOf(fields, code);
  return {
    type: "SUBTABLE",
    code,
    fields: Object.keys(columns).map((column) => toFieldPart(columns, column)),
  };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/apps/form/update-form-layout/ */
export const toLayoutRows = (
  fields: Fields,
  layout: readonly LayoutItem[],
): LayoutRow[] =>
  layout.map((item) => {
    if ("row" in item) return toRow(fields, item.row);
    if ("table" in item) return toTable(fields, item.table);
    return {
      type: "GROUP",
      code: item.group,
      layout: item.rows.map((cells) => toRow(fields, cells)),
    };
  });

/** Field codes that a layout places, groups aside. */
export const placedCodes = (layout: readonly LayoutItem[]): string[] => {
  const codesOf = (cells: readonly LayoutCell[]) =>
    cells.flatMap((cell) => {
      if (typeof cell === "string") return [cell];
      return "code" in cell ? [cell.code] : [];
    });
  return layout.flatMap((item) => {
    if ("row" in item) return codesOf(item.row);
    return "table" in item ? [item.table] : item.rows.flatMap(codesOf);
  });
};
