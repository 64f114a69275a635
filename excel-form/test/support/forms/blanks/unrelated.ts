import type { Workbook } from "exceljs";
import { addSheet } from "../drawing.ts";
import type { Truth } from "../truth.ts";

const nothing = (form: string, style: string, sheet: string): Truth => ({
  form,
  style,
  cells: [],
  list: null,
  mustNotTouch: [
    { sheet, range: "A1:Z60", why: "not a report of nominations" },
  ],
});

/** An invoice with the payer's block and a table of items. */
export const drawInvoice = (book: Workbook): void => {
  const d = addSheet(book, "請求書").widths(5, 28, 10, 12, 14, 16);
  d.text("A1:F1", "請　求　書", { size: 16, align: "center" }).text(
    "E2:F2",
    "令和　　年　　月　　日",
  );
  d.text("A4", "会社名")
    .field("B4", { lines: "B" })
    .text("A5", "住所")
    .field("B5", { lines: "B" })
    .text("A6", "電話番号")
    .field("B6", { lines: "B" })
    .text("A7", "担当者")
    .field("B7", { lines: "B" });
  ["No.", "品名", "数量", "単価", "金額", "備考"].forEach((head, i) =>
    d.label(`${"ABCDEF"[i]}10`, head),
  );
  for (let row = 11; row <= 20; row += 1) {
    d.text(`A${row}`, row - 10, { lines: true });
    for (const column of "BCDF") d.field(`${column}${row}`);
    d.formula(`E${row}`, `C${row}*D${row}`);
  }
  d.label("A21:D21", "合計").formula("E21", "SUM(E11:E20)");
};
export const invoice = nothing(
  "invoice",
  "an invoice sent by mistake",
  "請求書",
);

/**
 * An attendance list of the general meeting: societies and persons, but no
 * nominations.
 */
export const drawAttendance = (book: Workbook): void => {
  const d = addSheet(book, "出席者報告").widths(5, 24, 16, 20, 18, 20);
  d.text("A1:F1", "通常総会　出席者報告書（出欠票）", {
    size: 14,
    align: "center",
  });
  ["番号", "商工会名", "役職", "氏名", "出欠", "備考"].forEach((head, i) =>
    d.label(`${"ABCDEF"[i]}4`, head),
  );
  for (let row = 5; row <= 24; row += 1) {
    d.text(`A${row}`, row - 4, { lines: true });
    for (const column of "BCDF") d.field(`${column}${row}`);
    d.text(`E${row}`, "出席・欠席", { lines: true });
  }
};
export const attendance = nothing(
  "attendance",
  "attendance of a meeting, with 商工会名 and 氏名 as bait",
  "出席者報告",
);

/** An inventory with a 番号, a 名称 and a 備考. */
export const drawInventory = (book: Workbook): void => {
  const d = addSheet(book, "備品台帳").widths(6, 26, 18, 14, 14, 24);
  d.text("A1", "備品管理台帳", { size: 13 }).text("E1", "作成日").field("F1");
  ["番号", "名称", "所在地", "取得年月日", "担当者", "備考"].forEach(
    (head, i) => d.label(`${"ABCDEF"[i]}3`, head),
  );
  for (let row = 4; row <= 30; row += 1)
    for (const column of "ABCDEF") d.field(`${column}${row}`);
};
export const inventory = nothing(
  "inventory",
  "an inventory: 番号, 名称, 所在地, 担当者 and 備考 are bait",
  "備品台帳",
);
