import type { Workbook } from "exceljs";
import { addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "回答用紙";

/** Numbered items, labels in brackets, values in tinted cells without lines, a mark for a choice. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(3, 5, 22, 24, 10, 22, 6);
  const field = { fill: "E2EFDA", lines: false };
  d.text("B1", "（別紙）", { size: 9 }).text(
    "B2:G2",
    "地域クラウド活用推進表彰　候補者推薦　回答用紙",
    { size: 13, align: "center" },
  );
  d.text(
    "B3:G3",
    "提出期限：令和７年９月３０日（火）必着　　提出先：suishin@example.jp",
    { size: 9 },
  );
  d.text("B5", "１．回答団体");
  d.text("C6", "（１）団体名").field("D6:F6", field);
  d.text("C7", "（２）所在地").field("D7:F7", field);
  d.text("C8", "（３）会長名").field("D8:F8", field);
  d.text("B9", "２．御担当者");
  d.text("C10", "①　所属・役職").field("D10:F10", field);
  d.text("C11", "②　氏名").field("D11:F11", field);
  d.text("C12", "③　ＴＥＬ／ＦＡＸ")
    .field("D12", field)
    .text("E12", "／", { align: "center" })
    .field("F12", field);
  d.text("C13", "④　Ｅメール").field("D13:F13", field);
  d.text("C14", "⑤　御記入日").field("D14", { ...field, format: "yyyy/mm/dd" });
  d.text("B16", "３．推薦する企業の有無（該当する方に○）");
  d.field("C17", field)
    .text("D17", "推薦する企業がある")
    .field("C18", field)
    .text("D18", "推薦する企業がない");
  d.text("B20", "４．推薦する企業");
  ["", "企業・団体名", "所在地", "代表者", "業　種"].forEach((head, i) =>
    d.text(`${"BCDEF"[i]}21`, head || "No.", { lines: "TB" }),
  );
  for (let row = 22; row <= 26; row += 1) {
    d.text(`B${row}`, `${row - 21}`, { lines: "B" });
    for (const column of "CDEF")
      d.field(`${column}${row}`, { lines: "B", fill: "E2EFDA" });
  }
  d.text("B28", "５．推薦しない場合の理由").field("C29:F31", field);
};

const cell = (address: string, value: string, more: object = {}) => ({
  sheet: SHEET,
  cell: address,
  value,
  ...more,
});

export const truth: Truth = {
  form: "numbered-items",
  style: "numbered items in brackets and circles, tinted cells without lines",
  cells: [
    cell("D6", "federation.name"),
    cell("D7", "federation.address"),
    cell("D8", "federation.headName"),
    cell("D10", "federation.section+federation.contactTitle"),
    cell("D11", "federation.contactName"),
    cell("D12", "federation.phone"),
    cell("F12", "federation.fax"),
    cell("D13", "federation.email"),
    cell("D14", "report.date"),
    cell("C17", "none", { note: "part: ○-beside" }),
    cell("C18", "none", { note: "part: ○-beside" }),
    cell("C29", "report.noneReason"),
  ],
  list: {
    sheet: SHEET,
    firstRow: 22,
    rowsPerEntry: 1,
    rowsAvailable: 5,
    lastRow: 26,
    columns: {
      C: "business.registeredName",
      D: "business.address",
      E: "business.representativeName",
      F: "business.industry",
    },
  },
  mustNotTouch: [
    { sheet: SHEET, range: "B22:B26", why: "numbers are pre-printed" },
  ],
};
