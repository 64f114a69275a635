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
  /** How many match, whatever the paging. */
  count: number;
};

const run = (scope: Scope, query: Query, start: number, end: number): Found => {
  const context = queryContext(scope);
  const { settings } = scope;
  const matches = compileParsed(settings, query.condition, context);
  const selection = compileOrder(settings, query.orderBy, context)(start, end);
  let count = 0;
  for (const record of viewableRecords(scope)) {
    if (!matches(record)) continue;
    count += 1;
    selection.add(record);
  }
  return { count, records: selection.take() };
};

/** One page of the records that a caller may see and a query finds. */
export const searchPage = (scope: Scope, text: string): Found => {
  const query = parseQuery(text);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const offset = query.offset ?? 0;
  if (limit > GET_RECORDS_LIMIT) throw limitTooLarge();
  if (offset > OFFSET_LIMIT) throw offsetTooLarge();
  return run(scope, query, offset, offset + limit);
};

/** All of them in order, as a cursor fixes them. */
export const searchAll = (scope: Scope, query: Query): StoredRecord[] =>
  run(scope, query, 0, Number.POSITIVE_INFINITY).records;
