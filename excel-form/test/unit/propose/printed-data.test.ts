import { expect, test } from "vitest";
import { proposeMap, readForm } from "../../../src/index.ts";
import { readSketches } from "../../support/forms/blanks/sketch.ts";
import { newBook, toBytes } from "../../support/forms/drawing.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const KANA = [..."アイウエオカキクケコサシスセソタチツテト"];

/** Printed in every row but one in six, where the contractor is not known yet. */
const rowOf = (kana: string, i: number): string =>
  [
    `A${i + 2} X ${kana}支店`,
    i % 6 === 5 ? `B${i + 2} F` : `B${i + 2} X ${kana}清掃`,
    `C${i + 2} X ${kana}ビル`,
    `D${i + 2} X 定期${kana}清掃`,
    `E${i + 2} X ${kana}地区`,
  ].join(" ; ");

const proposalOf = async (...lines: readonly string[]) => {
  const [sketch] = readSketches(["form data", ...lines].join("\n"));
  const book = newBook();
  sketch?.draw(book);
  return proposeMap(VOCABULARY, readForm(await toBytes(book)), {
    isAnyway: true,
  });
};

test("a workbook of printed data is not asked about row by row", async () => {
  const lines = ["A1 L 支店 ; B1 L 業者 ; C1 L 物件 ; D1 L 仕様 ; E1 L 地区"];
  const { cells, lists, open } = await proposalOf(
    "sheet 実績",
    ...lines,
    ...KANA.map(rowOf),
  );
  expect([...cells, ...lists]).toEqual([]);
  expect(open?.map(({ cell, label }) => `${cell} ${label}`)).toEqual([]);
});

test("nothing is written into the remarks before printed examples and a column of data", async () => {
  const { cells } = await proposalOf(
    "sheet 基本データ",
    "A1:D1 T 基本データ",
    "A2 L 項目 ; B2 L 補足 ; C2 L 記入例 ; D2 L データ",
    "A3 L 会社名 ; B3 F - ; C3 L 株式会社みほん ; D3 F -",
    "A4 L 電話番号 ; B4 F - ; C4 L 03-0000-0000 ; D4 F -",
    "A5 L 資本金 ; B5 F - ; C5 L 1,000万円 ; D5 F -",
    "A6 L 法人番号 ; B6 F - ; C6 L 1234567890123 ; D6 F -",
  );
  expect(
    cells.filter(({ cell }) => !cell.startsWith("D")).map(({ cell }) => cell),
  ).toEqual([]);
});
