import { describe, expect, test } from "vitest";
import { fillPlan } from "../../../src/fill/fill-plan.ts";
import { readForm } from "../../../src/xlsx/sheet/read-form.ts";
import { DIALECTS } from "../../support/xlsx/dialects.ts";
import {
  aBlock,
  cellOf,
  columnTexts,
  date,
  number,
  text,
} from "../../support/xlsx/plans.ts";
import { simpleForm, simpleParts } from "../../support/xlsx/simple-form.ts";
import { partText, unzipParts } from "../../support/xlsx/zip.ts";
import { readFormFixture } from "../../support/forms/fixture.ts";

const MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const TEMPLATE_TYPE =
  "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml";

const FORM = {
  sheets: [
    {
      name: "様式",
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="4"/><c r="C1" s="2"/></row><row r="2" ht="20" customHeight="1"><c r="A2" s="1"><v>1</v></c><c r="B2" s="1"/><c r="C2" s="1"/></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3"><f>COUNTA(B2:B2)</f><v>0</v></c><c r="C3"><f>SUM(C2:C2)</f><v>0</v></c></row>`,
      after: `<mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells>`,
    },
  ],
  strings: [
    '<si><t>都道府県連名</t><rPh sb="0" eb="1"><t>ト</t></rPh></si>',
    "<si><t>合計</t></si>",
  ],
};

const PLAN = {
  cells: [
    { sheet: "様式", address: "B1", value: text("沖縄県連") },
    { sheet: "様式", address: "C1", value: date("2022-08-01") },
  ],
  blocks: [
    aBlock({
      entries: [1, 2, 3].map((score) => [
        { B: text(`事業所${score}`), C: number(score) },
      ]),
    }),
  ],
};

describe("fillPlan", () => {
  test.each(DIALECTS)("fills a form in the dialect: %s", (_, make) => {
    const form = make(simpleParts(FORM));

    const { bytes } = fillPlan(form, PLAN);

    expect(cellOf(bytes, "A1")?.text).toBe("都道府県連名");
    expect(cellOf(bytes, "B1")?.value).toBe("沖縄県連");
    expect(cellOf(bytes, "C1")?.text).toBe("令和4年8月1日");
    expect(columnTexts(bytes, "A", 2, 5)).toEqual(["1", "2", "3", "合計"]);
    expect(columnTexts(bytes, "B", 2, 4)).toEqual([
      "事業所1",
      "事業所2",
      "事業所3",
    ]);
    expect(cellOf(bytes, "B5")).toMatchObject({
      formula: "COUNTA(B2:B4)",
      value: 3,
    });
    expect(cellOf(bytes, "C5")).toMatchObject({
      formula: "SUM(C2:C4)",
      value: 6,
    });
    expect(readForm(bytes).sheets[0]?.merges).toEqual([
      { top: 5, left: 1, bottom: 6, right: 1 },
    ]);
  });

  test.each(DIALECTS)("keeps every byte of an unfilled form: %s", (_, make) => {
    const form = make(simpleParts(FORM));

    const { bytes, proof } = fillPlan(form, { cells: [], blocks: [] });

    expect(Buffer.compare(bytes, form)).toBe(0);
    expect(proof.cells).toEqual([]);
    expect(proof.changedParts).toEqual([]);
  });

  test("keeps a form with macros one with macros", () => {
    const vba = new Uint8Array([0xd0, 0xcf, 1, 2, 3]);
    const form = simpleForm({
      ...FORM,
      mainType: MACRO_TYPE,
      more: { "xl/vbaProject.bin": vba },
    });

    const { bytes } = fillPlan(form, PLAN);

    expect(readForm(bytes).kind).toBe("xlsm");
    expect(unzipParts(bytes)["xl/vbaProject.bin"]).toEqual(vba);
  });

  test("makes a workbook of a template", () => {
    const form = simpleForm({ ...FORM, mainType: TEMPLATE_TYPE });

    const { bytes, proof } = fillPlan(form, { cells: [], blocks: [] });

    expect(readForm(form).kind).toBe("xltx");
    expect(readForm(bytes).kind).toBe("xlsx");
    expect(partText(bytes, "[Content_Types].xml")).not.toContain("template");
    expect(proof.changedParts).toEqual([
      { name: "[Content_Types].xml", reasons: ["template-to-workbook"] },
    ]);
  });

  test("writes text into the cells when the form has no shared strings", () => {
    const form = simpleForm({ strings: null });

    const { bytes } = fillPlan(form, {
      cells: [{ sheet: "様式", address: "B2", value: text(" 前後の空白 ") }],
      blocks: [],
    });

    expect(partText(bytes, "xl/worksheets/sheet1.xml")).toContain(
      '<c r="B2" t="inlineStr"><is><t xml:space="preserve"> 前後の空白 </t></is></c>',
    );
  });

  test.each(["b01-status-reply", "b01-by-libreoffice"])(
    "fills %s and adds rows",
    (name) => {
      const form = readFormFixture(`${name}.xlsx`);
      const sheet = "回答シート";

      const { bytes } = fillPlan(form, {
        cells: [{ sheet, address: "I8", value: date("2019-05-01") }],
        blocks: [
          aBlock({
            sheet,
            firstRow: 15,
            entriesAvailable: 20,
            entries: Array.from({ length: 25 }, (_, index) => [
              { B: text(`商工会${index}`), I: text("★") },
            ]),
          }),
        ],
      });

      const result = readForm(bytes).sheets.find((one) => one.name === sheet);
      expect(result?.cells.get("B39")?.text).toBe("商工会24");
      expect(result?.cells.get("A39")?.value).toBe(25);
      expect(result?.cells.get("A39")?.style.borders.bottom).toBe("medium");
      expect(result?.cells.get("A38")?.style.borders.bottom).toBe("thin");
      expect(result?.cells.get("A40")?.text).toMatch(/^※１/);
      expect(result?.printArea?.bottom).toBe(41);
      expect(result?.validations[0]?.ranges[0]).toMatchObject({
        top: 15,
        bottom: 39,
      });
    },
  );
});
