import packerModule from "@kintone/plugin-packer";
import { strToU8, zipSync } from "fflate";
import type { LocalSite } from "./local-site.ts";

type Packer = typeof packerModule;
// The package is CommonJS: its default export is a member of what Node imports.
const packer: Packer =
  "default" in packerModule ? (packerModule.default as Packer) : packerModule;

/** One white point, for manifests that want an icon. */
const ICON = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/**
 * Registers what the test put into the page before anything ran: handlers by event type,
 * as source text. It announces itself so that tests can see the order of loading.
 */
export const listeningScript = (mark: string): string => `
(function (PLUGIN_ID) {
  "use strict";
  window.loaded = (window.loaded || []).concat([[${JSON.stringify(mark)}, PLUGIN_ID]]);
  var given = (window.handlers || {})[${JSON.stringify(mark)}] || [];
  given.forEach(function (pair) {
    kintone.events.on(pair[0], (0, eval)("(" + pair[1] + ")"));
  });
})(kintone.$PLUGIN_ID);
`;

export type PluginSource = {
  name?: string;
  version?: string;
  desktop?: string[];
  mobile?: string[];
  config?: { html: string; js: string; css?: string; required?: string[] };
};

const files = (prefix: string, sources: string[] = []) =>
  sources.map((source, i) => [`js/${prefix}${i}.js`, source] as const);

/** Packs a plugin with the official packer, with a key of its own where none is given. */
export const packPlugin = async (source: PluginSource, privateKey?: string) => {
  const desktop = files("desktop", source.desktop);
  const mobile = files("mobile", source.mobile);
  const { config } = source;
  const names = (list: ReadonlyArray<readonly [string, string]>) =>
    list.map(([name]) => name);
  const css = config?.css === undefined ? [] : ["css/config.css"];
  const manifest = {
    manifest_version: 1,
    version: source.version ?? "1",
    type: "APP",
    name: { en: source.name ?? "Test plugin", ja: source.name ?? "テスト" },
    icon: "icon.png",
    desktop: { js: names(desktop) },
    mobile: { js: names(mobile) },
    ...(config && {
      config: {
        html: "config.html",
        js: ["js/config.js"],
        css,
        required_params: config.required ?? [],
      },
    }),
  };
  const contents: Record<string, Uint8Array> = {
    "manifest.json": strToU8(JSON.stringify(manifest)),
    "icon.png": ICON,
  };
  for (const [name, text] of [...desktop, ...mobile])
    contents[name] = strToU8(text);
  if (config) {
    contents["config.html"] = strToU8(config.html);
    contents["js/config.js"] = strToU8(config.js);
    if (config.css !== undefined)
      contents["css/config.css"] = strToU8(config.css);
  }
  return packer(Buffer.from(zipSync(contents)), privateKey);
};

/** Packs, installs through REST and adds to an app; the app still has to be deployed. */
export const addPlugin = async (
  site: LocalSite,
  app: number,
  source: PluginSource,
): Promise<string> => {
  const { plugin, id } = await packPlugin(source);
  const fileKey = await site.upload(Uint8Array.from(plugin), "plugin.zip");
  await site.send("POST", "/k/v1/plugin.json", { fileKey });
  await site.send("POST", "/k/v1/preview/app/plugins.json", { app, ids: [id] });
  return id;
};

/** A plugin that registers the handlers a test gives under this mark. */
export const listeningPlugin = (mark = "plugin"): PluginSource => ({
  name: mark,
  desktop: [listeningScript(mark)],
  mobile: [listeningScript(mark)],
});
