import { describe, expect, test } from "vitest";
import {
  arrow,
  circlesOf,
  floorOf,
  mutualImports,
  readSourceTree,
  toFolders,
  upwardImports,
} from "../../../test/support/import-graph.ts";

/** From the bottom up; a file imports from its own floor and from lower ones. "." is the door. */
const FLOORS = [
  "ground",
  "model",
  "language",
  "rooms",
  "http",
  "browser",
  "testing",
  ".",
];

const { sources, imports } = readSourceTree(
  new URL("../../src/", import.meta.url),
);

describe("the floors of local-kintone", () => {
  test("are the folders of src", () => {
    expect([...new Set(sources.map(floorOf))].sort()).toEqual(
      [...FLOORS].sort(),
    );
  });

  test("import downwards only", () => {
    expect(upwardImports(FLOORS, imports).map(arrow)).toEqual([]);
  });

  test("every import leads to a source file", () => {
    const lost = imports.filter(({ to }) => !sources.includes(to));
    expect(lost.map(arrow)).toEqual([]);
  });
});

describe("folders and files", () => {
  test("no two folders import each other", () => {
    const mutual = mutualImports(imports);
    console.log(`local-kintone: mutual folder imports ${mutual.size}`);
    const found = [...mutual].flatMap(([pair, both]) =>
      both.map((it) => `${pair}: ${arrow(it)}`),
    );
    expect(found).toEqual([]);
  });

  test("no circle of folders", () => {
    expect(circlesOf(toFolders(imports))).toEqual([]);
  });

  test("no circle of files", () => {
    expect(circlesOf(imports)).toEqual([]);
  });
});

describe("the checks find", () => {
  const up = { from: "ground/errors.ts", to: "rooms/spaces/space.ts" };
  const down = { from: "rooms/spaces/space.ts", to: "ground/errors.ts" };

  test("an import of a higher floor", () => {
    expect(upwardImports(FLOORS, [up, down]).map(arrow)).toEqual([
      "ground/errors.ts -> rooms/spaces/space.ts",
    ]);
  });

  test("two folders that import each other, whatever their files", () => {
    const back = { from: "rooms/spaces/guests.ts", to: "ground/shape.ts" };
    expect([...mutualImports([up, back]).keys()]).toEqual([
      "ground <-> rooms/spaces",
    ]);
    expect(mutualImports([up]).size).toBe(0);
  });

  test("a circle over three files", () => {
    const circle = ["a.ts", "b.ts", "c.ts"].map((from, i, all) => ({
      from,
      to: all[(i + 1) % 3] ?? "",
    }));
    expect(circlesOf(circle)).toEqual(["a.ts -> b.ts -> c.ts -> a.ts"]);
    expect(circlesOf(circle.slice(1))).toEqual([]);
  });
});
