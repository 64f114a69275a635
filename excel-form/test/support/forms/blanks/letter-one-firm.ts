import type { Workbook } from "exceljs";
import { addSheet, letter } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "推薦書";

/** A letter about one firm: date and sender at the top right, boxes for digits, the same labels for sender and firm. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(
    3,
    16,
    ...Array.from({ length: 20 }, () => 4.2),
  );
  d.text("B1", "（様式第２号）").text("Q2:V2", "令和　　年　　月　　日", {
    align: "right",
  });
  d.text("B4", "地域ＩＴ活用表彰 選考委員会　委員長　様");
  d.text("L6:N6", "推薦団体名").field("O6:V6", { lines: "B" });
  d.text("L7:N7", "所在地").field("O7:V7", { lines: "B" });
  d.text("L8:N8", "代表者職氏名").text(
    "O8:V8",
    "　　　　　　　　　　　　　　印",
    { lines: "B" },
  );
  d.text("B10:V10", "推　薦　書", { size: 16, align: "center" });
  d.text("B11:V11", "下記の企業を優良なＩＴ活用企業として推薦します。");
  d.text("B13", "１　被推薦企業");
  d.label("B14", "ふりがな").field("C14:V14");
  d.label("B15", "企　業　名").field("C15:V15");
  d.label("B16:B17", "所　在　地")
    .text("C16", "〒")
    .field("D16:F16")
    .text("G16", "－", { lines: "TB" })
    .field("H16:K16")
    .area("L16:V16", { lines: "TRB" });
  d.field("C17:V17");
  d.label("B18", "代　表　者")
    .label("C18:D18", "役職")
    .field("E18:J18")
    .label("K18:L18", "氏名")
    .field("M18:V18");
  d.label("B19", "電　　話")
    .field("C19:J19")
    .label("K19:L19", "ＵＲＬ")
    .field("M19:V19");
  d.label("B20", "設立年月日").text(
    "C20:J20",
    "昭和・平成・令和　　年　　月　　日",
    { lines: true },
  );
  d.label("K20:L20", "業種").field("M20:V20");
  d.label("B21", "資　本　金")
    .field("C21:G21")
    .text("H21:J21", "千円", { lines: "TRB" });
  d.label("K21:N21", "従業員数")
    .field("O21:S21")
    .text("T21:V21", "人", { lines: "TRB" });
  d.label("B22", "法人番号");
  for (let i = 0; i < 13; i += 1)
    d.field(`${letter(3 + i)}22`, { align: "center" });
  d.text("B24", "２　推薦理由").field("B25:V30");
  d.text("B32", "３　本推薦に関する連絡先");
  d.label("B33", "部　　署")
    .field("C33:J33")
    .label("K33:L33", "氏名")
    .field("M33:V33");
  d.label("B34", "電　　話")
    .field("C34:J34")
    .label("K34:L34", "E-mail")
    .field("M34:V34");
  d.text("P36", "事務局使用欄", { size: 9 })
    .label("P37:R37", "受付日")
    .field("S37:V37")
    .label("P38:R38", "受付番号")
    .field("S38:V38");
};

export const truth: Truth = {
  form: "letter-one-firm",
  style:
    "recommendation letter for one firm: seal, split postal code, era choice, 13 boxes, contact block",
  cells: [
    { sheet: SHEET, cell: "Q2", value: "report.date", note: "pattern:" },
    { sheet: SHEET, cell: "O6", value: "federation.name" },
    { sheet: SHEET, cell: "O7", value: "federation.address" },
    {
      sheet: SHEET,
      cell: "O8",
      value: "federation.headName",
      note: "pattern: 印 stays",
    },
    { sheet: SHEET, cell: "C14", value: "business.nameKana" },
    { sheet: SHEET, cell: "C15", value: "business.registeredName" },
    {
      sheet: SHEET,
      cell: "D16",
      value: "business.postalCode",
      note: "part: postal 1",
    },
    {
      sheet: SHEET,
      cell: "H16",
      value: "business.postalCode",
      note: "part: postal 2",
    },
    { sheet: SHEET, cell: "C17", value: "business.address" },
    { sheet: SHEET, cell: "E18", value: "business.representativeTitle" },
    { sheet: SHEET, cell: "M18", value: "business.representativeName" },
    { sheet: SHEET, cell: "C19", value: "business.phone" },
    { sheet: SHEET, cell: "M19", value: "business.url" },
    {
      sheet: SHEET,
      cell: "C20",
      value: "business.foundedOn",
      note: "pattern:",
    },
    { sheet: SHEET, cell: "M20", value: "business.industry" },
    {
      sheet: SHEET,
      cell: "C21",
      value: "business.capital",
      note: "unit: 千円",
    },
    {
      sheet: SHEET,
      cell: "O21",
      value: "business.employees",
      note: "unit: 人",
    },
    ...Array.from({ length: 13 }, (_, i) => ({
      sheet: SHEET,
      cell: `${letter(3 + i)}22`,
      value: "business.corporateNumber",
      note: `part: digit ${i + 1}`,
      group: "number",
    })),
    {
      sheet: SHEET,
      cell: "B25",
      value: "none",
      note: "reason of the recommendation",
    },
    { sheet: SHEET, cell: "C33", value: "federation.section" },
    {
      sheet: SHEET,
      cell: "M33",
      value: "federation.contactName",
      accept: ["contact.name"],
    },
    { sheet: SHEET, cell: "C34", value: "federation.phone" },
    { sheet: SHEET, cell: "M34", value: "federation.email" },
  ],
  list: null,
  mustNotTouch: [{ sheet: SHEET, range: "P36:V38", why: "office use" }],
};
