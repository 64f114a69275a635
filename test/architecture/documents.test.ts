import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "./source-graph.ts";

const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");

const decisions = readdirSync(join(ROOT, "docs/decisions"))
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .sort();

const guide = readdirSync(join(ROOT, "docs/ja"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/ja/${name}`);

const documents = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  ...guide,
  "docs/decisions/README.md",
  ...decisions.map((name) => `docs/decisions/${name}`),
];

/** Targets of links that are paths, without their anchors. */
const linkedPaths = (file: string): string[] =>
  [...read(file).matchAll(/\]\(([^)\s]+)\)/gu)]
    .map(([, target = ""]) => target.replace(/#.*$/u, ""))
    .filter((target) => target !== "" && !/^[a-z]+:/u.test(target));

/** Pictures with a width of their own. */
const pictures = (file: string): string[] =>
  [...read(file).matchAll(/<img src="([^"]+)"/gu)].map(
    ([, source = ""]) => source,
  );

/** The anchor that GitHub gives to a heading. */
const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/gu, "-");

const anchorsOf = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) =>
    toAnchor(heading.trim()),
  );

/** Links to a section, as file and anchor; "" is the page itself. */
const linkedSections = (file: string): Array<[string, string]> =>
  [...read(file).matchAll(/\]\(([^)\s:#]*)#([^)\s]+)\)/gu)].map(
    ([, target = "", anchor = ""]) => [target, anchor],
  );

describe("documents", () => {
  test.each(documents)("every link of %s leads to a file", (file) => {
    const lost = [...linkedPaths(file), ...pictures(file)].filter(
      (target) => !existsSync(join(ROOT, dirname(file), target)),
    );
    expect(lost).toEqual([]);
  });

  test.each(documents)("every section that %s links to is there", (file) => {
    const lost = linkedSections(file).filter(([target, anchor]) => {
      const page = target === "" ? file : join(dirname(file), target);
      return !anchorsOf(page).includes(anchor);
    });
    expect(lost).toEqual([]);
  });

  test("the index of the guide leads to each of its pages", () => {
    const others = guide.map((file) => file.replace("docs/ja/", ""));
    expect(linkedPaths("docs/ja/README.md").sort()).toEqual(
      others.filter((name) => name !== "README.md").sort(),
    );
  });

  test.each(["README.md", "docs/ja/README.md"])(
    "%s leads to the page about security",
    (file) => {
      const targets = linkedPaths(file).map((target) =>
        join(dirname(file), target),
      );
      expect(targets).toContain(
        file === "README.md" ? "SECURITY.md" : "docs/ja/security.md",
      );
    },
  );

  test("the guide names the settings of kintone that no API tells", () => {
    const text = read("docs/ja/administrator.md");
    for (const setting of ["スタンダード", "組織間のアクセス権", "検索AI"])
      expect(text).toContain(setting);
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
