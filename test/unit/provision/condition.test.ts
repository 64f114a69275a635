import { describe, expect, test } from "vitest";
import { isSameCondition } from "../../../src/provision/plan/condition.ts";

describe("isSameCondition", () => {
  test.each([
    ["", ""],
    ['a = "x"', 'a="x"'],
    ['a in ("x", "y")', 'a in ("x","y")'],
    ["(a > 1)", "a > 1"],
    ["a = 1 and (b = 2 and c = 3)", "a = 1 and b = 2 and c = 3"],
    [
      'a not in ("x") and ((b < TODAY() and c = "") or (d < TODAY()))',
      '(a not in ("x")) AND (b < TODAY() and c = "" or d < TODAY())',
    ],
    ["a = FROM_TODAY(-5, DAYS)", "a = FROM_TODAY( -5 ,DAYS )"],
  ])("%o says the same as %o", (one, other) => {
    expect(isSameCondition(one, other)).toBe(true);
  });

  test.each([
    ["", 'a = ""'],
    ['a = "x"', 'a = "x "'],
    ["a = 1 and b = 2", "a = 1 or b = 2"],
    ["a = 1 and (b = 2 or c = 3)", "a = 1 and b = 2 or c = 3"],
    ['a in ("x")', 'a not in ("x")'],
    ["a < TODAY()", "a <= TODAY()"],
    ['a = "b and c"', 'a = "b" and c'],
    ['a = "\\""', 'a = "\\\\"'],
  ])("%o differs from %o", (one, other) => {
    expect(isSameCondition(one, other)).toBe(false);
  });
});
