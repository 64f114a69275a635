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
  "words",
  "ground",
  "calendar",
  "xlsx",
  "map",
  "values",
  "plan",
  "near",
  "preflight",
  "propose",
  "drift",
  "read-back",
  "proof",
  "fill",
  "catalogue",
  ".",
];

/** The same inside `xlsx`. */
const XLSX_FLOORS = ["xml", "package", "formula", "sheet", "insert", "compute"];

const { sources, imports } = readSourceTree(
  new URL("../../src/", import.meta.url),
);

const XLSX = "xlsx/";
const insideXlsx = imports
  .filter(({ from, to }) => from.startsWith(XLSX) && to.startsWith(XLSX))
  .map(({ from, to }) => ({
    from: from.slice(XLSX.length),
    to: to.slice(XLSX.length),
  }));

describe("the floors of excel-form", () => {
  test("are the folders of src", () => {
    expect([...new Set(sources.map(floorOf))].sort()).toEqual(
      [...FLOORS].sort(),
    );
  });

  test("import downwards only", () => {
    expect(upwardImports(FLOORS, imports).map(arrow)).toEqual([]);
  });

  test("inside xlsx are its folders and import downwards only", () => {
    const inside = sources.filter((file) => file.startsWith(XLSX));
    const folders = inside.map((file) => floorOf(file.slice(XLSX.length)));
    expect([...new Set(folders)].sort()).toEqual([...XLSX_FLOORS].sort());
    expect(insideXlsx.length).toBeGreaterThan(0);
    expect(upwardImports(XLSX_FLOORS, insideXlsx).map(arrow)).toEqual([]);
  });

  test("the door is the only file without a folder", () => {
    expect(sources.filter((file) => floorOf(file) === ".")).toEqual([
      "index.ts",
    ]);
  });

  test("every import leads to a source file", () => {
    const lost = imports.filter(({ to }) => !sources.includes(to));
    expect(lost.map(arrow)).toEqual([]);
  });
});

describe("folders and files", () => {
  test("no two folders import each other", () => {
    const mutual = mutualImports(imports);
    console.log(`excel-form: mutual folder imports ${mutual.size}`);
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
