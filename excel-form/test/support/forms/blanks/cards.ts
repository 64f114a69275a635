import type { Workbook } from "exceljs";
import { addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "推薦企業カード";

/** Three cards one below the other, each with its own labels. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(4, 16, 28, 16, 28);
  d.text("B1:E1", "優良企業顕彰　候補企業カード（３社まで）", {
    size: 13,
    align: "center",
  });
  d.label("B3", "推薦団体")
    .field("C3")
    .label("D3", "推薦日")
    .field("E3", { format: "yyyy/mm/dd" });
  d.label("B4", "事務担当者")
    .field("C4")
    .label("D4", "電話・ＦＡＸ")
    .field("E4");
  for (let i = 0; i < 3; i += 1) {
    const top = 6 + 7 * i;
    d.text(`B${top}`, `【候補${i + 1}】`);
    d.label(`B${top + 1}`, "企業名")
      .field(`C${top + 1}`)
      .label(`D${top + 1}`, "フリガナ")
      .field(`E${top + 1}`);
    d.label(`B${top + 2}`, "所在地").field(`C${top + 2}:E${top + 2}`);
    d.label(`B${top + 3}`, "代表者氏名")
      .field(`C${top + 3}`)
      .label(`D${top + 3}`, "電話番号")
      .field(`E${top + 3}`);
    d.label(`B${top + 4}`, "業種")
      .field(`C${top + 4}`)
      .label(`D${top + 4}`, "従業員数")
      .field(`E${top + 4}`, { format: '0"名"' });
    d.label(`B${top + 5}`, "推薦理由").field(`C${top + 5}:E${top + 5}`);
  }
};

export const truth: Truth = {
  form: "cards",
  style: "three cards of seven rows with their own labels",
  cells: [
    { sheet: SHEET, cell: "C3", value: "federation.name" },
    { sheet: SHEET, cell: "E3", value: "report.date" },
    { sheet: SHEET, cell: "C4", value: "federation.contactName" },
    {
      sheet: SHEET,
      cell: "E4",
      value: "federation.phone+federation.fax",
      accept: ["federation.phone"],
    },
  ],
  list: {
    sheet: SHEET,
    firstRow: 6,
    rowsPerEntry: 7,
    rowsAvailable: 3,
    lastRow: 26,
    columns: {},
    subrows: [
      {
        offset: 1,
        columns: { C: "business.registeredName", E: "business.nameKana" },
      },
      { offset: 2, columns: { C: "business.address" } },
      {
        offset: 3,
        columns: { C: "business.representativeName", E: "business.phone" },
      },
      {
        offset: 4,
        columns: { C: "business.industry", E: "business.employees" },
      },
    ],
  },
  mustNotTouch: [
    { sheet: SHEET, range: "C11:E11", why: "reason of the recommendation" },
  ],
};
