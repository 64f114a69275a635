import { describe, expect, test } from "vitest";
import { readForm } from "../../../../src/xlsx/sheet/read-form.ts";
import { displayText } from "../../../../src/xlsx/sheet/display-text.ts";
import { isDateFormat } from "../../../../src/xlsx/sheet/number-formats.ts";
import { RICH_SHEET, richForm } from "../../../support/xlsx/rich-form.ts";
import { simpleForm } from "../../../support/xlsx/simple-form.ts";
import { readFormFixture } from "../../../support/forms/fixture.ts";

const fixture = (name: string) => readForm(readFormFixture(`${name}.xlsx`));

describe("readForm", () => {
  const form = fixture("b01-status-reply");
  const sheet = form.sheets[0];

  test("reads labels without ruby", () => {
    expect(sheet?.cells.get("A5")?.text).toBe("都道府県連名");
    expect(
      [...(sheet?.cells.values() ?? [])].some(({ text }) =>
        text.includes("トドウフケン"),
      ),
    ).toBe(false);
  });

  test("reads comments, the words of drawn boxes and the addresses of links", () => {
    const [rich] = readForm(richForm()).sheets;
    expect(rich?.notes).toEqual([
      // The thread, and not its copy for older Excels.
      { kind: "comment", cell: "A15", text: "注をご確認ください" },
      { kind: "shape", cell: "B9", text: "囲み" },
      { kind: "shape", cell: "B15", text: "固定" },
      { kind: "shape", cell: "B6", text: "大きさ固定" },
      { kind: "shape", cell: "B18", text: "組の中" },
      { kind: "link", cell: "A15", text: "https://example.jp/" },
    ]);
  });

  test("reads looks, sizes and places", () => {
    expect(sheet?.cells.get("C5")?.style).toMatchObject({
      fill: "FFFFCC",
      font: { name: "游ゴシック", size: 10, bold: false },
      alignment: { vertical: "center", wrap: true },
    });
    expect(sheet?.cells.get("A34")?.style.borders.bottom).toBe("medium");
    expect(sheet?.columnWidth(3)).toBe(27.7);
    expect(sheet?.rowHeight(15)).toEqual({ points: 24.5, custom: true });
    expect(sheet?.rowHeight(99)).toEqual({ points: 15, custom: false });
    expect(sheet?.dimension).toEqual({
      top: 1,
      left: 1,
      bottom: 36,
      right: 13,
    });
    expect(sheet?.printArea).toMatchObject({ top: 1, bottom: 36, right: 13 });
    expect(sheet?.printTitleRows).toEqual({ top: 13, bottom: 14 });
    expect(sheet?.merges).toHaveLength(36);
  });

  test("knows date cells before anything is in them", () => {
    expect(sheet?.cells.get("I8")).toMatchObject({ isDate: true, value: null });
    expect(sheet?.cells.get("K15")?.isDate).toBe(false);
  });

  test("reads the choices that stand on a hidden sheet", () => {
    expect(sheet?.validations[0]).toMatchObject({
      type: "list",
      list: ["★", "★★"],
      ranges: [{ top: 15, left: 9, bottom: 34, right: 9 }],
    });
    expect(form.sheets.map(({ name, state }) => [name, state])).toEqual([
      ["回答シート", "visible"],
      ["記入例", "visible"],
      ["リスト", "hidden"],
    ]);
  });

  test("a new save by another program keeps the fingerprint", () => {
    expect(fixture("b01-by-libreoffice").fingerprint).toBe(form.fingerprint);
    expect(fixture("b05-fax-reply").fingerprint).not.toBe(form.fingerprint);
  });

  test("reads newer validations, colours of the theme and locks", () => {
    const rich = readForm(richForm());
    const first = rich.sheets.find(({ name }) => name === RICH_SHEET);
    expect(
      first?.validations.map(({ type, list, prompt }) => [type, list, prompt]),
    ).toEqual([
      ["list", ["法人", "個人", "法人・個人"], "法人か個人"],
      ["whole", undefined, ""],
      ["list", ["★", "★★"], ""],
    ]);
    expect(first?.cells.get("B3")?.style).toMatchObject({
      fill: "FFF2CC",
      locked: false,
    });
    expect(first?.cells.get("A3")?.style.locked).toBe(true);
    expect(first?.isProtected).toBe(true);
    expect(first?.cells.get("A4")?.text).toBe("太字と普通 ");
    expect(first?.cells.get("F13")?.formula).toBe("F12+$H$12");
  });

  test("warns about totals that cannot grow, another book and INDIRECT", () => {
    expect(
      readForm(richForm()).warnings.map(({ code, address }) => [code, address]),
    ).toEqual([
      ["report/warn-single-cell-total", "G5"],
      ["report/warn-other-book", "M14"],
      ["report/warn-indirect", "H15"],
    ]);
  });

  test("reads dates, errors and logical values by their type", () => {
    const { sheets } = readForm(
      simpleForm({
        sheets: [
          {
            name: "様式",
            rows: '<row r="1"><c r="A1" s="2"><v>44774.75</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c><c r="D1" s="2" t="d"><v>2022-08-01T06:00:00</v></c><c r="E1" t="inlineStr"><is><r><t>太</t></r><r><t>字</t></r><rPh sb="0" eb="1"><t>フト</t></rPh></is></c><c r="F1"/></row>',
          },
        ],
      }),
    );
    const cells = sheets[0]?.cells;
    expect(cells?.get("A1")).toMatchObject({
      date: "2022-08-01T18:00:00",
      text: "令和4年8月1日",
    });
    expect(cells?.get("B1")).toMatchObject({ value: true, text: "TRUE" });
    expect(cells?.get("C1")?.value).toBe("#REF!");
    expect(cells?.get("D1")?.date).toBe("2022-08-01T06:00:00");
    expect(cells?.get("E1")?.text).toBe("太字");
    expect(cells?.get("F1")?.value).toBeNull();
  });
});

describe("displayText", () => {
  test.each([
    [44774, '[$-411]ggge"年"m"月"d"日"', "令和4年8月1日"],
    [43586, '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', "令和元年5月1日"],
    [
      43586,
      '[<=43585][$-ja-JP]ggge"年"m"月"d"日";[>=43831]ggge"年"m"月"d"日";"令和元年"m"月"d"日"',
      "令和元年5月1日",
    ],
    [44774, "[$-411]ge.m.d", "R4.8.1"],
    [44774, "m/d(aaa)", "8/1(月)"],
    [44774.5, "yyyy/mm/dd hh:mm", "2022/08/01 12:00"],
    [0.5, "h:mm AM/PM", "12:00 PM"],
    [1234567.891, "#,##0", "1,234,568"],
    [-1234, "#,##0;[Red]-#,##0", "-1,234"],
    [0, "0;-0;;@", ""],
    [0.256, "0.0%", "25.6%"],
    [3, '0"件"', "3件"],
    [12, "000", "012"],
    [12345, "#,##0,", "12"],
    [0.1 + 0.2, "General", "0.3"],
    [5, "[$¥-411]#,##0", "¥5"],
    ["山田", '@"様"', "山田様"],
    ["山田", "General", "山田"],
    [true, "0", "TRUE"],
    [null, "0", ""],
    [-1, "yyyy", "########"],
  ] as const)("%j in %s shows %s", (value, format, expected) => {
    expect(displayText(value, format, false)).toBe(expected);
  });
});

describe("isDateFormat", () => {
  test.each([
    ["General", false],
    ["G/標準", false],
    ["0.00E+00", false],
    ['0"年"', false],
    ["#,##0_ ;[Red]-#,##0", false],
    ["@", false],
    ['[$-411]ggge"年"', true],
    ["yyyy/m/d;@", true],
    ["aaa", true],
    ["[h]:mm", true],
    ['e"年"', true],
  ])("%s: %s", (format, expected) => {
    expect(isDateFormat(format)).toBe(expected);
  });
});
