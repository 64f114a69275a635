import type { Worksheet } from "exceljs";
import { describe, expect, test } from "vitest";
import { namesOf, spoiled } from "../../support/forms/spoiled-form.ts";

const write =
  (cell: string, words: string) =>
  (sheet: Worksheet): void => {
    sheet.getCell(cell).value = words;
  };

describe("a text beside the places of a form whose blank is known", () => {
  test.each<[string, (sheet: Worksheet) => void, string[]]>([
    ["none", () => undefined, []],
    [
      "a remark below the list",
      write("C13", "※白波工房は辞退します"),
      ["C13 unmapped"],
    ],
    ["a remark far away", write("Z40", "備考：取下げ"), ["Z40 unmapped"]],
    [
      "a sheet that was added, once",
      ({ workbook }) => {
        const sheet = workbook.addWorksheet("追加");
        sheet.getCell("C6").value = "写し商店";
        sheet.getCell("C7").value = "控え商店";
      },
      ["C6 unmapped"],
    ],
    [
      "the words of the blank, moved",
      (sheet) => {
        sheet.getCell("A11").value = null;
        sheet.getCell("A14").value =
          "上の欄が足りないときは行を足してください。";
      },
      [],
    ],
    ["a value that was read", write("B3", "鈴木 花子"), []],
  ])("%s", async (_, change, expected) => {
    expect(namesOf(await spoiled(change, { hasBlank: true }))).toEqual(
      expected,
    );
  });
});
