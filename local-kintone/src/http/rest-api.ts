import {
  setImmediate as nextTurn,
  setTimeout as wait,
} from "node:timers/promises";
import type { Site } from "../model/site.ts";
import { noConnection } from "./connection.ts";
import type { Connection } from "./connection.ts";
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
import type { Traffic } from "../model/traffic.ts";

/** Answers a REST request; null when the address is no business of the REST API. */
export type RestApi = (
  request: Request,
  connection?: Connection,
) => Promise<Response> | null;

/** Runs between a request and its answer: fault injection. */
export type Interceptor = (
  site: Site,
  request: Request,
  drop: () => void,
  next: () => Promise<Response>,
) => Promise<Response>;

const noInterception: Interceptor = (_site, _request, _drop, next) => next();

const QUIET_MS = 5;
const LONGEST_WAIT_MS = 200;

/**
 * Lets the requests that are on the wire arrive before one of several is answered: until
 * some milliseconds have brought none. Without it requests sent at once would run one by
 * one and never meet the limit. A request that is alone does not wait.
 */
const waitForArrivals = async (
  traffic: Traffic,
  arrivals: () => number,
): Promise<void> => {
  await nextTurn();
  for (let waited = 0; waited < LONGEST_WAIT_MS; waited += QUIET_MS) {
    const seen = arrivals();
    if (traffic.running > 1) await wait(QUIET_MS);
    if (arrivals() === seen) return;
  }
};

/** The REST API of one site over a table of endpoints. */
export const createRestApi = (
  site: Site,
  endpoints: readonly Endpoint[],
  intercept: Interceptor = noInterception,
): RestApi => {
  const dispatch = createDispatch(site, endpoints);
  let arrived = 0;

  const answer = async (
    request: Request,
    { drop, closed }: Connection,
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
    arrived += 1;
    const leave = () => {
      traffic.running -= 1;
    };
    await waitForArrivals(traffic, () => arrived);
    const response = await intercept(site, request, drop, () =>
      dispatch(request, pathname, trace),
    ).finally(() => void closed.then(leave));
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

  return (request, connection = noConnection) =>
    looksLikeRest(new URL(request.url).pathname)
      ? answer(request, connection)
      : null;
};
