import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { ENTRIES, ROOT } from "./sources.ts";

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//u;

/** Folders of the packages whose code reaches the page. */
const listPackages = async (): Promise<string[]> => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { ...ENTRIES },
    outdir: "dist",
    write: false,
    bundle: true,
    metafile: true,
    platform: "browser",
    conditions: ["source", "module"],
    logLevel: "silent",
  });
  const folders = Object.keys(metafile.inputs).flatMap(
    (input) => PACKAGE.exec(input)?.[1] ?? [],
  );
  return [...new Set(folders)].sort();
};

const readLicence = async (folder: string): Promise<string> => {
  const absolute = path.join(ROOT, folder);
  const { name, version, license } = JSON.parse(
    await readFile(path.join(absolute, "package.json"), "utf8"),
  ) as { name: string; version: string; license?: string }; // npm's own format
  const file = (await readdir(absolute)).find((one) =>
    /^licen[cs]e/iu.test(one),
  );
  const text =
    file === undefined
      ? `Licence: ${license ?? "not stated"}`
      : await readFile(path.join(absolute, file), "utf8");
  return `${name} ${version}\n\n${text.trim()}\n`;
};

const readLicences = async (): Promise<string> => {
  const texts = await Promise.all((await listPackages()).map(readLicence));
  return texts.join(`\n${"-".repeat(72)}\n\n`);
};

let read: Promise<string> | undefined;

/**
 * The licences of every library inside the plugin, one after the other; looked up
 * once, because the libraries stay the same while a process builds again and again.
 */
export const collectLicences = (): Promise<string> => (read ??= readLicences());
