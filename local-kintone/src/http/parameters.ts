import type { Method, UploadedFile } from "../model/endpoint.ts";
import { illegalRequest, notJson } from "../ground/errors.ts";
import { parseQueryString } from "./query-string.ts";

export type Parameters = {
  params: Record<string, unknown>;
  /** `__REQUEST_TOKEN__`, taken out of the parameters. */
  requestToken: string | null;
  file: UploadedFile | null;
};

const REQUEST_TOKEN = "__REQUEST_TOKEN__";
const METHODS: readonly Method[] = ["GET", "POST", "PUT", "DELETE"];

const isMethod = (name: string): name is Method =>
  (METHODS as readonly string[]).includes(name);

/**
 * The method that counts: POST may be overridden, in upper case.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/kintone-rest-api-overview/
 */
export const effectiveMethod = (request: Request): Method => {
  const override = request.headers.get("X-HTTP-Method-Override");
  const name =
    request.method === "POST" && override !== null ? override : request.method;
  if (!isMethod(name)) throw illegalRequest();
  return name;
};

const mediaType = (request: Request) =>
  (request.headers.get("Content-Type") ?? "")
    .split(";")[0]
    ?.trim()
    .toLowerCase() ?? "";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const parseJson = (text: string): Record<string, unknown> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw notJson();
  }
  if (!isObject(value)) throw notJson();
  return value;
};

const split = (all: Record<string, unknown>): Parameters => {
  const { [REQUEST_TOKEN]: token, ...params } = all;
  return {
    params,
    requestToken: typeof token === "string" ? token : null,
    file: null,
  };
};

const readForm = async (request: Request): Promise<Parameters> => {
  let form: FormData;
  try {
    form = await request.formData();
  } catch {
    throw illegalRequest();
  }
  const token = form.get(REQUEST_TOKEN);
  const file = form.get("file");
  const isFile = typeof file === "object" && file !== null;
  return {
    params: {},
    requestToken: typeof token === "string" ? token : null,
    file: isFile
      ? {
          name: file.name,
          contentType: file.type || "application/octet-stream",
          bytes: new Uint8Array(await file.arrayBuffer()),
        }
      : null,
  };
};

/** A body that breaks off is nobody's error but the sender's. */
const readBytes = async (request: Request): Promise<ArrayBuffer> => {
  try {
    return await request.arrayBuffer();
  } catch {
    throw illegalRequest();
  }
};

const decodeUtf8 = (bytes: ArrayBuffer): string => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw notJson();
  }
};

/**
 * Parameters of a request: a JSON body on any method; without one the query
 * string on GET and DELETE; a multipart form where a file is sent. POST and PUT
 * take nothing from the query string (stricter reading).
 */
export const readParameters = async (
  request: Request,
  method: Method,
): Promise<Parameters> => {
  const type = mediaType(request);
  if (type === "multipart/form-data") return readForm(request);
  const text = decodeUtf8(await readBytes(request));
  const hasBody = text.trim() !== "";
  if (hasBody && type !== "application/json") throw illegalRequest();
  if (hasBody) return split(parseJson(text));
  // Seen by clients: a GET that announces JSON and sends none is refused.
  if (type === "application/json") throw illegalRequest();
  if (method === "GET" || method === "DELETE")
    return split(parseQueryString(new URL(request.url).searchParams));
  return split({});
};
