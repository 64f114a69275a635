import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  add,
  compare,
  divide,
  format,
  multiply,
  parseDecimal,
  round,
  subtract,
  wholeDigits,
} from "../../../src/ground/decimal.ts";
import type { Decimal, Rounding } from "../../../src/ground/decimal.ts";

const decimal = (text: string): Decimal => {
  const value = parseDecimal(text);
  if (!value) throw new Error(`no number: ${text}`);
  return value;
};

const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(12))
  .map(([digits, scale]): Decimal => ({ digits, scale }));

describe("parseDecimal", () => {
  test.each([
    ["1.5e1", "15"],
    ["-0.50", "-0.5"],
    ["+3", "3"],
    [".5", "0.5"],
    ["5.", "5"],
    ["1e-3", "0.001"],
    ["000", "0"],
    ["-0", "0"],
    ["123456789012345678901234567890.5", "123456789012345678901234567890.5"],
  ])("reads %s as %s", (text, expected) => {
    expect(format(decimal(text))).toBe(expected);
  });

  test.each([
    "",
    ".",
    "-",
    "1,000",
    "12abc",
    "0x10",
    "１",
    "1e99999",
    "Infinity",
    "NaN",
    " 1",
  ])("refuses %j", (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  test("what is written is read back the same", () => {
    fc.assert(
      fc.property(decimals, (value) => {
        expect(compare(decimal(format(value)), value)).toBe(0);
      }),
    );
  });
});

describe("arithmetic", () => {
  test("is exact", () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        const product = multiply(a, b);
        const back = b.digits === 0n ? a : divide(product, b, 40, "DOWN");
        expect(back && compare(back, a)).toBe(0);
      }),
    );
  });

  test("division by nothing has no result", () => {
    expect(divide(decimal("1"), decimal("0"), 4, "UP")).toBeNull();
  });
});

describe("round", () => {
  const rows: Array<[string, number, Rounding, string]> = [
    ["0.5", 0, "HALF_EVEN", "0"],
    ["1.5", 0, "HALF_EVEN", "2"],
    ["2.5", 0, "HALF_EVEN", "2"],
    ["-2.5", 0, "HALF_EVEN", "-2"],
    ["2.51", 0, "HALF_EVEN", "3"],
    ["9.999", 2, "HALF_EVEN", "10"],
    ["0.00005", 4, "HALF_EVEN", "0"],
    ["2.5", 0, "HALF_UP", "3"],
    ["-2.5", 0, "HALF_UP", "-3"],
    ["1.01", 1, "UP", "1.1"],
    ["-1.01", 1, "UP", "-1.1"],
    ["1.99", 1, "DOWN", "1.9"],
    ["1250", -2, "HALF_UP", "1300"],
    ["12", 5, "UP", "12"],
  ];
  test.each(rows)(
    "%s to %i places, %s, is %s",
    (text, places, how, expected) => {
      expect(format(round(decimal(text), places, how))).toBe(expected);
    },
  );
});

test("wholeDigits counts before the point", () => {
  expect(
    ["0.5", "-12.3", "999999999999"].map((it) => wholeDigits(decimal(it))),
  ).toEqual([1, 2, 12]);
});
