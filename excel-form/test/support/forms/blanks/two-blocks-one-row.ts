import type { Workbook } from "exceljs";
import { WAREKI, YELLOW, addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "推薦企業シート";

/** Sender left and firm right on the same rows; below the scores by area; a checklist that is not ours. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(16, 26, 3, 18, 30, 8);
  const field = { fill: YELLOW };
  d.text("A1:F1", "クラウド実践大賞　他薦企業シート（１社１枚）", {
    size: 13,
    align: "center",
  });
  d.label("A3:B3", "推薦元（県連）").label("D3:E3", "推薦企業");
  d.label("A4", "県連名")
    .field("B4", field)
    .label("D4", "企業名")
    .field("E4", field);
  d.label("A5", "担当部署")
    .field("B5", field)
    .label("D5", "企業名（カナ）")
    .field("E5", field);
  d.label("A6", "担当者")
    .field("B6", field)
    .label("D6", "住所")
    .field("E6", field);
  d.label("A7", "電話")
    .field("B7", field)
    .label("D7", "電話")
    .field("E7", field);
  d.label("A8", "Eメール")
    .field("B8", field)
    .label("D8", "Eメール")
    .field("E8", field);
  d.label("A9", "記入日")
    .field("B9", { ...field, format: WAREKI })
    .label("D9", "代表者名")
    .field("E9", field);
  d.label("A11:B11", "自己採点").label("D11:E11", "SECURITY ACTION");
  [
    "顧客満足度の向上",
    "従業員満足度の向上",
    "業務効率の改善",
    "セキュリティ",
    "マネジメントの積極的な参画",
  ].forEach((area, i) =>
    d
      .label(`A${12 + i}`, area)
      .field(`B${12 + i}`, { ...field, format: '0"点"' }),
  );
  d.label("A17", "合計").formula("B17", "SUM(B12:B16)", { format: '0"点"' });
  d.label("D12", "宣言区分")
    .field("E12", { ...field, choices: ["一つ星", "二つ星"] })
    .label("D13", "宣言日")
    .field("E13", { ...field, format: WAREKI });
  d.label("D14", "自己宣言ID")
    .field("E14", field)
    .label("D15", "利用サービス")
    .field("E15", field)
    .label("D16", "事業内容")
    .field("E16", field);
};

const cell = (address: string, value: string, more: object = {}) => ({
  sheet: SHEET,
  cell: address,
  value,
  ...more,
});

export const truth: Truth = {
  form: "two-blocks-one-row",
  style:
    "sender left and firm right on the same rows with the same labels, scores by area",
  cells: [
    cell("B4", "federation.name"),
    cell("B5", "federation.section"),
    cell("B6", "federation.contactName"),
    cell("B7", "federation.phone"),
    cell("B8", "federation.email"),
    cell("B9", "report.date"),
    cell("E4", "business.registeredName"),
    cell("E5", "business.nameKana"),
    cell("E6", "business.address"),
    cell("E7", "business.phone"),
    cell("E8", "business.email"),
    cell("E9", "business.representativeName"),
    ...[1, 2, 3, 4, 5].map((n) => cell(`B${11 + n}`, `score.area${n}`)),
    cell("E12", "securityAction.stars"),
    cell("E13", "securityAction.declaredOn"),
    cell("E14", "securityAction.id"),
    cell("E15", "none"),
    cell("E16", "none"),
  ],
  list: null,
  mustNotTouch: [{ sheet: SHEET, range: "B17", why: "formula" }],
};
