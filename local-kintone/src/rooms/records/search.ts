import { setImmediate as nextTurn } from "node:timers/promises";
import type { Query } from "../../language/query/ast.ts";
import { compileParsed } from "../../language/query/compile.ts";
import { idBoundsOf } from "../../language/query/id-bounds.ts";
import { limitTooLarge, offsetTooLarge } from "../../language/query/errors.ts";
import { compileOrder } from "../../language/query/order.ts";
import { parseQuery } from "../../language/query/parser.ts";
import type { StoredRecord } from "../../model/model.ts";
import { queryContext } from "../rights/scope.ts";
import type { Scope } from "../rights/scope.ts";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/get-records/ */
const GET_RECORDS_LIMIT = 500;
const DEFAULT_LIMIT = 100;
const OFFSET_LIMIT = 10_000;

export type Found = {
  /** The page, or all of them. */
  records: StoredRecord[];
  /** Number of matches on all pages; of a search that need not count, of those looked at. */
  count: number;
};

/** Takes records one by one; `found` is what of them the caller sees and the query finds. */
const createSearch = (
  scope: Scope,
  query: Query,
  start: number,
  end: number,
) => {
  const context = queryContext(scope);
  const { access, settings } = scope;
  const matches = compileParsed(settings, query.condition, context);
  const { above, below } = idBoundsOf(query.condition);
  const selection = compileOrder(settings, query.orderBy, context)(start, end);
  let count = 0;
  return {
    take: (record: StoredRecord): void => {
      // Rights cost more than most conditions, so they are asked of the matches alone.
      if (record.id <= above || record.id >= below || !matches(record)) return;
      if (!access.isSameForAll && !access.recordRights(record).viewable) return;
      count += 1;
      selection.add(record);
    },
    /** True once a search in the order of ids has all records of its page. */
    hasPage: (): boolean => count >= end,
    found: (): Found => ({ count, records: selection.take() }),
  };
};

const searchedRecords = ({
  access,
  app,
  site,
}: Scope): Iterable<StoredRecord> =>
  access.app.recordViewable ? site.store.records(app.id).values() : [];

const run = (scope: Scope, query: Query, start: number, end: number): Found => {
  const search = createSearch(scope, query, start, end);
  for (const record of searchedRecords(scope)) search.take(record);
  return search.found();
};

/** Longest time for which a search keeps the loop: a request needs about six turns of it. */
const SLICE_MS = 4;
/** Records between two looks at the clock. */
const STRIDE = 64;

/** The direction of ids in which a query without a count may stop with its page. */
const idOrderOf = ({ orderBy: [first] }: Query): "asc" | "desc" | null =>
  first?.field === "$id" ? first.direction : null;

/** The records are those of the beginning, whatever is written meanwhile. */
const runInSlices = async (
  scope: Scope,
  query: Query,
  { start, end, isCounted }: Page,
): Promise<Found> => {
  const search = createSearch(scope, query, start, end);
  const records = [...searchedRecords(scope)];
  const idOrder = idOrderOf(query);
  if (idOrder === "desc") records.reverse();
  const mayStop = idOrder !== null && !isCounted;
  /** Takes one stride. @returns where the next one begins */
  const takeFrom = (from: number): number => {
    const next = Math.min(from + STRIDE, records.length);
    for (let i = from; i < next; i += 1) {
      const record = records[i];
      if (record) search.take(record);
      if (mayStop && search.hasPage()) return records.length;
    }
    return next;
  };
  let sliceStart = performance.now();
  for (let at = 0; at < records.length;) {
    at = takeFrom(at);
    if (performance.now() - sliceStart < SLICE_MS) continue;
    await nextTurn();
    sliceStart = performance.now();
  }
  const found = search.found();
  // Putting the page into words takes some slices more.
  await nextTurn();
  return found;
};

type Page = {
  readonly start: number;
  readonly end: number;
  readonly isCounted: boolean;
};

const parsePage = (text: string) => {
  const query = parseQuery(text);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const offset = query.offset ?? 0;
  if (limit > GET_RECORDS_LIMIT) throw limitTooLarge();
  if (offset > OFFSET_LIMIT) throw offsetTooLarge();
  return { query, start: offset, end: offset + limit };
};

/** Apps of fewer records are searched at one go. */
const LARGE_APP = 2000;

/**
 * One page of the records that a caller may see and a query finds. A search in a large
 * app lets other requests be answered meanwhile.
 */
export const searchPage = (
  scope: Scope,
  text: string,
  isCounted: boolean,
): Found | Promise<Found> => {
  const { query, start, end } = parsePage(text);
  return scope.site.store.records(scope.app.id).size < LARGE_APP
    ? run(scope, query, start, end)
    : runInSlices(scope, query, { start, end, isCounted });
};

/** All of them in order, as a cursor fixes them. */
export const searchAll = (scope: Scope, query: Query): StoredRecord[] =>
  run(scope, query, 0, Number.POSITIVE_INFINITY).records;
