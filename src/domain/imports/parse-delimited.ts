import { toListTable } from "./list-table.ts";
import type { ListTable } from "./list-table.ts";

type Delimiter = "\t" | "," | ";";

/** Text outside quotation marks, in which a delimiter is a delimiter. */
const withoutQuoted = (text: string): string =>
  text.replace(/"(?:[^"]|"")*"/gu, "");

/** A copy from a sheet has tabs, and commas only inside its cells. */
const delimiterOf = (text: string): Delimiter => {
  const plain = withoutQuoted(text);
  if (plain.includes("\t")) return "\t";
  return !plain.includes(",") && plain.includes(";") ? ";" : ",";
};

/**
 * One cell at a time: the first group is quoted, the second plain. A quotation
 * mark inside a plain cell is a character like others.
 */
const cellPattern = (delimiter: Delimiter): RegExp =>
  new RegExp(
    `(?:"((?:[^"]|"")*)"[^${delimiter}\\n]*|([^${delimiter}\\n]*))(${delimiter}|\\n|$)`,
    "gu",
  );

/**
 * Reads CSV, or cells copied from a sheet (tab separated). Quoted cells may
 * hold delimiters, line breaks and doubled quotation marks. Rows are counted,
 * not lines, as a sheet does.
 */
export const parseDelimited = (text: string): ListTable => {
  const source = text.replace(/^\ufeff/u, "").replace(/\r\n?/gu, "\n");
  if (source.trim() === "") return toListTable([]);
  const rows: string[][] = [[]];
  for (const match of source.matchAll(cellPattern(delimiterOf(source)))) {
    const [, quoted, plain = "", end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "") break;
    if (end === "\n") rows.push([]);
  }
  return toListTable(
    rows.map((cells, index) => ({ number: index + 1, cells })),
  );
};
