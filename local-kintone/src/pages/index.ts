import { Hono } from "hono";
import type { Site } from "../site/site.ts";

/**
 * Everything a browser sees: `/login`, `/k/…`, `/k/m/…`, the admin pages of
 * plugins, and the internal routes under `/_page/` that the pages live on.
 * Mount it at the root, after the REST API.
 */
export const createPages = (site: Site): Hono => {
  const app = new Hono();
  app.get("/_page/health", (c) => c.json({ now: site.clock.now() }));
  return app;
};
