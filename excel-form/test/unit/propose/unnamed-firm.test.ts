import { expect, test } from "vitest";
import { proposeMap, readForm } from "../../../src/index.ts";
import { readSketches } from "../../support/forms/blanks/sketch.ts";
import { newBook, toBytes } from "../../support/forms/drawing.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const cellsOf = async (...lines: readonly string[]) => {
  const [sketch] = readSketches(["form f", "sheet f", ...lines].join("\n"));
  const book = newBook();
  sketch?.draw(book);
  const form = readForm(await toBytes(book));
  const { cells } = proposeMap(VOCABULARY, form, { isAnyway: true });
  return cells.map(({ cell, key }) => `${cell} ${key}`).toSorted();
};

test("a form that asks for capital and employees is about a firm, though its name has an unknown label", async () => {
  const cells = await cellsOf(
    "A1:D1 T 出展申込書",
    "A3 L 出品名義（和文） ; B3:D3 F -",
    "A4 L 代表者名 ; B4 F - ; C4 L 資本金 ; D4 F -",
    "A5 L TEL ; B5 F - ; C5 L 従業員数 ; D5 F -",
    "A6 L 本社所在地 ; B6:D6 F -",
  );
  expect(cells).toEqual([
    "B4 business.representativeName",
    "B5 business.phone",
    "B6 business.address",
    "D4 business.capital",
    "D5 business.employees",
  ]);
});

test("a form that asks a person for name, address and phone takes no value of a firm", async () => {
  const cells = await cellsOf(
    "A1:D1 T 利用申込書",
    "A3 L 氏名 ; B3 F -",
    "A4 L 住所 ; B4 F -",
    "A5 L 電話番号 ; B5 F -",
    "A6 L 生年月日 ; B6 F -",
  );
  expect(cells).toEqual([]);
});
