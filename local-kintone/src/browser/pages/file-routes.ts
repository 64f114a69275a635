import { pluginFile } from "../../rooms/plugins/plugin-files.ts";
import { sessionUser } from "../../http/session.ts";
import { appRightsOfUser } from "../../rooms/rights/app-rights.ts";
import type { Json, JsonObject } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { bundleOf } from "./bundles.ts";
import type { BundleName } from "./bundles.ts";
import { readSubstitute } from "./substitutes.ts";
import { className } from "../boot/class-names.ts";
import { pageWordsOf } from "./start.ts";
import { styleSheet } from "./style.ts";

const types: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

const typeOf = (name: string): string =>
  types[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ??
  "application/octet-stream";

const notFound = (): Response => new Response("Not found\n", { status: 404 });

/** Browsers keep a file and ask each time whether it is still the same. */
const CACHING = { "Cache-Control": "private, no-cache" };

const file = (bytes: Uint8Array, contentType: string): Response =>
  new Response(Uint8Array.from(bytes), {
    headers: {
      "Content-Type": contentType,
      "X-Content-Type-Options": "nosniff",
      ...CACHING,
    },
  });

const text = (body: string, name: string): Response =>
  new Response(body, {
    headers: { "Content-Type": typeOf(name), ...CACHING },
  });

export const serveBundle = async (name: BundleName): Promise<Response> =>
  text(await bundleOf(name), "bundle.js");

export const serveStyle = (site: Site): Response => {
  const { salt } = pageWordsOf(site);
  return text(
    styleSheet((name) => className(salt, name)),
    "style.css",
  );
};

/** Files of a plugin that its manifest lists. */
export const servePluginFile = (
  site: Site,
  request: Request,
  id: string,
  path: string,
): Response => {
  if (!sessionUser(site, request)) return notFound();
  const found = pluginFile(site, id, path);
  return found ? file(found.bytes, found.contentType) : notFound();
};

const itemsOf = (lists: Json | undefined): JsonObject[] => {
  const { js = [], css = [] } = (lists ?? {}) as {
    js?: JsonObject[];
    css?: JsonObject[];
  };
  return [...js, ...css];
};

const keyOf = (item: JsonObject): string | null =>
  item.type === "FILE" ? (item.file as { fileKey: string }).fileKey : null;

/** A customisation file that the live copy of the app names, for users of the app. */
export const serveCustomizeFile = (
  site: Site,
  request: Request,
  appId: number,
  key: string,
): Response => {
  const user = sessionUser(site, request);
  const app = site.store.apps.get(appId);
  if (!user || !app?.live) return notFound();
  const rights = appRightsOfUser(site, app, user);
  if (!rights.recordViewable && !rights.recordAddable) return notFound();
  const { desktop, mobile } = app.live.settings.customize;
  const keys = [...itemsOf(desktop), ...itemsOf(mobile)].map(keyOf);
  const stored = keys.includes(key) ? site.store.files.get(key) : undefined;
  return stored ? file(stored.bytes, typeOf(stored.name)) : notFound();
};

/** A file that replaces one of the internet. */
export const serveSubstitute = (
  site: Site,
  request: Request,
  index: number,
  path: string,
): Response => {
  if (!sessionUser(site, request)) return notFound();
  const bytes = readSubstitute(site, index, path);
  return bytes ? file(bytes, typeOf(path)) : notFound();
};
