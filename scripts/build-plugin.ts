import { generateKeyPairSync } from "node:crypto";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import {
  cp,
  mkdir,
  readFile,
  readdir,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { packPluginFromManifest } from "@kintone/plugin-packer/from-manifest";
import type validateManifestType from "@kintone/plugin-manifest-validator";
import webpack from "webpack";

// The validator is CommonJS; imported, its function hides one level deeper than
// its types say.
const { default: validateManifest } = createRequire(import.meta.url)(
  "@kintone/plugin-manifest-validator",
) as { default: typeof validateManifestType };

const root = fileURLToPath(new URL("..", import.meta.url));
const outDir = path.join(root, "dist", "plugin");
const zipPath = path.join(root, "dist", "plugin.zip");
const developmentKeyPath = path.join(root, ".keys", "development.ppk");

export type BuiltPlugin = {
  id: string;
  zipPath: string;
  sizes: Array<{ name: string; gzipBytes: number }>;
};

/**
 * Bundles for a page as the plugin ships: esbuild takes the types off and
 * shortens each file, webpack joins them, its minifier shortens the whole.
 *
 * @param options.isModule - keeps the entry's exports, to be measured or imported
 */
export const bundle = (
  entries: Record<string, string>,
  options: { outputDir: string; isModule?: boolean },
): Promise<void> => {
  const { outputDir, isModule = false } = options;
  return new Promise((resolve, reject) => {
    webpack(
      {
        mode: "production",
        target: ["web", "es2022"],
        context: root,
        entry: entries,
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
                path.join(root, "scripts", "trim-templates.cjs"),
              ],
            },
          ],
        },
        // kintone loads a fixed list of files, so a bundle must stay in one piece.
        optimization: { splitChunks: false, runtimeChunk: false },
        performance: false,
        devtool: false,
      },
      (error, stats) => {
        if (error !== null) {
          reject(error);
          return;
        }
        if (stats === undefined || stats.hasErrors()) {
          reject(new Error(stats?.toString({ all: false, errors: true })));
          return;
        }
        resolve();
      },
    );
  });
};

/** One style sheet: the tokens first, then everything else by path. */
const joinStyles = async (): Promise<string> => {
  const files = await readdir(path.join(root, "src"), { recursive: true });
  const styles = files
    .filter((file) => file.endsWith(".css"))
    .map((file) => file.replaceAll(path.sep, "/"))
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  const texts = await Promise.all(
    styles.map((file) => readFile(path.join(root, "src", file), "utf8")),
  );
  return texts.join("\n");
};

const rank = (file: string): number =>
  ["ui/tokens.css", "ui/controls.css"].indexOf(file) + 1 || 3;

/**
 * The key decides the plugin's id. A development key is made once and kept out
 * of the repository; a key for a real kintone is named explicitly.
 */
const readKey = async (ppkPath: string | undefined): Promise<string> => {
  if (ppkPath !== undefined) {
    return readFile(ppkPath, "utf8");
  }
  if (!existsSync(developmentKeyPath)) {
    // kintone's plugin format takes RSA keys of 1024 bits in PKCS#1.
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 1024,
      privateKeyEncoding: { type: "pkcs1", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    });
    await mkdir(path.dirname(developmentKeyPath), { recursive: true });
    await writeFile(developmentKeyPath, privateKey, { mode: 0o600 });
  }
  return readFile(developmentKeyPath, "utf8");
};

/** The library packer does not validate, so the manifest is checked here. */
const checkManifest = async (): Promise<void> => {
  const manifest = JSON.parse(
    await readFile(path.join(outDir, "manifest.json"), "utf8"),
  ) as Record<string, unknown>; // the validator is what checks it
  const result = validateManifest(manifest, {
    fileExists: (file: string) => existsSync(path.join(outDir, file)),
  });
  if (!result.valid) {
    throw new Error(
      `The manifest is refused: ${JSON.stringify(result.errors, null, 2)}`,
    );
  }
};

const measure = async (): Promise<BuiltPlugin["sizes"]> => {
  const names = (await readdir(path.join(outDir, "js"))).filter((name) =>
    name.endsWith(".js"),
  );
  return Promise.all(
    names.map(async (name) => ({
      name,
      gzipBytes: gzipSync(await readFile(path.join(outDir, "js", name)))
        .byteLength,
    })),
  );
};

/**
 * Bundles, validates and signs the plugin into `dist/plugin.zip`.
 *
 * @param options.ppkPath - RSA key (PKCS#1 PEM); the development key when absent
 */
export const buildPlugin = async (
  options: { ppkPath?: string | undefined } = {},
): Promise<BuiltPlugin> => {
  await rm(outDir, { recursive: true, force: true });
  await cp(path.join(root, "plugin"), outDir, { recursive: true });
  await bundle(
    {
      desktop: "./src/entries/desktop.ts",
      mobile: "./src/entries/mobile.ts",
      config: "./src/entries/config.ts",
    },
    { outputDir: path.join(outDir, "js") },
  );
  await rm(path.join(outDir, "js", "LICENSE.txt"), { force: true });
  await mkdir(path.join(outDir, "css"), { recursive: true });
  await writeFile(path.join(outDir, "css", "suisen.css"), await joinStyles());
  await checkManifest();
  const key = await readKey(options.ppkPath);
  const { plugin, id } = await packPluginFromManifest(
    path.join(outDir, "manifest.json"),
    key,
  );
  await writeFile(zipPath, plugin);
  await stat(zipPath);
  return { id, zipPath, sizes: await measure() };
};
