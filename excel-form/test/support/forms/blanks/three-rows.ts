import type { Workbook } from "exceljs";
import { addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "推薦名簿";
const HEADS: ReadonlyArray<readonly [string, string]> = [
  ["B8", "フリガナ"],
  ["B9", "事業所名"],
  ["B10", "法人番号"],
  ["C8", "郵便番号"],
  ["C9", "所在地"],
  ["C10", "電話番号"],
  ["D8", "代表者職名"],
  ["D9", "代表者氏名"],
  ["D10", "従業員数"],
];

/** Three sheet rows for a firm, a total above the list, an office column at the right. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(5, 30, 34, 20, 12, 12, 14);
  d.text("A1", "様式３", { size: 9 }).text(
    "A2:G2",
    "むらの技・ＩＴ活用企業表彰　推薦名簿",
    { size: 14, align: "center" },
  );
  d.text("A4", "団体名")
    .field("B4", { lines: "B" })
    .text("C4", "作成年月日", { align: "right" })
    .text("D4:E4", "令和　　年　　月　　日", { lines: "B" });
  d.text("A5", "担当者")
    .field("B5", { lines: "B" })
    .text("C5", "連絡先（電話）", { align: "right" })
    .field("D5:E5", { lines: "B" });
  d.text("A6", "推薦数")
    .field("B6", { lines: "B", align: "right" })
    .text("C6", "社");
  d.label("A8:A10", "番号");
  for (const [cell, text] of HEADS) d.label(cell, text);
  d.label("E8:E10", "推薦の\n同意")
    .label("F8:F10", "順位")
    .label("G8:G10", "※事務局\n記入欄");
  for (let i = 0; i < 8; i += 1) {
    const top = 11 + 3 * i;
    d.field(`A${top}:A${top + 2}`, { align: "center" });
    d.sheet.getCell(`A${top}`).value = i + 1;
    for (const column of "BCD")
      for (let k = 0; k < 3; k += 1) d.field(`${column}${top + k}`);
    d.text(`E${top}:E${top + 2}`, "有　・　無", {
      lines: true,
      align: "center",
    });
    d.field(`F${top}:F${top + 2}`).field(`G${top}:G${top + 2}`, {
      fill: "D9D9D9",
    });
  }
};

export const truth: Truth = {
  form: "three-rows",
  style:
    "three sheet rows per firm, underlined head block, choice words in every entry, office column",
  cells: [
    { sheet: SHEET, cell: "B4", value: "federation.name" },
    { sheet: SHEET, cell: "D4", value: "report.date", note: "pattern:" },
    { sheet: SHEET, cell: "B5", value: "federation.contactName" },
    { sheet: SHEET, cell: "D5", value: "federation.phone" },
    { sheet: SHEET, cell: "B6", value: "report.count", note: "unit: 社" },
  ],
  list: {
    sheet: SHEET,
    firstRow: 11,
    rowsPerEntry: 3,
    rowsAvailable: 8,
    lastRow: 34,
    columns: {
      B: "business.nameKana",
      C: "business.postalCode",
      D: "business.representativeTitle",
      E: "consent.status",
    },
    subrows: [
      {
        offset: 1,
        columns: {
          B: "business.registeredName",
          C: "business.address",
          D: "business.representativeName",
        },
      },
      {
        offset: 2,
        columns: {
          B: "business.corporateNumber",
          C: "business.phone",
          D: "business.employees",
        },
      },
    ],
  },
  mustNotTouch: [
    { sheet: SHEET, range: "A11:A34", why: "numbers are pre-printed" },
    { sheet: SHEET, range: "G11:G34", why: "office use" },
  ],
};
