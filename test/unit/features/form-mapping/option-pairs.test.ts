import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { fillForm, readForm } from "excel-form";
import type { ReportMap } from "excel-form";
import {
  offeredOptions,
  pairWith,
  toOptionPairs,
} from "../../../../src/features/form-mapping/option-pairs.ts";
import { VOCABULARY } from "../../../../src/domain/vocabulary.ts";

const OPTIONS = ["★", "★★", "取得なし"];
/** A form whose only box, B1, has a drop-down. */
const aFormWithDropDown = async (
  options: readonly string[],
): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  const box = book.addWorksheet("様式").getCell("B1");
  box.border = { bottom: { style: "thin" } };
  box.dataValidation = { type: "list", formulae: [`"${options.join()}"`] };
  return new Uint8Array(await book.xlsx.writeBuffer());
};

const stars = { key: "securityAction.stars" };

describe("our values beside the form's options", () => {
  test("each is proposed with the word that means the same", () => {
    expect(toOptionPairs(VOCABULARY, stars, OPTIONS)).toEqual([
      { value: "未宣言", option: null },
      { value: "申請中", option: null },
      { value: "一つ星", option: "★" },
      { value: "二つ星", option: "★★" },
    ]);
  });

  test("one that a person paired stays so, and one in our words has none", () => {
    const none = { ...stars, marks: pairWith(stars, "未宣言", "取得なし") };
    const both = { ...none, marks: pairWith(none, "二つ星", null) };
    expect(toOptionPairs(VOCABULARY, both, OPTIONS)).toEqual([
      { value: "未宣言", option: "取得なし" },
      { value: "申請中", option: null },
      { value: "一つ星", option: "★" },
      { value: "二つ星", option: null, isKept: true },
    ]);
  });

  test("there are none without options, for a free text, or for a part", () => {
    expect(toOptionPairs(VOCABULARY, stars, [])).toEqual([]);
    expect(
      toOptionPairs(VOCABULARY, { key: "business.industry" }, OPTIONS),
    ).toEqual([]);
    expect(
      toOptionPairs(VOCABULARY, { ...stars, part: "○-beside ★" }, OPTIONS),
    ).toEqual([]);
  });
});

test("the drop-down of the form takes the option that was paired", async () => {
  const bytes = await aFormWithDropDown(OPTIONS);
  const form = readForm(bytes);
  const [sheet] = form.sheets;
  if (!sheet) throw new Error("no sheet");
  const at = { form, sheet: sheet.name, active: "B1" };
  expect(offeredOptions(at, stars)).toEqual(OPTIONS);
  const map: ReportMap = {
    version: 1,
    revision: 1,
    form: { fingerprint: form.fingerprint },
    cells: [
      {
        sheet: sheet.name,
        cell: "B1",
        ...stars,
        marks: pairWith(stars, "未宣言", "取得なし"),
      },
    ],
    lists: [],
  };
  const { bytes: filled } = fillForm(VOCABULARY, bytes, map, {
    scalars: {},
    rows: [{ "securityAction.stars": "未宣言" }],
  });
  expect(readForm(filled).sheets[0]?.cells.get("B1")?.text).toBe("取得なし");
});
