import { apiPath, boot } from "./boot.ts";

export type Params = Record<string, unknown>;
export type RestError = {
  code: string;
  id: string;
  message: string;
  errors?: Record<string, { messages: string[] }>;
};

/** Why a call of the page itself failed, as the REST API puts it. */
export class PageRestError extends Error {
  readonly body: RestError;
  readonly status: number;

  constructor(status: number, body: RestError) {
    super(body.message);
    this.name = "PageRestError";
    this.status = status;
    this.body = body;
  }
}

const append = (query: URLSearchParams, key: string, value: unknown): void => {
  if (value === undefined || value === null) return;
  if (Array.isArray(value))
    value.forEach((item, i) => append(query, `${key}[${i}]`, item));
  else if (typeof value === "object")
    for (const [name, item] of Object.entries(value))
      append(query, `${key}.${name}`, item);
  else query.append(key, String(value));
};

/** Parameters of a GET as kintone writes them: `ids[0]=1&ids[1]=2`. */
export const toQuery = (params: Params): string => {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(params)) append(query, key, value);
  return query.toString();
};

const isRestError = (body: unknown): body is RestError =>
  typeof body === "object" && body !== null && "code" in body;

/** A failed bulkRequest lists an answer per request; the one with a code is why. */
const reasonOf = (body: unknown): unknown =>
  typeof body === "object" &&
  body !== null &&
  "results" in body &&
  Array.isArray(body.results)
    ? body.results.find(isRestError)
    : body;

const toBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const read = async (response: Response): Promise<unknown> => {
  const body = toBody(await response.text());
  if (response.ok) return body;
  const unknown: RestError = {
    code: "",
    id: "",
    message: `HTTP ${response.status}`,
  };
  const reason = reasonOf(body);
  throw new PageRestError(
    response.status,
    isRestError(reason) ? reason : unknown,
  );
};

const headers = { "X-Requested-With": "XMLHttpRequest" };

const withToken = (params: Params): Params => ({
  ...params,
  __REQUEST_TOKEN__: boot.requestToken,
});

type Method = "GET" | "POST" | "PUT" | "DELETE";

const send = (url: string, method: Method, params: Params): Promise<Response> =>
  method === "GET"
    ? fetch(`${url}?${toQuery(params)}`, { headers })
    : fetch(url, {
        method,
        headers: { ...headers, "Content-Type": "application/json" },
        body: JSON.stringify(withToken(params)),
      });

/**
 * Requests of the page itself. They use a route of their own, so that the
 * counters and faults of tests see only requests of customisations.
 */
export const rest = async <T>(
  method: Method,
  path: string,
  params: Params,
): Promise<T> => {
  const url = `/_page/rest${apiPath(path)}.json`;
  // The endpoint decides the shape; callers name it.
  return (await read(await send(url, method, params))) as T;
};

/** A route of the pages that REST has no word for. */
export const pageRoute = async <T>(
  method: Method,
  path: string,
  params: Params,
): Promise<T> =>
  // The route decides the shape; callers name it.
  (await read(await send(`/_page/${path}`, method, params))) as T;

/** Uploads one file and answers its temporary key. */
export const uploadFile = async (file: File): Promise<string> => {
  const form = new FormData();
  form.append("__REQUEST_TOKEN__", boot.requestToken);
  form.append("file", file, file.name);
  const url = `/_page/rest${apiPath("/k/v1/file.json")}`;
  const response = await fetch(url, { method: "POST", headers, body: form });
  const { fileKey } = (await read(response)) as { fileKey: string };
  return fileKey;
};

/** `"` and `\` are the two characters a query string literal must escape. */
export const quote = (text: string): string =>
  `"${text.replace(/[\\"]/g, "\\$&")}"`;
