import { looseNameKey } from "../loose-name.ts";
import { cellAt } from "./list-table.ts";
import type { ListRow } from "./list-table.ts";
import type { RowProblem, RowProblemCode } from "./row-problem.ts";
import type { SocietyColumn, SocietyColumns } from "./society-columns.ts";

type SocietyState = "有効" | "統合・廃止";

/** A row as read; null where the list says nothing. */
export type SocietyRow = {
  readonly row: number;
  readonly name: string;
  readonly code: string | null;
  readonly kana: string | null;
  readonly sortOrder: number | null;
  readonly organization: string | null;
  readonly contactUsers: string | null;
  readonly active: SocietyState | null;
};

export type ReadSocieties = {
  readonly rows: readonly SocietyRow[];
  /** Rows that are left out. */
  readonly problems: readonly RowProblem[];
};

/** Both fields are declared so in the app 商工会. */
const LONGEST = { name: 64, code: 64 } as const;

/** A line break inside a cell is there to fit the column's width. */
const toOneLine = (text: string): string =>
  text.replace(/\s*[\r\n]+\s*/gu, "").trim();

const STATES: ReadonlyArray<readonly [RegExp, SocietyState]> = [
  [/廃止|統合|解散|合併|無効|退会|脱退/u, "統合・廃止"],
  [/^(?:有効|活動中|会員|正会員|[○◯〇])$/u, "有効"],
];

/** Reports what is wrong with the value of a column. */
type Refuse = (code: RowProblemCode, field: SocietyColumn) => void;

const readOrder = (text: string, refuse: Refuse): number | null => {
  if (text === "") return null;
  const value = Number(text.normalize("NFKC").replaceAll(",", ""));
  if (Number.isFinite(value)) return value;
  refuse("notNumber", "sortOrder");
  return null;
};

const readState = (text: string, refuse: Refuse): SocietyState | null => {
  if (text === "") return null;
  const found = STATES.find(([pattern]) => pattern.test(text));
  if (found === undefined) refuse("stateUnknown", "active");
  return found?.[1] ?? null;
};

const checkLengths = (row: SocietyRow, refuse: Refuse): void => {
  if (row.name === "") refuse("nameMissing", "name");
  if (row.name.length > LONGEST.name) refuse("tooLong", "name");
  if ((row.code ?? "").length > LONGEST.code) refuse("tooLong", "code");
};

const orNull = (text: string): string | null => (text === "" ? null : text);

const readRow = (
  row: ListRow,
  columns: SocietyColumns,
): { society: SocietyRow; problems: RowProblem[] } => {
  const at = (field: SocietyColumn): string => {
    const column = columns[field];
    return column === undefined ? "" : cellAt(row, column);
  };
  const problems: RowProblem[] = [];
  const refuse: Refuse = (code, field) => {
    problems.push({ row: row.number, code, field, text: toOneLine(at(field)) });
  };
  const society: SocietyRow = {
    row: row.number,
    name: toOneLine(at("name")),
    code: orNull(toOneLine(at("code")).normalize("NFKC")),
    kana: orNull(toOneLine(at("kana")).normalize("NFKC")),
    sortOrder: readOrder(at("sortOrder"), refuse),
    organization: orNull(at("organization")),
    contactUsers: orNull(at("contactUsers")),
    active: readState(at("active"), refuse),
  };
  checkLengths(society, refuse);
  return { society, problems };
};

/** Finds the earlier row that has the same code or name. */
const createTwinFinder = () => {
  const seen = new Map<string, number>();
  return (field: "code" | "name", key: string, row: number): number | null => {
    const known = seen.get(`${field} ${key}`);
    if (known === undefined) seen.set(`${field} ${key}`, row);
    return known ?? null;
  };
};

const findTwin = (
  { row, code, name }: SocietyRow,
  twinOf: ReturnType<typeof createTwinFinder>,
): RowProblem | null => {
  const twins = [
    {
      field: "code",
      text: code ?? "",
      other: code === null ? null : twinOf("code", code, row),
    },
    {
      field: "name",
      text: name,
      other: twinOf("name", looseNameKey(name), row),
    },
  ];
  const twin = twins.find(({ other }) => other !== null);
  return twin === undefined
    ? null
    : { ...twin, row, code: "twice", other: String(twin.other) };
};

/**
 * Reads the rows below the heading. A row with a problem is left out and named;
 * of rows with the same code or loosely the same name the first counts.
 */
export const readSocietyRows = (
  rows: readonly ListRow[],
  columns: SocietyColumns,
): ReadSocieties => {
  const twinOf = createTwinFinder();
  const read: SocietyRow[] = [];
  const problems: RowProblem[] = [];
  for (const one of rows) {
    const { society, problems: own } = readRow(one, columns);
    const twin = own.length > 0 ? null : findTwin(society, twinOf);
    if (own.length > 0) problems.push(...own);
    else if (twin === null) read.push(society);
    else problems.push(twin);
  }
  return { rows: read, problems };
};
