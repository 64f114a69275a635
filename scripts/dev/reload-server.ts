import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type ReloadServer = {
  /** Goes into every script of the plugin: reloads its page on the server's signal. */
  readonly snippet: string;
  reload(): void;
  close(): void;
};

/** Tells open pages to reload, through server-sent events of a port of its own. */
export const startReloadServer = async (): Promise<ReloadServer> => {
  const pages = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    response.writeHead(200, {
      "Content-Type": "text/event-stream",
      "Access-Control-Allow-Origin": "*",
    });
    response.flushHeaders();
    pages.add(response);
    request.once("close", () => pages.delete(response));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server has one
  return {
    snippet: `new EventSource("http://localhost:${port}").onmessage = () => location.reload();`,
    reload: () => pages.forEach((page) => page.write("data: reload\n\n")),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
