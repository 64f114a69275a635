#!/usr/bin/env node
/*
 * Runs src/main.ts of a checkout without a build. The sources are bundled once and again after
 * one of them changed: loading each of them through a compiler takes three times as long.
 */
import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const source = fileURLToPath(new URL("../src/", import.meta.url));
const cache = fileURLToPath(
  new URL("../../node_modules/.cache/local-kintone/", import.meta.url),
);

/** Changes with each source file; the path is part of it, because the bundle names it. */
const fingerprint = () => {
  const hash = createHash("sha256").update(source);
  for (const name of readdirSync(source, { recursive: true }).sort()) {
    if (!String(name).endsWith(".ts")) continue;
    const { mtimeMs, size } = statSync(join(source, String(name)));
    hash.update(`${name} ${mtimeMs} ${size}\n`);
  }
  return hash.digest("hex").slice(0, 16);
};

/** Files that modules look for beside themselves are found from the sources. */
const keepLocation = {
  name: "keep-location",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8").replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(path).href),
      ),
    }));
  },
};

const bundle = async (file) => {
  const { build } = await import("esbuild");
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache))
    if (old.endsWith(".mjs")) rmSync(join(cache, old));
  // Two starts at once must not read half a file.
  const half = `${file}.${process.pid}`;
  await build({
    entryPoints: [join(source, "main.ts")],
    outfile: half,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
    plugins: [keepLocation],
  });
  renameSync(half, file);
};

const isThere = (file) =>
  statSync(file, { throwIfNoEntry: false }) !== undefined;

const file = join(cache, `${fingerprint()}.mjs`);
if (!isThere(file)) await bundle(file);
await import(pathToFileURL(file).href);
