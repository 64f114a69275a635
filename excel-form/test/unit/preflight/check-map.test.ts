import { describe, expect, test } from "vitest";
import {
  checkMap,
  fillForm,
  proposeMap,
  readForm,
} from "../../../src/index.ts";
import type { CellEntry, ReportMap } from "../../../src/index.ts";
import { storedForm } from "../../support/forms/blank-forms.ts";
import { addSheet, newBook, toBytes } from "../../support/forms/drawing.ts";
import type { Drawing } from "../../support/forms/drawing.ts";
import { formOf } from "../../support/forms/one-cell-form.ts";
import { simpleForm } from "../../support/xlsx/simple-form.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const bytes = storedForm("b01-status-reply.xlsx");
const form = readForm(bytes);
const map = proposeMap(VOCABULARY, form);
const SHEET = "回答シート";

const withCell = (
  cell: string,
  key: CellEntry["key"] = "remarks",
  sheet = SHEET,
): ReportMap => ({
  ...map,
  cells: [...map.cells, { sheet, cell, key }],
});

const codesOf = (changed: ReportMap): string[] =>
  checkMap(VOCABULARY, form, changed).map(
    ({ severity, code }) => `${severity} ${code}`,
  );

describe("checkMap", () => {
  test("has nothing to say about a map of the form", () => {
    expect(checkMap(VOCABULARY, form, map)).toEqual([]);
  });

  test.each([
    [
      "a sheet that is gone",
      withCell("B2", "remarks", "無いシート"),
      "block sheet-missing",
    ],
    ["a cell outside the form", withCell("Z99"), "block cell-missing"],
    ["a cell inside a merge", withCell("D5"), "block inside-merge"],
    ["two values in one cell", withCell("C5"), "block two-values"],
    ["a cell with a printed text", withCell("A3"), "warn printed-text"],
    ["a cell among the rows of the list", withCell("A15"), "warn inside-list"],
    [
      "a hidden sheet",
      withCell("A1", "remarks", "リスト"),
      "warn sheet-hidden",
    ],
    [
      "a list that goes on far below the form",
      {
        ...map,
        lists: map.lists.map((list) => ({ ...list, rowsAvailable: 900_000 })),
      },
      "block cell-missing",
    ],
    [
      "a second list on a sheet",
      { ...map, lists: [...map.lists, ...map.lists] },
      "block two-lists",
    ],
    [
      "a column outside the entry",
      {
        ...map,
        lists: map.lists.map((list) => ({
          ...list,
          columns: [{ column: "B", subrow: 1, key: "remarks" }],
        })),
      },
      "block subrow-outside",
    ],
    [
      "another form's map",
      { ...map, form: { fingerprint: "0" } },
      "block form-changed",
    ],
  ])("finds %s", (_, changed, expected) => {
    expect(codesOf(changed)).toContain(expected);
  });

  test("finds formulas and protected cells", async () => {
    const book = newBook();
    const drawing = addSheet(book, "様式");
    drawing
      .label("A1", "推薦件数")
      .formula("B1", "1+1")
      .label("A2", "推薦理由")
      .field("B2")
      .field("C2", { isUnlocked: true });
    await drawing.sheet.protect("", {});
    const own = readForm(await toBytes(book));
    const cell = (address: string): CellEntry => ({
      sheet: "様式",
      cell: address,
      key: "remarks",
    });
    const made = {
      ...map,
      form: { fingerprint: own.fingerprint },
      cells: ["B1", "B2", "C2"].map(cell),
      lists: [],
    };
    expect(
      checkMap(VOCABULARY, own, made).map(
        ({ code, cell: at }) => `${code} ${at}`,
      ),
    ).toEqual(["formula-cell B1", "protected-cell B2"]);
  });

  test("finds the inner cells of an array formula", () => {
    const own = readForm(
      simpleForm({
        sheets: [
          {
            name: "様式",
            rows: '<row r="1"><c r="A1"><f t="array" ref="A1:B1">C1:D1</f><v>1</v></c><c r="B1"><v>1</v></c><c r="C1"><v>1</v></c></row>',
          },
        ],
      }),
    );
    const made = {
      ...map,
      form: { fingerprint: own.fingerprint },
      cells: ["B1", "C1"].map((cell) => ({
        sheet: "様式",
        cell,
        key: "remarks",
      })),
      lists: [],
    };
    expect(
      checkMap(VOCABULARY, own, made).map(
        ({ code, cell }) => `${code} ${cell}`,
      ),
    ).toEqual(["formula-cell B1", "printed-text C1"]);
  });

  test("every problem says in both languages what to do", () => {
    for (const { message } of checkMap(VOCABULARY, form, withCell("D5"))) {
      expect(message.ja).toMatch(/。$/);
      expect(message.en).toMatch(/\.$/);
    }
  });
});

describe("fillForm", () => {
  const data = { scalars: { remarks: "あ" }, rows: [] };

  test.each([
    ["a stale map", { ...map, form: { fingerprint: "0" } }],
    ["a cell outside the form", withCell("Z99")],
    ["two values in one cell", withCell("C5")],
  ])("refuses %s", (_, changed) => {
    expect(() => fillForm(VOCABULARY, bytes, changed, data)).toThrow(
      "report/cannot-fill",
    );
  });

  test("with nothing to fill gives the form back byte for byte", () => {
    expect(
      fillForm(VOCABULARY, bytes, map, { scalars: {}, rows: [] }).bytes,
    ).toEqual(bytes);
  });
});

describe("a unit of money that is printed", () => {
  const capital = { cell: "B2", key: "business.capital" };
  test.each<[string, (d: Drawing) => void, object, boolean]>([
    ["in the label", (d) => d.label("A2", "資本金（千円）"), {}, true],
    [
      "and mapped",
      (d) => d.label("A2", "資本金（千円）"),
      { per: 1000 },
      false,
    ],
    ["as another", (d) => d.label("A2", "資本金(万円)"), { per: 1000 }, true],
    ["as yen", (d) => d.label("A2", "資本金（円）"), {}, false],
    ["as yen, with a unit", (d) => d.text("C2", "円"), { per: 1000 }, true],
    ["behind the cell", (d) => d.text("C2", "百万円"), {}, true],
    ["for the sheet", (d) => d.text("C1", "（単位：千円）"), {}, true],
    ["nowhere", (d) => d.label("A2", "資本金"), { per: 1000 }, false],
    [
      "and shown by the format",
      (d) => {
        d.label("A2", "資本金（千円）").sheet.getCell("B2").numFmt = "#,##0,";
      },
      {},
      false,
    ],
    [
      "in the pattern",
      () => undefined,
      { text: "{business.capital}千円" },
      true,
    ],
  ])("%s", async (_, draw, placement, isTold) => {
    const made = await formOf(
      (d) => {
        d.field("B2");
        draw(d);
      },
      { ...capital, ...placement },
    );
    const asGiven = {
      ...made.map,
      cells: made.map.cells.map((cell) => ({
        ...cell,
        per: undefined,
        ...placement,
      })),
    };
    expect(
      checkMap(VOCABULARY, made.form, asGiven).map(({ code }) => code),
    ).toEqual(isTold ? ["other-unit"] : []);
    // Without a unit of its own the map takes the printed one.
    const isTaken = isTold && !("per" in placement);
    expect(checkMap(VOCABULARY, made.form, made.map)).toEqual(
      isTold && !isTaken ? [expect.anything()] : [],
    );
  });
});

test("a blank without lines right of a label or under it belongs to the form", async () => {
  const codesAt = async (cell: string) => {
    const entry = { cell, key: "federation.name" };
    const made = await formOf((d) => d.text("A2", "団体名"), entry);
    return checkMap(VOCABULARY, made.form, made.map).map(({ code }) => code);
  };
  expect(await codesAt("B2")).toEqual([]);
  expect(await codesAt("A3")).toEqual([]);
  expect(await codesAt("C2")).toEqual(["cell-missing"]);
  expect(await codesAt("B3")).toEqual(["cell-missing"]);
});
