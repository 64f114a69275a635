import { expect, test } from "vitest";
import { partsOf } from "../../../src/ui/linked-text.ts";

const addressesOf = (text: string): string[] =>
  partsOf(text)
    .filter(({ isAddress }) => isAddress)
    .map((part) => part.text);

test.each([
  ["", []],
  ["予約サイトを使っている", []],
  ["https://example.com/", ["https://example.com/"]],
  [
    "予約（https://example.com/a?b=1&c=2）と https://example.jp/x。",
    ["https://example.com/a?b=1&c=2", "https://example.jp/x"],
  ],
  ["See https://example.com/a, or not.", ["https://example.com/a"]],
  ["see javascript:alert(1) data:text/html,x //example.com ftp://a.b", []],
  ['https://example.com/"onmouseover="alert(1)', ["https://example.com/"]],
])("%j opens %j", (text, expected) => {
  expect(addressesOf(text)).toEqual(expected);
});

test("nothing of a note is lost", () => {
  const text = "a https://example.com/b<c>「https://d.e/f」 g";
  expect(
    partsOf(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
