import fc from "fast-check";
import type { Cell, Worksheet } from "exceljs";
import { describe, expect, test } from "vitest";
import type { Reading } from "../../../src/index.ts";
import { corporateNumber } from "../../support/corporate-number.ts";
import { spoiled } from "../../support/forms/spoiled-form.ts";

/** A change to the filled form, and the cell or row that a finding has to name. */
type Spoiling = {
  readonly place: string;
  readonly change: (sheet: Worksheet) => void;
};

const at = (
  place: string,
  change: (cell: Cell, sheet: Worksheet) => void,
): Spoiling => ({
  place,
  change: (sheet) => change(sheet.getCell(place), sheet),
});

const words = fc.stringMatching(/^[あ-ん漢字辞退差替要確認]{3,12}$/);
const row = fc.integer({ min: 6, max: 8 });
const inColumn = (letters: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...letters), row)
    .map(([letter, number]) => letter + number);
const filled = inColumn("BCDEFGHIJKL");
/** Nothing is printed there, and nothing is read. */
const beside = fc.oneof(
  inColumn("MNPZ"),
  fc.constantFrom("C3", "F3", "G1", "C12", "B14", "L20", "Z60"),
);
const printed = fc.constantFrom("A1", "A3", "C5", "K5", "A11");

const withWords = (
  places: fc.Arbitrary<string>,
  change: (cell: Cell, text: string, sheet: Worksheet) => void,
): fc.Arbitrary<Spoiling> =>
  fc
    .tuple(places, words)
    .map(([place, text]) =>
      at(place, (cell, sheet) => change(cell, text, sheet)),
    );

const onCell = (
  places: fc.Arbitrary<string>,
  change: (cell: Cell, sheet: Worksheet) => void,
): fc.Arbitrary<Spoiling> => places.map((place) => at(place, change));

const YELLOW = { argb: "FFFFFF00" };

/** Every kind of spoiling, with any words in any place where it can be. */
const SPOILINGS: Readonly<Record<string, fc.Arbitrary<Spoiling>>> = {
  "a comment": withWords(fc.oneof(filled, beside, printed), (cell, text) => {
    cell.note = text;
  }),
  "a link that leads elsewhere": withWords(inColumn("CIL"), (cell, text) => {
    const hyperlink = `https://example.jp/${encodeURIComponent(text)}`;
    cell.value = { text: String(cell.value), hyperlink };
  }),
  "a remark beside the places": withWords(beside, (cell, text) => {
    cell.value = text;
  }),
  "a number beside the places": onCell(beside, (cell) => {
    cell.value = 7;
  }),
  "a formula beside the places": onCell(beside, (cell) => {
    cell.value = { formula: "1+1", result: 2 };
  }),
  "words of another cell beside the places": onCell(beside, (cell) => {
    cell.value = "担当者";
  }),
  "a printed text rewritten": withWords(
    fc.constantFrom("A1", "A11"),
    (cell, text) => {
      cell.value = text;
    },
  ),
  "a printed text struck out": onCell(printed, (cell) => {
    cell.font = { strike: true };
  }),
  "a number of the list struck out": onCell(inColumn("A"), (cell) => {
    cell.font = { strike: true };
  }),
  "a value struck out": onCell(filled, (cell) => {
    cell.font = { strike: true };
  }),
  "a white value": onCell(filled, (cell) => {
    cell.font = { color: { argb: "FFFFFFFF" } };
  }),
  "a value in the colour of its cell": onCell(filled, (cell) => {
    cell.font = { color: YELLOW };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: YELLOW };
  }),
  "a value that its format hides": onCell(filled, (cell) => {
    cell.numFmt = ";;;";
  }),
  "a value of one point": onCell(filled, (cell) => {
    cell.font = { size: 1 };
  }),
  "a hidden row": onCell(filled, (cell, sheet) => {
    sheet.getRow(Number(cell.row)).hidden = true;
  }),
  "a hidden column": onCell(filled, (cell, sheet) => {
    sheet.getColumn(cell.col).hidden = true;
  }),
  "a row without height": onCell(filled, (cell, sheet) => {
    sheet.getRow(Number(cell.row)).height = 0.75;
  }),
  "a choice with a remark": withWords(inColumn("FJ"), (cell, text) => {
    cell.value = `${String(cell.value)}（${text}）`;
  }),
  "another choice": withWords(inColumn("FJ"), (cell, text) => {
    cell.value = text;
  }),
  "a number with words": withWords(inColumn("EGHIK"), (cell, text) => {
    cell.value = `${cell.text}${text}`;
  }),
  "words in place of a number": withWords(inColumn("EGHIK"), (cell, text) => {
    cell.value = text;
  }),
  "a name that was withdrawn": fc
    .tuple(
      inColumn("C"),
      fc.constantFrom("（辞退）", "(取消)", "【保留】", "　※取下げ", " 辞退"),
    )
    .map(([place, remark]) =>
      at(place, (cell) => {
        cell.value = `${cell.text}${remark}`;
      }),
    ),
  "a wrong digit in a corporate number": fc
    .tuple(
      inColumn("E"),
      fc.stringMatching(/^\d{12}$/),
      fc.integer({ min: 0, max: 12 }),
    )
    .map(([place, twelve, index]) => {
      const number = [...corporateNumber(twelve)];
      const digit = Number(number[index]);
      // A 9 in place of a 0 has the same check digit.
      number[index] = String(digit === 9 ? 8 : digit + 1);
      return at(place, (cell) => {
        cell.value = number.join("");
      });
    }),
  "cells merged over others": fc
    .tuple(fc.constantFrom("B:C", "C:D", "E:F", "I:J"), row)
    .map(([pair, number]) => {
      const [left = "", right = ""] = pair.split(":");
      return at(`${left}${number}`, (_, sheet) => {
        sheet.getCell(`${right}${number}`).value = null;
        sheet.mergeCells(`${left}${number}:${right}${number}`);
      });
    }),
  "a sheet that was added": withWords(
    fc.constantFrom("A1", "C9"),
    (cell, text, { workbook }) => {
      workbook.addWorksheet("追加").getCell(cell.address).value = text;
    },
  ),
  "a hidden sheet that was added": withWords(
    fc.constantFrom("A1", "C9"),
    (cell, text, { workbook }) => {
      const sheet = workbook.addWorksheet("控え", { state: "hidden" });
      sheet.getCell(cell.address).value = text;
    },
  ),
  "the sheet itself hidden": fc.constant(
    at("B3", (_, sheet) => {
      sheet.workbook.addWorksheet("表紙").getCell("B3").value = "表紙";
      sheet.state = "hidden";
    }),
  ),
};

const spoilingOf = (name: string): fc.Arbitrary<Spoiling> => {
  const spoiling = SPOILINGS[name];
  if (!spoiling) throw new Error(`No spoiling ${name}`);
  return spoiling;
};

const rowOf = (address: string): string => address.replace(/\D/g, "");

/** Findings of these kinds are about their whole row. */
const OF_ROWS = /^(?:beyondList|noteRow|totalRow|headingRow)$/;

const isNamed = ({ findings }: Reading, place: string): boolean =>
  findings.some(
    ({ cell, kind }) =>
      cell === place || (OF_ROWS.test(kind) && rowOf(cell) === rowOf(place)),
  );

describe("a form that was spoiled somewhere", () => {
  test.each(Object.keys(SPOILINGS))("is never read in silence: %s", (name) =>
    fc.assert(
      fc.asyncProperty(spoilingOf(name), async ({ place, change }) => {
        const reading = await spoiled(change, { hasBlank: true });
        expect(isNamed(reading, place), place).toBe(true);
      }),
      { numRuns: 6 },
    ),
  );

  test("has a finding for each of several spoilings", () =>
    fc.assert(
      fc.asyncProperty(
        spoilingOf("a comment"),
        spoilingOf("a value struck out"),
        spoilingOf("a remark beside the places"),
        async (...spoilings) => {
          const reading = await spoiled(
            (sheet) => spoilings.forEach(({ change }) => change(sheet)),
            { hasBlank: true },
          );
          for (const { place } of spoilings) {
            expect(isNamed(reading, place), place).toBe(true);
          }
        },
      ),
      { numRuns: 10 },
    ));
});
