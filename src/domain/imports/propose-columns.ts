import { cellAt, columnCount } from "./list-table.ts";
import type { ListRow, ListTable } from "./list-table.ts";

/** A value that a list can have, and how its column can be known. */
export type ColumnSpec<Field extends string> = {
  readonly field: Field;
  /** Words that a heading is or holds, the surest first. */
  readonly words: readonly string[];
  /** Words too common to count inside a longer heading, such as 番号. */
  readonly wholeWords?: readonly string[];
  /** Recognises a column without a heading by its values. */
  readonly looksLike?: (text: string) => boolean;
};

/** Column numbers from 0; a field that the list does not have is absent. */
export type ColumnChoice<Field extends string> = {
  readonly [field in Field]?: number;
};

export type ColumnProposal<Field extends string> = {
  /** Rows above the first data row, titles and headings. */
  readonly headRows: number;
  /** Heading of each column; "" where there is none. */
  readonly labels: readonly string[];
  readonly columns: ColumnChoice<Field>;
};

/** A heading further down is a value. */
const SEARCHED_ROWS = 20;
/** A heading may stand over another one. */
const HEADING_HEIGHTS = [1, 2, 3] as const;

const toKey = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()（）［］[\]「」【】・:：※*＊.．]/gu, "");

const EXACT = 100;
/** Any exact word of another field is surer. */
const WHOLE = 80;
const EDGE = 60;
const INSIDE = 30;

const scoreWord = (key: string, word: string): number => {
  const wanted = toKey(word);
  if (key === wanted) return EXACT;
  if (key.endsWith(wanted) || key.startsWith(wanted)) return EDGE;
  return key.includes(wanted) ? INSIDE : 0;
};

/** A sentence above the table is no heading. */
const LONGEST_HEADING = 24;

const scoreLabel = (
  label: string,
  { words, wholeWords = [] }: ColumnSpec<string>,
): number => {
  const key = toKey(label);
  if (key === "" || key.length > LONGEST_HEADING) return 0;
  if (wholeWords.some((word) => key === toKey(word))) return WHOLE;
  return words.reduce(
    // An earlier word wins over a later one that fits as well.
    (best, word, index) =>
      Math.max(best, Math.max(0, scoreWord(key, word) - index)),
    0,
  );
};

type Match<Field> = { field: Field; column: number; score: number };

/** The surest pairs first; a column and a field are used once. */
const matchLabels = <Field extends string>(
  labels: readonly string[],
  specs: ReadonlyArray<ColumnSpec<Field>>,
): Array<Match<Field>> => {
  const pairs = specs
    .flatMap((spec) =>
      labels.map((label, column) => ({
        field: spec.field,
        column,
        score: scoreLabel(label, spec),
      })),
    )
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.column - b.column);
  const chosen: Array<Match<Field>> = [];
  for (const pair of pairs) {
    const isTaken = chosen.some(
      ({ field, column }) => field === pair.field || column === pair.column,
    );
    if (!isTaken) chosen.push(pair);
  }
  return chosen;
};

/** Headings of several rows read from top to bottom, each text once. */
const joinLabels = (rows: readonly ListRow[], count: number): string[] =>
  Array.from({ length: count }, (_, column) =>
    [...new Set(rows.map((row) => cellAt(row, column)))].join(""),
  );

type Heading<Field extends string> = {
  readonly headRows: number;
  readonly labels: readonly string[];
  readonly matches: ReadonlyArray<Match<Field>>;
  readonly score: number;
};

const listHeadings = <Field extends string>(
  table: ListTable,
  specs: ReadonlyArray<ColumnSpec<Field>>,
): Array<Heading<Field>> => {
  const count = columnCount(table);
  const last = Math.min(SEARCHED_ROWS, table.rows.length);
  return Array.from({ length: last }, (_, top) => top).flatMap((top) =>
    HEADING_HEIGHTS.filter((height) => top + height <= last).map((height) => {
      const rows = table.rows.slice(top, top + height);
      const labels = joinLabels(rows, count);
      const matches = matchLabels(labels, specs);
      const score = matches.reduce((sum, one) => sum + one.score, 0);
      return { headRows: top + height, labels, matches, score };
    }),
  );
};

/** One sure heading, or two likely ones; a value that holds a word is not enough. */
const isHeading = ({ matches }: Heading<string>): boolean =>
  matches.length > 1 || matches.some(({ score }) => score > EDGE);

const toColumns = <Field extends string>(
  matches: ReadonlyArray<{ field: Field; column: number }>,
): ColumnChoice<Field> =>
  // Every key is a field of the specs that made the matches.
  Object.fromEntries(
    matches.map(({ field, column }) => [field, column]),
  ) as ColumnChoice<Field>;

const findByValues = <Field extends string>(
  table: ListTable,
  specs: ReadonlyArray<ColumnSpec<Field>>,
): Array<{ field: Field; column: number }> =>
  specs.flatMap(({ field, looksLike }) => {
    if (looksLike === undefined) return [];
    const columns = Array.from({ length: columnCount(table) }, (_, at) => at);
    const column = columns.find(
      (at) =>
        table.rows.filter((row) => looksLike(cellAt(row, at))).length * 2 >
        table.rows.length,
    );
    return column === undefined ? [] : [{ field, column }];
  });

/**
 * Finds the heading and proposes a column for each field; a person confirms.
 * Without a heading every row is data, and columns are known by their values.
 */
export const proposeColumns = <Field extends string>(
  table: ListTable,
  specs: ReadonlyArray<ColumnSpec<Field>>,
): ColumnProposal<Field> => {
  const heading = listHeadings(table, specs)
    .filter(isHeading)
    .toSorted((a, b) => b.score - a.score || a.headRows - b.headRows)[0];
  return heading === undefined
    ? {
        headRows: 0,
        labels: Array.from({ length: columnCount(table) }, () => ""),
        columns: toColumns(findByValues(table, specs)),
      }
    : {
        headRows: heading.headRows,
        labels: heading.labels,
        columns: toColumns(heading.matches),
      };
};
