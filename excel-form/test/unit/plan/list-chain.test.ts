import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  checkMap,
  compareForm,
  fillForm,
  placeOfRecord,
  preflight,
  proposeMap,
  readForm,
  readWithFindings,
} from "../../../src/index.ts";
import type { Form, ReportData, ReportMap } from "../../../src/index.ts";
import { parseMap } from "../../../src/map/parse-map.ts";
import { readSketches } from "../../support/forms/blanks/sketch.ts";
import { newBook, toBytes } from "../../support/forms/drawing.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const SKETCHES = new URL(
  "../../fixtures/sketches/whole-lists.txt",
  import.meta.url,
);
const sketches = readSketches(readFileSync(SKETCHES, "utf8"));

const formNamed = async (name: string) => {
  const sketch = sketches.find(({ truth }) => truth.form.startsWith(name));
  const book = newBook();
  sketch?.draw(book);
  const bytes = await toBytes(book);
  const form = readForm(bytes);
  return { bytes, form, map: proposeMap(VOCABULARY, form) };
};

const firms = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    "business.registeredName": `みほん工業${i + 1}`,
    "business.representativeName": `見本 ${i + 1}郎`,
  }));

const dataOf = (rows: ReportData["rows"]): ReportData => ({
  scalars: { "federation.name": "みほん県商工会連合会" },
  rows,
});

const roomIssues = (form: Form, map: ReportMap, count: number): string[] =>
  preflight(VOCABULARY, form, map, dataOf(firms(count)))
    .filter(({ code }) => code === "too-many-rows" || code === "rows-added")
    .map(({ code, message }) => `${code} ${message.ja}`);

const textsAt = (bytes: Uint8Array, cells: readonly string[]): string[] => {
  const [sheet] = readForm(bytes).sheets;
  return cells.map((cell) => sheet?.cells.get(cell)?.text ?? "");
};

describe("a list that goes on", () => {
  test("beside itself takes the firms from the top left to the bottom right", async () => {
    const { bytes, form, map } = await formNamed("lg01");
    expect(map.lists.map(({ goesOn }) => goesOn)).toEqual([undefined, true]);
    expect(checkMap(VOCABULARY, form, map)).toEqual([]);
    expect(parseMap(VOCABULARY, JSON.parse(JSON.stringify(map)))).toEqual(map);
    const filled = fillForm(VOCABULARY, bytes, map, dataOf(firms(7)));
    const cells = ["B5", "B9", "F5", "F6", "F7"];
    expect(textsAt(filled.bytes, cells)).toEqual([
      "みほん工業1",
      "みほん工業5",
      "みほん工業6",
      "みほん工業7",
      "",
    ]);
  });

  test.each([
    ["lg01", 8],
    ["lg02", 20],
    ["lg03", 9],
    ["lg03", 13],
    ["lg04", 8],
    ["lg05", 12],
    ["lg05", 15],
  ])("%s with %d firms is read back as it was filled", async (name, count) => {
    const { bytes, map } = await formNamed(name);
    const keys = new Set(
      map.lists.flatMap(({ columns }) => columns.map(({ key }) => key)),
    );
    const rows = firms(count).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => keys.has(key))),
    );
    const filled = fillForm(VOCABULARY, bytes, map, dataOf(rows));
    const read = readWithFindings(VOCABULARY, readForm(filled.bytes), map);
    expect(read.data).toEqual(dataOf(rows));
    expect(read.findings).toEqual([]);
  });

  test("says how many firms fit in all", async () => {
    const beside = await formNamed("lg01");
    expect(roomIssues(beside.form, beside.map, 10)).toEqual([]);
    expect(roomIssues(beside.form, beside.map, 11)).toEqual([
      expect.stringMatching(/^too-many-rows .*11.*10/),
    ]);
    expect(() =>
      fillForm(VOCABULARY, beside.bytes, beside.map, dataOf(firms(11))),
    ).toThrow();
    const below = await formNamed("lg03");
    expect(roomIssues(below.form, below.map, 10)).toEqual([]);
    expect(roomIssues(below.form, below.map, 12)).toEqual([
      expect.stringMatching(/^rows-added .*12.*10/),
    ]);
  });

  test("leaves a total between its parts to its formula", async () => {
    const { bytes, map } = await formNamed("lg03");
    const rows = firms(7).map((row) => ({ ...row, "business.employees": 3 }));
    const { bytes: filled } = fillForm(VOCABULARY, bytes, map, dataOf(rows));
    expect(textsAt(filled, ["E10", "E16", "E17"])).toEqual(["15", "6", "21"]);
  });

  test("tells in which of its parts a record stands", async () => {
    const { map } = await formNamed("lg03");
    const [first] = map.lists;
    const places = [0, 4, 5, 11].map((record) => {
      const found = first && placeOfRecord(map.lists, first, record);
      return [found?.list.firstRow, found?.entry];
    });
    expect(places).toEqual([
      [5, 0],
      [5, 4],
      [11, 0],
      [11, 6],
    ]);
  });

  test("is carried over to another year's form part by part", async () => {
    const { form, map } = await formNamed("lg04");
    const other = { ...form, fingerprint: "another" };
    const { proposed } = compareForm(VOCABULARY, other, map);
    expect(
      proposed.lists.map(({ firstRow, goesOn }) => [firstRow, goesOn]),
    ).toEqual([
      [5, undefined],
      [11, true],
    ]);
  });
});
