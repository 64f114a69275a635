import type { Range } from "../formula/address.ts";
import { containsCell, parseRange } from "../formula/address.ts";
import type { Workbook } from "../sheet/workbook.ts";

/** A table in the sense of Excel (a named list with headers). */
type Table = {
  readonly sheet: string;
  readonly range: Range;
  readonly columns: readonly string[];
  readonly headerRows: number;
  readonly totalsRows: number;
};

/** By name in lower case. */
export type Tables = ReadonlyMap<string, Table>;

export const readTables = (workbook: Workbook): Tables => {
  const tables = new Map<string, Table>();
  for (const { name: sheet, part } of workbook.worksheets) {
    for (const table of workbook.pack.partsOf(part, /^table$/)) {
      const root = workbook.pack.xml(table);
      const range = parseRange(root.get("ref") ?? "");
      if (!range) continue;
      tables.set((root.get("displayName") ?? "").toLowerCase(), {
        sheet,
        range,
        columns: (root.child("tableColumns")?.elements ?? []).map(
          (column) => column.get("name") ?? "",
        ),
        headerRows: Number(root.get("headerRowCount") ?? 1),
        totalsRows: Number(root.get("totalsRowCount") ?? 0),
      });
    }
  }
  return tables;
};

const rowsOf = (
  { range, headerRows, totalsRows }: Table,
  section: string,
  row: number,
): { top: number; bottom: number } => {
  const top = range.top + headerRows;
  const bottom = range.bottom - totalsRows;
  switch (section) {
    case "#all":
      return range;
    case "#headers":
      return { top: range.top, bottom: top - 1 };
    case "#totals":
      return { top: bottom + 1, bottom: range.bottom };
    case "#this row":
      // None where the row is not one of the table.
      return { top: Math.max(top, row), bottom: Math.min(bottom, row) };
    default:
      return { top, bottom };
  }
};

/** `[#This Row],[列1]:[列2]`, `@列1`, `列1` → section and columns. */
const parseSelector = (
  selector: string,
): { section: string; columns: string[] } => {
  const isOwnRow = selector.startsWith("@");
  const inner = isOwnRow ? selector.slice(1) : selector;
  // Not every writer puts each item into brackets: `[#This Row],点数`.
  const items = inner.startsWith("[")
    ? [...inner.matchAll(/\[((?:'.|[^\]])*)\]|([^,:\s[\]]+)/gs)].map(
        ([, item, bare = ""]) => item ?? bare,
      )
    : [inner].filter((item) => item !== "");
  const isSection = (item: string) => item.startsWith("#");
  return {
    section: isOwnRow
      ? "#this row"
      : (items.find(isSection)?.toLowerCase() ?? "#data"),
    columns: items
      .filter((item) => !isSection(item))
      .map((item) => item.replace(/'(.)/gs, "$1")),
  };
};

type Place = {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
};

const findTable = (
  name: string,
  tables: Tables,
  { sheet, row, column }: Place,
): Table | undefined =>
  name === ""
    ? [...tables.values()].find(
        (table) =>
          table.sheet === sheet && containsCell(table.range, row, column),
      )
    : tables.get(name.toLowerCase());

/**
 * Target of `表1[[#This Row],[列1]]`, in the table itself also `[列1]`, seen from
 * a cell; null when it cannot be resolved.
 */
export const resolveTableReference = (
  text: string,
  tables: Tables,
  place: Place,
): { sheet: string; range: Range } | null => {
  const { row } = place;
  const match = /^([^[]*)\[(.*)\]$/s.exec(text);
  const table = match && findTable(match[1] ?? "", tables, place);
  if (!match || !table) return null;
  const { section, columns } = parseSelector(match[2] ?? "");
  const rows = rowsOf(table, section, row);
  const at = columns.map((name) =>
    table.columns.findIndex(
      (column) => column.toLowerCase() === name.toLowerCase(),
    ),
  );
  if (rows.bottom < rows.top || at.includes(-1)) return null;
  const first = at[0] ?? 0;
  const last = at.at(-1) ?? table.columns.length - 1;
  return {
    sheet: table.sheet,
    range: {
      top: rows.top,
      bottom: rows.bottom,
      left: table.range.left + first,
      right: table.range.left + last,
    },
  };
};
