import type { Workbook } from "exceljs";
import { addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "候補者名簿";

/** Long-serving employees: the firm is ours, the person is not. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(5, 24, 28, 14, 16, 16, 8, 10, 12, 14);
  d.text("A1:J1", "優良従業員表彰　被表彰候補者名簿", {
    size: 14,
    align: "center",
  });
  d.text("G2", "連合会名：", { align: "right" }).field("H2:J2", { lines: "B" });
  d.text("G3", "担当者：", { align: "right" }).field("H3:J3", { lines: "B" });
  [
    "番号",
    "事業所名",
    "事業所所在地",
    "事業主名",
    "候補者氏名",
    "ふりがな",
    "性別",
    "年齢",
    "勤続年数",
    "備考",
  ].forEach((head, i) => d.label(`${"ABCDEFGHIJ"[i]}5`, head));
  for (let row = 6; row <= 25; row += 1) {
    d.text(`A${row}`, row - 5, { lines: true });
    for (const column of "BCDEFGHIJ") d.field(`${column}${row}`);
  }
  d.text("A26:F26", "合　　　計", { lines: true, align: "center" }).formula(
    "G26:J26",
    "COUNTA(E6:E25)",
  );
};

export const truth: Truth = {
  form: "other-programme",
  style:
    "another programme: the firm's columns are ours, the nominated person's are not",
  cells: [
    { sheet: SHEET, cell: "H2", value: "federation.name" },
    { sheet: SHEET, cell: "H3", value: "federation.contactName" },
  ],
  list: {
    sheet: SHEET,
    firstRow: 6,
    rowsPerEntry: 1,
    rowsAvailable: 20,
    lastRow: 25,
    columns: {
      B: "business.registeredName",
      C: "business.address",
      D: "business.representativeName",
      J: "remarks",
    },
  },
  mustNotTouch: [
    { sheet: SHEET, range: "E6:I25", why: "the nominated person" },
    { sheet: SHEET, range: "A26:J26", why: "total" },
  ],
};
