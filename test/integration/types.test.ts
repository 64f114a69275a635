import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { generateTypes } from "../../scripts/generate-types.ts";

const committed = fileURLToPath(
  new URL("../../src/apps/generated/", import.meta.url),
);

const readAll = async (folder: string): Promise<Record<string, string>> => {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(
    names.map((name) => readFile(join(folder, name), "utf8")),
  );
  return Object.fromEntries(
    names.map((name, index) => [name, texts[index] ?? ""]),
  );
};

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "suisen-types-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("the committed types are what dts-gen reads today (npm run types)", async () => {
  await generateTypes(folder);
  expect(await readAll(folder)).toEqual(await readAll(committed));
});
