import type { Workbook } from "exceljs";
import { WAREKI, addSheet, letter } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "集計表";
const COLUMNS: ReadonlyArray<readonly [string, string, string?]> = [
  ["", "No."],
  ["商工会", "コード"],
  ["商工会", "名称"],
  ["推薦区分", ""],
  ["事業者", "名称（登記上の表記）"],
  ["事業者", "フリガナ"],
  ["事業者", "法人番号"],
  ["事業者", "〒"],
  ["事業者", "住所"],
  ["事業者", "ＴＥＬ"],
  ["事業者", "ＨＰ"],
  ["代表者", "職名"],
  ["代表者", "氏名"],
  ["代表者", "フリガナ"],
  ["資本金\n（万円）", ""],
  ["設立\n年月日", ""],
  ["窓口担当者", "氏名"],
  ["窓口担当者", "電話"],
  ["SECURITY ACTION", "星"],
  ["SECURITY ACTION", "自己宣言ID"],
  ["SECURITY ACTION", "宣言年月日"],
  ["自己宣言チェックシート得点", "顧客満足度の向上"],
  ["自己宣言チェックシート得点", "従業員満足度の向上"],
  ["自己宣言チェックシート得点", "業務効率の改善"],
  ["自己宣言チェックシート得点", "セキュリティ"],
  ["自己宣言チェックシート得点", "マネジメントの積極的な参画"],
  ["自己宣言チェックシート得点", "合計"],
  ["他薦登録", "登録日"],
  ["他薦登録", "登録者"],
  ["実践事例", "提出"],
  ["実践事例", "題名"],
  ["審査結果", ""],
];

/** Every value there is, in 32 columns under two-level heads. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET);
  COLUMNS.forEach((_, i) => {
    d.sheet.getColumn(i + 1).width = 12;
  });
  d.text("A1", "自己宣言（他薦）登録状況集計表", { size: 13 });
  d.text("A2", "連合会名")
    .field("B2:D2")
    .text("F2", "作成担当者")
    .field("G2")
    .text("I2", "作成日")
    .field("J2", { format: WAREKI });
  for (let from = 0; from < COLUMNS.length;) {
    const group = COLUMNS[from]?.[0] ?? "";
    const next = COLUMNS.findIndex(([name], i) => i > from && name !== group);
    const to = group === "" ? from : (next < 0 ? COLUMNS.length : next) - 1;
    const isSplit = (COLUMNS[from]?.[1] ?? "") !== "" && group !== "";
    if (!isSplit)
      d.label(`${letter(from + 1)}4:${letter(from + 1)}5`, group || "No.");
    else {
      d.label(
        from === to
          ? `${letter(from + 1)}4`
          : `${letter(from + 1)}4:${letter(to + 1)}4`,
        group,
      );
      for (let i = from; i <= to; i += 1)
        d.label(`${letter(i + 1)}5`, COLUMNS[i]?.[1] ?? "");
    }
    from = to + 1;
  }
  for (let row = 6; row <= 45; row += 1) {
    COLUMNS.forEach((_, i) => {
      const dated = [15, 20, 27].includes(i);
      d.field(`${letter(i + 1)}${row}`, dated ? { format: WAREKI } : {});
    });
  }
};

export const truth: Truth = {
  form: "wide-list",
  style: "32 columns under two-level heads, running numbers to be filled in",
  cells: [
    { sheet: SHEET, cell: "B2", value: "federation.name" },
    { sheet: SHEET, cell: "G2", value: "federation.contactName" },
    { sheet: SHEET, cell: "J2", value: "report.date" },
  ],
  list: {
    sheet: SHEET,
    firstRow: 6,
    rowsPerEntry: 1,
    rowsAvailable: 40,
    lastRow: 45,
    columns: {
      A: "row.no",
      B: "society.code",
      C: "society.name",
      D: "nomination.kind",
      E: "business.registeredName",
      F: "business.nameKana",
      G: "business.corporateNumber",
      H: "business.postalCode",
      I: "business.address",
      J: "business.phone",
      K: "business.url",
      L: "business.representativeTitle",
      M: "business.representativeName",
      N: "business.representativeKana",
      O: "business.capital",
      P: "business.foundedOn",
      Q: "contact.name",
      S: "securityAction.stars",
      T: "securityAction.id",
      U: "securityAction.declaredOn",
      V: "score.area1",
      W: "score.area2",
      X: "score.area3",
      Y: "score.area4",
      Z: "score.area5",
      AA: "score.total",
      AB: "declaration.registeredOn",
      AC: "declaration.registeredBy",
      AD: "case.status",
      AE: "case.title",
    },
  },
  mustNotTouch: [
    {
      sheet: SHEET,
      range: "R6:R45",
      why: "phone of the contact person, which we do not hold",
    },
    { sheet: SHEET, range: "AF6:AF45", why: "result of the judging" },
  ],
};
