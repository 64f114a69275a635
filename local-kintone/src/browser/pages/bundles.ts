import { fileURLToPath } from "node:url";

const clientFile = (name: string): string =>
  fileURLToPath(new URL(`../client/entries/${name}`, import.meta.url));

const bundle = async (name: string): Promise<string> => {
  // Nobody who asks REST only should wait for the bundler to load.
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [clientFile(name)],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
};

const known = new Map<string, Promise<string>>();

/** A script of the pages, built at its first use and kept for the life of the process. */
export const bundleOf = (
  name: "runtime.ts" | "clock-entry.ts",
): Promise<string> => {
  const built = known.get(name) ?? bundle(name);
  known.set(name, built);
  return built;
};
