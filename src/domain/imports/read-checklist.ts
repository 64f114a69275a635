import { sumDecimals } from "../decimal.ts";
import { looseNameKey } from "../loose-name.ts";
import type { ChecklistColumn, ChecklistColumns } from "./checklist-columns.ts";
import { cellAt } from "./list-table.ts";
import type { ListRow } from "./list-table.ts";
import type { RowProblem, RowProblemCode } from "./row-problem.ts";

/** A row of an edition's checklist. */
export type ChecklistRow = {
  readonly itemId: string;
  /** One of the programme's areas; "" for a programme without areas. */
  readonly itemArea: string;
  readonly itemText: string;
  readonly itemPoints: number;
};

export type ReadChecklist = {
  readonly rows: readonly ChecklistRow[];
  /** Rows that are left out. */
  readonly problems: readonly RowProblem[];
};

/** A subtotal is no item. */
const TOTAL = /^(?:小計|合計|計|総計|満点|total)/iu;

const toOneLine = (text: string): string =>
  text.replace(/\s*[\r\n]+\s*/gu, "").trim();

/** The area whose name the text is or holds: 「1. 顧客満足度の向上」. */
const findArea = (text: string, areas: readonly string[]): string | null => {
  const key = looseNameKey(text);
  if (key === "") return null;
  const found = areas.filter((area) => {
    const known = looseNameKey(area);
    return key.includes(known) || known.includes(key);
  });
  const exact = found.find((area) => looseNameKey(area) === key);
  return exact ?? (found.length === 1 ? (found[0] ?? null) : null);
};

const toPoints = (text: string): number | null => {
  const plain = text.normalize("NFKC").replace(/\s|点$|ポイント$/gu, "");
  return /^\d+(?:\.\d+)?$/u.test(plain) ? Number(plain) : null;
};

/** `A1`, `A2`, `B1` …: a letter for each area, in the order of the programme. */
const createNamer = (areas: readonly string[]) => {
  const counts = new Map<string, number>();
  return (area: string): string => {
    const count = (counts.get(area) ?? 0) + 1;
    counts.set(area, count);
    const letter = String.fromCharCode(65 + Math.max(0, areas.indexOf(area)));
    return `${letter}${count}`;
  };
};

type Reading = {
  readonly columns: ChecklistColumns;
  readonly areas: readonly string[];
  readonly nameNext: (area: string) => string;
  /** The area of the rows above: Excel writes it once for all of its items. */
  area: string;
};

type Refuse = (code: RowProblemCode, field: ChecklistColumn) => void;

const readArea = (text: string, reading: Reading, refuse: Refuse): string => {
  if (reading.areas.length === 0) return "";
  const found = findArea(text, reading.areas);
  if (text !== "" && found === null) refuse("areaUnknown", "area");
  else if (found !== null) reading.area = found;
  if (text === "" && reading.area === "") refuse("areaUnknown", "area");
  return reading.area;
};

const readRow = (
  row: ListRow,
  reading: Reading,
): { item: ChecklistRow | null; problems: RowProblem[] } => {
  const at = (field: ChecklistColumn): string => {
    const column = reading.columns[field];
    return column === undefined ? "" : toOneLine(cellAt(row, column));
  };
  const text = at("text");
  if (TOTAL.test(text) || TOTAL.test(at("area")) || TOTAL.test(at("itemId")))
    return { item: null, problems: [] };
  const problems: RowProblem[] = [];
  const refuse: Refuse = (code, field) => {
    problems.push({ row: row.number, code, field, text: at(field) });
  };
  const area = readArea(at("area"), reading, refuse);
  // A row with an area alone is the heading of its items.
  if (text === "") {
    if (at("points") !== "" && at("area") === "") refuse("itemMissing", "text");
    return { item: null, problems: problems.slice(0, 1) };
  }
  const points = toPoints(at("points"));
  if (points === null) refuse("pointsUnknown", "points");
  if (problems.length > 0 || points === null) return { item: null, problems };
  const own = at("itemId").normalize("NFKC");
  const itemId = own === "" ? reading.nameNext(area) : own;
  return {
    item: { itemId, itemArea: area, itemText: text, itemPoints: points },
    problems: [],
  };
};

/** Numbers that begin anew in each area name several items alike. */
const withOwnIds = (
  rows: readonly ChecklistRow[],
  areas: readonly string[],
): ChecklistRow[] => {
  const isUnique =
    new Set(rows.map(({ itemId }) => itemId)).size === rows.length;
  if (isUnique) return [...rows];
  const nameNext = createNamer(areas);
  return rows.map((row) => ({ ...row, itemId: nameNext(row.itemArea) }));
};

/**
 * Reads the rows below the heading. A row with a problem is left out and named;
 * headings of areas and totals are no items.
 *
 * @param areas - names of the programme's areas, in their order
 */
export const readChecklist = (
  rows: readonly ListRow[],
  columns: ChecklistColumns,
  areas: readonly string[],
): ReadChecklist => {
  const reading: Reading = {
    columns,
    areas,
    nameNext: createNamer(areas),
    area: "",
  };
  const read = rows.map((row) => readRow(row, reading));
  return {
    rows: withOwnIds(
      read.flatMap(({ item }) => item ?? []),
      areas,
    ),
    problems: read.flatMap(({ problems }) => problems),
  };
};

export type AreaSum = {
  readonly area: string;
  readonly items: number;
  readonly points: number;
};

/** Points of each area in the order of the rows; the whole is their sum. */
export const sumChecklist = (
  rows: ReadonlyArray<Pick<ChecklistRow, "itemArea" | "itemPoints">>,
): { areas: AreaSum[]; total: number } => {
  const names = [...new Set(rows.map(({ itemArea }) => itemArea))];
  const areas = names.map((area) => {
    const own = rows.filter(({ itemArea }) => itemArea === area);
    return {
      area,
      items: own.length,
      points: sumDecimals(own.map(({ itemPoints }) => itemPoints)),
    };
  });
  return { areas, total: sumDecimals(areas.map(({ points }) => points)) };
};
