#!/usr/bin/env node
/*
 * Runs a TypeScript file of this checkout: node scripts/run-source.mjs FILE [arguments].
 * The file is bundled with the sources it needs, once and again after one of them changed:
 * loading each of them through a compiler takes three times as long.
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
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CACHE = path.join(ROOT, "node_modules/.cache/sources");
const SOURCES = ["src", "scripts", "excel-form/src", "local-kintone/src"];

/** The packages of this repository are read from their sources. */
const PACKAGES = {
  "excel-form": "excel-form/src/index.ts",
  "local-kintone": "local-kintone/src/index.ts",
  "local-kintone/testing": "local-kintone/src/testing/index.ts",
};

/** Changes with each source file; the path is part of it, because the bundle names it. */
const fingerprint = () => {
  const hash = createHash("sha256").update(ROOT);
  for (const folder of SOURCES) {
    const top = path.join(ROOT, folder);
    for (const name of readdirSync(top, { recursive: true }).sort()) {
      if (!name.endsWith(".ts")) continue;
      const { mtimeMs, size } = statSync(path.join(top, name));
      hash.update(`${folder}/${name} ${mtimeMs} ${size}\n`);
    }
  }
  return hash.digest("hex").slice(0, 16);
};

const readSources = {
  name: "read-sources",
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^[^./]/ }, ({ path: name, kind }) => {
      if (kind === "entry-point") return undefined;
      const source = PACKAGES[name];
      return source === undefined
        ? { path: name, external: true }
        : { path: path.join(ROOT, source) };
    });
    // Files that modules look for beside themselves are found from the sources.
    onLoad({ filter: /\.ts$/ }, ({ path: file }) => ({
      loader: "ts",
      contents: readFileSync(file, "utf8").replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(file).href),
      ),
    }));
  },
};

const bundle = async (entry, prefix, file) => {
  const { build } = await import("esbuild");
  mkdirSync(CACHE, { recursive: true });
  for (const old of readdirSync(CACHE))
    if (old.startsWith(prefix) && old.endsWith(".mjs"))
      rmSync(path.join(CACHE, old), { force: true });
  // Two starts at once must not read half a file.
  const half = `${file}.${process.pid}`;
  await build({
    entryPoints: [entry],
    outfile: half,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
    plugins: [readSources],
  });
  renameSync(half, file);
};

const isThere = (file) =>
  statSync(file, { throwIfNoEntry: false }) !== undefined;

const [, , name, ...rest] = process.argv;
const entry = path.resolve(ROOT, name);
const prefix = `${path.relative(ROOT, entry).replaceAll(/[\\/.]/g, "-")}-`;
const file = path.join(CACHE, `${prefix}${fingerprint()}.mjs`);
if (!isThere(file)) await bundle(entry, prefix, file);
process.argv = [process.execPath, entry, ...rest];
await import(pathToFileURL(file).href);
