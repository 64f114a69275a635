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
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const run = promisify(execFile);
const packageFolder = fileURLToPath(new URL("../..", import.meta.url));

type Manifest = { dependencies: Record<string, string> };

const readManifest = (): Manifest =>
  JSON.parse(
    readFileSync(join(packageFolder, "package.json"), "utf8"),
  ) as Manifest; // npm's own format

/** The folder in which this repository has a dependency installed. */
const installedFolder = (name: string): string => {
  const { resolve } = createRequire(join(packageFolder, "package.json"));
  const paths = resolve.paths(name) ?? [];
  const main = resolve(name, { paths });
  return main
    .slice(0, main.lastIndexOf(join("node_modules", name)))
    .concat(join("node_modules", name));
};

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "local-kintone-package-"));
  const modules = join(folder, "node_modules");
  const home = join(modules, "local-kintone");
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
  // Exactly the declared dependencies, so that an undeclared one fails here.
  for (const name of Object.keys(readManifest().dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(installedFolder(name), join(modules, name));
  }
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runScript = async (source: string): Promise<string> => {
  writeFileSync(join(folder, "example.mjs"), source);
  return (await run(process.execPath, ["example.mjs"], { cwd: folder })).stdout;
};

test("the packed package runs the first example of its README", async () => {
  const readme = readFileSync(join(packageFolder, "README.md"), "utf8");
  const [, example = ""] = /```js\n(.*?)```/s.exec(readme) ?? [];
  const [, printed] = /It prints `(.*?)`/.exec(readme) ?? [];
  expect(await runScript(example)).toBe(`${printed}\n`);
});

test("the packed package serves the script of its pages", async () => {
  const source = `
    import { startServer } from "local-kintone";
    const server = await startServer();
    const answer = await fetch(server.baseUrl + "/_page/runtime.js");
    console.log(answer.status, (await answer.text()).length > 50_000);
    await server.close();
  `;
  expect(await runScript(source)).toBe("200 true\n");
});

test("the packed command explains itself", async () => {
  const command = join(
    folder,
    "node_modules/local-kintone/bin/local-kintone.js",
  );
  const { stdout } = await run(process.execPath, [command, "--help"]);
  expect(stdout).toContain("--substitute URL=PLACE");
});
