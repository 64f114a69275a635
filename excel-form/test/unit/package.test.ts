import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPacked } from "../../../test/support/packed-package.ts";
import type { PackedPackage } from "../../../test/support/packed-package.ts";

const packageFolder = fileURLToPath(new URL("../..", import.meta.url));

let packed: PackedPackage;
beforeAll(async () => {
  packed = await installPacked(packageFolder);
}, 120_000);
afterAll(() => packed.remove());

test("the packed package runs the first example of its README", async () => {
  const readme = readFileSync(join(packageFolder, "README.md"), "utf8");
  const [, example = ""] = /```js\n(.*?)```/s.exec(readme) ?? [];
  const [, first, second] = /It prints `(.*?)` and `(.*?)`/.exec(readme) ?? [];
  expect(await packed.runScript(example)).toBe(`${first}\n${second}\n`);
  expect(existsSync(join(packed.folder, "filled.xlsx"))).toBe(true);
});

test("the packed package brings types of its own", () => {
  const door = join(packed.folder, "node_modules/excel-form/dist/index.d.ts");
  expect(readFileSync(door, "utf8")).toContain("defineVocabulary");
});
