import { apiPath, boot } from "../boot.ts";
import { pageRoute, toQuery } from "../rest.ts";
import type { Params } from "../rest.ts";

type Callback = (answer: unknown) => void;

const withSuffix = (path: string): string =>
  path.endsWith(".json") || path.includes(".json?") ? path : `${path}.json`;

/** A path or an address made by `url`; both with and without `.json`. */
const toAddress = (pathOrUrl: string): string => {
  const address = new URL(pathOrUrl, location.origin);
  return `${withSuffix(address.pathname)}${address.search}`;
};

const headers = { "X-Requested-With": "XMLHttpRequest" };

const send = (
  address: string,
  method: string,
  params: Params,
): Promise<Response> => {
  if (method === "GET") {
    const query = toQuery(params);
    const mark = address.includes("?") ? "&" : "?";
    return fetch(query === "" ? address : `${address}${mark}${query}`, {
      headers,
    });
  }
  return fetch(address, {
    method,
    headers: { ...headers, "Content-Type": "application/json" },
    body: JSON.stringify({ ...params, __REQUEST_TOKEN__: boot.requestToken }),
  });
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/**
 * Rejects with the body as the server sent it: an object, or the bare text. There is no
 * status and no Error around it.
 *
 * @see https://github.com/rex0220/kintone-sql-tools (docs/internal/evidence/b33_plugin_smoke.md, measured July 2026)
 */
const request = async (
  pathOrUrl: string,
  method: string,
  params: Params,
): Promise<unknown> => {
  const address = toAddress(pathOrUrl);
  const response = await send(address, method.toUpperCase(), params);
  const body = parse(await response.text());
  if (!response.ok) throw body;
  return body;
};

/** With `detectGuestSpace` the path of the guest space that the app lies in, if any. */
const url = (path: string, detectGuestSpace = false): string =>
  `${location.origin}${withSuffix(detectGuestSpace ? apiPath(path) : path)}`;

const urlForGet = (
  path: string,
  params: Params,
  detectGuestSpace = false,
): string => {
  const query = toQuery(params);
  const address = url(path, detectGuestSpace);
  return query === "" ? address : `${address}?${query}`;
};

function api(
  pathOrUrl: string,
  method: string,
  params?: Params,
): Promise<unknown>;
function api(
  pathOrUrl: string,
  method: string,
  params: Params,
  onSuccess?: Callback,
  onError?: Callback,
): void;
function api(
  pathOrUrl: string,
  method: string,
  params: Params = {},
  onSuccess?: Callback,
  onError?: Callback,
): Promise<unknown> | undefined {
  const answer = request(String(pathOrUrl), String(method), params);
  if (!onSuccess && !onError) return answer;
  answer.then(onSuccess, onError);
  return undefined;
}

/** `kintone.api` with its members. @see https://cybozu.dev/ja/kintone/docs/js-api/api/kintone-rest-api-request/ */
export const restApi = Object.assign(api, {
  url,
  urlForGet,
  getConcurrencyLimit: (): Promise<{ limit: number; running: number }> =>
    pageRoute("GET", "concurrency", {}),
});
