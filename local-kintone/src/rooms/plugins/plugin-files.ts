import { isObject } from "../../ground/shape.ts";
import type { App, InstalledPlugin } from "../../model/model.ts";
import type { Site } from "../../model/site.ts";
import { missingParams } from "./plugin-config.ts";
import type { SettingsSide } from "./plugin-config.ts";
import { plainText } from "../../ground/plain.ts";

/** A script or style of a plugin: an address elsewhere, or a path inside the plugin. */
export type PluginSource =
  | { kind: "url"; url: string }
  | { kind: "file"; path: string };
export type PluginSources = {
  id: string;
  version: string;
  js: PluginSource[];
  css: PluginSource[];
};

const toSource = (entry: string): PluginSource =>
  /^https:\/\//i.test(entry)
    ? { kind: "url", url: entry }
    : { kind: "file", path: entry };

const sourcesOf = (part: unknown, name: "js" | "css"): PluginSource[] => {
  const list = isObject(part) ? part[name] : undefined;
  return Array.isArray(list)
    ? list.map((entry) => toSource(plainText(entry)))
    : [];
};

const toSources = (plugin: InstalledPlugin, part: unknown): PluginSources => ({
  id: plugin.id,
  version: plugin.version,
  js: sourcesOf(part, "js"),
  css: sourcesOf(part, "css"),
});

/**
 * Files that the pages of an app load, plugin by plugin in the order in which
 * they were added (unverified), each in manifest order. Plugins that are off,
 * uninstalled or not configured load nothing.
 */
export const pluginFilesFor = (
  site: Site,
  app: App,
  device: "desktop" | "mobile",
  side: SettingsSide = "live",
): PluginSources[] => {
  const copy = side === "live" ? app.live : app.preview;
  return (copy?.settings.plugins ?? []).flatMap((onApp) => {
    const plugin = site.store.plugins.get(onApp.id);
    const isActive = onApp.enabled && missingParams(site, onApp).length === 0;
    return plugin && isActive
      ? [toSources(plugin, plugin.manifest[device])]
      : [];
  });
};

/** Settings page of a plugin: its markup (null without one) and what it loads. */
export const pluginConfigPage = (
  site: Site,
  pluginId: string,
): (PluginSources & { html: string | null }) | null => {
  const plugin = site.store.plugins.get(pluginId);
  if (!plugin) return null;
  const { config } = plugin.manifest;
  const path = isObject(config) ? config.html : undefined;
  const bytes = typeof path === "string" ? plugin.files.get(path) : undefined;
  const html = bytes ? new TextDecoder().decode(bytes) : null;
  return { ...toSources(plugin, config), html };
};

const TYPES: Record<string, string> = {
  js: "text/javascript;charset=utf-8",
  css: "text/css;charset=utf-8",
  html: "text/html;charset=utf-8",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
};

/** One file of a plugin as the manifest names it. */
export const pluginFile = (
  site: Site,
  pluginId: string,
  path: string,
): { bytes: Uint8Array; contentType: string } | null => {
  const bytes = site.store.plugins.get(pluginId)?.files.get(path);
  if (!bytes) return null;
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  return { bytes, contentType: TYPES[extension] ?? "application/octet-stream" };
};
