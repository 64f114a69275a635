import { createServer, request, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import type { AddressInfo } from "node:net";

export type Json = Record<string, unknown>;

/** A request as it went over the wire, with its answer. */
export type Exchange = {
  readonly method: string;
  /** Path with the query string. */
  readonly url: string;
  /** Null where the body is no JSON object. */
  readonly body: Json | null;
  readonly status: number;
  readonly answer: Json | null;
};

const toJson = (bytes: Buffer): Json | null => {
  const text = bytes.toString("utf8");
  if (!text.startsWith("{")) return null;
  // The text begins with a brace, so what it holds is an object.
  return JSON.parse(text) as Json;
};

const forward = (
  incoming: IncomingMessage,
  target: string,
  sent: Buffer,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { method, headers, url = "" } = incoming;
    request(new URL(url, target), { method, headers }, resolve)
      .on("error", reject)
      .end(sent);
  });

/** A proxy on localhost that passes everything on to `target` and keeps a log of it. */
export const startWireLog = async (target: string) => {
  const log: Exchange[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const sent = await buffer(incoming);
      const answered = await forward(incoming, target, sent);
      const bytes = await buffer(answered);
      log.push({
        method: incoming.method ?? "",
        url: incoming.url ?? "",
        body: toJson(sent),
        status: answered.statusCode ?? 0,
        answer: toJson(bytes),
      });
      outgoing.writeHead(answered.statusCode ?? 502, answered.headers);
      outgoing.end(bytes);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://localhost:${port}`,
    log,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
