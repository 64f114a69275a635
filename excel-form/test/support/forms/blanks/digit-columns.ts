import type { Workbook } from "exceljs";
import { addSheet, letter } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "Sheet1";
const FIRST_DIGIT = 4;

/** The corporate number one digit to a column, the date of registration in 年 | 月 | 日, circles in 法人 | 個人. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(
    5,
    18,
    28,
    ...Array.from({ length: 13 }, () => 2.6),
    6,
    6,
    5,
    5,
    5,
    8,
    8,
    16,
  );
  d.text("B1", "自己宣言登録（他薦）報告票", { size: 14 });
  d.text("B2", "県連名：")
    .field("C2", { lines: "B" })
    .text("P2", "担当：")
    .field("Q2:T2", { lines: "B" });
  d.text("B3", "報告日：")
    .field("C3", { lines: "B", format: "yyyy年m月d日" })
    .text("P3", "電話：")
    .field("Q3:T3", { lines: "B" });
  d.label("A5:A6", "番号")
    .label("B5:B6", "商工会名")
    .label("C5:C6", "商号又は名称");
  d.label(`D5:${letter(FIRST_DIGIT + 12)}6`, "法人番号（１３桁）");
  d.label("Q5:R5", "区分").label("Q6", "法人").label("R6", "個人");
  d.label("S5:U5", "他薦登録日（令和）")
    .label("S6", "年")
    .label("T6", "月")
    .label("U6", "日");
  d.label("V5:W5", "推薦同意")
    .label("V6", "有")
    .label("W6", "無")
    .label("X5:X6", "備　考");
  for (let row = 7; row <= 18; row += 1) {
    d.text(`A${row}`, row - 6, { lines: true });
    for (let column = 2; column <= 24; column += 1)
      d.field(`${letter(column)}${row}`, { align: "center" });
  }
  d.text("B19", "計", { lines: true }).formula("C19", "COUNTA(C7:C18)");
};

export const truth: Truth = {
  form: "digit-columns",
  style: "single digits, date parts and circles as columns of the list",
  cells: [
    { sheet: SHEET, cell: "C2", value: "federation.name" },
    { sheet: SHEET, cell: "Q2", value: "federation.contactName" },
    { sheet: SHEET, cell: "C3", value: "report.date" },
    { sheet: SHEET, cell: "Q3", value: "federation.phone" },
  ],
  list: {
    sheet: SHEET,
    firstRow: 7,
    rowsPerEntry: 1,
    rowsAvailable: 12,
    lastRow: 18,
    columns: {
      B: "society.name",
      C: "business.registeredName",
      ...Object.fromEntries(
        Array.from({ length: 13 }, (_, i) => [
          letter(FIRST_DIGIT + i),
          "business.corporateNumber",
        ]),
      ),
      Q: "business.kind",
      R: "business.kind",
      S: "declaration.registeredOn",
      T: "declaration.registeredOn",
      U: "declaration.registeredOn",
      V: "consent.status",
      W: "consent.status",
      X: "remarks",
    },
    notes: {
      ...Object.fromEntries(
        Array.from({ length: 13 }, (_, i) => [
          letter(FIRST_DIGIT + i),
          `part: digit ${i + 1}`,
        ]),
      ),
      Q: "part: ○-beside 法人",
      R: "part: ○-beside 個人",
      S: "part: year",
      T: "part: month",
      U: "part: day",
      V: "part: ○-beside 有",
      W: "part: ○-beside 無",
    },
  },
  mustNotTouch: [
    { sheet: SHEET, range: "A7:A18", why: "numbers are pre-printed" },
    { sheet: SHEET, range: "A19:X19", why: "total" },
  ],
};
