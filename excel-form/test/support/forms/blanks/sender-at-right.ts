import type { Workbook } from "exceljs";
import { addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const SHEET = "様式第１号";

/** Sender at the right as in a letter, 職 and 氏名 after one heading, totals above the list, heads turned upright. */
export const draw = (book: Workbook): void => {
  const d = addSheet(book, SHEET).widths(
    4,
    15,
    22,
    12,
    16,
    6,
    6,
    6,
    11,
    12,
    16,
  );
  d.text("K1", "様式第１号", { align: "right" });
  d.text("I2:K2", "令和　年　月　日", { align: "right" });
  d.text("A3", "全国商工会連合会　会長　殿");
  d.text("H4", "商工会連合会名").field("J4:K4", { lines: "B" });
  d.text("H5", "会長名").text("J5:K5", "　　　　　　　　　　㊞", {
    lines: "B",
  });
  d.text("A7:K7", "自己宣言（他薦）の登録状況について（報告）", {
    size: 13,
    align: "center",
  });
  d.text("A9", "１　登録件数　　")
    .field("C9", { lines: "B" })
    .text("D9", "件")
    .text("E9", "（うち実践事例の提出見込　")
    .field("I9", { lines: "B" })
    .text("J9", "件）");
  d.text("A10", "２　登録事業所");
  d.label("A11:A12", "通\n番")
    .label("B11:B12", "所属商工会名")
    .label("C11:C12", "事業所の名称")
    .label("D11:E11", "代表者")
    .label("D12", "役職名")
    .label("E12", "氏　名");
  d.label("F11:H11", "SECURITY ACTION")
    .label("F12", "一つ星")
    .label("G12", "二つ星")
    .label("H12", "申請中")
    .label("I11:I12", "自己採点\n（点）")
    .label("J11:J12", "登録日")
    .label("K11:K12", "摘　要");
  for (let row = 13; row <= 27; row += 1) {
    d.text(`A${row}`, row - 12, { lines: true });
    for (const column of "BCDEFGHIJK")
      d.field(
        `${column}${row}`,
        column === "J" ? { format: "[$-411]ge.m.d" } : {},
      );
  }
  d.label("A28:B28", "計")
    .formula("C28", "COUNTA(C13:C27)")
    .field("D28:H28")
    .formula("I28", "AVERAGE(I13:I27)")
    .field("J28:K28");
  d.text("A30", "３　担当者")
    .label("B31", "所属")
    .field("C31:E31")
    .label("F31:H31", "職・氏名")
    .field("I31:K31");
  d.label("B32", "ＴＥＬ")
    .field("C32:E32")
    .label("F32:H32", "Ｅ－mail")
    .field("I32:K32");
};

const cell = (address: string, value: string, more: object = {}) => ({
  sheet: SHEET,
  cell: address,
  value,
  ...more,
});

export const truth: Truth = {
  form: "sender-at-right",
  style:
    "letter with the sender at the right, counts inside a sentence, three columns of circles for the stars",
  cells: [
    cell("I2", "report.date", { note: "pattern:" }),
    cell("J4", "federation.name"),
    cell("J5", "federation.headName"),
    cell("C9", "report.count"),
    cell("I9", "report.caseCount"),
    cell("C31", "federation.section"),
    cell("I31", "federation.contactTitle+federation.contactName", {
      accept: ["federation.contactName"],
    }),
    cell("C32", "federation.phone"),
    cell("I32", "federation.email"),
  ],
  list: {
    sheet: SHEET,
    firstRow: 13,
    rowsPerEntry: 1,
    rowsAvailable: 15,
    lastRow: 27,
    columns: {
      B: "society.name",
      C: "business.registeredName",
      D: "business.representativeTitle",
      E: "business.representativeName",
      F: "securityAction.stars",
      G: "securityAction.stars",
      H: "securityAction.stars",
      I: "score.total",
      J: "declaration.registeredOn",
      K: "remarks",
    },
    notes: {
      F: "part: ○-beside 一つ星",
      G: "part: ○-beside 二つ星",
      H: "part: ○-beside 申請中",
    },
  },
  mustNotTouch: [
    { sheet: SHEET, range: "A13:A27", why: "numbers" },
    { sheet: SHEET, range: "A28:K28", why: "totals" },
  ],
};
