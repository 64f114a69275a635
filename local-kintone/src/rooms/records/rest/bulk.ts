import { ApiError, invalidInput } from "../../../ground/api-error.ts";
import type { ApiContext, Endpoint, Method } from "../../../model/endpoint.ts";
import { parseRestPath } from "../../../model/endpoint-table.ts";
import { errorBody, jsonResponse } from "../../../model/error-response.ts";
import { notJson } from "../../../ground/errors.ts";
import { isObject, messages } from "../../../ground/shape.ts";
import { parameterMessages } from "../messages.ts";
import { ANY_AUTH } from "./auth.ts";
import { statusEndpoints } from "./status.ts";
import { writeEndpoints } from "./write.ts";

const BULK_LIMIT = 20;

/**
 * Endpoints allowed in a bulk request. @see
 * https://cybozu.dev/ja/kintone/docs/rest-api/records/bulk-request/
 */
const endpoints = [...writeEndpoints, ...statusEndpoints];

type Part = { endpoint: Endpoint; payload: Record<string, unknown> };

const wrong = (path: string) =>
  invalidInput({ [path]: { messages: [messages.enumValue] } });

const missing = (path: string) =>
  invalidInput({ [path]: { messages: [parameterMessages.required] } });

const findEndpoint = (
  context: ApiContext,
  method: Method | undefined,
  api: string,
  path: string,
): Endpoint => {
  // Addresses of the API itself, with or without the guest space of this request.
  const rest = parseRestPath(api);
  const isHere =
    rest !== null &&
    !rest.preview &&
    rest.guestSpaceId === context.guestSpaceId;
  const endpoint = endpoints.find(
    (it) => it.method === method && it.path === rest?.path,
  );
  if (!isHere || !endpoint) throw wrong(`${path}.api`);
  return endpoint;
};

const METHODS: readonly Method[] = ["POST", "PUT", "DELETE"];

const readPart = (context: ApiContext, request: unknown, i: number): Part => {
  const path = `requests[${i}]`;
  if (!isObject(request)) throw notJson();
  const { method, api, payload } = request;
  if (method === undefined) throw missing(`${path}.method`);
  if (typeof api !== "string") throw missing(`${path}.api`);
  if (!isObject(payload)) throw missing(`${path}.payload`);
  const known = METHODS.find((it) => it === method);
  return { endpoint: findEndpoint(context, known, api, path), payload };
};

const readParts = (context: ApiContext): Part[] => {
  const { requests } = context.params;
  if (requests === undefined || requests === null) throw missing("requests");
  if (!Array.isArray(requests)) throw notJson();
  if (requests.length < 1 || requests.length > BULK_LIMIT)
    throw invalidInput({
      requests: { messages: [parameterMessages.size(1, BULK_LIMIT)] },
    });
  return requests.map((request, i) => readPart(context, request, i));
};

/**
 * Failure of one part of a bulk request; leaves the transaction with the part's
 * index.
 */
class PartFailed extends Error {
  readonly index: number;
  readonly reason: ApiError;

  constructor(index: number, reason: ApiError) {
    super(reason.message, { cause: reason });
    this.index = index;
    this.reason = reason;
  }
}

const runPart = (context: ApiContext, part: Part, index: number): unknown => {
  try {
    return part.endpoint.handle({ ...context, params: part.payload });
  } catch (error) {
    if (error instanceof ApiError) throw new PartFailed(index, error);
    throw error;
  }
};

/** All or nothing; a failure is reported at its place among empty ones. */
const bulkRequest = (context: ApiContext): unknown => {
  const parts = readParts(context);
  try {
    const results = context.site.store.transaction(() =>
      parts.map((part, i) => runPart(context, part, i)),
    );
    return { results };
  } catch (error) {
    if (!(error instanceof PartFailed)) throw error;
    const { index, reason } = error;
    const results = parts.map((_, i) =>
      i === index ? errorBody(reason, context.language) : {},
    );
    return jsonResponse({ results }, reason.status);
  }
};

export const bulkEndpoints: readonly Endpoint[] = [
  { method: "POST", path: "bulkRequest", auth: ANY_AUTH, handle: bulkRequest },
];
