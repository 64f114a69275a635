import { invalidQuery } from "../../../language/query/errors.ts";
import { parseQuery } from "../../../language/query/parser.ts";
import type { ApiContext, Endpoint } from "../../../model/endpoint.ts";
import {
  id,
  integer,
  list,
  object,
  optional,
  text,
  withDefault,
} from "../../../ground/shape.ts";
import type { StoredRecord } from "../../../model/model.ts";
import {
  advanceCursor,
  createCursor,
  findCursor,
  removeCursor,
} from "../cursors.ts";
import type { Cursor } from "../cursors.ts";
import { createRenderer } from "../render.ts";
import { openScope, requireAppRight } from "../../rights/scope.ts";
import type { Scope } from "../../rights/scope.ts";
import { searchAll } from "../search.ts";
import { ANY_AUTH } from "./auth.ts";
import { openApp, readParams } from "./parameters.ts";

const MAX_SIZE = 500;
const DEFAULT_SIZE = 100;

const cursorShape = object({
  app: id(),
  fields: optional(list(text(), { max: 1000 })),
  query: optional(text()),
  size: withDefault(integer({ min: 1, max: MAX_SIZE }), DEFAULT_SIZE),
});

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/add-cursor/ */
const postCursor = (context: ApiContext) => {
  const params = readParams(context, cursorShape);
  const scope = openApp(context);
  requireAppRight(scope, "recordViewable");
  const query = parseQuery(params.query ?? "");
  // Refused as the docs say; the code is unverified.
  if (query.limit !== null || query.offset !== null) throw invalidQuery();
  const records = searchAll(scope, query);
  const cursor = createCursor(context.site, {
    app: params.app,
    owner: context.caller.user.code,
    guestSpaceId: context.guestSpaceId,
    ids: records.map((record) => record.id),
    size: params.size,
    fields: params.fields?.length ? params.fields : undefined,
  });
  return { id: cursor.id, totalCount: String(records.length) };
};

const find = (context: ApiContext): Cursor => {
  const params = readParams(context, object({ id: text({ min: 1 }) }));
  return findCursor(context.site, params.id, context.caller.user.code);
};

/** Values are those of now: rows that are gone or closed by now are left out. */
const currentRecords = (scope: Scope, ids: number[]): StoredRecord[] => {
  const records = scope.site.store.records(scope.app.id);
  return ids.flatMap((it) => {
    const record = records.get(it);
    return record && scope.access.recordRights(record).viewable ? [record] : [];
  });
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/get-records-with-cursor/ */
const getCursor = (context: ApiContext) => {
  const cursor = find(context);
  const scope = openScope(context, cursor.app);
  requireAppRight(scope, "recordViewable");
  const page = advanceCursor(context.site, cursor);
  return {
    records: currentRecords(scope, page.ids).map(
      createRenderer(scope, cursor.fields),
    ),
    next: page.next,
  };
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/delete-cursor/ */
const deleteCursor = (context: ApiContext) => {
  removeCursor(context.site, find(context));
  return {};
};

export const cursorEndpoints: readonly Endpoint[] = [
  {
    method: "POST",
    path: "records/cursor",
    auth: ANY_AUTH,
    handle: postCursor,
  },
  { method: "GET", path: "records/cursor", auth: ANY_AUTH, handle: getCursor },
  {
    method: "DELETE",
    path: "records/cursor",
    auth: ANY_AUTH,
    handle: deleteCursor,
  },
];
