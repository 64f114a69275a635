import packerModule from "@kintone/plugin-packer";
import { strToU8, zipSync } from "fflate";

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
