import fc from "fast-check";
import { expect, test } from "vitest";
import { fillForm, readFilled, readForm } from "../../../src/index.ts";
import type { ReportData, ReportMap } from "../../../src/index.ts";
import { simpleForm } from "../../support/xlsx/simple-form.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const sheets = ["送付状", "一覧（１）", "一覧（２）"] as const;
const [cover, first, second] = sheets;

const cells = (row: number, columns: string, style: number): string =>
  [...columns]
    .map((column) => `<c r="${column}${row}" s="${style}"/>`)
    .join("");

const listRows = (columns: string): string =>
  [3, 4, 5, 6]
    .map((row) => `<row r="${row}" ht="40">${cells(row, columns, 1)}</row>`)
    .join("");

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Labels would only be in the way: what is tested is the writing of values. */
const form = simpleForm({
  mainType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
  sheets: [
    {
      name: cover,
      rows: [1, 2, 3, 4, 5, 6, 7]
        .map((row) => `<row r="${row}">${cells(row, LETTERS, 1)}</row>`)
        .join(""),
    },
    // Entries of one sheet row, a number in front; the words to choose from are printed.
    {
      name: first,
      rows: listRows(LETTERS).replaceAll(
        /<c r="(B\d+)" s="1"\/>/g,
        '<c r="$1" s="1" t="s"><v>0</v></c>',
      ),
    },
    // Entries of two sheet rows.
    { name: second, rows: listRows("ABCDEFG") },
  ],
  strings: ["<si><t>法人・個人</t></si>"],
});

const digitColumns = [..."CDEFGHIJKLMNO"].map((column, index) => ({
  column,
  subrow: 0,
  key: "business.corporateNumber",
  part: `digit ${index + 1}`,
}));

const map: ReportMap = {
  version: 1,
  revision: 1,
  form: { fingerprint: readForm(form).fingerprint },
  cells: [
    { cell: "A1", key: "report.date", part: "era" },
    { cell: "B1", key: "report.date", part: "year" },
    { cell: "C1", key: "report.date", part: "month" },
    { cell: "D1", key: "report.date", part: "day" },
    { cell: "A2", key: "edition.deadline", format: "ggge年M月d日" },
    { cell: "A3", key: "edition.fiscalYear", format: "ggge" },
    { cell: "A4", key: "federation.phone", part: "phone 1" },
    { cell: "B4", key: "federation.phone", part: "phone 2" },
    { cell: "C4", key: "federation.phone", part: "phone 3" },
    { cell: "D4", key: "federation.fax", format: "full" },
    {
      cell: "A5",
      key: "federation.section+federation.contactName",
      text: "担当：{federation.section}／{federation.contactName}（内線あり）",
    },
    { cell: "A6", key: "report.count", text: "計{report.count}件" },
    { cell: "B6", key: "federation.name" },
    { cell: "C6", key: "federation.email", format: "half" },
  ].map((entry) => ({ sheet: cover, ...entry })),
  lists: [
    {
      sheet: first,
      firstRow: 3,
      rowsPerEntry: 1,
      rowsAvailable: 4,
      onSurplus: "insert",
      columns: [
        { column: "A", subrow: 0, key: "row.no" },
        {
          column: "B",
          subrow: 0,
          key: "business.kind",
          choose: ["法人", "個人"],
        },
        ...digitColumns,
        {
          column: "P",
          subrow: 0,
          key: "business.postalCode",
          part: "postal 1",
        },
        {
          column: "Q",
          subrow: 0,
          key: "business.postalCode",
          part: "postal 2",
        },
        {
          column: "R",
          subrow: 0,
          key: "securityAction.stars",
          marks: { 一つ星: "★", 二つ星: "★★" },
        },
        {
          column: "S",
          subrow: 0,
          key: "consent.status",
          marks: { 同意あり: "○", 同意なし: "－" },
        },
        { column: "T", subrow: 0, key: "business.capital", per: 10000 },
        {
          column: "U",
          subrow: 0,
          key: "business.foundedOn",
          format: "ge.MM.dd",
        },
        { column: "V", subrow: 0, key: "declaration.registeredOn" },
        {
          column: "W",
          subrow: 0,
          key: "nomination.kind",
          part: "○-beside 他薦",
        },
        {
          column: "X",
          subrow: 0,
          key: "nomination.kind",
          part: "○-beside 自薦",
        },
        {
          column: "Y",
          subrow: 0,
          key: "business.nameKana",
          format: "hiragana",
        },
        {
          column: "Z",
          subrow: 0,
          key: "business.representativeTitle+business.representativeName",
        },
      ],
    },
    {
      sheet: second,
      firstRow: 3,
      rowsPerEntry: 2,
      rowsAvailable: 2,
      onSurplus: "insert",
      columns: [
        { column: "A", subrow: 0, key: "business.registeredName" },
        {
          column: "A",
          subrow: 1,
          key: "business.address",
          text: "〒　{business.address}",
        },
        { column: "B", subrow: 0, key: "business.phone", format: "full" },
        { column: "B", subrow: 1, key: "score.total" },
        {
          column: "C",
          subrow: 1,
          key: "securityAction.declaredOn",
          text: "宣言日\n{securityAction.declaredOn:ggge年M月d日}",
        },
      ],
    },
  ],
};

const digits = (length: number) =>
  fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const dates = (from: string) =>
  fc
    .date({
      min: new Date(from),
      max: new Date("2060-12-31"),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));
const words = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[／（\s]/g, ""))
  .filter((text) => text !== "");
const phones = fc
  .tuple(fc.constantFrom("098", "0980", "03", "090"), digits(3), digits(4))
  .map((groups) => groups.join("-"));
const record = fc.record({
  "business.kind": fc.constantFrom("法人", "個人"),
  "business.corporateNumber": digits(13),
  "business.postalCode": fc
    .tuple(digits(3), digits(4))
    .map((groups) => groups.join("-")),
  "securityAction.stars": fc.constantFrom("一つ星", "二つ星"),
  "consent.status": fc.constantFrom("同意あり", "同意なし"),
  "business.capital": fc.nat(100_000_000),
  "business.foundedOn": dates("1912-07-30"),
  "declaration.registeredOn": dates("1989-01-08"),
  "nomination.kind": fc.constantFrom("他薦", "自薦"),
  "business.nameKana": fc.stringMatching(/^[ァ-ヶー]{1,8}$/),
  "business.representativeTitle": words,
  "business.representativeName": words,
  "business.registeredName": words,
  "business.address": words,
  "business.phone": phones,
  "score.total": fc
    .double({ min: 0, max: 100, noNaN: true })
    .map((score) => Math.round(score * 10) / 10),
  "securityAction.declaredOn": fc.oneof(
    fc.constant("2019-05-01"),
    dates("2017-04-01"),
  ),
});
const data = fc.record({
  scalars: fc.record({
    "report.date": fc.oneof(fc.constant("2019-05-01"), dates("1989-01-08")),
    "edition.deadline": dates("1989-01-08"),
    "edition.fiscalYear": fc.integer({ min: 2000, max: 2060 }),
    "federation.phone": phones,
    "federation.fax": phones,
    "federation.section": words,
    "federation.contactName": words,
    "report.count": fc.nat(500),
    "federation.name": words,
    "federation.email": fc.stringMatching(/^[a-z.]{1,8}@[a-z]{1,8}\.jp$/),
  }),
  rows: fc.array(record, { minLength: 1, maxLength: 9 }),
});

test("every way of writing a value is read back, with rows added on two sheets of a form with macros", () => {
  fc.assert(
    fc.property(data, (given) => {
      const rows: ReportData["rows"] = given.rows.map((row, index) => ({
        "row.no": index + 1,
        ...row,
      }));
      const report = { scalars: given.scalars, rows };
      const filled = readForm(fillForm(VOCABULARY, form, map, report).bytes);
      expect(filled.kind).toBe("xlsm");
      expect(readFilled(VOCABULARY, filled, map)).toEqual(report);
    }),
    { numRuns: 8, interruptAfterTimeLimit: 15_000 },
  );
});
