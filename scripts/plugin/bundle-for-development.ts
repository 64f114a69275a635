import path from "node:path";
import { context } from "esbuild";
import type { BuildContext, BuildOptions, OutputFile } from "esbuild";
import { ENTRIES, ROOT, type PluginFiles } from "./sources.ts";

export type DevelopmentBundleOptions = {
  /** Appends source maps to the scripts: kintone serves no file that the manifest does not list. */
  readonly hasSourceMaps?: boolean;
  /** Runs before each script. */
  readonly prelude?: string;
};

const configure = ({
  hasSourceMaps = false,
  prelude = "",
}: DevelopmentBundleOptions): BuildOptions => ({
  absWorkingDir: ROOT,
  entryPoints: { ...ENTRIES },
  outdir: "js",
  write: false,
  bundle: true,
  format: "iife",
  platform: "browser",
  target: "es2022",
  charset: "utf8",
  conditions: ["source", "module"],
  sourcemap: hasSourceMaps ? "inline" : false,
  banner: { js: prelude },
  logLevel: "silent",
});

const toPluginFiles = (outputs: readonly OutputFile[] = []): PluginFiles =>
  Object.fromEntries(
    outputs.map(({ path: file, contents }) => [
      `js/${path.basename(file)}`,
      contents,
    ]),
  );

/** Bundles again each time it is asked, reading only what has changed. */
export type DevelopmentBundler = {
  bundle(): Promise<PluginFiles>;
  dispose(): Promise<void>;
};

/**
 * Bundles the entries in a fraction of a second, unminified: for development,
 * the demo and the tests. What is released goes through `bundleForRelease`.
 */
export const createDevelopmentBundler = async (
  options: DevelopmentBundleOptions = {},
): Promise<DevelopmentBundler> => {
  const builder: BuildContext = await context(configure(options));
  return {
    bundle: async () => toPluginFiles((await builder.rebuild()).outputFiles),
    dispose: () => builder.dispose(),
  };
};
