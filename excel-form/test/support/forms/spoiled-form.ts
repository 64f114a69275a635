import type { Worksheet } from "exceljs";
import {
  describeMap,
  fillForm,
  readForm,
  readWithFindings,
} from "../../../src/index.ts";
import type {
  Form,
  ReportData,
  ReportMap,
  Reading,
} from "../../../src/index.ts";
import { VOCABULARY } from "../vocabulary.ts";
import { addSheet, newBook, toBytes } from "./drawing.ts";

const COLUMNS = [
  ["A", "番号", "row.no"],
  ["B", "商工会", "society.name"],
  ["C", "事業所名", "business.registeredName"],
  ["D", "フリガナ", "business.nameKana"],
  ["E", "法人番号", "business.corporateNumber"],
  ["F", "法人・個人", "business.kind"],
  ["G", "従業員数", "business.employees"],
  ["H", "登録日", "declaration.registeredOn"],
  ["I", "電話番号", "business.phone"],
  ["J", "業種", "business.industry"],
  ["K", "得点", "score.total"],
  ["L", "E-mail", "business.email"],
] as const;

const FIRST_ROW = 6;
const ROWS = 5;

const drawBook = () => {
  const book = newBook();
  const d = addSheet(book, "一覧");
  d.text("A1", "推薦事業所一覧");
  d.label("A3", "担当者").field("B3").label("D3", "報告日");
  d.field("E3", { format: "yyyy/m/d" });
  for (const [letter, label] of COLUMNS) {
    d.label(`${letter}5`, label);
    for (let row = FIRST_ROW; row < FIRST_ROW + ROWS; row += 1) {
      d.field(`${letter}${row}`, {
        ...(letter === "H" && { format: "yyyy/m/d" }),
        ...(letter === "J" && { choices: ["製造業", "小売業", "宿泊業"] }),
      });
    }
  }
  d.text("A11", "上の欄が足りないときは行を足してください。");
  return book;
};

/** A list with a cover, as it is sent to a society. */
const blankList = async (): Promise<{
  bytes: Uint8Array;
  form: Form;
  map: ReportMap;
}> => {
  const bytes = await toBytes(drawBook());
  const form = readForm(bytes);
  const sheet = "一覧";
  const map = describeMap(VOCABULARY, form, {
    version: 1,
    revision: 1,
    form: { fingerprint: "" },
    cells: [
      { sheet, cell: "B3", key: "federation.contactName" },
      { sheet, cell: "E3", key: "report.date" },
    ],
    lists: [
      {
        sheet,
        firstRow: FIRST_ROW,
        rowsPerEntry: 1,
        rowsAvailable: ROWS,
        onSurplus: "insert",
        columns: COLUMNS.map(([column, , key]) => ({
          column,
          subrow: 0,
          key,
        })),
      },
    ],
  });
  return { bytes, form, map };
};

const row = (no: number, name: string, kana: string, number: string) => [
  no,
  "みなと商工会",
  name,
  kana,
  number,
  "法人",
  3,
  new Date(Date.UTC(2026, 6, no)),
  "098-866-0001",
  "製造業",
  15,
  `info${no}@example.jp`,
];

/** Three entries without any fault, and a person's changes to them. */
export const spoiled = async (
  change: (sheet: Worksheet) => void,
  { hasBlank = false } = {},
): Promise<Reading> => {
  const { map, form } = await blankList();
  const book = drawBook();
  const sheet = book.getWorksheet("一覧");
  if (!sheet) throw new Error("No sheet");
  sheet.getCell("B3").value = "山田 太郎";
  sheet.getCell("E3").value = new Date(Date.UTC(2026, 7, 1));
  const entries = [
    row(1, "青空商店", "アオゾラショウテン", "9234567890123"),
    row(2, "白波工房", "シラナミコウボウ", "1345678901234"),
    row(3, "緑野旅館", "ミドリノリョカン", "3456789012345"),
  ];
  entries.forEach((values, index) => {
    values.forEach((value, column) => {
      sheet.getCell(FIRST_ROW + index, column + 1).value = value;
    });
  });
  change(sheet);
  const blank = hasBlank ? form : undefined;
  return readWithFindings(
    VOCABULARY,
    readForm(await toBytes(book)),
    map,
    blank,
  );
};

/** The findings as `C7 ditto`. */
export const namesOf = ({ findings }: Reading): string[] =>
  findings.map(({ cell, kind }) => `${cell} ${kind}`);

/** Fills the blank and reads it again. */
export const filledAndRead = async (data: ReportData): Promise<Reading> => {
  const { bytes, form, map } = await blankList();
  const filled = fillForm(VOCABULARY, bytes, map, data, { form });
  return readWithFindings(VOCABULARY, readForm(filled.bytes), map, form);
};
