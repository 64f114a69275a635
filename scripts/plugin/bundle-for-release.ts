import path from "node:path";
import webpack from "webpack";
import type { Configuration } from "webpack";
import { minifyBundles } from "./minify-bundles.ts";
import { ROOT } from "./sources.ts";

export type BundleOptions = {
  readonly outputDir: string;
  /** Keeps what was bundled, for the next time. */
  readonly cacheDir?: string;
  /** Keeps the entry's exports, to be measured or imported. */
  readonly isModule?: boolean;
};

const TRIM_TEMPLATES = path.join(
  ROOT,
  "scripts",
  "plugin",
  "trim-templates.cjs",
);

const cacheIn = (cacheDirectory: string): Configuration["cache"] => ({
  type: "filesystem",
  cacheDirectory,
  // A loader of ours is no package whose version webpack would notice.
  buildDependencies: { loaders: [TRIM_TEMPLATES] },
});

const configure = (
  entry: Readonly<Record<string, string>>,
  { outputDir, cacheDir, isModule = false }: BundleOptions,
): Configuration => ({
  mode: "production",
  target: ["web", "es2022"],
  context: ROOT,
  entry: { ...entry },
  output: {
    path: outputDir,
    filename: "[name].js",
    ...(isModule && { module: true, library: { type: "module" } }),
  },
  experiments: { outputModule: isModule },
  resolve: {
    extensions: [".ts", ".js"],
    conditionNames: ["source", "import", "module", "browser", "default"],
  },
  module: {
    rules: [
      {
        test: /\.ts$/,
        use: [
          {
            loader: "esbuild-loader",
            options: { target: "es2022", minify: true },
          },
          TRIM_TEMPLATES,
        ],
      },
    ],
  },
  // kintone loads a fixed list of files, so a bundle must stay in one piece.
  optimization: {
    splitChunks: false,
    runtimeChunk: false,
    minimizer: [minifyBundles(isModule)],
  },
  performance: false,
  devtool: false,
  ...(cacheDir !== undefined && { cache: cacheIn(cacheDir) }),
});

/**
 * Bundles for a page as the plugin is released: esbuild removes the types and
 * shortens each file, webpack joins them, swc shortens the result.
 */
export const bundleForRelease = (
  entries: Readonly<Record<string, string>>,
  options: BundleOptions,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const compiler = webpack(configure(entries, options));
    if (compiler === null) throw new Error("webpack gave no compiler.");
    compiler.run((error, stats) => {
      // Closing writes the cache.
      compiler.close((closing) => {
        const failure = error ?? closing;
        if (failure) {
          reject(failure);
        } else if (stats === undefined || stats.hasErrors()) {
          reject(new Error(stats?.toString({ all: false, errors: true })));
        } else {
          resolve();
        }
      });
    });
  });
