import {
  richForm,
  RICH_LIST_ROW,
  RICH_SHEET,
} from "../../excel-form/test/support/xlsx/rich-form.ts";
import { simpleForm } from "../../excel-form/test/support/xlsx/simple-form.ts";

/** One list to be filled into a form, the same for every engine. */
export type FillTask = {
  readonly form: Uint8Array;
  readonly sheet: string;
  /** The only pre-drawn row; the others have to be inserted below it. */
  readonly firstRow: number;
  /** Column letter → value, one record per entry; dates as `YYYY-MM-DD`. */
  readonly rows: ReadonlyArray<Readonly<Record<string, string | number>>>;
};

const LETTERS = "ABCDEFGHIJKLMNOPQRST";

const at = (index: number): string => LETTERS.charAt(index);

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

export const isIsoDate = (value: string | number): value is string =>
  typeof value === "string" && ISO_DATE.test(value);

/** The form with everything that gets lost elsewhere: merges, drawings, tables, a chart, macros' controls. */
export const richTask = (count: number): FillTask => ({
  form: richForm(),
  sheet: RICH_SHEET,
  firstRow: RICH_LIST_ROW,
  rows: Array.from({ length: count }, (_, index) => ({
    A: index + 1,
    B: `第${index % 20}商工会`,
    C: `株式会社${index}商店`,
    E: index % 3 === 0 ? "個人" : "法人",
    F: "2022-07-30",
    G: "★",
    H: 12 + (index % 9),
  })),
});

const wideValue = (row: number, column: number): string | number => {
  if (column % 4 === 0) {
    return row * 20 + column;
  }
  return column % 4 === 1 ? "2022-07-30" : `値${row}-${column} 商工会`;
};

const rowXml = (row: number, cell: (index: number) => string): string =>
  `<row r="${row}">${Array.from(LETTERS, (_, index) => cell(index)).join("")}</row>`;

const inline = (address: string, text: string): string =>
  `<c r="${address}" s="1" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Twenty bordered columns under a heading, a sum below the list. */
const wideForm = (): Uint8Array =>
  simpleForm({
    sheets: [
      {
        name: "様式",
        rows: [
          rowXml(1, (index) => inline(`${at(index)}1`, `見出し${index}`)),
          rowXml(
            2,
            (index) => `<c r="${at(index)}2" s="${index % 4 === 1 ? 2 : 1}"/>`,
          ),
          rowXml(3, (index) =>
            index % 4 === 0
              ? `<c r="${at(index)}3" s="1"><f>SUM(${at(index)}2:${at(index)}2)</f><v>0</v></c>`
              : `<c r="${at(index)}3" s="1"/>`,
          ),
        ].join(""),
      },
    ],
  });

export const wideTask = (count: number): FillTask => ({
  form: wideForm(),
  sheet: "様式",
  firstRow: 2,
  rows: Array.from({ length: count }, (_, row) =>
    Object.fromEntries(
      Array.from(LETTERS, (letter, column) => [letter, wideValue(row, column)]),
    ),
  ),
});
