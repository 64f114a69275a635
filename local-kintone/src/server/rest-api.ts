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
import { plainNumber } from "./plain.ts";

/**
 * Answers a REST request; null when the address is no business of the REST API.
 * `drop` ends the connection of the request.
 */
export type RestApi = (
  request: Request,
  drop?: () => void,
) => Promise<Response> | null;

/** Stands between a request and its answer: fault injection. */
export type Interceptor = (
  site: Site,
  request: Request,
  drop: () => void,
  next: () => Promise<Response>,
) => Promise<Response>;

const noInterception: Interceptor = (_site, _request, _drop, next) => next();

type Trace = {
  method: Method;
  caller: Caller | null;
  app: number | null;
};

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

/** The REST API of one site over a table of endpoints. */
export const createRestApi = (
  site: Site,
  endpoints: readonly Endpoint[],
  intercept: Interceptor = noInterception,
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

  const settle = async (request: Request, trace: Trace): Promise<Response> => {
    try {
      return await run(request, trace);
    } catch (error) {
      const user = trace.caller?.user ?? null;
      const language = languageOf(user, request, site.options.defaultLanguage);
      return errorResponse(toApiError(error, request), language);
    }
  };

  const answer = async (
    request: Request,
    drop: () => void,
  ): Promise<Response> => {
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
    const response = await intercept(site, request, drop, () =>
      settle(request, trace),
    ).finally(() => {
      traffic.running -= 1;
    });
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

  return (request, drop = () => undefined) =>
    looksLikeRest(new URL(request.url).pathname) ? answer(request, drop) : null;
};
