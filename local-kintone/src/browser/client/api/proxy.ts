import { bootApp } from "../boot.ts";
import { pageRoute, PageRestError } from "../rest.ts";

export type ProxyAnswer = [
  body: string,
  status: number,
  headers: Record<string, string>,
];
type Ok = (...answer: ProxyAnswer) => void;
type Failed = (message: string) => void;
type Headers = Record<string, string>;

const methods = ["GET", "POST", "PUT", "DELETE"];

const toText = (data: unknown): string =>
  typeof data === "string" ? data : JSON.stringify(data ?? {});

type Sent = {
  url: string;
  method: string;
  headers: Headers;
  data: string;
  /** Body as base64, for uploads. */
  blob?: string;
  pluginId?: string;
  app?: number;
};

const toFailure = (error: unknown): string =>
  // An unreachable target gives the body of the answer as text.
  error instanceof PageRestError ? JSON.stringify(error.body) : String(error);

const send = async (sent: Sent): Promise<ProxyAnswer> => {
  const { body, status, headers } = await pageRoute<{
    body: string;
    status: number;
    headers: Headers;
  }>("POST", "proxy", sent).catch((error: unknown) => {
    throw toFailure(error);
  });
  return [body, status, headers];
};

const answerTo = (
  work: Promise<ProxyAnswer>,
  ok?: Ok,
  failed?: Failed,
): Promise<ProxyAnswer> | undefined => {
  if (!ok && !failed) return work;
  work.then((answer) => ok?.(...answer), failed);
  return undefined;
};

const check = (method: string, allowed: string[]): void => {
  if (!allowed.includes(method))
    throw new TypeError(`kintone.proxy: method ${method}`);
};

const sentOf = (
  url: string,
  method: string,
  headers: Headers,
  data: unknown,
): Sent => {
  check(method, methods);
  const hasBody = method === "POST" || method === "PUT";
  return { url, method, headers, data: hasBody ? toText(data) : "" };
};

/** @see https://cybozu.dev/ja/kintone/docs/js-api/proxy/kintone-proxy-upload/ */
const MAX_UPLOAD_BYTES = 200 * 1024 * 1024;

const toBase64 = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

type Upload = { format: string; value: Blob };

const uploadOf = async (
  url: string,
  method: string,
  headers: Headers,
  data: Upload,
): Promise<Sent> => {
  check(method, ["POST", "PUT"]);
  if (data.format !== "RAW" || !(data.value instanceof Blob))
    throw new TypeError(
      "kintone.proxy.upload takes {format: RAW, value: Blob}",
    );
  if (data.value.size > MAX_UPLOAD_BYTES)
    throw new TypeError("kintone.proxy.upload takes 200 MB at most");
  const blob = await toBase64(data.value);
  return { url, method, headers, data: "", blob };
};

/** Calls outside the page go through the server, which lets only localhost pass. */
export const proxy = Object.assign(
  (
    url: string,
    method: string,
    headers: Headers,
    data: unknown,
    ok?: Ok,
    failed?: Failed,
  ) => answerTo(send(sentOf(url, method, headers, data)), ok, failed),
  {
    upload: (
      url: string,
      method: string,
      headers: Headers,
      data: Upload,
      ok?: Ok,
      failed?: Failed,
    ) => answerTo(uploadOf(url, method, headers, data).then(send), ok, failed),
  },
);

const asPlugin = (pluginId: string, sent: Sent): Sent => ({
  ...sent,
  pluginId,
  app: bootApp().id,
});

/** The same with headers and data that an administrator stored for the plugin. */
export const pluginProxy = Object.assign(
  (
    pluginId: string,
    url: string,
    method: string,
    headers: Headers,
    data: unknown,
    ok?: Ok,
    failed?: Failed,
  ) =>
    answerTo(
      send(asPlugin(pluginId, sentOf(url, method, headers, data))),
      ok,
      failed,
    ),
  {
    upload: (
      pluginId: string,
      url: string,
      method: string,
      headers: Headers,
      data: Upload,
      ok?: Ok,
      failed?: Failed,
    ) =>
      answerTo(
        uploadOf(url, method, headers, data).then((sent) =>
          send(asPlugin(pluginId, sent)),
        ),
        ok,
        failed,
      ),
  },
);
