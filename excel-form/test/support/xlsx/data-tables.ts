import { simpleParts } from "./simple-form.ts";
import type { Parts } from "./zip.ts";

const SHEETS = 8;
const ROWS = 100;
const PRINTED = ["支店", "登録状況", "業者", "物件名", "仕様", "請求金額"];
const MONTHS = Array.from({ length: 12 }, (_, i) => `${((i + 3) % 12) + 1}月`);

const letterOf = (column: number): string => String.fromCharCode(65 + column);

const cell = (row: number, column: number, text: string): string => {
  const at = `r="${letterOf(column)}${row}" s="1"`;
  return text === ""
    ? `<c ${at}/>`
    : `<c ${at} t="inlineStr"><is><t>${text}</t></is></c>`;
};

const rowOf = (row: number, texts: readonly string[]): string =>
  `<row r="${row}">${texts.map((text, i) => cell(row, i, text)).join("")}</row>`;

/** A made-up name of its own for every number: digits would look the same in every row. */
const nameOf = (number: number): string =>
  [...String(number)]
    .map((digit) => "アカサタナハマヤラワ"[Number(digit)])
    .join("");

const entryOf = (sheet: number, row: number): readonly string[] => {
  const number = (sheet + 1) * 1_000 + row;
  return [
    `青浜${nameOf(sheet)}支店`,
    nameOf(number * 13),
    `${nameOf(row % 7)}清掃`,
    `${nameOf(number)}ビル`,
    `${nameOf(number * 7)}定期清掃`,
    nameOf(number * 1_350),
    ...MONTHS.map((_, i) => ((i + row) % 5 === 0 ? "〇" : "")),
  ];
};

/** Tables of printed data with boxes to be marked: every text has all boxes of its row to its right. */
export const dataTables = (): Parts =>
  simpleParts({
    sheets: Array.from({ length: SHEETS }, (_, sheet) => ({
      name: `シート${sheet + 1}`,
      rows: [
        rowOf(1, [...PRINTED, ...MONTHS]),
        ...Array.from({ length: ROWS }, (__, i) =>
          rowOf(i + 2, entryOf(sheet, i + 2)),
        ),
      ].join(""),
    })),
  });
