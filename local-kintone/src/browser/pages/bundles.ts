import { extname } from "node:path";
import { fileURLToPath } from "node:url";

export type BundleName = "runtime" | "clock-entry";

/** `.ts` in the repository, `.js` in the published package. */
const extension = extname(import.meta.url);

const entryFile = (name: BundleName): string =>
  fileURLToPath(
    new URL(`../client/entries/${name}${extension}`, import.meta.url),
  );

const bundle = async (name: BundleName): Promise<string> => {
  // The bundler loads with the first page, so that REST alone never waits for it.
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    entryPoints: [entryFile(name)],
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
export const bundleOf = (name: BundleName): Promise<string> => {
  const built = known.get(name) ?? bundle(name);
  known.set(name, built);
  return built;
};
