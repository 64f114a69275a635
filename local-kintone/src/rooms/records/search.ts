import { setImmediate as nextTurn } from "node:timers/promises";
import type { Query } from "../../language/query/ast.ts";
import { compileParsed } from "../../language/query/compile.ts";
import { limitTooLarge, offsetTooLarge } from "../../language/query/errors.ts";
import { compileOrder } from "../../language/query/order.ts";
import { parseQuery } from "../../language/query/parser.ts";
import type { StoredRecord } from "../../model/model.ts";
import { queryContext, viewableRecords } from "../rights/scope.ts";
import type { Scope } from "../rights/scope.ts";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/get-records/ */
export const GET_RECORDS_LIMIT = 500;
export const DEFAULT_LIMIT = 100;
export const OFFSET_LIMIT = 10_000;

export type Found = {
  /** The page, or all of them. */
  records: StoredRecord[];
  /** Number of matches on all pages. */
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
  const { settings } = scope;
  const matches = compileParsed(settings, query.condition, context);
  const selection = compileOrder(settings, query.orderBy, context)(start, end);
  let count = 0;
  return {
    take: (record: StoredRecord): void => {
      if (!matches(record)) return;
      count += 1;
      selection.add(record);
    },
    found: (): Found => ({ count, records: selection.take() }),
  };
};

const run = (scope: Scope, query: Query, start: number, end: number): Found => {
  const search = createSearch(scope, query, start, end);
  for (const record of viewableRecords(scope)) search.take(record);
  return search.found();
};

/** Longest time for which a search keeps the loop: a request needs about six turns of it. */
const SLICE_MS = 4;
/** Records between two looks at the clock. */
const STRIDE = 64;

/** The records are those of the beginning, whatever is written meanwhile. */
const runInSlices = async (
  scope: Scope,
  query: Query,
  start: number,
  end: number,
): Promise<Found> => {
  const { access, app, site } = scope;
  const search = createSearch(scope, query, start, end);
  if (!access.app.recordViewable) return search.found();
  const records = [...site.store.records(app.id).values()];
  let sliceStart = performance.now();
  for (const [i, record] of records.entries()) {
    if (access.isSameForAll || access.recordRights(record).viewable)
      search.take(record);
    if (i % STRIDE > 0 || performance.now() - sliceStart < SLICE_MS) continue;
    await nextTurn();
    sliceStart = performance.now();
  }
  return search.found();
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
): Found | Promise<Found> => {
  const { query, start, end } = parsePage(text);
  return scope.site.store.records(scope.app.id).size < LARGE_APP
    ? run(scope, query, start, end)
    : runInSlices(scope, query, start, end);
};

/** All of them in order, as a cursor fixes them. */
export const searchAll = (scope: Scope, query: Query): StoredRecord[] =>
  run(scope, query, 0, Number.POSITIVE_INFINITY).records;
