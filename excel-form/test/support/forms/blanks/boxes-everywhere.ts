import type { Workbook } from "exceljs";
import { addSheet, letter } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "申請";
const boxes = (from: number, count: number, row: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter(from + i)}${row}`);

/** Graph paper of 40 columns: digits in boxes of their own, frames instead of merges, labels over several cells. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).paper(42, 2.3);
  d.text("B1", "第３号様式");
  d.text("N3", "ＩＴ経営実践企業表彰　推薦票", { size: 14 });
  d.frame("B5:H5").text("B5", "推薦団体名", { lines: "TBL" }).frame("I5:AO5");
  d.frame("B6:H6")
    .text("B6", "担当者氏名", { lines: "TBL" })
    .frame("I6:T6")
    .frame("U6:Y6")
    .text("U6", "役職", { lines: "TBL" })
    .frame("Z6:AO6");
  d.frame("B7:H7").text("B7", "電話番号", { lines: "TBL" });
  for (const cell of boxes(9, 10, 7)) d.field(cell);
  d.text("B9", "【推薦企業】");
  d.frame("B10:H10")
    .text("B10", "商号・屋号", { lines: "TBL" })
    .frame("I10:AO10");
  d.frame("B11:H11")
    .text("B11", "商工会名", { lines: "TBL" })
    .frame("I11:T11")
    .frame("U11:Y11")
    .text("U11", "業種", { lines: "TBL" })
    .frame("Z11:AO11");
  d.frame("B12:H12").text("B12", "法人番号", { lines: "TBL" });
  d.field("I12").text("J12", "-");
  for (const cell of boxes(11, 4, 12)) d.field(cell);
  d.text("O12", "-");
  for (const cell of boxes(16, 4, 12)) d.field(cell);
  d.text("T12", "-");
  for (const cell of boxes(21, 4, 12)) d.field(cell);
  d.frame("B13:H13").text("B13", "郵便番号", { lines: "TBL" });
  for (const cell of boxes(9, 3, 13)) d.field(cell);
  d.text("L13", "－");
  for (const cell of boxes(13, 4, 13)) d.field(cell);
  d.frame("B14:H14").text("B14", "所在地", { lines: "TBL" }).frame("I14:AO14");
  d.frame("B15:H15")
    .text("B15", "代表者名", { lines: "TBL" })
    .frame("I15:T15")
    .frame("U15:Y15")
    .text("U15", "従業員数", { lines: "TBL" })
    .frame("Z15:AF15")
    .text("AG15", "名");
  d.frame("B16:H16").text("B16", "ＳＡ自己宣言ＩＤ", { lines: "TBL" });
  for (const cell of boxes(9, 11, 16)) d.field(cell);
  d.frame("B17:H17")
    .text("B17", "自己採点結果", { lines: "TBL" })
    .frame("I17:L17")
    .text("M17", "点");
};

const cell = (address: string, value: string, more: object = {}) => ({
  sheet: SHEET,
  cell: address,
  value,
  ...more,
});
const digits = (cells: readonly string[], value: string) =>
  cells.map((address, i) =>
    cell(address, value, { note: `part: digit ${i + 1}`, group: value }),
  );

export const truth: Truth = {
  form: "boxes-everywhere",
  style:
    "graph paper with frames instead of merges, single digits in boxes of their own with hyphens between",
  cells: [
    cell("I5", "federation.name"),
    cell("I6", "federation.contactName"),
    cell("Z6", "federation.contactTitle"),
    ...digits(boxes(9, 10, 7), "federation.phone"),
    cell("I10", "business.registeredName"),
    cell("I11", "society.name"),
    cell("Z11", "business.industry"),
    ...digits(
      ["I12", ...boxes(11, 4, 12), ...boxes(16, 4, 12), ...boxes(21, 4, 12)],
      "business.corporateNumber",
    ),
    ...digits([...boxes(9, 3, 13), ...boxes(13, 4, 13)], "business.postalCode"),
    cell("I14", "business.address"),
    cell("I15", "business.representativeName"),
    cell("Z15", "business.employees"),
    ...digits(boxes(9, 11, 16), "securityAction.id"),
    cell("I17", "score.total"),
  ],
  list: null,
  mustNotTouch: [],
};
