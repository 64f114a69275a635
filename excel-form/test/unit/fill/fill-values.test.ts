import type { CellValue } from "../../../src/xlsx/sheet/cell-value.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillPlan } from "../../../src/fill/fill-plan.ts";
import { readForm } from "../../../src/xlsx/sheet/read-form.ts";
import { DIALECTS } from "../../support/xlsx/dialects.ts";
import { codeOf } from "../../support/form-error.ts";
import {
  aBlock,
  cellOf,
  cellsPlan,
  date,
  number,
  text,
} from "../../support/xlsx/plans.ts";
import { simpleForm, simpleParts } from "../../support/xlsx/simple-form.ts";
import { partText } from "../../support/xlsx/zip.ts";

const SHEET = "xl/worksheets/sheet1.xml";
const STRINGS = "xl/sharedStrings.xml";

const ROWS =
  '<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>0</v></c><c r="C1" s="2"/><c r="D1" s="3"/><c r="E1" s="1"><f>A1&amp;"!"</f><v>題!</v></c></row>';

const FORM = simpleForm({
  sheets: [
    {
      name: "様式",
      rows: ROWS,
      after: '<mergeCells count="1"><mergeCell ref="G1:H2"/></mergeCells>',
    },
  ],
  strings: ['<si><t>題</t><rPh sb="0" eb="1"><t>ダイ</t></rPh></si>'],
});

const fill = (cells: Record<string, CellValue>, form = FORM): Uint8Array =>
  fillPlan(form, cellsPlan(cells)).bytes;

describe("fillPlan writes values", () => {
  test("appends a string and keeps the one that another cell shows", () => {
    const bytes = fill({ A1: text("新しい題") });

    expect(cellOf(bytes, "A1")?.value).toBe("新しい題");
    expect(cellOf(bytes, "B1")?.value).toBe("題");
    expect(partText(bytes, STRINGS)).toContain(
      '<si><t>題</t><rPh sb="0" eb="1"><t>ダイ</t></rPh></si><si><t>新しい題</t></si></sst>',
    );
    expect(partText(bytes, STRINGS)).toContain('count="2" uniqueCount="2"');
  });

  test("does not touch a cell that says so already, ruby and all", () => {
    expect(Buffer.compare(fill({ A1: text("題") }), FORM)).toBe(0);
  });

  test.each(["=1+1", "+81", "-", "@SUM(A1)", "'quoted", "#N/A", "TRUE", "1e5"])(
    "%s is text",
    (value) => {
      const bytes = fill({ B2: text(value) });
      expect(cellOf(bytes, "B2")).toMatchObject({ value, isFormula: false });
      expect(partText(bytes, SHEET)).toContain('<c r="B2" t="s"><v>1</v></c>');
    },
  );

  test.each([
    ["a line end", "一行目\n二行目", "一行目\n二行目"],
    ["a carriage return", "a\r\nb", "a_x000D_\nb"],
    ["control characters", "a\0b\u0008c", "a_x0000_b_x0008_c"],
    ["half of a pair", "a\ud842b", "a_xD842_b"],
    ["what looks like an escape", "_x000D_", "_x005F_x000D_"],
    ["markup", "<b>&amp;", "&lt;b&gt;&amp;amp;"],
  ])("stores %s so that it is read back", (_, value, stored) => {
    const bytes = fill({ B2: text(value) });
    expect(partText(bytes, STRINGS)).toContain(`>${stored}</t>`);
    expect(cellOf(bytes, "B2")?.value).toBe(value);
  });

  test.each(["𠮷野家", "葛\u{E0100}城", "㈱①Ⅲ髙﨑", "👨‍👩‍👧", "｡ﾊﾝｶｸ"])(
    "%s passes as it is",
    (value) => {
      const bytes = fill({ B2: text(value) });
      expect(partText(bytes, STRINGS)).toContain(`<t>${value}</t>`);
    },
  );

  test("keeps spaces at the ends", () => {
    expect(partText(fill({ B2: text(" a ") }), STRINGS)).toContain(
      '<t xml:space="preserve"> a </t>',
    );
  });

  test("takes 32,767 characters and says so about more", () => {
    expect(cellOf(fill({ B2: text("あ".repeat(32_767)) }), "B2")?.value).toBe(
      "あ".repeat(32_767),
    );
    expect(codeOf(() => fill({ B2: text("あ".repeat(32_768)) }))).toBe(
      "report/text-too-long",
    );
  });

  test("a number of thirteen digits given as text stays text", () => {
    const bytes = fill({ D1: text("0123456789012") });
    expect(cellOf(bytes, "D1")?.value).toBe("0123456789012");
  });

  test("numbers, logical values and blanks", () => {
    const bytes = fill({
      A1: { kind: "blank" },
      B1: { kind: "boolean", boolean: true },
      B2: number(0),
      B3: number(-0.1),
    });
    expect(cellOf(bytes, "A1")).toMatchObject({ value: null, text: "" });
    expect(cellOf(bytes, "A1")?.style.borders.top).toBe("thin");
    expect(cellOf(bytes, "B1")?.value).toBe(true);
    expect(cellOf(bytes, "B2")?.value).toBe(0);
    expect(cellOf(bytes, "B3")?.value).toBe(-0.1);
  });

  test("a merged cell is written where it shows", () => {
    const { proof, bytes } = fillPlan(FORM, cellsPlan({ H2: text("値") }));
    expect(cellOf(bytes, "G1")?.value).toBe("値");
    expect(proof.cells).toEqual([
      { sheet: "様式", address: "G1", before: null, after: "値" },
    ]);
  });

  test.each([
    ["a formula", { E1: text("x") }, "cell-is-formula"],
    ["no cell", { ZZZ1: text("x") }, "cell-missing"],
    ["no address", { "1A": text("x") }, "cell-missing"],
    ["one cell twice", { G1: text("x"), H2: text("y") }, "cell-written-twice"],
    ["a day that is none", { C1: date("2023-02-29") }, "date-not-in-calendar"],
    ["a day before 1900", { C1: date("1899-12-31") }, "date-not-in-calendar"],
  ])("refuses %s", (_, cells: Record<string, CellValue>, code) => {
    expect(codeOf(() => fill(cells))).toBe(`report/${code}`);
  });

  test("refuses a sheet that is not there", () => {
    expect(
      codeOf(() => fillPlan(FORM, cellsPlan({ A1: text("x") }, "無い"))),
    ).toBe("report/sheet-missing");
  });
});

describe("fillPlan writes dates", () => {
  test.each([
    ["1900-01-01", 1],
    ["1900-02-28", 59],
    ["1900-03-01", 61],
    ["2019-05-01", 43586],
    ["2022-08-01", 44774],
    ["9999-12-31", 2958465],
  ])("%s is day %i", (iso, serial) => {
    const bytes = fill({ C1: date(iso) });
    expect(cellOf(bytes, "C1")).toMatchObject({ value: serial, date: iso });
  });

  test("keeps the form's own format and looks", () => {
    const bytes = fill({ C1: date("2022-08-01") });
    expect(cellOf(bytes, "C1")?.text).toBe("令和4年8月1日");
    expect(partText(bytes, "xl/styles.xml")).toBe(
      partText(FORM, "xl/styles.xml"),
    );
  });

  test("gives a cell without a format one of its own, borders kept", () => {
    const bytes = fill({
      A1: date("2022-08-01"),
      D1: {
        kind: "date",
        iso: "2022-08-02",
        format: '[$-ja-JP]ggge"年"m"月"d"日"',
      },
    });
    expect(cellOf(bytes, "A1")).toMatchObject({
      text: "2022/8/1",
      style: { borders: { top: "thin" } },
    });
    expect(cellOf(bytes, "D1")?.text).toBe("令和4年8月2日");
    expect(cellOf(bytes, "B1")?.style.numberFormat).toBe("General");
    expect(partText(bytes, "xl/styles.xml")).toContain('<cellXfs count="7">');
  });

  test("counts from 1904 when the form does", () => {
    const form = simpleForm({
      sheets: [{ name: "様式", rows: ROWS }],
      strings: ["<si><t>題</t></si>"],
      workbookPr: '<workbookPr date1904="1"/>',
    });
    expect(cellOf(fill({ C1: date("2022-08-01") }, form), "C1")).toMatchObject({
      value: 43312,
      date: "2022-08-01",
    });
    expect(codeOf(() => fill({ C1: date("1903-12-31") }, form))).toBe(
      "report/date-not-in-calendar",
    );
  });
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom("_x005F_x000D_", "=1", " ", "\t", "]]>", "&#x0;", "\r"),
);

const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  anyText.map(text),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(number),
  fc
    .date({
      min: new Date("1900-03-01"),
      max: new Date("2099-12-31"),
      noInvalidDate: true,
    })
    .map((day) => date(day.toISOString().slice(0, 10))),
  fc.boolean().map((boolean): CellValue => ({ kind: "boolean", boolean })),
);

const readBack = (bytes: Uint8Array, address: string, value: CellValue) => {
  const cell = readForm(bytes).sheets[0]?.cells.get(address);
  return value.kind === "date" ? cell?.date : cell?.value;
};

const given = (value: CellValue) => {
  switch (value.kind) {
    case "text":
      return value.text === "" ? null : value.text;
    case "number":
      // -0 is 0 in a file.
      return value.number + 0;
    case "date":
      return value.iso;
    default:
      return value.kind === "boolean" ? value.boolean : null;
  }
};

describe("filling and reading", () => {
  const rows =
    '<row r="1"><c r="A1"/><c r="B1" s="2"/></row><row r="2"><c r="A2" s="1"/></row><row r="3"><c r="A3"><f>COUNTA(A2:A2)</f><v>0</v></c></row>';

  test.each(DIALECTS)(
    "gives back what was put in, whatever it is: %s",
    (_, make) => {
      const form = make(
        simpleParts({ sheets: [{ name: "様式", rows }], strings: [] }),
      );
      fc.assert(
        fc.property(
          anyValue,
          fc.array(anyValue, { maxLength: 5 }),
          (single, list) => {
            const { bytes, proof } = fillPlan(form, {
              cells: [{ sheet: "様式", address: "B1", value: single }],
              blocks: [
                aBlock({ entries: list.map((value) => [{ A: value }]) }),
              ],
            });
            expect(readBack(bytes, "B1", single) ?? null).toEqual(
              given(single),
            );
            list.forEach((value, index) => {
              expect(readBack(bytes, `A${index + 2}`, value) ?? null).toEqual(
                given(value),
              );
            });
            const filled = list.filter((value) => given(value) !== null);
            const total = `A${Math.max(list.length, 1) + 2}`;
            expect(readBack(bytes, total, number(0))).toBe(filled.length);
            // Same input, same bytes.
            expect(proof.resultHash).toBe(
              fillPlan(form, {
                cells: [{ sheet: "様式", address: "B1", value: single }],
                blocks: [
                  aBlock({ entries: list.map((value) => [{ A: value }]) }),
                ],
              }).proof.resultHash,
            );
          },
        ),
        { numRuns: 40 },
      );
    },
  );
});
