import type { IncomingMessage } from "node:http";

const announcesBody = ({ headers }: IncomingMessage): boolean =>
  Number(headers["content-length"] ?? 0) > 0 ||
  headers["transfer-encoding"] !== undefined;

const readAll = async (incoming: IncomingMessage): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  // The stream of a request yields bytes: no encoding was set on it.
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
};

/**
 * Gives a GET request the JSON body that came with it, which fetch's `Request` cannot hold:
 * the same request as a POST with `X-HTTP-Method-Override`.
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/overview/kintone-rest-api-overview/ (samples send GET with a body)
 */
export const withGetBody = async (
  request: Request,
  incoming: IncomingMessage | undefined,
): Promise<Request> => {
  const isGet = request.method === "GET";
  if (!isGet || !incoming || !announcesBody(incoming)) return request;
  const headers = new Headers(request.headers);
  headers.set("X-HTTP-Method-Override", "GET");
  const body = Buffer.from(await readAll(incoming));
  return new Request(request.url, { method: "POST", headers, body });
};
