import { describe, expect, test } from "vitest";
import {
  checkMap,
  compareForm,
  describeMap,
  proposeMap,
  readForm,
} from "../../../src/index.ts";
import type { Form, ReportMap } from "../../../src/index.ts";
import { storedForm } from "../../support/forms/blank-forms.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";
import { addSheet, newBook, toBytes } from "../../support/forms/drawing.ts";
import type { Drawing } from "../../support/forms/drawing.ts";

const HEADINGS = ["番号", "商工会名", "事業所名", "法人番号", "代表者氏名"];

const cover = (d: Drawing, labels = ["団体名", "報告日"]): void => {
  d.text("A1", "推薦企業報告書");
  labels.forEach((label, n) => {
    d.label(`A${n + 3}`, label).field(`B${n + 3}`);
  });
};

const list = (d: Drawing, headings = HEADINGS, top = 8, rows = 5): void => {
  headings.forEach((heading, column) => {
    const letter = String.fromCharCode(65 + column);
    d.label(`${letter}${top}`, heading);
    for (let row = 1; row <= rows; row += 1) d.field(`${letter}${top + row}`);
  });
  d.text(`A${top + rows + 1}`, "以上");
};

const drawn = async (
  ...sheets: ReadonlyArray<[string, (d: Drawing) => void]>
): Promise<Form> => {
  const book = newBook();
  for (const [name, draw] of sheets) draw(addSheet(book, name));
  return readForm(await toBytes(book));
};

const both = (d: Drawing, labels?: string[], headings?: string[]): void => {
  cover(d, labels);
  list(d, headings);
};

const lastYear = await drawn(["様式", both]);
const map = proposeMap(VOCABULARY, lastYear);

const codesOf = (form: Form, from: ReportMap = map): string[] =>
  compareForm(VOCABULARY, form, from).differences.map(
    ({ code, cell = "" }) => `${code} ${cell}`,
  );

describe("a form that changed", () => {
  test("is proposed as a whole to begin with", () => {
    expect(map.cells.map(({ cell }) => cell)).toEqual(["B3", "B4"]);
    expect(map.lists[0]?.columns).toHaveLength(5);
  });

  test("a label or heading in other words is told where it stands, not as moved", async () => {
    const form = await drawn([
      "様式",
      (d) =>
        both(
          d,
          ["貴連合会名", "報告日"],
          ["番号", "商工会名", "企業名", "法人番号", "代表者氏名"],
        ),
    ]);
    expect(codesOf(form)).toEqual(["relabelled B3", "relabelled C9"]);
    expect(
      checkMap(VOCABULARY, form, compareForm(VOCABULARY, form, map).proposed),
    ).toEqual([]);
  });

  test("a list that went to another sheet is found there", async () => {
    const form = await drawn(["様式", cover], ["一覧", list]);
    const { differences, proposed } = compareForm(VOCABULARY, form, map);
    expect(differences.map(({ code, sheet }) => `${code} ${sheet}`)).toEqual([
      "list-moved 一覧",
    ]);
    expect(proposed.lists).toMatchObject([
      { sheet: "一覧", firstRow: 9, rowsAvailable: 5 },
    ]);
    expect(checkMap(VOCABULARY, form, proposed)).toEqual([]);
  });

  test("the same label in another part of the form is another value", async () => {
    const draw = (d: Drawing, top: number, first: number): void => {
      d.text("A1", "推薦企業報告書").label("A2", "事業所名").field("B2");
      d.label(`A${first}`, "推薦団体").label(`A${first + 1}`, "電話番号");
      d.field(`B${first}`).field(`B${first + 1}`);
      d.label(`A${top}`, "推薦企業").label(`A${top + 1}`, "電話番号");
      d.field(`B${top}`).field(`B${top + 1}`);
    };
    const before = await drawn(["様式", (d) => draw(d, 8, 4)]);
    const made = describeMap(VOCABULARY, before, {
      version: 1,
      revision: 1,
      form: { fingerprint: "" },
      lists: [],
      cells: [
        { sheet: "様式", cell: "B5", key: "federation.phone" },
        { sheet: "様式", cell: "B9", key: "business.phone" },
      ],
    });
    const after = await drawn(["様式", (d) => draw(d, 4, 8)]);
    const cells = compareForm(VOCABULARY, after, made).proposed.cells.map(
      ({ cell, key }) => `${key} ${cell}`,
    );
    // Exchanged blocks: neither value may stay in the other's cell unsaid.
    const told = compareForm(VOCABULARY, after, made).differences.length;
    expect(told).toBeGreaterThan(0);
    expect(cells).not.toContain("federation.phone B9");
  });

  test("without words around a cell nobody knows whether it is the same", async () => {
    const form = await drawn(["様式", (d) => both(d, ["連絡先", "報告日"])]);
    const bare = {
      ...map,
      cells: map.cells.map(({ near: _, ...cell }) => cell),
    };
    expect(codesOf(form, bare)).toEqual(["gone B3"]);
  });

  test("a list that nobody recognises is carried over only while it ends where it ended", async () => {
    const strange = ["甲", "乙"];
    const draw = (rows: number) => (d: Drawing) => {
      cover(d);
      list(d, strange, 8, rows);
    };
    const before = await drawn(["様式", draw(5)]);
    const made = describeMap(VOCABULARY, before, {
      ...map,
      lists: [
        {
          sheet: "様式",
          firstRow: 9,
          rowsPerEntry: 1,
          rowsAvailable: 5,
          onSurplus: "insert",
          columns: [{ column: "B", subrow: 0, key: "remarks" }],
        },
      ],
    });
    const same = await drawn([
      "様式",
      (d) => {
        draw(5)(d);
        d.text("F1", "新");
      },
    ]);
    expect(codesOf(same, made)).toEqual(["other "]);
    const shorter = await drawn(["様式", draw(3)]);
    expect(codesOf(shorter, made)).toEqual(["gone B9"]);
    expect(compareForm(VOCABULARY, shorter, made).proposed.lists).toEqual([]);
  });

  test("another form altogether is called that", () => {
    const other = readForm(storedForm("b13-budget-nothing-fits.xlsx"));
    expect(codesOf(other)[0]).toBe("other-form ");
    expect(codesOf(lastYear)).toEqual([]);
  });
});
