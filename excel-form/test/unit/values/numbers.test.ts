import { describe, expect, test } from "vitest";
import { typedAmount, typedNumber } from "../../../src/values/numbers.ts";

describe("typedNumber", () => {
  test.each([
    ["12件", 1, 12],
    ["１，２００", 1, 1200],
    ["¥3,000,000", 1, 3_000_000],
    ["約 5 名", 1, 5],
    ["-3", 1, -3],
    ["1.5", 1000, 1500],
    [0.1, 3, 0.3],
  ])("%j in units of %d is %d", (value, per, expected) => {
    expect(typedNumber(value, per)).toBe(expected);
  });

  test.each(["", "なし", "10人と5人", "万", "1-2", "12月", "3件5件", "3万円"])(
    "「%s」 is no number",
    (text) => {
      expect(typedNumber(text, 1)).toBeNull();
    },
  );
});

describe("typedAmount", () => {
  test.each([
    ["1,000万円", 10_000_000],
    ["1億2,000万円", 120_000_000],
    ["約３千円", 3000],
    ["5百万", 5_000_000],
    ["1.5億円", 150_000_000],
  ])("%s is %d yen", (text, expected) => {
    expect(typedAmount(text)).toBe(expected);
  });

  test.each(["1000", "万円", "10円", "3万人", "千代田"])(
    "「%s」 does not say its unit",
    (text) => {
      expect(typedAmount(text)).toBeNull();
    },
  );
});
