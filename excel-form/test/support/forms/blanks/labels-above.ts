import type { Workbook } from "exceljs";
import { WAREKI, addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "別紙１";

/** Labels above their cells, a small matrix of counts, an example row at the head of the list. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(6, 20, 26, 22, 18, 14, 18, 12, 18);
  d.text("I1", "別紙１", { align: "right" }).text(
    "A2:I2",
    "令和７年度ＤＸ実践企業表彰　推薦状況報告書",
    { size: 14, align: "center" },
  );
  d.label("B4", "商工会連合会名")
    .label("C4", "担当部署")
    .label("D4", "担当者名")
    .label("E4", "電話番号")
    .label("F4:G4", "E-mail")
    .label("H4:I4", "報告日");
  d.field("B5")
    .field("C5")
    .field("D5")
    .field("E5")
    .field("F5:G5")
    .field("H5:I5", { format: WAREKI });
  d.label("B7", "区分").label("C7", "件数");
  d.label("B8", "他薦")
    .field("C8", { align: "right" })
    .label("B9", "うち実践事例")
    .field("C9", { align: "right" });
  d.label("A11:A12", "No.")
    .label("B11:B12", "商工会名")
    .label("C11:D11", "推薦事業所")
    .label("C12", "名称")
    .label("D12", "フリガナ");
  d.label("E11:F11", "代表者")
    .label("E12", "職")
    .label("F12", "氏名")
    .label("G11:G12", "従業員数\n（人）")
    .label("H11:H12", "同意確認\n（○・×）")
    .label("I11:I12", "前年度の\n受賞歴");
  [
    "例",
    "○○町商工会",
    "株式会社見本",
    "カブシキガイシャミホン",
    "代表取締役",
    "見本　太郎",
    "12",
    "○",
    "なし",
  ].forEach((text, i) => d.text(`${"ABCDEFGHI"[i]}13`, text, { lines: true }));
  for (let row = 14; row <= 23; row += 1) {
    d.text(`A${row}`, row - 13, { lines: true });
    for (const column of "BCDEFGHI") d.field(`${column}${row}`);
  }
};

export const truth: Truth = {
  form: "labels-above",
  style:
    "labels above their cells, a matrix of counts, an example row in the list, two-level header",
  cells: [
    { sheet: SHEET, cell: "B5", value: "federation.name" },
    { sheet: SHEET, cell: "C5", value: "federation.section" },
    { sheet: SHEET, cell: "D5", value: "federation.contactName" },
    { sheet: SHEET, cell: "E5", value: "federation.phone" },
    { sheet: SHEET, cell: "F5", value: "federation.email" },
    { sheet: SHEET, cell: "H5", value: "report.date" },
    { sheet: SHEET, cell: "C8", value: "report.count" },
    { sheet: SHEET, cell: "C9", value: "report.caseCount" },
  ],
  list: {
    sheet: SHEET,
    firstRow: 14,
    rowsPerEntry: 1,
    rowsAvailable: 10,
    lastRow: 23,
    columns: {
      B: "society.name",
      C: "business.registeredName",
      D: "business.nameKana",
      E: "business.representativeTitle",
      F: "business.representativeName",
      G: "business.employees",
      H: "consent.status",
    },
  },
  mustNotTouch: [
    { sheet: SHEET, range: "A13:I13", why: "example row" },
    { sheet: SHEET, range: "A14:A23", why: "numbers are pre-printed" },
    { sheet: SHEET, range: "I14:I23", why: "awards of earlier years" },
  ],
};
