import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkDigitOf,
  corporateNumberProblem,
  isCorporateNumber,
  toCorporateNumber,
} from "../../../src/domain/corporate-number.ts";

describe("corporateNumberProblem", () => {
  test.each([
    "9010005017583",
    "7000012050002",
    "4011001098993",
    "1180301018771",
    "4000012090001",
    "6120001039879",
    "1100005004357",
    "2330005002452",
  ])("%s is a corporate number", (number) => {
    expect(corporateNumberProblem(number)).toBeNull();
    expect(isCorporateNumber(number)).toBe(true);
  });

  test.each([
    ["7000012050003", { kind: "checkDigit", expected: 6 }],
    ["1234567890123", { kind: "checkDigit", expected: 9 }],
    ["0000012050002", { kind: "leadingZero" }],
    ["901000501758", { kind: "length", digits: 12 }],
    ["90100050175830", { kind: "length", digits: 14 }],
    ["T9010005017583", { kind: "invoiceNumber" }],
    ["Ｔ9010005017583", { kind: "invoiceNumber" }],
    ["9010005O17583", { kind: "notDigits" }],
    ["調査中", { kind: "notDigits" }],
  ])("%s: %j", (number, problem) => {
    expect(corporateNumberProblem(number)).toEqual(problem);
    expect(isCorporateNumber(number)).toBe(false);
  });

  test("a blank is no mistake, and no number either", () => {
    expect(corporateNumberProblem("")).toBeNull();
    expect(corporateNumberProblem("　 ")).toBeNull();
    expect(isCorporateNumber("")).toBe(false);
  });

  test("full width and the gaps of a form do not matter", () => {
    expect(toCorporateNumber("９-0100-0501-7583")).toBe("9010005017583");
    expect(isCorporateNumber("9 0100 0501 7583")).toBe(true);
  });
});

test("the check digit is 1 to 9 and a wrong digit shows, but for 0 and 9", () => {
  const twelve = fc.array(fc.integer({ min: 0, max: 9 }), {
    minLength: 12,
    maxLength: 12,
  });
  fc.assert(
    fc.property(
      twelve,
      fc.integer({ min: 0, max: 11 }),
      fc.integer({ min: 1, max: 8 }),
      (digits, position, step) => {
        const check = checkDigitOf(digits.join(""));
        expect(check).toBeGreaterThanOrEqual(1);
        expect(check).toBeLessThanOrEqual(9);
        const changed = digits.with(
          position,
          ((digits[position] ?? 0) + step) % 10,
        );
        const pair = new Set([digits[position], changed[position]]);
        const isZeroForNine = pair.has(0) && pair.has(9);
        expect(checkDigitOf(changed.join("")) === check).toBe(isZeroForNine);
      },
    ),
  );
});
