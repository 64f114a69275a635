import type { Workbook } from "exceljs";
import { addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "集約";

/** Counts per society beside the list of firms; notes between head and list; two tables one below the other. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(6, 20, 24, 24, 16, 14, 20);
  d.text("A1:G1", "クラウド実践大賞　候補推薦　集約表", {
    size: 13,
    align: "center",
  });
  d.label("A3:B3", "県商工会連合会名")
    .field("C3")
    .label("D3", "担当課・担当者")
    .field("E3:G3");
  d.label("A4:B4", "提出日")
    .field("C4", { format: "m月d日" })
    .label("D4", "担当者連絡先（電話）")
    .field("E4:G4");
  d.text("A6", "■商工会別の件数");
  ["No.", "商工会名", "候補件数"].forEach((head, i) =>
    d.label(`${"ABC"[i]}7`, head),
  );
  for (let row = 8; row <= 12; row += 1)
    for (const column of "ABC") d.field(`${column}${row}`);
  d.label("A13:B13", "合計").formula("C13", "SUM(C8:C12)");
  d.text("A15", "■候補企業一覧（登記上の名称を記入すること）");
  [
    "順位",
    "商工会名",
    "名　　称",
    "住　　所",
    "代表者",
    "区分",
    "備　考",
  ].forEach((head, i) => d.label(`${"ABCDEFG"[i]}16`, head));
  for (let row = 17; row <= 26; row += 1) {
    for (const column of "ABCDEG") d.field(`${column}${row}`);
    d.field(`F${row}`, { choices: ["法人", "個人事業主"] });
  }
};

const cell = (address: string, value: string, more: object = {}) => ({
  sheet: SHEET,
  cell: address,
  value,
  ...more,
});

export const truth: Truth = {
  form: "society-answer",
  style:
    "counts per society above the list of firms, columns that only their drop-down explains",
  cells: [
    cell("C3", "federation.name"),
    cell("E3", "federation.section+federation.contactName"),
    cell("C4", "report.date"),
    cell("E4", "federation.phone"),
  ],
  list: {
    sheet: SHEET,
    firstRow: 17,
    rowsPerEntry: 1,
    rowsAvailable: 10,
    lastRow: 26,
    columns: {
      B: "society.name",
      C: "business.registeredName",
      D: "business.address",
      E: "business.representativeName",
      F: "business.kind",
      G: "remarks",
    },
  },
  mustNotTouch: [
    { sheet: SHEET, range: "A8:C13", why: "counts per society" },
    { sheet: SHEET, range: "A17:A26", why: "rank, which we do not hold" },
  ],
};
