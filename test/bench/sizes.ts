import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { buildReleasePlugin } from "../../scripts/plugin/build-release-plugin.ts";
import { bundleForRelease } from "../../scripts/plugin/bundle-for-release.ts";
import { readMachineKey } from "../../scripts/plugin/signing-key.ts";
import { root } from "./child.ts";
import { messageOf, toFigure, toPeer } from "./figure.ts";
import type { BenchPart, Figures, PeerFigure } from "./figure.ts";

const BUNDLE_LIMITS_KB: Readonly<Record<string, number>> = {
  "desktop.js": 170,
  "mobile.js": 100,
  "config.js": 190,
};
const ENGINE_LIMIT_KB = 25;

/** The peers as their authors built them for a page. */
const peers = {
  exceljs: "node_modules/exceljs/dist/exceljs.min.js",
  "xlsx-populate":
    "node_modules/xlsx-populate/browser/xlsx-populate-no-encryption.min.js",
};

/** Size of our own code, built the way the plugin is. */
const shippedKilobytesOf = async (entry: string): Promise<number> => {
  const outputDir = await mkdtemp(path.join(tmpdir(), "suisen-size-"));
  try {
    await bundleForRelease(
      { entry: `./${entry}` },
      { outputDir, isModule: true },
    );
    const bytes = await readFile(path.join(outputDir, "entry.js"));
    return gzipSync(bytes).length / 1024;
  } finally {
    await rm(outputDir, { recursive: true, force: true });
  }
};

/** Size of a peer's own build, minified once more. */
const gzipKilobytesOf = async (file: string): Promise<number> => {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, file)],
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    // Japanese as it is: escaped, every letter would take six.
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  const bytes = outputFiles.map(({ contents }) => gzipSync(contents).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1024;
};

const measurePeer = async (own: number, entry: string): Promise<PeerFigure> => {
  try {
    return toPeer(own, await gzipKilobytesOf(entry));
  } catch (error) {
    return { error: messageOf(error) };
  }
};

const measureBundles = async (): Promise<Figures> => {
  const { sizes } = await buildReleasePlugin(await readMachineKey("local"));
  return Object.fromEntries(
    sizes.map(({ name, gzipBytes }) => [
      `${path.parse(name).name}Gzip`,
      toFigure(gzipBytes / 1024, "KB", BUNDLE_LIMITS_KB[name]),
    ]),
  );
};

/** Bytes that a page has to load. */
export const measureSizes: BenchPart = async ({ say }) => {
  say("bundles");
  const bundles = await measureBundles();
  say("engine and peers");
  const engine = await shippedKilobytesOf("excel-form/src/fill/fill-plan.ts");
  const compared = await Promise.all(
    Object.entries(peers).map(async ([name, entry]) => [
      name,
      await measurePeer(engine, entry),
    ]),
  );
  return {
    ...bundles,
    engineGzip: {
      ...toFigure(engine, "KB", ENGINE_LIMIT_KB),
      peers: Object.fromEntries(compared),
      note: "excel-form/src/fill/fill-plan.ts, built as the plugin is (esbuild per file, webpack, swc): open and check the package, read cells, fill, move every reference, calculate totals, refresh charts, save and prove; no form model, map, checks or words",
    },
    reportGzip: {
      ...toFigure(await shippedKilobytesOf("excel-form/src/index.ts"), "KB"),
      note: "the engine with proposals, checks, drift and reading back",
    },
  };
};
