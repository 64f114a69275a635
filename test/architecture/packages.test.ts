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

const librariesOf = ({ dependencies, devDependencies }: Manifest) => ({
  ...dependencies,
  ...devDependencies,
});

test.each(["excel-form", "local-kintone"])(
  "%s asks for the same versions as the project around it",
  (folder) => {
    const around = librariesOf(read("package.json"));
    const own = librariesOf(read(`${folder}/package.json`));
    const shared = Object.keys(own).filter((name) => name in around);
    expect(shared.length).toBeGreaterThan(0);
    for (const name of shared) expect(around[name], name).toBe(own[name]);
  },
);
