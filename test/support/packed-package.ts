import { execFile } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

type Manifest = { name: string; dependencies: Record<string, string> };

const readManifest = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest; // npm's own format

/** The folder in which this repository has a dependency installed. */
const installedFolder = (packageFolder: string, name: string): string => {
  const { resolve } = createRequire(join(packageFolder, "package.json"));
  const paths = resolve.paths(name) ?? [];
  const main = resolve(name, { paths });
  return main
    .slice(0, main.lastIndexOf(join("node_modules", name)))
    .concat(join("node_modules", name));
};

/** An empty directory with a packed package in it, and with nothing but its declared dependencies. */
export type PackedPackage = {
  readonly folder: string;
  /** Runs a module there and answers what it printed. */
  readonly runScript: (source: string) => Promise<string>;
  readonly remove: () => void;
};

export const installPacked = async (
  packageFolder: string,
): Promise<PackedPackage> => {
  const { name, dependencies } = readManifest(packageFolder);
  const folder = mkdtempSync(join(tmpdir(), `${name}-package-`));
  const modules = join(folder, "node_modules");
  const home = join(modules, name);
  mkdirSync(home, { recursive: true });
  const { stdout } = await run(
    "npm",
    ["pack", "--json", "--silent", "--pack-destination", folder],
    { cwd: packageFolder, maxBuffer: 1 << 26 },
  );
  // npm prints what its scripts print before its own JSON.
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("["))) as Array<{
    filename: string;
  }>;
  const tarball = join(folder, packed?.filename ?? "");
  await run("tar", ["-xzf", tarball, "--strip-components=1", "-C", home]);
  for (const one of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, one)), { recursive: true });
    symlinkSync(installedFolder(packageFolder, one), join(modules, one));
  }
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  return {
    folder,
    runScript: async (source) => {
      writeFileSync(join(folder, "example.mjs"), source);
      return (await run(process.execPath, ["example.mjs"], { cwd: folder }))
        .stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
