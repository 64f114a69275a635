import { Hono } from "hono";
import { etag } from "hono/etag";
import { trafficOf, CONCURRENCY_LIMIT } from "../../model/traffic.ts";
import type { Site } from "../../model/site.ts";
import {
  serveBundle,
  serveCustomizeFile,
  serveSubstitute,
  servePluginFile,
  serveStyle,
} from "./file-routes.ts";
import { logIn, logOut, showLogin } from "./login.ts";
import { markRead, readNotifications } from "./notification-routes.ts";
import { createPageRest } from "./page-rest.ts";
import {
  adminPage,
  appPage,
  pluginConfigPage,
  sitePage,
} from "./page-routes.ts";
import {
  listAddable,
  listAppPlugins,
  readInPlugin,
  readPending,
  storePluginConfig,
  storeProxyConfig,
} from "./plugin-routes.ts";
import { readChanges } from "./history-routes.ts";
import { readActions, readActionValues } from "./action-routes.ts";
import { readProcess, readStatusHistory } from "./process-routes.ts";
import { proxyRoute } from "./proxy-route.ts";
import { listApps, readNewRecord } from "./record-routes.ts";
import { serveRoute } from "./route-context.ts";
import type { Route } from "./route-context.ts";

const readConcurrency: Route = ({ site }) => ({
  limit: CONCURRENCY_LIMIT,
  running: trafficOf(site).running,
});

const gets: Record<string, Route> = {
  "new-record": readNewRecord,
  apps: listApps,
  process: readProcess,
  "status-history": readStatusHistory,
  changes: readChanges,
  "app-actions": readActions,
  "action-values": readActionValues,
  notifications: readNotifications,
  "app-plugins": listAppPlugins,
  "addable-plugins": listAddable,
  pending: readPending,
  concurrency: readConcurrency,
};
const posts: Record<string, Route> = {
  "notifications/read": markRead,
  proxy: proxyRoute,
  "plugin-upload": readInPlugin,
};
const puts: Record<string, Route> = {
  "plugin-config": storePluginConfig,
  "plugin-proxy-config": storeProxyConfig,
};

/** Doors of the pages that REST has no words for. */
const mountRoutes = (app: Hono, site: Site): void => {
  for (const [path, route] of Object.entries(gets))
    app.get(`/_page/${path}`, serveRoute(site, route));
  for (const [path, route] of Object.entries(posts))
    app.post(`/_page/${path}`, serveRoute(site, route));
  for (const [path, route] of Object.entries(puts))
    app.put(`/_page/${path}`, serveRoute(site, route));
};

const mountFiles = (app: Hono, site: Site): void => {
  for (const path of ["runtime.js", "plugin/*", "customize/*", "substitutes/*"])
    app.use(`/_page/${path}`, etag());
  app.get("/favicon.ico", () => new Response(null, { status: 204 }));
  app.get("/_page/clock.js", () => serveBundle("clock-entry"));
  app.get("/_page/runtime.js", () => serveBundle("runtime"));
  app.get("/_page/style.css", () => serveStyle(site));
  app.get("/_page/plugin/:id/:version/:path{.+}", (c) =>
    servePluginFile(site, c.req.raw, c.req.param("id"), c.req.param("path")),
  );
  app.get("/_page/substitutes/:index/:path{.+}", (c) =>
    serveSubstitute(
      site,
      c.req.raw,
      Number(c.req.param("index")),
      c.req.param("path"),
    ),
  );
  app.get("/_page/customize/:app/:key", (c) =>
    serveCustomizeFile(
      site,
      c.req.raw,
      Number(c.req.param("app")),
      c.req.param("key"),
    ),
  );
};

/** `space` names the guest space of the app; files do not tell where they lie. */
const filePath = ({ searchParams }: URL): string => {
  const key = encodeURIComponent(searchParams.get("fileKey") ?? "");
  const space = Number(searchParams.get("space"));
  const folder = space > 0 ? `/k/guest/${space}/v1` : "/k/v1";
  return `${folder}/file.json?fileKey=${key}`;
};

const mountRest = (app: Hono, site: Site): void => {
  const rest = createPageRest(site);
  app.all("/_page/rest/*", (c) => rest(c.req.raw));
  // A link cannot carry the header that the REST API wants.
  app.get("/_page/file", (c) => {
    const url = new URL(c.req.url);
    const headers = new Headers(c.req.raw.headers);
    headers.set("X-Requested-With", "XMLHttpRequest");
    return rest(
      new Request(`${url.origin}/_page/rest${filePath(url)}`, {
        headers,
      }),
    );
  });
};

const mountLogin = (app: Hono, site: Site): void => {
  app.get("/", (c) => c.redirect("/k/"));
  app.get("/login", (c) => showLogin(site, c.req.raw));
  app.post("/login", (c) => logIn(site, c.req.raw));
  app.post("/logout", (c) => logOut(site, c.req.raw));
};

/** Portal and notifications, under `/k` and `/k/m`. */
const mountSitePages = (app: Hono, site: Site, base: string): void => {
  app.get(base, (c) => c.redirect(`${base}/`));
  app.get(`${base}/`, (c) => sitePage(site, c.req.raw, "portal"));
  app.get(`${base}/notifications`, (c) =>
    sitePage(site, c.req.raw, "notifications"),
  );
};

const APP = ":app{[0-9]+}";
const kinds = {
  "": "index",
  edit: "create",
  show: "show",
  report: "report",
} as const;

/** Pages that PC and mobile both have. */
const mountAppPages = (app: Hono, site: Site, base: string): void => {
  app.get(`${base}/${APP}`, (c) => c.redirect(`${c.req.path}/`));
  for (const [path, kind] of Object.entries(kinds))
    app.get(`${base}/${APP}/${path}`, (c) =>
      appPage(site, c.req.raw, kind, Number(c.req.param("app"))),
    );
};

/** Print and administration. */
const mountPcPages = (app: Hono, site: Site, base: string): void => {
  app.get(`${base}/${APP}/print`, (c) =>
    appPage(site, c.req.raw, "print", Number(c.req.param("app"))),
  );
  app.get(`${base}/admin/app/flow`, (c) =>
    adminPage(site, c.req.raw, "appSettings", Number(c.req.query("app"))),
  );
  app.get(`${base}/admin/app/${APP}/plugin/`, (c) =>
    adminPage(site, c.req.raw, "pluginList", Number(c.req.param("app"))),
  );
  app.get(`${base}/admin/app/${APP}/plugin/config`, (c) =>
    pluginConfigPage(site, c.req.raw, Number(c.req.param("app"))),
  );
};

const mountPages = (app: Hono, site: Site): void => {
  mountLogin(app, site);
  for (const base of ["/k", "/k/m"]) mountSitePages(app, site, base);
  for (const base of ["/k", "/k/guest/:space{[0-9]+}"]) {
    mountAppPages(app, site, base);
    mountAppPages(app, site, `${base}/m`);
    mountPcPages(app, site, base);
  }
};

/**
 * Everything a browser sees: `/login`, `/k/…`, `/k/m/…`, the admin pages of
 * plugins, and the internal routes under `/_page/` that the pages live on.
 * Mount it at the root, after the REST API.
 */
export const createPages = (site: Site): Hono => {
  const app = new Hono();
  mountFiles(app, site);
  mountRoutes(app, site);
  mountRest(app, site);
  mountPages(app, site);
  return app;
};
