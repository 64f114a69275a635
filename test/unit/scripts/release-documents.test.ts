import path from "node:path";
import { describe, expect, test } from "vitest";
import { collectDocuments } from "../../../scripts/release/documents.ts";
import { renderPage } from "../../../scripts/release/guide.ts";

const files = await collectDocuments();
const pages = Object.keys(files).filter((name) => name.endsWith(".html"));
const textOf = (name: string): string =>
  Buffer.from(files[name] ?? []).toString("utf8");

/** Targets of links and pictures inside the release, with their anchors. */
const targetsOf = (page: string): Array<[string, string | undefined]> =>
  [...textOf(page).matchAll(/(?:href|src)="([^"]+)"/gu)]
    .map(([, target = ""]) => decodeURI(target))
    .filter((target) => !/^[a-z]+:/u.test(target))
    .map((target) => {
      const [file = "", anchor] = target.split("#");
      const found = path.posix.join(path.posix.dirname(page), file);
      return [file === "" ? page : found, anchor];
    });

describe("documents of a release", () => {
  test("the release holds a page for each reader and the page about security in both languages", () => {
    expect(pages.sort()).toEqual([
      "SECURITY.html",
      "guide/administrator.html",
      "guide/federation.html",
      "guide/index.html",
      "guide/security.html",
      "guide/society.html",
    ]);
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining(["CHANGELOG.md", "LICENSE"]),
    );
  });

  test.each(pages)("every link of %s leads into the release", (page) => {
    const lost = targetsOf(page).filter(
      ([file, anchor]) =>
        !(file in files) ||
        (anchor !== undefined && !textOf(file).includes(` id="${anchor}"`)),
    );
    expect(lost).toEqual([]);
  });

  test("the index leads to the other pages of the guide", () => {
    const targets = targetsOf("guide/index.html").map(([file]) => file);
    expect(targets).toEqual(
      expect.arrayContaining([
        "guide/society.html",
        "guide/federation.html",
        "guide/administrator.html",
        "guide/security.html",
      ]),
    );
  });

  test("a page says its language", () => {
    expect(textOf("guide/society.html")).toContain('<html lang="ja">');
    expect(textOf("SECURITY.html")).toContain('<html lang="en">');
  });

  test("a link to a file that the release lacks stops it", async () => {
    const places = new Map([["docs/ja/README.md", "guide/index.html"]]);
    await expect(
      renderPage("docs/ja/README.md", "[a](lost.md)", places),
    ).rejects.toThrow("docs/ja/README.md links to lost.md");
  });
});
