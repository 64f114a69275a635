import type { Workbook } from "exceljs";
import { WAREKI, addSheet, letter } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "様式1";

/** Graph paper of 46 narrow columns: everything merged, a phone in three boxes, a date split over cells. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).paper(46, 2.4);
  d.text("B1", "別記様式第１号").text(
    "B3:AS3",
    "クラウド実践大賞　他薦登録状況報告書",
    { size: 14, align: "center" },
  );
  // 令和 [ ] 年 [ ] 月 [ ] 日 at the top right
  d.text("AG5", "令和")
    .field("AI5:AJ5", { lines: "B" })
    .text("AK5", "年")
    .field("AL5:AM5", { lines: "B" });
  d.text("AN5", "月").field("AO5:AP5", { lines: "B" }).text("AQ5", "日");
  d.text("B6", "全国商工会連合会　経営情報戦略課　御中");
  d.label("B8:H8", "連 合 会 名")
    .field("I8:W8")
    .label("X8:AC8", "担 当 課")
    .field("AD8:AS8");
  d.label("B9:H9", "担当者氏名")
    .field("I9:W9")
    .label("X9:AC9", "役　　　職")
    .field("AD9:AS9");
  d.label("B10:H10", "電 話 番 号")
    .field("I10:M10")
    .text("N10", "－")
    .field("O10:R10")
    .text("S10", "－")
    .field("T10:W10");
  d.label("X10:AC10", "ＦＡＸ")
    .field("AD10:AH10")
    .text("AI10", "－")
    .field("AJ10:AM10")
    .text("AN10", "－")
    .field("AO10:AS10");
  d.label("B11:H11", "Ｅ－ｍａｉｌ").field("I11:AS11");
  d.label("B13:L13", "自己宣言登録件数（他薦）")
    .field("M13:Q13", { align: "right" })
    .text("R13", "件");
  d.label("X13:AH13", "うち実践事例提出予定")
    .field("AI13:AM13", { align: "right" })
    .text("AN13", "件");
  const heads: Array<[string, string]> = [
    ["B", "C"],
    ["D", "I"],
    ["J", "S"],
    ["T", "AA"],
    ["AB", "AG"],
    ["AH", "AL"],
    ["AM", "AS"],
  ];
  const names = [
    "№",
    "商工会",
    "事業者名",
    "代表者職氏名",
    "業種",
    "採点結果",
    "登録年月日",
  ];
  heads.forEach(([from, to], i) => {
    d.label(`${from}15:${to}15`, names[i] ?? "");
    for (let row = 16; row <= 30; row += 1) {
      d.field(`${from}${row}:${to}${row}`, i === 6 ? { format: WAREKI } : {});
      if (i === 0) d.sheet.getCell(`B${row}`).value = row - 15;
    }
  });
  d.text("B31", "注　記入欄が不足する場合は行を追加してください。", {
    size: 9,
  });
  d.sheet.getColumn(letter(46)).width = 2.4;
};

export const truth: Truth = {
  form: "graph-paper",
  style:
    "graph paper, phone and fax in three boxes, date split over cells without a label",
  cells: [
    ...[
      ["AI5", "year"],
      ["AL5", "month"],
      ["AO5", "day"],
    ].map(([cell = "", part]) => ({
      sheet: SHEET,
      cell,
      value: "report.date",
      note: `part: ${part}`,
      group: "date",
    })),
    { sheet: SHEET, cell: "I8", value: "federation.name" },
    { sheet: SHEET, cell: "AD8", value: "federation.section" },
    { sheet: SHEET, cell: "I9", value: "federation.contactName" },
    { sheet: SHEET, cell: "AD9", value: "federation.contactTitle" },
    ...["I10", "O10", "T10"].map((cell, i) => ({
      sheet: SHEET,
      cell,
      value: "federation.phone",
      note: `part: phone ${i + 1}`,
      group: "phone",
    })),
    ...["AD10", "AJ10", "AO10"].map((cell, i) => ({
      sheet: SHEET,
      cell,
      value: "federation.fax",
      note: `part: phone ${i + 1}`,
      group: "fax",
    })),
    { sheet: SHEET, cell: "I11", value: "federation.email" },
    { sheet: SHEET, cell: "M13", value: "report.count" },
    { sheet: SHEET, cell: "AI13", value: "report.caseCount" },
  ],
  list: {
    sheet: SHEET,
    firstRow: 16,
    rowsPerEntry: 1,
    rowsAvailable: 15,
    lastRow: 30,
    columns: {
      D: "society.name",
      J: "business.registeredName",
      T: [
        "business.representativeTitle+business.representativeName",
        "business.representativeName",
      ],
      AB: "business.industry",
      AH: "score.total",
      AM: "declaration.registeredOn",
    },
  },
  mustNotTouch: [
    { sheet: SHEET, range: "B16:C30", why: "numbers are pre-printed" },
  ],
};
