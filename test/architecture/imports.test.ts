import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { arrow as toArrow, circlesOf, mutualEdges } from "./circles.ts";
import { importsOf, listFiles, roomOf, type Import } from "./source-graph.ts";

/**
 * The rooms that each room may import from, from the bottom up. `i18n` and
 * `errors` are language, not rules, and may be used wherever there is something
 * to say.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  i18n: [],
  errors: ["i18n"],
  programmes: ["i18n"],
  "app-kit": ["errors", "i18n"],
  apps: ["programmes", "app-kit", "errors", "i18n"],
  domain: ["apps", "programmes", "app-kit", "errors", "i18n"],
  report: ["domain", "apps", "programmes", "app-kit", "errors", "i18n"],
  words: ["domain", "programmes", "i18n"],
  ui: ["i18n"],
  kintone: ["apps", "app-kit", "programmes", "domain", "errors", "i18n"],
  "feature-kit": [
    "kintone",
    "apps",
    "app-kit",
    "programmes",
    "domain",
    "errors",
    "i18n",
    "words",
    "ui",
  ],
  feature: [
    "feature-kit",
    "kintone",
    "apps",
    "app-kit",
    "programmes",
    "domain",
    "report",
    "errors",
    "i18n",
    "words",
    "ui",
    // The settings page sets the apps up; no other page has room for it.
    "provision",
  ],
  features: ["feature", "feature-kit"],
  entries: ["features", "feature", "feature-kit", "kintone", "errors"],
  provision: [
    "apps",
    "app-kit",
    "programmes",
    "domain",
    "errors",
    "i18n",
    "words",
  ],
  "local-kintone": [],
  "excel-form": [],
};

/** Every feature's folder is one kind of room. */
const kindOf = (room: string): string =>
  room.startsWith("features/") ? "feature" : room;

const arrow = ({ file, target }: Import): string =>
  toArrow({ from: file, to: target });

const sourceImports = listFiles(
  "src",
  "local-kintone/src",
  "excel-form/src",
).flatMap(importsOf);
const between = sourceImports.filter(
  ({ file, target, isPackage }) =>
    !isPackage && roomOf(file) !== roomOf(target),
);
const packages = sourceImports.filter(({ isPackage }) => isPackage);

describe("imports point downwards", () => {
  test("every room is known here", () => {
    const rooms = sourceImports.map(({ file }) => kindOf(roomOf(file)));
    expect([...new Set(rooms)].filter((room) => !allowed[room])).toEqual([]);
  });

  test("a room imports from the rooms below it only", () => {
    const upwards = between.filter(({ file, target }) => {
      const from = kindOf(roomOf(file));
      const to = kindOf(roomOf(target));
      const isOtherFeature = from === "feature" && to === "feature";
      return isOtherFeature || !allowed[from]?.includes(to);
    });
    expect(upwards.map(arrow)).toEqual([]);
  });

  test("a feature never imports another feature", () => {
    const crossing = between.filter(
      ({ file, target }) =>
        kindOf(roomOf(file)) === "feature" &&
        kindOf(roomOf(target)) === "feature",
    );
    expect(crossing.map(arrow)).toEqual([]);
  });

  test("the two packages and the product reach each other by name only", () => {
    const packageRooms = ["local-kintone", "excel-form"];
    const touching = between.filter(
      ({ file, target }) =>
        packageRooms.includes(roomOf(file)) ||
        packageRooms.includes(roomOf(target)),
    );
    expect(touching.map(arrow)).toEqual([]);
  });

  test("the two packages know neither the product nor each other", () => {
    const ours = ["local-kintone", "excel-form", "suisen"];
    const known = packages.filter(
      ({ file, target }) =>
        ["local-kintone", "excel-form"].includes(roomOf(file)) &&
        ours.includes(target.split("/")[0] ?? ""),
    );
    expect(known.map(arrow)).toEqual([]);
  });

  test("source of the product never uses the local kintone", () => {
    const using = packages.filter(
      ({ file, target }) =>
        file.startsWith("src/") && /^local-kintone(?:\/|$)/u.test(target),
    );
    expect(using.map(arrow)).toEqual([]);
  });

  test("source never imports tests or scripts", () => {
    const upwards = between.filter(({ target }) =>
      ["test", "scripts"].includes(roomOf(target)),
    );
    expect(upwards.map(arrow)).toEqual([]);
  });
});

describe("folders and files of src", () => {
  const ownFiles = sourceImports
    .filter(({ file, isPackage }) => !isPackage && file.startsWith("src/"))
    .map(({ file, target }) => ({ from: file, to: target }));
  const betweenFolders = ownFiles.filter(
    ({ from, to }) => posix.dirname(from) !== posix.dirname(to),
  );
  const folders = betweenFolders.map(({ from, to }) => ({
    from: posix.dirname(from),
    to: posix.dirname(to),
  }));

  test("no two folders import each other, types included", () => {
    const mutual = new Set(mutualEdges(folders).map(toArrow));
    console.log(`src: mutual folder imports ${mutual.size / 2}`);
    const files = betweenFolders.filter(({ from, to }) =>
      mutual.has(toArrow({ from: posix.dirname(from), to: posix.dirname(to) })),
    );
    expect(files.map(toArrow)).toEqual([]);
  });

  test("no circle of folders", () => {
    expect(circlesOf(folders)).toEqual([]);
  });

  test("no circle of files", () => {
    expect(circlesOf(ownFiles)).toEqual([]);
  });

  test("the checks find what they look for", () => {
    const up = { from: "a", to: "b" };
    const back = { from: "b", to: "a" };
    expect(mutualEdges([up, back]).map(toArrow)).toEqual(["a -> b", "b -> a"]);
    expect(mutualEdges([up])).toEqual([]);
    const circle = [up, { from: "b", to: "c" }, { from: "c", to: "a" }];
    expect(circlesOf(circle)).toEqual(["a -> b -> c -> a"]);
    expect(circlesOf(circle.slice(0, 2))).toEqual([]);
  });
});

describe("packages", () => {
  const importing = (isPackage: (name: string) => boolean) =>
    packages.filter(({ target }) => isPackage(target));

  const outside = (imports: readonly Import[], ...rooms: string[]) =>
    imports.filter(({ file }) => !rooms.includes(roomOf(file))).map(arrow);

  test("only kintone and provision speak to kintone", () => {
    expect(
      outside(
        importing((name) => name === "@kintone/rest-api-client"),
        "kintone",
        "provision",
      ),
    ).toEqual([]);
  });

  test("only the form engine and provisioning open zip files", () => {
    expect(
      outside(
        importing((name) => name === "fflate"),
        "excel-form",
        "provision",
        "local-kintone",
      ),
    ).toEqual([]);
  });

  test("Node is used by provisioning and the local kintone only", () => {
    expect(
      outside(
        importing((name) => name.startsWith("node:")),
        "provision",
        "local-kintone",
      ),
    ).toEqual([]);
  });

  test("Lit draws in features and below, never in rules", () => {
    const rules = [
      "domain",
      "report",
      "apps",
      "app-kit",
      "programmes",
      "i18n",
      "words",
      "excel-form",
    ];
    const drawing = importing((name) => name === "lit" || /^lit\//u.test(name));
    expect(
      drawing.filter(({ file }) => rules.includes(roomOf(file))).map(arrow),
    ).toEqual([]);
  });
});
