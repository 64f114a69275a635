import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./source-graph.ts";

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

const decisions = readdirSync(join(ROOT, "docs/decisions"))
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .sort();

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "docs/decisions/README.md",
  ...decisions.map((name) => `docs/decisions/${name}`),
];

/** Targets of links that are paths, without their anchors. */
const linkedPaths = (file: string): string[] =>
  [...read(file).matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target = ""]) => target.replace(/#.*$/u, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/u.test(target));

describe("documents", () => {
  test.each(documents)("every link of %s leads to a file", (file) => {
    const lost = linkedPaths(file).filter(
      (target) => !existsSync(join(ROOT, dirname(file), target)),
    );
    expect(lost).toEqual([]);
  });

  test("every decision is in the index", () => {
    expect(linkedPaths("docs/decisions/README.md").sort()).toEqual(decisions);
  });

  test("every npm command of README and CONTRIBUTING exists", () => {
    const { scripts } = JSON.parse(read("package.json")) as {
      scripts: Record<string, string>;
    }; // npm's own format
    const named = ["README.md", "CONTRIBUTING.md"].flatMap((file) =>
      [...read(file).matchAll(/npm run (?:-s )?([\w:]+)/gu)].map(
        ([, name = ""]) => name,
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
