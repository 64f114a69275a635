import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { createPages } from "../pages/index.ts";
import { createSite } from "../site/create-site.ts";
import type { Site } from "../site/site.ts";
import { allEndpoints } from "./endpoints.ts";
import { createRestApi } from "./rest-api.ts";

export type ServerOptions = {
  /** Without it the server makes an empty site, and closes it with itself. */
  site?: Site;
  /** 0 takes any free one. */
  port?: number;
};
export type RunningServer = {
  baseUrl: string;
  site: Site;
  close(): Promise<void>;
};

/** Everything one site answers, as one fetch handler: REST first, pages after. */
export const createHandler = (site: Site): Hono => {
  const app = new Hono();
  const rest = createRestApi(site, allEndpoints);
  app.use(async (context, next) => {
    const answer = rest(context.req.raw);
    if (answer) return answer;
    return next();
  });
  app.route("/", createPages(site));
  app.notFound((context) =>
    context.text(
      `local-kintone does not know ${context.req.method} ${context.req.path}\n`,
      501,
    ),
  );
  app.onError((error, context) => {
    console.error(
      `local-kintone: ${context.req.method} ${context.req.path} failed`,
      error,
    );
    return context.text("Internal error of local-kintone\n", 500);
  });
  return app;
};

/** Serves a site on localhost, and on nothing else. */
export const startServer = async (
  options: ServerOptions = {},
): Promise<RunningServer> => {
  const site = options.site ?? createSite();
  const handler = createHandler(site);
  const server = await new Promise<ReturnType<typeof serve>>(
    (resolve, reject) => {
      const started = serve(
        {
          fetch: handler.fetch,
          port: options.port ?? 0,
          hostname: "localhost",
        },
        () => resolve(started),
      );
      started.once("error", reject);
    },
  );
  // A TCP server's address is never a string (that is a pipe's).
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://localhost:${port}`,
    site,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      if (!options.site) site.close();
    },
  };
};
