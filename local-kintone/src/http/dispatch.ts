import type { Site } from "../model/site.ts";
import { ApiError } from "../ground/api-error.ts";
import { identify } from "./auth.ts";
import { createEndpointTable, parseRestPath } from "../model/endpoint-table.ts";
import type { Caller, Endpoint, Method } from "../model/endpoint.ts";
import { errorResponse, jsonResponse } from "../model/error-response.ts";
import {
  internalError,
  notImplemented,
  tokenNotAllowed,
} from "../ground/errors.ts";
import { languageOf } from "../model/language.ts";
import { effectiveMethod, readParameters } from "./parameters.ts";
import { plainNumber } from "../ground/plain.ts";

/** Facts about a request, collected while it is answered. */
export type Trace = {
  method: Method;
  caller: Caller | null;
  app: number | null;
};

export const newTrace = (): Trace => ({
  method: "GET",
  caller: null,
  app: null,
});

const appOf = (params: Record<string, unknown>): number | null => {
  const app = plainNumber(params.app);
  return Number.isSafeInteger(app) && app > 0 ? app : null;
};

const toApiError = (error: unknown, request: Request): ApiError => {
  if (error instanceof ApiError) return error;
  const { pathname } = new URL(request.url);
  console.error(`local-kintone: ${request.method} ${pathname} failed`, error);
  return internalError();
};

/** Finds the endpoint of a request, runs it and turns what it threw into kintone's answer. */
export type Dispatch = (
  request: Request,
  pathname: string,
  trace?: Trace,
) => Promise<Response>;

/** One way for every door to the endpoints: the public REST API and that of our own pages. */
export const createDispatch = (
  site: Site,
  endpoints: readonly Endpoint[],
): Dispatch => {
  const table = createEndpointTable(endpoints);

  const run = async (
    request: Request,
    pathname: string,
    trace: Trace,
  ): Promise<Response> => {
    const rest = parseRestPath(pathname);
    const method = effectiveMethod(request);
    trace.method = method;
    if (!rest) throw notImplemented(method, pathname);
    const endpoint = table.find(method, rest);
    const parameters = await readParameters(request, method);
    const { params, requestToken, file } = parameters;
    trace.app = appOf(params);
    const caller = identify(site, request, method, requestToken);
    trace.caller = caller;
    if (!endpoint.auth.includes(caller.by)) throw tokenNotAllowed();
    const language = languageOf(
      caller.user,
      request,
      site.options.defaultLanguage,
    );
    const { guestSpaceId, preview } = rest;
    const result = await site.store.transaction(() =>
      endpoint.handle({
        site,
        caller,
        language,
        guestSpaceId,
        preview,
        params,
        request,
        file,
      }),
    );
    if (result instanceof Response) return result;
    return jsonResponse(result ?? {});
  };

  return async (request, pathname, trace = newTrace()) => {
    try {
      return await run(request, pathname, trace);
    } catch (error) {
      const user = trace.caller?.user ?? null;
      const language = languageOf(user, request, site.options.defaultLanguage);
      return errorResponse(toApiError(error, request), language);
    }
  };
};
