import type { Site } from "./site.ts";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/kintone-rest-api-overview/ (number of requests at a time) */
export const CONCURRENCY_LIMIT = 100;

type RequestCount = {
  method: string;
  path: string;
  app: number | null;
  count: number;
};
export type LoggedRequest = {
  at: string;
  method: string;
  path: string;
  app: number | null;
  user: string | null;
  status: number;
};
export type Traffic = {
  running: number;
  total: number;
  counts: Map<string, RequestCount>;
  log: LoggedRequest[];
};

const LOG_LENGTH = 1000;

/** Requests of a site: how many run, how many there were, the last thousand. */
export const trafficOf = (site: Site): Traffic => {
  const known = site.volatile.get("traffic");
  // The key is ours: nobody else puts anything there.
  if (known) return known as Traffic;
  const created: Traffic = { running: 0, total: 0, counts: new Map(), log: [] };
  site.volatile.set("traffic", created);
  return created;
};

/** kintone counts calls per app and day without enforcing anything; tests want the figure. */
export const countRequest = (site: Site, request: LoggedRequest): void => {
  const traffic = trafficOf(site);
  const { method, path, app } = request;
  const key = `${method} ${path} ${app ?? ""}`;
  const known = traffic.counts.get(key) ?? { method, path, app, count: 0 };
  traffic.counts.set(key, { ...known, count: known.count + 1 });
  traffic.total += 1;
  traffic.log.push(request);
  if (traffic.log.length > LOG_LENGTH) traffic.log.shift();
};
