import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Manifest = {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};

const read = (path: string): Manifest =>
  JSON.parse(
    readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"),
  ) as Manifest; // npm's own format

// The folder is a package of its own for strangers, but here it finds its
// libraries in the root's node_modules: the two lists must not drift apart.
test("local-kintone asks for the same versions as the project around it", () => {
  const root = read("package.json");
  const around = { ...root.dependencies, ...root.devDependencies };
  const own = read("local-kintone/package.json").dependencies ?? {};
  expect(Object.keys(own).length).toBeGreaterThan(0);
  for (const [name, range] of Object.entries(own)) {
    expect(around[name], name).toBe(range);
  }
});
