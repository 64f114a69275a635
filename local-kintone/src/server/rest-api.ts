import type { Site } from "../site/site.ts";
import { ApiError } from "./api-error.ts";
import { identify } from "./auth.ts";
import {
  createEndpointTable,
  looksLikeRest,
  parseRestPath,
} from "./endpoint-table.ts";
import type { Caller, Endpoint, Method } from "./endpoint.ts";
import { errorResponse, jsonResponse } from "./error-response.ts";
import {
  internalError,
  notImplemented,
  tokenNotAllowed,
  tooManyRequests,
} from "./errors.ts";
import { languageOf } from "./language.ts";
import { effectiveMethod, readParameters } from "./parameters.ts";
import { CONCURRENCY_LIMIT, countRequest, trafficOf } from "./traffic.ts";

/** Answers a REST request; null when the address is no business of the REST API. */
export type RestApi = (request: Request) => Promise<Response> | null;

type Trace = {
  method: Method;
  caller: Caller | null;
  app: number | null;
};

const appOf = (params: Record<string, unknown>): number | null => {
  const app = Number(params.app);
  return Number.isSafeInteger(app) && app > 0 ? app : null;
};

const toApiError = (error: unknown, request: Request): ApiError => {
  if (error instanceof ApiError) return error;
  const { pathname } = new URL(request.url);
  console.error(`local-kintone: ${request.method} ${pathname} failed`, error);
  return internalError();
};

/** The REST API of one site over a table of endpoints. */
export const createRestApi = (
  site: Site,
  endpoints: readonly Endpoint[],
): RestApi => {
  const table = createEndpointTable(endpoints);

  const run = async (request: Request, trace: Trace): Promise<Response> => {
    const { pathname } = new URL(request.url);
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

  const answer = async (request: Request): Promise<Response> => {
    const traffic = trafficOf(site);
    const running = traffic.running + 1;
    const headers = (response: Response) => {
      response.headers.set(
        "X-ConcurrencyLimit-Limit",
        String(CONCURRENCY_LIMIT),
      );
      response.headers.set("X-ConcurrencyLimit-Running", String(running));
      return response;
    };
    if (running > CONCURRENCY_LIMIT)
      return headers(
        errorResponse(tooManyRequests(), "en", {
          "X-Cybozu-Error": "GAIA_TO04",
          "Cache-Control": "no-cache, no-store, must-revalidate",
        }),
      );
    const trace: Trace = { method: "GET", caller: null, app: null };
    traffic.running += 1;
    let response: Response;
    try {
      response = await run(request, trace);
    } catch (error) {
      const user = trace.caller?.user ?? null;
      const language = languageOf(user, request, site.options.defaultLanguage);
      response = errorResponse(toApiError(error, request), language);
    } finally {
      traffic.running -= 1;
    }
    countRequest(site, {
      at: new Date(site.clock.now()).toISOString(),
      method: trace.method,
      path: new URL(request.url).pathname,
      app: trace.app,
      user: trace.caller?.user.code ?? null,
      status: response.status,
    });
    return headers(response);
  };

  return (request) =>
    looksLikeRest(new URL(request.url).pathname) ? answer(request) : null;
};
