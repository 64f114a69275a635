import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { connectionOf } from "./http/connection.ts";
import type { Bindings } from "./http/connection.ts";
import { createControl } from "./http/control/control-routes.ts";
import { applyFaults } from "./http/control/faults.ts";
import { createSite } from "./rooms/create-site.ts";
import { looksLikeRest } from "./model/endpoint-table.ts";
import type { Site } from "./model/site.ts";
import type { Certificate } from "./http/certificate.ts";
import { allEndpoints } from "./rooms/endpoints.ts";
import { withGetBody } from "./http/get-body.ts";
import { createRestApi } from "./http/rest-api.ts";

export type ServerOptions = {
  /** Without it the server makes an empty site, and closes it with itself. */
  site?: Site;
  /** 0 takes any free one. */
  port?: number;
  /** With it the server speaks https: for clients that refuse http, also to localhost. */
  tls?: Certificate;
  /** Further host names to answer under, which the caller has pointed at this machine. */
  hosts?: readonly string[];
};
export type RunningServer = {
  baseUrl: string;
  site: Site;
  close(): Promise<void>;
};

/**
 * Time that an idle connection stays open. Clients that compute between two requests must
 * not be cut off; Node's own five seconds are too short.
 */
const KEEP_ALIVE_MS = 75_000;

/** Names of this machine and no other: a page elsewhere must not reach us under a name of its own. */
const isLocalName = (url: string): boolean =>
  /^(localhost|[\w-]+\.localhost|127\.0\.0\.1|\[::1\])$/.test(
    new URL(url).hostname,
  );

/** Answers requests without a handler, and those whose handler failed. */
const withFallbacks = <App extends Hono | Hono<{ Bindings: Bindings }>>(
  app: App,
): App => {
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

/** Everything one site answers, as one fetch handler: control, REST, pages. */
export const createHandler = (
  site: Site,
  hosts: readonly string[] = [],
): Hono<{ Bindings: Bindings }> => {
  const app = new Hono<{ Bindings: Bindings }>();
  const rest = createRestApi(site, allEndpoints, applyFaults);
  let pages: Promise<Hono> | null = null;
  // A caller of REST only should not wait for the pages to load.
  const loadPages = (): Promise<Hono> => {
    pages ??= import("./browser/pages/index.ts").then(({ createPages }) =>
      withFallbacks(createPages(site)),
    );
    return pages;
  };
  app.use(async (context, next) => {
    const { url } = context.req;
    if (isLocalName(url) || hosts.includes(new URL(url).hostname))
      return next();
    return context.text("local-kintone answers on localhost only\n", 403);
  });
  app.route("/", createControl(site));
  app.use(async (context, next) => {
    const connection = connectionOf(context.env);
    const { raw, path } = context.req;
    const request = looksLikeRest(path)
      ? await withGetBody(raw, context.env?.incoming)
      : raw;
    const answer = rest(request, connection);
    if (answer) return answer;
    if (path.startsWith("/_")) return next();
    return applyFaults(site, raw, connection.drop, async () => {
      await next();
      return context.res;
    });
  });
  app.all("*", async (context) => {
    const loaded = await loadPages();
    return loaded.fetch(context.req.raw, context.env);
  });
  return withFallbacks(app);
};

/** Serves a site on localhost, and on nothing else. */
export const startServer = async (
  options: ServerOptions = {},
): Promise<RunningServer> => {
  const site = options.site ?? createSite();
  const { tls, hosts = [] } = options;
  const handler = createHandler(site, hosts);
  const server = await new Promise<ReturnType<typeof serve>>(
    (resolve, reject) => {
      const started = serve(
        {
          fetch: handler.fetch,
          port: options.port ?? 0,
          hostname: "localhost",
          ...(tls && { createServer: createTlsServer, serverOptions: tls }),
        },
        () => resolve(started),
      );
      started.once("error", reject);
    },
  );
  if ("keepAliveTimeout" in server) server.keepAliveTimeout = KEEP_ALIVE_MS;
  // A TCP server's address is never a string (that is a pipe's).
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `${tls ? "https" : "http"}://localhost:${port}`,
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
