import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const path = (rest: string) => fileURLToPath(new URL(rest, import.meta.url));

/** Packages stay outside of the script and are found from here. */
const bundle = async (name: string): Promise<string> => {
  const outfile = path(
    `../../../node_modules/.cache/test-children/${name}-${process.pid}.mjs`,
  );
  await build({
    entryPoints: [path(`children/${name}.ts`)],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    target: "node20",
    format: "esm",
    logLevel: "error",
  });
  process.once("exit", () => rmSync(outfile, { force: true }));
  return outfile;
};

const bundled = new Map<string, Promise<string>>();

/** A file of `children/` as one script, which Node starts several times faster than its sources. */
export const childScript = (name: string): Promise<string> => {
  const known = bundled.get(name) ?? bundle(name);
  bundled.set(name, known);
  return known;
};
