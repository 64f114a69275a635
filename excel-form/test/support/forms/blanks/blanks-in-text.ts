import type { Workbook } from "exceljs";
import { addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "回答書";

/** Blanks inside printed text: year in the title, sender's line, units, an era's box, two values in one cell. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(
    3,
    14,
    10,
    6,
    4,
    6,
    4,
    6,
    4,
    14,
    14,
    14,
  );
  d.text("B2:L2", "令和　　年度　クラウド活用表彰　推薦回答書", {
    size: 14,
    align: "center",
  });
  d.text("B4", "一般社団法人みらい機構　御中");
  d.text("B5", "　TEL 000-111-2222　FAX 000-111-3333");
  d.text("J6:L6", "　　　　　　　県商工会連合会", { lines: "B" });
  d.text("J7:L7", "担当課　　　　　　　　　　　", { lines: "B" });
  d.text("J8:L8", "TEL：　　　　　　　FAX：　　　　　　", { lines: "B" });
  d.label("B10", "回答日")
    .field("C10", { choices: ["令和", "平成"] })
    .field("D10")
    .text("E10", "年", { lines: "TB" })
    .field("F10")
    .text("G10", "月", { lines: "TB" })
    .field("H10")
    .text("I10", "日", { lines: "TRB" });
  d.label("B12", "推薦件数").text("C12:I12", "　　　　　　　件", {
    lines: true,
    align: "right",
  });
  d.label("B13", "うち実践事例の提出").text("C13:I13", "（　　　　）件", {
    lines: true,
    align: "right",
  });
  d.text("B15", "推薦件数が０件の場合の理由");
  d.frame("B16:L19");
  d.text("B21", "御意見").frame("B22:L24");
};

export const truth: Truth = {
  form: "blanks-in-text",
  style: "blanks inside printed text, an era's box, frames that are not merged",
  cells: [
    {
      sheet: SHEET,
      cell: "B2",
      value: "edition.fiscalYear",
      note: "pattern: 令和　年度",
    },
    { sheet: SHEET, cell: "J6", value: "federation.name", note: "pattern:" },
    { sheet: SHEET, cell: "J7", value: "federation.section", note: "label" },
    {
      sheet: SHEET,
      cell: "J8",
      value: "federation.phone+federation.fax",
      note: "label",
    },
    { sheet: SHEET, cell: "C10", value: "report.date", note: "part: era" },
    { sheet: SHEET, cell: "D10", value: "report.date", note: "part: year" },
    { sheet: SHEET, cell: "F10", value: "report.date", note: "part: month" },
    { sheet: SHEET, cell: "H10", value: "report.date", note: "part: day" },
    { sheet: SHEET, cell: "C12", value: "report.count", note: "unit: 件" },
    { sheet: SHEET, cell: "C13", value: "report.caseCount", note: "unit: 件" },
    { sheet: SHEET, cell: "B16", value: "report.noneReason" },
    { sheet: SHEET, cell: "B22", value: "none" },
  ],
  list: null,
  mustNotTouch: [{ sheet: SHEET, range: "B4:B5", why: "receiver" }],
};
