import type { Site } from "../model/site.ts";
import { createDispatch, newTrace } from "./dispatch.ts";
import { looksLikeRest } from "../model/endpoint-table.ts";
import type { Endpoint } from "../model/endpoint.ts";
import { errorResponse } from "../model/error-response.ts";
import { tooManyRequests } from "../ground/errors.ts";
import {
  CONCURRENCY_LIMIT,
  countRequest,
  trafficOf,
} from "../model/traffic.ts";

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

/** The REST API of one site over a table of endpoints. */
export const createRestApi = (
  site: Site,
  endpoints: readonly Endpoint[],
  intercept: Interceptor = noInterception,
): RestApi => {
  const dispatch = createDispatch(site, endpoints);

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
    const trace = newTrace();
    const { pathname } = new URL(request.url);
    traffic.running += 1;
    const response = await intercept(site, request, drop, () =>
      dispatch(request, pathname, trace),
    ).finally(() => {
      traffic.running -= 1;
    });
    countRequest(site, {
      at: new Date(site.clock.now()).toISOString(),
      method: trace.method,
      path: pathname,
      app: trace.app,
      user: trace.caller?.user.code ?? null,
      status: response.status,
    });
    return headers(response);
  };

  return (request, drop = () => undefined) =>
    looksLikeRest(new URL(request.url).pathname) ? answer(request, drop) : null;
};
