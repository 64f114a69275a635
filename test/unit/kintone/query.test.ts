import { expect, test } from "vitest";
import {
  allOf,
  everything,
  isIn,
  quote,
  where,
} from "../../../src/kintone/query.ts";

test.each([
  ['" or name != "', '"\\" or name != \\""'],
  ["back\\slash", '"back\\\\slash"'],
  ["two\nlines\tand a tab\r", '"two\\nlines\\tand a tab"'],
  ["「株式会社」", '"「株式会社」"'],
])("%j cannot end its literal", (value, literal) => {
  expect(quote(value)).toBe(literal);
});

test("conditions are joined with parentheses, empty ones left out", () => {
  expect(
    allOf(where("edition", "=", "2022"), everything, isIn("$id", ["1", "2"]))
      .text,
  ).toBe('(edition = "2022") and ($id in ("1", "2"))');
  expect(allOf(everything).text).toBe("");
});
