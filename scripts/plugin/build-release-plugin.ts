import { mkdir, mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { assemblePlugin } from "./assemble.ts";
import { bundleForRelease, type BundleOptions } from "./bundle-for-release.ts";
import { packPlugin } from "./pack.ts";
import { ENTRIES, ROOT, STYLES, type PluginFiles } from "./sources.ts";

export type ReleasePlugin = {
  readonly id: string;
  readonly zip: Uint8Array;
  readonly sizes: ReadonlyArray<{ name: string; gzipBytes: number }>;
};

/** Bundles in a folder of its own, so that two builds at once do not meet. */
const bundleScripts = async (
  options: Pick<BundleOptions, "cacheDir">,
): Promise<PluginFiles> => {
  const dist = path.join(ROOT, "dist");
  await mkdir(dist, { recursive: true });
  const folder = await mkdtemp(path.join(dist, "bundle-"));
  try {
    await bundleForRelease(ENTRIES, { ...options, outputDir: folder });
    const names = (await readdir(folder)).filter((name) => /\.js$/u.test(name));
    return Object.fromEntries(
      await Promise.all(
        names.map(async (name) => [
          `js/${name}`,
          await readFile(path.join(folder, name)),
        ]),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Every page of an app loads the style sheet before it is drawn. */
const minifyStyles = async (files: PluginFiles): Promise<PluginFiles> => {
  const styles = Buffer.from(files[STYLES] ?? []).toString("utf8");
  const { code } = await transform(styles, {
    loader: "css",
    minify: true,
    charset: "utf8",
  });
  return { ...files, [STYLES]: Buffer.from(code) };
};

const measure = (scripts: PluginFiles): ReleasePlugin["sizes"] =>
  Object.entries(scripts).map(([name, bytes]) => ({
    name: path.posix.basename(name),
    gzipBytes: gzipSync(bytes).byteLength,
  }));

/** Bundles, validates and signs the plugin as it is released. */
export const buildReleasePlugin = async (
  key: string,
  options: Pick<BundleOptions, "cacheDir"> = {},
): Promise<ReleasePlugin> => {
  const scripts = await bundleScripts(options);
  const files = await minifyStyles(await assemblePlugin(scripts));
  return { ...(await packPlugin(files, key)), sizes: measure(scripts) };
};
