import { setImmediate as nextTurn } from "node:timers/promises";
import type { ApiContext, Endpoint } from "../../../model/endpoint.ts";
import { jsonBytesResponse } from "../../../model/error-response.ts";
import { noPrivilege } from "../../../ground/errors.ts";
import type { StoredRecord } from "../../../model/model.ts";
import { id, list, object, optional, text } from "../../../ground/shape.ts";
import { evaluateAccess } from "../../rights/evaluate.ts";
import { createJsonRenderer, createRenderer } from "../render.ts";
import {
  findRecord,
  findViewable,
  requireAppRight,
} from "../../rights/scope.ts";
import { searchPage } from "../search.ts";
import type { Found } from "../search.ts";
import { ANY_AUTH } from "./auth.ts";
import { flag, openApp, readParams } from "./parameters.ts";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/get-record/ */
const getRecord = (context: ApiContext) => {
  const params = readParams(context, object({ app: id(), id: id() }));
  const scope = openApp(context);
  const record = findViewable(scope, params.id);
  return { record: createRenderer(scope)(record) };
};

const recordsShape = object({
  app: id(),
  query: optional(text()),
  fields: optional(list(text(), { max: 1000 })),
  totalCount: optional(flag()),
});

/**
 * One field may be written `fields=CODE` in an address.
 *
 * @see https://github.com/kintone-samples/plugin-samples (examples/autonum/js/desktop.js relies on it since 2016)
 */
const withFieldList = (context: ApiContext): ApiContext => {
  const { params, request } = context;
  const { fields } = params;
  return request.method === "GET" && typeof fields === "string"
    ? { ...context, params: { ...params, fields: [fields] } }
    : context;
};

/** Records put into words while other requests wait: some milliseconds of work. */
const RENDERED_AT_ONCE = 50;

const renderInSlices = async (
  records: readonly StoredRecord[],
  render: ReturnType<typeof createJsonRenderer>,
): Promise<Uint8Array[]> => {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < records.length; at += RENDERED_AT_ONCE) {
    parts.push(...render(records.slice(at, at + RENDERED_AT_ONCE), at === 0));
    await nextTurn();
  }
  return parts;
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/get-records/ */
const getRecords = (context: ApiContext) => {
  const params = readParams(withFieldList(context), recordsShape);
  const scope = openApp(context);
  requireAppRight(scope, "recordViewable");
  const fields = params.fields?.length ? params.fields : undefined;
  const isCounted = params.totalCount === true;
  const render = createJsonRenderer(scope, fields);
  const toAnswer = ({ count }: Found, records: readonly Uint8Array[]) =>
    jsonBytesResponse(
      Buffer.concat([
        Buffer.from('{"records":['),
        ...records,
        Buffer.from(`],"totalCount":${isCounted ? `"${count}"` : "null"}}`),
      ]),
    );
  const found = searchPage(scope, params.query ?? "", isCounted);
  return found instanceof Promise
    ? found.then(async (it) =>
        toAnswer(it, await renderInSlices(it.records, render)),
      )
    : toAnswer(found, render(found.records, true));
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/evaluate-record-permissions/ */
const evaluate = (context: ApiContext) => {
  const shape = object({ app: id(), ids: list(id(), { min: 1, max: 100 }) });
  const { ids } = readParams(context, shape);
  const scope = openApp(context);
  const { recordViewable, recordAddable } = scope.access.app;
  if (!recordViewable && !recordAddable) throw noPrivilege();
  return {
    rights: ids.map((it) => ({
      id: String(it),
      ...evaluateAccess(scope.access, scope.settings, findRecord(scope, it)),
    })),
  };
};

export const readEndpoints: readonly Endpoint[] = [
  { method: "GET", path: "record", auth: ANY_AUTH, handle: getRecord },
  { method: "GET", path: "records", auth: ANY_AUTH, handle: getRecords },
  {
    method: "GET",
    path: "records/acl/evaluate",
    auth: ANY_AUTH,
    handle: evaluate,
  },
];
