import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export type Asked = {
  readonly method: string;
  readonly path: string;
};
export type Answered = { readonly status: number; readonly text: string };
export type Front = { readonly baseUrl: string; readonly close: () => void };

const KEPT_BACK = ["host", "connection", "content-length"];

/** A server in front of a kintone, which answers in its place or changes what it answers. */
export const startFront = async (
  target: string,
  answerTo: (asked: Asked, ask: () => Promise<Answered>) => Promise<Answered>,
): Promise<Front> => {
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const { method = "GET", url = "", headers } = incoming;
      const sent = await buffer(incoming);
      const ask = async (): Promise<Answered> => {
        const answer = await fetch(new URL(url, target), {
          method,
          headers: Object.entries(headers).flatMap(([name, value]) =>
            KEPT_BACK.includes(name)
              ? []
              : [[name, String(value)] satisfies [string, string]],
          ),
          ...(sent.length > 0 && method !== "GET" && { body: sent }),
        });
        return { status: answer.status, text: await answer.text() };
      };
      const path = new URL(url, target).pathname;
      const { status, text } = await answerTo({ method, path }, ask);
      outgoing.writeHead(status, { "Content-Type": "application/json" });
      outgoing.end(text);
    })();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  // A listening TCP server has an address with a port.
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
