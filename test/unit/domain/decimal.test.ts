import fc from "fast-check";
import { expect, test } from "vitest";
import { sumDecimals } from "../../../src/domain/decimal.ts";

test.each([
  [[0.1, 0.2], 0.3],
  [[0.5, 0.5, 0.5], 1.5],
  [[1.1, 2.2, 3.3], 6.6],
  [[12, -11.9], 0.1],
  [[1e-7, 2e-7], 3e-7],
  [[1e21, 1], 1e21],
  [[], 0],
])("the sum of %j is %d", (values, sum) => {
  expect(sumDecimals(values)).toBe(sum);
});

test("tenths add up as whole tenths do", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -500, max: 500 })), (tenths) => {
      const sum = tenths.reduce((total, one) => total + one, 0);
      expect(sumDecimals(tenths.map((one) => one / 10))).toBe(sum / 10);
    }),
  );
});
