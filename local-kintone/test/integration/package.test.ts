import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPacked } from "../../../test/support/packed-package.ts";
import type { PackedPackage } from "../../../test/support/packed-package.ts";

const run = promisify(execFile);
const packageFolder = fileURLToPath(new URL("../..", import.meta.url));

let packed: PackedPackage;
beforeAll(async () => {
  packed = await installPacked(packageFolder);
}, 120_000);
afterAll(() => packed.remove());

test("the packed package runs the first example of its README", async () => {
  const readme = readFileSync(join(packageFolder, "README.md"), "utf8");
  const [, example = ""] = /```js\n(.*?)```/s.exec(readme) ?? [];
  const [, printed] = /It prints `(.*?)`/.exec(readme) ?? [];
  expect(await packed.runScript(example)).toBe(`${printed}\n`);
});

test("the packed package serves the script of its pages", async () => {
  const source = `
    import { startServer } from "local-kintone";
    const server = await startServer();
    const answer = await fetch(server.baseUrl + "/_page/runtime.js");
    console.log(answer.status, (await answer.text()).length > 50_000);
    await server.close();
  `;
  expect(await packed.runScript(source)).toBe("200 true\n");
});

test("the packed command explains itself", async () => {
  const command = join(
    packed.folder,
    "node_modules/local-kintone/bin/local-kintone.js",
  );
  const { stdout } = await run(process.execPath, [command, "--help"]);
  expect(stdout).toContain("--substitute URL=PLACE");
});
