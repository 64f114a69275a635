import type { Workbook } from "exceljs";
import { addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "報告";

/** Nothing but words: no merges and no lines in the head, a thin table below. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(18, 24, 18, 20, 14, 14, 20);
  d.text("A1", "第４回クラウド実践大賞　推薦企業報告（県連→全国連）", {
    size: 12,
  });
  d.text("A3", "県連名：")
    .text("A4", "担当部署：")
    .text("A5", "担当者職・氏名：")
    .text("A6", "電話：")
    .text("A7", "報告年月日：");
  d.text("A8", "推薦企業数：").text("A9", "推薦企業なしの理由：");
  [
    "商工会名",
    "推薦企業名",
    "所在地",
    "代表者名",
    "業種",
    "自己採点",
    "備考",
  ].forEach((head, i) => d.text(`${"ABCDEFG"[i]}11`, head, { lines: true }));
  for (let row = 12; row <= 21; row += 1)
    for (const column of "ABCDEFG") d.field(`${column}${row}`);
  d.text(
    "A22",
    "※枠が足りないときは行の追加はせず、別シートに記入してください。",
  );
};

export const truth: Truth = {
  form: "plain-sheet",
  style:
    "labels with a colon in plain cells, values in the plain cells beside them",
  cells: [
    { sheet: SHEET, cell: "B3", value: "federation.name" },
    { sheet: SHEET, cell: "B4", value: "federation.section" },
    {
      sheet: SHEET,
      cell: "B5",
      value: "federation.contactTitle+federation.contactName",
      accept: ["federation.contactName"],
    },
    { sheet: SHEET, cell: "B6", value: "federation.phone" },
    { sheet: SHEET, cell: "B7", value: "report.date" },
    { sheet: SHEET, cell: "B8", value: "report.count" },
    { sheet: SHEET, cell: "B9", value: "report.noneReason" },
  ],
  list: {
    sheet: SHEET,
    firstRow: 12,
    rowsPerEntry: 1,
    rowsAvailable: 10,
    lastRow: 21,
    columns: {
      A: "society.name",
      B: "business.registeredName",
      C: "business.address",
      D: "business.representativeName",
      E: "business.industry",
      F: "score.total",
      G: "remarks",
    },
  },
  mustNotTouch: [],
};
