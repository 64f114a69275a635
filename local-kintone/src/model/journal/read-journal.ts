import { existsSync } from "node:fs";
import { decode } from "./codec.ts";
import type { Blobs, Row } from "./codec.ts";
import type { Entry } from "../store.ts";
import { readLines } from "./lines.ts";

/** First member of a line that makes everything before it void. */
export const REPLACE = "replace";

type Tables = Map<string, Map<string | number, unknown>>;

const apply = (tables: Tables, line: unknown): void => {
  if (!Array.isArray(line)) throw new Error("a line is not a list");
  // Lines are written by this folder alone.
  const [head, ...rest] = line as [unknown, ...unknown[]];
  const isReplacing = head === REPLACE;
  if (isReplacing) tables.clear();
  const rows = (isReplacing ? rest : line) as Row[];
  for (const [name, key, ...value] of rows) {
    const table = tables.get(name) ?? new Map<string | number, unknown>();
    tables.set(name, table);
    if (value.length === 0) table.delete(key);
    else table.set(key, value[0]);
  }
};

const byKey = (
  [a]: [string | number, unknown],
  [b]: [string | number, unknown],
) => (typeof a === "number" && typeof b === "number" ? a - b : 0);

const toEntries = (tables: Tables): Entry[] =>
  [...tables].flatMap(([table, rows]) =>
    [...rows].sort(byKey).map(([key, value]) => ({ table, key, value })),
  );

const damaged = (
  path: string,
  line: number,
  isLast: boolean,
  cause: unknown,
): Error => {
  const before = line - 1;
  const reach = isLast ? "the last one" : "and others follow";
  return new Error(
    `${path}: line ${line} cannot be read (${reach}). Nothing was changed. ` +
      `To go on with the ${before} lines before it: cp ${path} ${path}.damaged && head -n ${before} ${path}.damaged > ${path}`,
    { cause },
  );
};

export type JournalContents = {
  entries: Entry[];
  /** Bytes of whole lines. */
  length: number;
};

/**
 * Entries of a journal. What follows the last line break was being written when the
 * process died: its request was never answered.
 *
 * @throws Error that names a damaged line and how to go on without it
 */
export const readJournal = (path: string, blobs: Blobs): JournalContents => {
  if (!existsSync(path)) return { entries: [], length: 0 };
  const tables: Tables = new Map();
  let failure: { line: number; cause: unknown } | null = null;
  let last = 0;
  const { lines, rest } = readLines(path, (line, number) => {
    last = number;
    if (line === "" || failure) return;
    try {
      apply(tables, decode(line, blobs));
    } catch (cause) {
      failure = { line: number, cause };
    }
  });
  if (failure) {
    // TypeScript does not see the assignment inside the callback.
    const { line, cause } = failure as { line: number; cause: unknown };
    throw damaged(path, line, line === last, cause);
  }
  if (rest > 0)
    console.error(
      `local-kintone: ${path} ended in the middle of a line; ${rest} bytes of a request that was never answered are left out`,
    );
  return { entries: toEntries(tables), length: lines };
};
