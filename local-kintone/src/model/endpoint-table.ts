import type { Endpoint, Method } from "./endpoint.ts";
import { illegalRequest, notImplemented } from "../ground/errors.ts";

/** A REST path taken apart. */
export type RestPath = {
  guestSpaceId: number | null;
  preview: boolean;
  /** As endpoint tables name it. */
  path: string;
};

const KINTONE_PATH = /^\/k(?:\/guest\/(\d+))?\/v1\/(preview\/)?(.+)\.json$/;
const USER_API_PATH = /^(\/v1\/.+)\.json$/;

/** Null for what is no REST address at all (a page). */
export const parseRestPath = (pathname: string): RestPath | null => {
  const kintone = KINTONE_PATH.exec(pathname);
  if (kintone) {
    const [, guest, preview, path = ""] = kintone;
    return {
      guestSpaceId: guest === undefined ? null : Number(guest),
      preview: preview !== undefined,
      path,
    };
  }
  const user = USER_API_PATH.exec(pathname);
  if (user) return { guestSpaceId: null, preview: false, path: user[1] ?? "" };
  return null;
};

/** Addresses that belong to the REST API even when no endpoint answers. */
export const looksLikeRest = (pathname: string): boolean =>
  /^\/(k\/(guest\/[^/]*\/)?)?v1(\/|$)/.test(pathname);

export type EndpointTable = {
  find(method: Method, rest: RestPath): Endpoint;
};

export const createEndpointTable = (
  endpoints: readonly Endpoint[],
): EndpointTable => {
  const byPath = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    const sides = [
      ...(endpoint.live === false ? [] : ["live"]),
      ...(endpoint.preview ? ["preview"] : []),
    ];
    for (const side of sides) {
      const key = `${side} ${endpoint.path}`;
      const known = byPath.get(key) ?? [];
      if (known.some((it) => it.method === endpoint.method))
        throw new Error(`Two endpoints for ${endpoint.method} ${key}`);
      byPath.set(key, [...known, endpoint]);
    }
  }
  return {
    find: (method, rest) => {
      const side = rest.preview ? "preview" : "live";
      const known = byPath.get(`${side} ${rest.path}`);
      const shown = `${rest.preview ? "preview/" : ""}${rest.path}`;
      if (!known) throw notImplemented(method, shown);
      const endpoint = known.find((it) => it.method === method);
      if (!endpoint) throw illegalRequest();
      return endpoint;
    },
  };
};
