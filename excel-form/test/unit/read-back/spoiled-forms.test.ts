import type { CellValue, Worksheet } from "exceljs";
import { describe, expect, test } from "vitest";
import { FINDINGS } from "../../../src/read-back/messages.ts";
import { namesOf, spoiled } from "../../support/forms/spoiled-form.ts";

const set =
  (cell: string, value: CellValue) =>
  (sheet: Worksheet): void => {
    sheet.getCell(cell).value = value;
  };

const setRow =
  (row: number, cells: Readonly<Record<string, CellValue>>) =>
  (sheet: Worksheet): void => {
    for (const [column, value] of Object.entries(cells)) {
      sheet.getCell(`${column}${row}`).value = value;
    }
  };

const clearRow = (sheet: Worksheet, row: number): void => {
  sheet.getRow(row).eachCell((cell) => {
    cell.value = null;
  });
};

const day = (year: number, month: number, date: number): Date =>
  new Date(Date.UTC(year, month - 1, date));

/** A change that somebody made to the form, and the findings that it gives. */
const SPOILED: ReadonlyArray<
  readonly [string, (sheet: Worksheet) => void, ...string[]]
> = [
  ["words in a column of numbers", set("K7", "採点中です"), "K7 notANumber"],
  ["not known yet", set("K7", "未定"), "K7 placeholder"],
  ["an approximate number", set("K7", "約18点"), "K7 approximate"],
  ["at least a number", set("G7", "5人以上"), "G7 approximate"],
  ["a range", set("K7", "15～18"), "K7 severalValues"],
  ["two numbers in a cell", set("G7", "3、4"), "G7 severalValues"],
  ["a comma in place of a point", set("K7", "18,5"), "K7 severalValues"],
  ["a number with its unit", set("K7", "18点"), "K7 numberWithUnit"],
  ["a number as text", set("K7", "18"), "K7 numberAsText"],
  ["full-width digits", set("K7", "１８"), "K7 fullWidth"],
  ["a number below zero", set("G7", -3), "G7 implausibleNumber"],
  ["half a person", set("G7", 2.5), "G7 implausibleNumber"],
  [
    "a date that Excel made of 3-4",
    (sheet) => {
      set("K7", day(2026, 3, 4))(sheet);
      sheet.getCell("K7").numFmt = "m/d";
    },
    "K7 dateInNumber",
  ],
  [
    "a percentage",
    (sheet) => {
      set("K7", 0.9)(sheet);
      sheet.getCell("K7").numFmt = "0%";
    },
    "K7 percent",
  ],
  ["a day without a year", set("H7", "7月25日"), "H7 dateWithoutYear"],
  [
    "a day without a year, with a slash",
    set("H7", "7/25"),
    "H7 dateWithoutYear",
  ],
  ["a month without a day", set("H7", "令和8年7月"), "H7 dateWithoutDay"],
  ["a date as text", set("H7", "令和8年7月25日"), "H7 dateAsText"],
  ["words for a date", set("H7", "来月登録予定"), "H7 unreadableDate"],
  ["a day that does not exist", set("H7", "2026/2/30"), "H7 unreadableDate"],
  [
    "a year of an era that had ended",
    set("H7", "平成38年7月25日"),
    "H7 eraEnded",
  ],
  ["another weekday", set("H7", "2026/7/25(月)"), "H7 weekdayMismatch"],
  ["a count in a cell of dates", set("H7", 18), "H7 implausibleDate"],
  [
    "a date without its format",
    (sheet) => {
      set("H7", 46_228)(sheet);
      sheet.getCell("H7").numFmt = "General";
    },
    "H7 dateAsNumber",
  ],
  [
    "a corporate number as a number",
    set("E7", 1_345_678_901_234),
    "E7 digitsAsNumber",
  ],
  [
    "a corporate number that was rounded",
    set("E7", 2_345_670_000_000),
    "E7 digitsLost",
  ],
  [
    "a corporate number as Excel shows it",
    set("E7", "2.34568E+12"),
    "E7 digitsLost",
  ],
  ["a digit too few", set("E7", "345678901234"), "E7 wrongLength"],
  [
    "two corporate numbers",
    set("E7", "1345678901234 3456789012346"),
    "E7 severalValues",
  ],
  [
    "full-width corporate number",
    set("E7", "１３４５６７８９０１２３４"),
    "E7 fullWidth",
  ],
  ["words for a corporate number", set("E7", "申請しています"), "E7 notDigits"],
  ["a telephone number as a number", set("I7", 988_660_001), "I7 digitsLost"],
  [
    "two telephone numbers",
    set("I7", "098-866-0001、098-866-0002"),
    "I7 severalValues",
  ],
  ["a choice that is no option", set("J7", "建設業"), "J7 notAnOption"],
  ["an unknown word for a choice", set("F7", "組合"), "F7 notAnOption"],
  ["the ditto mark", set("B7", "〃"), "B7 ditto"],
  ["同上", set("J8", "同上"), "J8 ditto"],
  ["a dash for a name", set("D7", "－"), "D7 placeholder"],
  ["two names in a cell", set("C7", "白波工房\n黒潮工房"), "C7 severalValues"],
  [
    "a name with its telephone number",
    set("C7", "白波工房 098-866-0009"),
    "C7 severalValues",
  ],
  ["kanji for a reading", set("D7", "白波工房"), "D7 notKana"],
  ["a number for a name", set("C7", 12), "C7 numberForText"],
  [
    "a date that Excel made of a name",
    set("C7", day(2026, 1, 2)),
    "C7 dateInText",
  ],
  ["no e-mail address", set("L7", "なみ工房のメール"), "L7 notEmail"],
  [
    "two e-mail addresses",
    set("L7", "a@example.jp b@example.jp"),
    "L7 severalValues",
  ],
  ["TRUE", set("C7", true), "C7 booleanValue", "C7 nameMissing"],
  ["#N/A", set("K7", { error: "#N/A" }), "K7 errorValue"],
  ["a formula", set("K7", { formula: "10+8", result: 18 }), "K7 formulaResult"],
  [
    "a formula without a result",
    set("K7", { formula: "10+8" }),
    "K7 formulaWithoutResult",
  ],
  [
    "a formula that refers to another file",
    set("K7", { formula: "'[点数.xlsx]表'!B2", result: 18 }),
    "K7 externalFormula",
  ],
  [
    "a value that is struck out",
    (sheet) => {
      sheet.getCell("C7").font = { strike: true };
    },
    "C7 struckOut",
  ],
  [
    "a name of which a part is struck out",
    set("C7", {
      richText: [
        { font: { strike: true }, text: "旧工房" },
        { text: "白波工房" },
      ],
    }),
    "C7 partlyStruckOut",
  ],
  [
    "a white text",
    (sheet) => {
      sheet.getCell("C7").font = { color: { argb: "FFFFFFFF" } };
    },
    "C7 invisible",
  ],
  [
    "a number that its format hides",
    (sheet) => {
      sheet.getCell("K7").numFmt = ";;;";
    },
    "K7 invisible",
  ],
  ["a line break after a name", set("C7", "白波工房\n"), "C7 spaces"],
  ["a blank that does not break", set("C7", "白波工房\u00a0"), "C7 spaces"],
  ["a blank without width", set("C7", "白波\u200b工房"), "C7 spaces"],
  ["a blank after an option", set("J7", "製造業 "), "J7 spaces"],
  ["a slip in a count", set("G7", 1e15), "G7 implausibleNumber"],
  ["an invoice number", set("E7", "T1345678901234"), "E7 separators"],
  ["hyphens in a number", set("E7", "1-3456-7890-1234"), "E7 separators"],
  [
    "a remark beside a number",
    set("E7", "1345678901234（本社）"),
    "E7 notDigits",
  ],
  [
    "a remark beside a telephone number",
    set("I7", "098-866-0001 自宅"),
    "I7 notDigits",
  ],
  ["a telephone number cut short", set("I7", "098-866-001"), "I7 wrongLength"],
  [
    "a telephone number with a digit too many",
    set("I7", "098-866-00012"),
    "I7 wrongLength",
  ],
  ["a circle where a word is asked for", set("F7", "○"), "F7 notAnOption"],
  ["a full stop after an address", set("L7", "a@example.jp."), "L7 notEmail"],
  ["a wrong digit", set("E7", "1345678901235"), "E7 wrongCheckDigit"],
  [
    "a wrong digit in a number",
    set("E7", 1_345_678_901_235),
    "E7 wrongCheckDigit",
  ],
  ["a firm that withdrew", set("C7", "白波工房（辞退）"), "C7 withdrawn"],
  ["an entry taken back", set("C7", "白波工房 ※取消"), "C7 withdrawn"],
  [
    "an option with a remark",
    set("J7", "製造業（一部）"),
    "J7 annotatedChoice",
  ],
  ["a choice with a remark", set("F7", "法人（予定）"), "F7 annotatedChoice"],
  [
    "a text in the colour of its cell",
    (sheet) => {
      const cell = sheet.getCell("C7");
      cell.font = { color: { argb: "FFFFFF00" } };
      cell.fill = {
        type: "pattern",
        pattern: "solid",
        fgColor: { argb: "FFFFFF00" },
      };
    },
    "C7 invisible",
  ],
  [
    "letters of one point",
    (sheet) => {
      sheet.getCell("C7").font = { size: 1 };
    },
    "C7 invisible",
  ],
  [
    "a text that its format hides",
    (sheet) => {
      sheet.getCell("C7").numFmt = ";;;";
    },
    "C7 invisible",
  ],
  [
    "a row without height",
    (sheet) => {
      setRow(7, { B: null, D: null, E: null, F: null, G: null, H: null })(
        sheet,
      );
      setRow(7, { I: null, J: null, K: null, L: null })(sheet);
      sheet.getRow(7).height = 0.75;
    },
    "C7 hidden",
  ],
  ["no name", set("C7", null), "C7 nameMissing"],
  [
    "the same firm twice",
    (sheet) => {
      set("C8", "青空商店")(sheet);
      set("E8", "9234567890123")(sheet);
    },
    "C8 duplicate",
  ],
  [
    "society merged over rows",
    (sheet) => {
      sheet.getCell("B7").value = null;
      sheet.mergeCells("B6:B7");
    },
    "B7 mergedAbove",
  ],
  [
    "cells of a row merged",
    (sheet) => {
      sheet.getCell("D7").value = null;
      sheet.mergeCells("C7:D7");
    },
    "C7 merged",
  ],
  [
    "a hidden row",
    (sheet) => {
      setRow(7, { B: null, D: null, E: null, F: null, G: null, H: null })(
        sheet,
      );
      setRow(7, { I: null, J: null, K: null, L: null })(sheet);
      sheet.getRow(7).hidden = true;
    },
    "C7 hidden",
  ],
  ["a row left blank", (sheet) => clearRow(sheet, 7), "C7 blankRow"],
  ["a total in the list", setRow(9, { B: "合計", K: 45 }), "B9 totalRow"],
  [
    "a remark in the list",
    setRow(9, { B: "※ 得点は見込みです" }),
    "B9 noteRow",
  ],
  ["以下余白", setRow(9, { C: "以下余白" }), "C9 endMark"],
  ["an example", setRow(9, { A: "例", C: "〇〇商店", K: 12 }), "A9 exampleRow"],
  [
    "記入例 in front of a name",
    setRow(9, { C: "【記入例】〇〇商店" }),
    "C9 exampleRow",
  ],
  [
    "a heading between the rows",
    (sheet) => {
      sheet.mergeCells("B9:F9");
      sheet.getCell("B9").value = "南部地区";
    },
    "B9 headingRow",
  ],
  [
    "an entry below the list",
    setRow(12, {
      B: "みなと商工会",
      C: "遠浅水産",
      E: "4567890123456",
      F: "法人",
      G: 2,
      K: 11,
    }),
    "B12 beyondList",
  ],
  ["a text beside the list", set("M7", "後日差し替え"), "M7 unmapped"],
  ["another heading over a column", set("K5", "前年の得点"), "K6 labelChanged"],
  [
    "a contact in a cell merged with its label",
    (sheet) => {
      sheet.unMergeCells("A3:B3");
      sheet.getCell("B3").value = null;
      sheet.getCell("A3").value = "担当者";
      sheet.mergeCells("A3:B3");
    },
    "B3 labelChanged",
    "B6 labelChanged",
    "B3 merged",
  ],
];

describe("a filled form that somebody spoiled", () => {
  test("without any fault gives no finding", async () => {
    const { data, findings } = await spoiled(() => undefined);
    expect(findings).toEqual([]);
    expect(data.rows).toHaveLength(3);
  });

  test.each(
    SPOILED.map(([fault, change, ...findings]) => ({
      fault,
      change,
      findings,
    })),
  )("$fault", async ({ change, findings }) => {
    expect(namesOf(await spoiled(change))).toEqual(findings);
  });

  test("has at least 30 kinds, each with a sentence about the cell", () => {
    const kinds = new Set(
      SPOILED.flatMap(([, , ...names]) => names.map((n) => n.split(" ")[1])),
    );
    expect(kinds.size).toBeGreaterThanOrEqual(30);
    for (const kind of kinds) expect(FINDINGS).toHaveProperty([kind ?? ""]);
  });
});

describe("what is read in spite of a doubt", () => {
  const read = async (change: (sheet: Worksheet) => void) =>
    (await spoiled(change)).data.rows[1];

  test.each<[string, CellValue, string, unknown]>([
    ["〃 is the value above", "〃", "B", "みなと商工会"],
    ["約18点 is 18", "約18点", "K", 18],
    [
      "full-width digits are digits",
      "１３４５６７８９０１２３４",
      "E",
      "1345678901234",
    ],
    [
      "an invoice number holds the corporate number",
      "T1345678901234",
      "E",
      "1345678901234",
    ],
    ["#N/A is nothing", { error: "#N/A" }, "K", undefined],
  ])("%s", async (_, value, column, expected) => {
    const row = (await read(set(`${column}7`, value))) ?? {};
    const key = {
      B: "society.name",
      K: "score.total",
      E: "business.corporateNumber",
    }[column];
    expect(row[key ?? ""]).toEqual(expected);
  });

  test("a society merged over two rows is that of both", async () => {
    const row = await read((sheet) => {
      sheet.getCell("B7").value = null;
      sheet.mergeCells("B6:B7");
    });
    expect(row?.["society.name"]).toBe("みなと商工会");
  });

  test("a total, a remark and an example are no entries", async () => {
    const { data } = await spoiled((sheet) => {
      setRow(9, { A: "例", C: "〇〇商店" })(sheet);
      setRow(10, { B: "合計", K: 45 })(sheet);
    });
    expect(data.rows).toHaveLength(3);
  });

  test("a finding names the row of the data that it is about", async () => {
    const { findings } = await spoiled((sheet) => {
      clearRow(sheet, 7);
      set("K8", "約18点")(sheet);
    });
    expect(findings.map(({ kind, row }) => [kind, row])).toEqual([
      ["approximate", 1],
      ["blankRow", undefined],
    ]);
  });
});
