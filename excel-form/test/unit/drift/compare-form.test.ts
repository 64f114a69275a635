import type { Workbook, Worksheet } from "exceljs";
import { describe, expect, test } from "vitest";
import {
  checkMap,
  compareForm,
  fillForm,
  proposeMap,
  readFilled,
  readForm,
} from "../../../src/index.ts";
import { draw } from "../../support/forms/blanks/labels-above.ts";
import { addSheet, newBook, toBytes } from "../../support/forms/drawing.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const SHEET = "別紙１";

const sheetOf = (book: Workbook): Worksheet => {
  const sheet = book.getWorksheet(SHEET);
  if (!sheet) throw new Error(`${SHEET} is missing`);
  return sheet;
};

const made = async (
  change: (book: Workbook) => void = () => undefined,
): Promise<Uint8Array> => {
  const book = newBook();
  draw(book);
  change(book);
  return toBytes(book);
};

const lastYear = readForm(await made());
const map = proposeMap(VOCABULARY, lastYear);
const data = { scalars: { "federation.name": "沖縄県商工会連合会" }, rows: [] };

const compare = async (change: (book: Workbook) => void) =>
  compareForm(VOCABULARY, readForm(await made(change)), map);

describe("compareForm", () => {
  test("the same form is the same", () => {
    expect(compareForm(VOCABULARY, lastYear, map)).toEqual({
      isSame: true,
      differences: [],
      proposed: map,
    });
  });

  test("only the year in the title changed: nothing moves, and still a person looks", async () => {
    const bytes = await made((book) => {
      sheetOf(book).getCell("A2").value =
        "令和８年度ＤＸ実践企業表彰　推薦状況報告書";
    });
    const form = readForm(bytes);
    expect(() => fillForm(VOCABULARY, bytes, map, data)).toThrow(
      "report/cannot-fill",
    );
    const { isSame, differences, proposed } = compareForm(
      VOCABULARY,
      form,
      map,
    );
    expect(isSame).toBe(false);
    expect(differences.map(({ code }) => code)).toEqual(["edition", "other"]);
    expect(proposed).toMatchObject({
      revision: 2,
      form: { fingerprint: form.fingerprint },
    });
    expect(checkMap(VOCABULARY, form, proposed)).toEqual([]);
    expect(
      fillForm(VOCABULARY, bytes, proposed, data).proof.cells,
    ).toMatchObject([{ address: "B5" }]);
  });

  test("a row put in above moves every cell and the list, and all are found again", async () => {
    const bytes = await made();
    const book = newBook();
    // exceljs does not move merges with their rows, so the form is drawn once more one row lower.
    draw(book);
    const shifted = newBook();
    const target = addSheet(shifted, SHEET);
    const source = sheetOf(book);
    source.eachRow({ includeEmpty: true }, (row, number) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        const to = target.sheet.getCell(number + 1, Number(cell.col));
        to.style = cell.style;
        if (cell.master === cell) to.value = cell.value;
      }),
    );
    for (const range of source.model.merges) {
      target.sheet.mergeCells(
        String(range).replace(/\d+/g, (row) => String(Number(row) + 1)),
      );
    }
    const { differences, proposed } = compareForm(
      VOCABULARY,
      readForm(await toBytes(shifted)),
      map,
    );
    expect(readForm(bytes).fingerprint).toBe(lastYear.fingerprint);
    expect(
      differences
        .filter(({ code }) => code === "moved")
        .map(({ cell, key }) => `${key} ${cell}`),
    ).toContain("federation.name B6");
    expect(differences).toContainEqual(
      expect.objectContaining({ code: "list-moved" }),
    );
    expect(differences.some(({ code }) => code === "gone")).toBe(false);
    expect(proposed.lists[0]).toMatchObject({
      firstRow: 15,
      rowsAvailable: 10,
    });
    expect(proposed.cells).toHaveLength(map.cells.length);
  });

  test("a renamed label is told, a removed cell is left open, a new one is offered", async () => {
    const { differences, proposed } = await compare((book) => {
      const sheet = sheetOf(book);
      sheet.getCell("D4").value = "ＦＡＸ番号";
      sheet.getCell("E4").value = "内線";
    });
    expect(differences.map(({ code, key }) => `${code} ${key}`)).toEqual([
      "gone federation.contactName",
      "gone federation.phone",
      "added federation.fax",
    ]);
    expect(proposed.cells.map(({ key }) => key)).not.toContain(
      "federation.phone",
    );
    expect(proposed.open?.map(({ key }) => key)).toEqual([
      "federation.contactName",
      "federation.phone",
      "federation.fax",
    ]);
  });

  test("columns that changed places are followed by their headings", async () => {
    const { differences, proposed } = await compare((book) => {
      const sheet = sheetOf(book);
      sheet.getCell("C12").value = "フリガナ";
      sheet.getCell("D12").value = "名称";
    });
    const byKey = Object.fromEntries(
      proposed.lists[0]?.columns.map(({ key, column }) => [key, column]) ?? [],
    );
    expect(byKey).toMatchObject({
      "business.registeredName": "D",
      "business.nameKana": "C",
    });
    expect(differences.map(({ code }) => code)).toEqual(["moved", "moved"]);
  });

  test("a renamed sheet is recognised when it is the only new one", async () => {
    const { differences, proposed } = await compare((book) => {
      sheetOf(book).name = "別紙１（R8）";
    });
    expect(differences).toMatchObject([
      { code: "sheet-renamed", sheet: "別紙１（R8）" },
    ]);
    expect(new Set(proposed.cells.map(({ sheet }) => sheet))).toEqual(
      new Set(["別紙１（R8）"]),
    );
  });
});

describe("readFilled", () => {
  test("refuses another year's form although every label is the same", async () => {
    const filled = fillForm(VOCABULARY, await made(), map, data).bytes;
    expect(readFilled(VOCABULARY, readForm(filled), map)).toEqual(data);
    const other = await made((book) => {
      sheetOf(book).getCell("A2").value =
        "令和６年度ＤＸ実践企業表彰　推薦状況報告書";
    });
    expect(() => readFilled(VOCABULARY, readForm(other), map)).toThrow(
      "report/other-edition",
    );
  });
});
