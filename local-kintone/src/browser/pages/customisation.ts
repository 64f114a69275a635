import { pluginFilesFor } from "../../rooms/plugins/plugin-files.ts";
import type {
  PluginSource,
  PluginSources,
} from "../../rooms/plugins/plugin-files.ts";
import { appRightsOfUser } from "../../rooms/rights/app-rights.ts";
import type { App, JsonObject, User } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { sourceUrl } from "./substitutes.ts";

export type Device = "desktop" | "mobile";
/** Files of one source in the order in which they load. */
export type Customisation = {
  /** null for the app's own files. */
  pluginId: string | null;
  css: string[];
  js: string[];
};

/** Address of a plugin's file; the version invalidates caches. */
const pluginUrl =
  (site: Site, { id, version }: PluginSources) =>
  (source: PluginSource): string => {
    if (source.kind === "url") return sourceUrl(site, source.url);
    const path = source.path.split("/").map(encodeURIComponent).join("/");
    return `/_page/plugin/${id}/${encodeURIComponent(version)}/${path}`;
  };

export const fromPlugin = (
  site: Site,
  sources: PluginSources,
): Customisation => ({
  pluginId: sources.id,
  css: sources.css.map(pluginUrl(site, sources)),
  js: sources.js.map(pluginUrl(site, sources)),
});

type CustomizeItem =
  | { type: "URL"; url: string }
  | { type: "FILE"; file: { fileKey: string } };

const itemUrl = (site: Site, app: App, item: CustomizeItem): string =>
  item.type === "URL"
    ? sourceUrl(site, item.url)
    : `/_page/customize/${app.id}/${encodeURIComponent(item.file.fileKey)}`;

const ownFiles = (site: Site, app: App, device: Device): Customisation => {
  const lists = (app.live?.settings.customize[device] ?? {}) as JsonObject;
  const urls = (items: unknown): string[] =>
    // Written by customize.ts, which checks every item.
    ((items ?? []) as CustomizeItem[]).map((item) => itemUrl(site, app, item));
  return { pluginId: null, css: urls(lists.css), js: urls(lists.js) };
};

const isInScope = (site: Site, app: App, user: User): boolean => {
  const scope = app.live?.settings.customize.scope;
  if (scope === "NONE") return false;
  return scope !== "ADMIN" || appRightsOfUser(site, app, user).appEditable;
};

/**
 * Files that run on the pages of an app for this user: the app's own files,
 * then plugin by plugin.
 *
 * @see https://github.com/akika/docs/blob/main/ja/JSAPI/events/event-handling.md (limitations)
 */
export const customisationsOf = (
  site: Site,
  app: App,
  user: User,
  device: Device,
): Customisation[] => {
  const own = isInScope(site, app, user) ? [ownFiles(site, app, device)] : [];
  const plugins = pluginFilesFor(site, app, device).map((it) =>
    fromPlugin(site, it),
  );
  return [...own, ...plugins];
};
