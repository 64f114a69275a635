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

test("a workbook of printed data is not asked about row by row", async () => {
  const lines = ["A1 L 支店 ; B1 L 業者 ; C1 L 物件 ; D1 L 仕様 ; E1 L 地区"];
  const [sketch] = readSketches(
    ["form data", "sheet 実績", ...lines, ...KANA.map(rowOf)].join("\n"),
  );
  const book = newBook();
  sketch?.draw(book);
  const { cells, lists, open } = proposeMap(
    VOCABULARY,
    readForm(await toBytes(book)),
    { isAnyway: true },
  );
  expect([...cells, ...lists]).toEqual([]);
  expect(open?.map(({ cell, label }) => `${cell} ${label}`)).toEqual([]);
});
