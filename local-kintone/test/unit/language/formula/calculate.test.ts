import { describe, expect, test } from "vitest";
import { calculate } from "../../../../src/language/formula/calculate.ts";
import type { FieldValue } from "../../../../src/model/model.ts";
import { options, someSettings } from "../../../support/app-settings.ts";

type Fields = Parameters<typeof someSettings>[0];

const basis: Fields = {
  a: { type: "NUMBER" },
  b: { type: "NUMBER" },
  n: { type: "NUMBER" },
  d: { type: "DATE" },
  dt: { type: "DATETIME" },
  tm: { type: "TIME" },
  word: { type: "SINGLE_LINE_TEXT" },
  kind: { type: "DROP_DOWN", options: options("x", "y") },
  tags: { type: "CHECK_BOX", options: options("x", "y") },
};

const run = (
  fields: Fields,
  values: Record<string, FieldValue>,
  rest = {},
): Record<string, FieldValue> =>
  calculate(someSettings({ ...basis, ...fields }, rest), {
    values,
    createdAt: "2026-04-20T00:01:00Z",
    updatedAt: "2026-04-20T00:03:00Z",
    creatorName: "佐藤",
    modifierName: "伊藤",
  });

const calc = (
  expression: string,
  values: Record<string, FieldValue> = {},
  format = "NUMBER",
) => run({ out: { type: "CALC", expression, format } }, values).out;

const text = (expression: string, values: Record<string, FieldValue> = {}) =>
  run({ out: { type: "SINGLE_LINE_TEXT", expression } }, values).out;

describe("CALC over REST", () => {
  // Observed on a real kintone unless a comment says otherwise (SG:doc/kintone-calc-behavior.md).
  test.each([
    ["a + b", { a: "10", b: "3" }, "13"],
    ["a - b", { a: "10", b: "3" }, "7"],
    ["a * b", { a: "10", b: "3" }, "30"],
    ["a / b", { a: "10", b: "3" }, "3.3333"],
    ["1 / 7", {}, "0.1429"],
    ["a ^ b", { a: "10", b: "3" }, "1000"],
    ["4 ^ 1.5", {}, "4"],
    ["4 ^ -2", {}, "0.0625"],
    ["2 ^ 101", {}, ""],
    ["7 * 0.1", {}, "0.7"],
    ["0.1 + 0.2", {}, "0.3"],
    ["a / b", { a: "10", b: "0" }, ""],
    ["0 / 0", {}, ""],
    ["a + b", {}, "0"],
    ["a + b", { a: "5", b: "" }, "5"],
    ["-a + -3", { a: "5" }, "-8"],
    ["a > b", { a: "5", b: "3" }, "1"],
    ["a <> b", { a: "5", b: "5" }, "0"],
    ["a != b", { a: "5", b: "3" }, "1"],
    ["a <= b", { a: "5", b: "5" }, "1"],
    ["AND(a > 0, a < 100)", { a: "50" }, "1"],
    ["AND(a > 0, a < 100)", { a: "200" }, "0"],
    ["or(a > 10, b > 10)", { a: "1", b: "11" }, "1"],
    ["NOT(a > 10)", { a: "1" }, "1"],
    ["IF(a > 10, a * 2, a / 2)", { a: "15" }, "30"],
    ['IF(a > 0, "pos", "neg")', { a: "5" }, ""],
    // A branch that is not taken may be impossible.
    ["IF(b = 0, 0, a / b)", { a: "5", b: "0" }, "0"],
    ["ROUND(n, 2)", { n: "3.14159" }, "3.14"],
    ["ROUNDUP(n, 2)", { n: "3.14159" }, "3.15"],
    ["ROUNDDOWN(n, 2)", { n: "3.14159" }, "3.14"],
    ["ROUND(n, -2)", { n: "1250" }, "1300"],
    ["YEN(n, 0)", { n: "3" }, ""],
    ['CONTAINS(tags, "x")', { tags: ["x", "y"] }, "1"],
    ['CONTAINS(tags, "x")', { tags: [] }, "0"],
    ['CONTAINS(kind, "x")', { kind: "x" }, ""],
    ['kind = "x"', { kind: "x" }, "1"],
    ['IF(d = "", 1, 0)', { d: null }, "1"],
    ['IF(n = "", 1, 0)', { n: "0" }, "0"],
    ["dt - d", { d: "2026-04-25", dt: "2026-04-25T10:00:00Z" }, "36000"],
    ["tm", { tm: "01:30" }, "5400"],
    ["更新日時 - 作成日時", {}, "120"],
    ["0.00005", {}, "0"],
    ["12.34567", {}, "12.3457"],
    ["999999999999 + 1", {}, ""],
    ["2 + 3 * 4", {}, "14"],
    ["(2 + 3) * 4", {}, "20"],
    ["10 - 3 - 2", {}, "5"],
  ])("%s with %j is %j", (expression, values, expected) => {
    expect(calc(expression, values)).toBe(expected);
  });

  test.each([
    ["n * 3600", "DATETIME", "1980-04-10T13:00:00Z"],
    ["n * 3600", "DATE", "1980-04-10"],
    ["n", "TIME", "01:01"],
    ["n", "HOUR_MINUTE", "25:01"],
    ["n", "DAY_HOUR_MINUTE", "25:01"],
    ["n * 3", "NUMBER_DIGIT", "270183"],
  ])("%s as %s is %s", (expression, format, expected) => {
    expect(calc(expression, { n: "90061" }, format)).toBe(expected);
  });

  test("a day plus 86400 is the next day, a moment plus 3600 the next hour", () => {
    const values = { d: "2026-04-25", dt: "2026-04-25T10:00:00Z" };
    expect(calc("d + 86400", values, "DATE")).toBe("2026-04-26");
    expect(calc("dt + 3600", values, "DATETIME")).toBe("2026-04-25T11:00:00Z");
  });

  test("a moment beyond the year 9999 is no result", () => {
    expect(calc("n ^ 2", { n: "999999999" }, "DATE")).toBe("");
  });

  test("powers of powers come to nothing instead of to a standstill", () => {
    expect(calc("((9 ^ 100) ^ 100) ^ 100")).toBe("");
  });
});

describe("texts with a formula", () => {
  test.each([
    ['a & " + " & b & " = " & (a + b)', { a: "10", b: "20" }, "10 + 20 = 30"],
    ['IF(a > b, "a wins", "b wins")', { a: "30", b: "20" }, "a wins"],
    ["YEN(a * 1.1, 0)", { a: "1000" }, "¥1,100"],
    ["YEN(a, 2)", { a: "1234567.5" }, "¥1,234,567.50"],
    ['DATE_FORMAT(1745574000, "YYYY-MM-dd", "UTC")', {}, "2025-04-25"],
    [
      'DATE_FORMAT(1745574000, "YYYY-MM-dd", "Asia/Tokyo") & " " & a',
      { a: "7" },
      "2025-04-25 7",
    ],
    [
      'DATE_FORMAT(dt, "YYYY年M月d日 HH:mm", "Asia/Tokyo")',
      { dt: "2026-04-25T15:30:00Z" },
      "2026年4月26日 00:30",
    ],
    ['DATE_FORMAT(0, "hh:mm a Z", "system")', {}, "09:00 AM +0900"],
    ['DATE_FORMAT(0, "YYYY", "Nowhere/At_All")', {}, ""],
    ['作成者 & "/" & 更新者', {}, "佐藤/伊藤"],
    ['word & "!"', { word: 'say "hi"' }, 'say "hi"!'],
    ['"a\\"b"', {}, 'a"b'],
  ])("%s with %j is %j", (expression, values, expected) => {
    expect(text(expression, values)).toBe(expected);
  });
});

describe("tables and chains", () => {
  const items = (...rows: Array<Record<string, FieldValue>>) => ({
    items: rows.map((value, i) => ({ id: String(i + 1), value })),
  });

  test("SUM adds a column, empty cells as 0", () => {
    const values = run(
      {
        items: { type: "SUBTABLE", fields: { qty: { type: "NUMBER" } } },
        sum: { type: "CALC", expression: "SUM(qty)", format: "NUMBER" },
      },
      items({ qty: "10" }, { qty: "20" }, { qty: "" }),
    );
    expect(values.sum).toBe("30");
  });

  test("a formula in a row reads its own row and the fields outside of the table", () => {
    const values = run(
      {
        rate: { type: "NUMBER" },
        items: {
          type: "SUBTABLE",
          fields: {
            qty: { type: "NUMBER" },
            price: { type: "NUMBER" },
            marks: { type: "CHECK_BOX", options: options("sale", "new") },
            subtotal: {
              type: "CALC",
              expression: "qty * price * rate",
              format: "NUMBER",
            },
            isSale: {
              type: "CALC",
              expression: 'CONTAINS(marks, "sale")',
              format: "NUMBER",
            },
            name: {
              type: "SINGLE_LINE_TEXT",
              expression: 'qty & " * " & price',
            },
          },
        },
        total: { type: "CALC", expression: "SUM(subtotal)", format: "NUMBER" },
        verdict: {
          type: "SINGLE_LINE_TEXT",
          expression: 'IF(total >= 880, "enough", "short")',
        },
      },
      {
        rate: "1.1",
        ...items(
          { qty: "2", price: "100", marks: ["sale"] },
          { qty: "3", price: "200", marks: ["new"] },
        ),
      },
    );
    expect(values.items).toEqual([
      {
        id: "1",
        value: {
          qty: "2",
          price: "100",
          marks: ["sale"],
          subtotal: "220",
          isSale: "1",
          name: "2 * 100",
        },
      },
      {
        id: "2",
        value: {
          qty: "3",
          price: "200",
          marks: ["new"],
          subtotal: "660",
          isSale: "0",
          name: "3 * 200",
        },
      },
    ]);
    expect(values.total).toBe("880");
    expect(values.verdict).toBe("enough");
  });

  test("CONTAINS finds a text in any row", () => {
    const fields: Fields = {
      items: {
        type: "SUBTABLE",
        fields: {
          name: { type: "SINGLE_LINE_TEXT" },
          state: { type: "DROP_DOWN", options: options("OPEN", "CLOSED") },
        },
      },
      apple: {
        type: "CALC",
        expression: 'CONTAINS(name, "apple")',
        format: "NUMBER",
      },
      open: {
        type: "CALC",
        expression: 'CONTAINS(state, "OPEN")',
        format: "NUMBER",
      },
    };
    const values = run(
      fields,
      items({ name: "apple", state: "CLOSED" }, { name: "pear", state: null }),
    );
    expect(values.apple).toBe("1");
    expect(values.open).toBe("0");
  });

  test("formulas run in the order of their references, wherever they stand", () => {
    const values = run(
      {
        y: { type: "CALC", expression: "x + 1", format: "NUMBER" },
        x: { type: "CALC", expression: "a * 2", format: "NUMBER" },
      },
      { a: "10" },
    );
    expect(values.x).toBe("20");
    expect(values.y).toBe("21");
  });

  test("the app's precision rounds quotients and results", () => {
    const values = run(
      { out: { type: "CALC", expression: "1 / 3", format: "NUMBER" } },
      {},
      {
        general: {
          numberPrecision: {
            digits: "30",
            decimalPlaces: "10",
            roundingMode: "UP",
          },
        },
      },
    );
    expect(values.out).toBe("0.3333333334");
  });

  test("the record given stays as it was", () => {
    const values = { a: "1" };
    run({ out: { type: "CALC", expression: "a", format: "NUMBER" } }, values);
    expect(values).toEqual({ a: "1" });
  });
});
