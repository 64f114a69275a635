import { describe, expect, test } from "vitest";
import { describeMap, readFilled, readForm } from "../../../src/index.ts";
import type { CellEntry, ListBlock } from "../../../src/index.ts";
import { addSheet, newBook, toBytes } from "../../support/forms/drawing.ts";
import type { Drawing } from "../../support/forms/drawing.ts";
import { formOf } from "../../support/forms/one-cell-form.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

type Entry = Omit<CellEntry, "sheet">;

/** Reads one cell after a text was typed into it. */
const typed = async (
  entry: Entry,
  value: string | number,
  printed = "",
): Promise<unknown> => {
  const draw = (content: string | number) => (d: Drawing) => {
    d.label("A2", "欄").field("B2");
    d.sheet.getCell("B2").value = content === "" ? null : content;
  };
  const blank = await formOf(draw(printed), entry);
  const filled = await formOf(draw(value), entry);
  const { scalars } = readFilled(VOCABULARY, filled.form, blank.map);
  return scalars[entry.key];
};

const at = (key: string): Entry => ({ cell: "B2", key });

describe("what was typed by hand", () => {
  test.each([
    "R8.7.25",
    "令和８年７月２５日",
    "令和8年7月25日（土）",
    "2026/7/25",
    "2026.7.25(土)",
    "２０２６年７月２５日",
    "20260725",
  ])("%s is a day", async (text) => {
    expect(await typed(at("report.date"), text)).toBe("2026-07-25");
  });

  test("a year that no era has is no day", async () => {
    const text = "令和0年7月25日";
    expect(await typed(at("report.date"), text)).toBe(text);
  });

  test.each(["令和8年度", "令和８年", "2026", "R8"])(
    "%s is a fiscal year",
    async (text) => {
      expect(await typed(at("edition.fiscalYear"), text)).toBe(2026);
    },
  );

  test.each<[string | number, unknown]>([
    ["３", 3],
    ["3件", 3],
    ["３ 件", 3],
    ["未定", "未定"],
    ["3万円", "3万円"],
  ])("%j is the number %j", async (value, expected) => {
    expect(await typed(at("report.count"), value)).toEqual(expected);
  });

  test.each<[string | number, number]>([
    ["1,000万円", 10_000_000],
    ["10,000", 10_000_000],
    [10_000, 10_000_000],
  ])("%j in a cell of 千円 is a capital", async (value, expected) => {
    const entry = { ...at("business.capital"), per: 1000 };
    expect(await typed(entry, value)).toBe(expected);
  });

  test("a corporate number typed as a number keeps all of its digits", async () => {
    const key = "business.corporateNumber";
    expect(await typed(at(key), 9_010_005_017_583)).toBe("9010005017583");
  });

  test("words that were typed again in another width, or over, do not hide the value", async () => {
    const entry = {
      ...at("federation.contactName"),
      text: "担当者：{federation.contactName}",
    };
    const blank = "担当者：";
    expect(await typed(entry, "担当者：山田", blank)).toBe("山田");
    expect(await typed(entry, "担当者: 山田", blank)).toBe("山田");
    expect(await typed(entry, "担 当 者 ：山田", blank)).toBe("山田");
    expect(await typed(entry, "山田", blank)).toBe("山田");
    expect(await typed(entry, "担当者：　", blank)).toBeUndefined();
  });

  test.each([
    ["法人・○個人", "個人"],
    ["法人・◯個人", "個人"],
    ["法人・〇 個人", "個人"],
    ["個人", "個人"],
    ["法人・個人", undefined],
    ["どちらでもない", undefined],
  ])("of 法人・個人, %s means %s", async (text, expected) => {
    const entry = { ...at("business.kind"), choose: ["法人", "個人"] };
    expect(await typed(entry, text, "法人・個人")).toBe(expected);
  });

  test("words printed with their letters apart are read without the blanks", async () => {
    const entry = { ...at("business.kind"), choose: ["法　人", "個　人"] };
    const blank = "法　人 ・ 個　人";
    expect(await typed(entry, "法　人 ・ ○個　人", blank)).toBe("個人");
  });
});

describe("a list that somebody worked on", () => {
  const LIST: ListBlock = {
    sheet: "様式",
    firstRow: 4,
    rowsPerEntry: 1,
    rowsAvailable: 5,
    onSurplus: "insert",
    columns: [
      { column: "A", subrow: 0, key: "row.no" },
      { column: "B", subrow: 0, key: "business.registeredName" },
    ],
  };
  const drawn = async (names: readonly string[], contact = "山田") => {
    const book = newBook();
    const d = addSheet(book, "様式");
    d.text("A1", "推薦書").label("A3", "番号").label("B3", "事業所名");
    names.forEach((name, n) => {
      d.field(`A${n + 4}`).field(`B${n + 4}`);
      d.sheet.getCell(`A${n + 4}`).value = n + 1;
      if (name !== "") d.sheet.getCell(`B${n + 4}`).value = name;
    });
    const below = names.length + 4;
    d.text(`A${below}`, "合計").text(`B${below}`, "社");
    d.label(`A${below + 1}`, "担当者").field(`B${below + 1}`);
    if (contact !== "") d.sheet.getCell(`B${below + 1}`).value = contact;
    return readForm(await toBytes(book));
  };

  test.each([
    ["rows left blank in between", ["甲", "", "乙", "", ""]],
    ["rows added", ["甲", "", "", "", "", "", "乙"]],
    ["empty rows deleted", ["甲", "乙"]],
  ])("%s", async (_, names) => {
    const map = describeMap(VOCABULARY, await drawn(["", "", "", "", ""], ""), {
      version: 1,
      revision: 1,
      form: { fingerprint: "" },
      cells: [{ sheet: "様式", cell: "B10", key: "federation.contactName" }],
      lists: [LIST],
    });
    const { scalars, rows } = readFilled(VOCABULARY, await drawn(names), map);
    expect(rows.map((row) => row["business.registeredName"])).toEqual([
      "甲",
      "乙",
    ]);
    expect(scalars).toEqual({ "federation.contactName": "山田" });
  });
});
