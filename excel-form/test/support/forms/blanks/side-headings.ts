import type { Workbook } from "exceljs";
import { YELLOW, addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "推薦調書";

/** Vertical headings at the left; 名称, 所在地, 電話番号, 担当者 stand in the block of the sender and in that of the firm. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(6, 16, 24, 14, 24);
  const field = { fill: YELLOW };
  d.text("A1:E1", "ＤＸ優良企業表彰　推薦調書", { size: 14, align: "center" });
  d.label("A3:A6", "推\n薦\n団\n体").label("B3", "名称").field("C3:E3", field);
  d.label("B4", "所在地")
    .field("C4:E4", field)
    .label("B5", "担当者名")
    .field("C5", field)
    .label("D5", "電話番号")
    .field("E5", field);
  d.label("B6", "メールアドレス").field("C6:E6", field);
  d.label("A8:A16", "候\n補\n企\n業")
    .label("B8", "フリガナ")
    .field("C8:E8", field)
    .label("B9", "名称")
    .field("C9:E9", field);
  d.label("B10", "所在地").text("C10:E10", "〒　　　－　　　　", {
    lines: true,
    fill: YELLOW,
  });
  d.label("B11", "代表者職・氏名").field("C11:E11", field);
  d.label("B12", "電話番号")
    .field("C12", field)
    .label("D12", "メールアドレス")
    .field("E12", field);
  d.label("B13", "担当者名")
    .field("C13", field)
    .label("D13", "従業員数")
    .text("E13", "　　　　　　　人", {
      lines: true,
      fill: YELLOW,
      align: "right",
    });
  d.label("B14", "主な業種")
    .field("C14", field)
    .label("D14", "創業年月")
    .text("E14", "　　　　年　　　月", { lines: true, fill: YELLOW });
  d.label("B15", "法人・個人の別")
    .text("C15", "□法人　　□個人", { lines: true, fill: YELLOW })
    .label("D15", "資本金")
    .text("E15", "　　　　　万円", { lines: true, fill: YELLOW });
  d.label("B16", "SECURITY\nACTION")
    .text("C16", "□一つ星　□二つ星", { lines: true, fill: YELLOW })
    .label("D16", "自己宣言ＩＤ")
    .field("E16", field);
  d.label("A18:B18", "取組の概要").field("C18:E18", field);
  d.label("A19:B19", "実践事例の題名").field("C19:E19", field);
};

const cell = (address: string, value: string, more: object = {}) => ({
  sheet: SHEET,
  cell: address,
  value,
  ...more,
});

export const truth: Truth = {
  form: "side-headings",
  style:
    "vertical headings at the left, the same labels for sender and firm, units and boxes printed in the cells",
  cells: [
    cell("C3", "federation.name"),
    cell("C4", "federation.address"),
    cell("C5", "federation.contactName"),
    cell("E5", "federation.phone"),
    cell("C6", "federation.email"),
    cell("C8", "business.nameKana"),
    cell("C9", "business.registeredName"),
    cell("C10", "business.postalCode+business.address", {
      note: "prefix: 〒",
      accept: ["business.address"],
    }),
    cell("C11", "business.representativeTitle+business.representativeName", {
      accept: ["business.representativeName"],
    }),
    cell("C12", "business.phone"),
    cell("E12", "business.email"),
    cell("C13", "contact.name"),
    cell("E13", "business.employees", { note: "unit: 人" }),
    cell("C14", "business.industry"),
    cell("E14", "business.foundedOn", { note: "pattern:" }),
    cell("C15", "business.kind", { note: "pattern:" }),
    cell("E15", "business.capital", { note: "unit: 万円" }),
    cell("C16", "securityAction.stars", { note: "pattern:" }),
    cell("E16", "securityAction.id"),
    cell("C18", "none"),
    cell("C19", "case.title"),
  ],
  list: null,
  mustNotTouch: [],
};
