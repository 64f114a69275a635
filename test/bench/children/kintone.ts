/**
 * A local kintone by itself. `memory` and `cpu` ask for its figures; any other message is the
 * body that a bare server is to answer, which is as fast as an answer of that size can be.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createSite, startServer } from "local-kintone";

const site = createSite({ deployDelayMs: 0 });

const tellMemory = (): void => {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heapUsed, rss });
};

const tellCpu = (): void => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1_000 });
};

const serveBody = (body: string): void => {
  const bytes = Buffer.from(body);
  const bare = createServer((_request, response) => {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(bytes);
  });
  bare.listen(0, "localhost", () => {
    // A listening TCP server has an address with a port.
    const { port } = bare.address() as AddressInfo;
    process.send?.({ baseUrl: `http://localhost:${port}` });
  });
};

startServer({ site, port: 0 }).then(
  ({ baseUrl }) => {
    process.on("message", (message) => {
      if (message === "memory") tellMemory();
      else if (message === "cpu") tellCpu();
      else serveBody(String(message));
    });
    process.send?.({ baseUrl });
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
