import { describe, expect, test } from "vitest";
import {
  moveArea,
  planInsertion,
} from "../../../../src/xlsx/formula/row-insertion.ts";
import type { FormulaPlace } from "../../../../src/xlsx/formula/shift-formula.ts";
import {
  insertRowsInFormula,
  translateFormula,
} from "../../../../src/xlsx/formula/shift-formula.ts";
import { tokenize } from "../../../../src/xlsx/formula/tokenize.ts";

/** One pre-drawn row, 11; ten more come in below it. */
const SINGLE = planInsertion({
  sheet: "表",
  firstRow: 11,
  entryRows: 1,
  entries: 1,
  newEntries: 10,
});
/** Rows 11 to 15; ten more come in before the last. */
const FIVE = planInsertion({
  sheet: "表",
  firstRow: 11,
  entryRows: 1,
  entries: 5,
  newEntries: 10,
});
/** Three entries of two rows, 11 to 16; five more come in before the last. */
const PAIRS = planInsertion({
  sheet: "表",
  firstRow: 11,
  entryRows: 2,
  entries: 3,
  newEntries: 5,
});

const outside = { sheet: "表", row: 30 };

describe("tokenize", () => {
  test.each([
    'SUM(A1:B2,$C$3)*LOG10(A1)&"A1 ""B2"""',
    "'It''s A1'!B2+[1]Book!C3+'[1]a b'!A1:B2+[1]!name",
    "表1[[#This Row],[点数]]+表1[a'[b]]+リスト!$A$2:$A$3",
    '$9:$10+A:C+Sheet1:Sheet3!A1+_xlfn.XLOOKUP(A1,{1,2;"x",#N/A},#REF!)',
    "（様式２）名簿!A1 + 集計・表!B2",
    'IF(A1="',
  ])("gives back what it was given: %s", (formula) => {
    expect(
      tokenize(formula)
        .map((token) => token.text)
        .join(""),
    ).toBe(formula);
  });
});

describe("insertRowsInFormula outside the list", () => {
  test.each([
    // Below, above, across.
    ["A12+A10+SUM(A5:A20)", "A22+A10+SUM(A5:A30)"],
    // A range that ends on the only row grows, with or without marks.
    ["SUM(H11:H11)", "SUM(H11:H21)"],
    ["SUM($H$11:$H$11)", "SUM($H$11:$H$21)"],
    ["SUM(H10:H11)", "SUM(H10:H21)"],
    // A single cell cannot.
    ["SUM(H11)", "SUM(H11)"],
    ["SUM(11:11)", "SUM(11:21)"],
    ["SUM(A:A)+SUM($9:$10)", "SUM(A:A)+SUM($9:$10)"],
    // Text, functions, other sheets and books stay.
    [
      'LOG10(A12)&"A12"&他!A12&[1]表!A12&表:他!A12&表12',
      'LOG10(A22)&"A12"&他!A12&[1]表!A12&表:他!A12&表12',
    ],
    ["'表'!A12+表!$A$12", "'表'!A22+表!$A$22"],
    ["表1[[#This Row],[A12]]", "表1[[#This Row],[A12]]"],
    ['INDIRECT("A12")', 'INDIRECT("A12")'],
    // Right of column XFD and below the last row there are only names.
    ["YEN12+XFD12+AB1048577", "YEN12+XFD22+AB1048577"],
    ["A1048576", "A1048576"],
  ])("%s becomes %s", (formula, expected) => {
    expect(insertRowsInFormula(formula, SINGLE, outside)).toBe(expected);
  });

  test("leaves formulas of other sheets alone unless they name the sheet", () => {
    const place = { sheet: "集計" };
    expect(insertRowsInFormula("A12+表!A12", SINGLE, place)).toBe("A12+表!A22");
  });

  test.each([
    ["SUM(H11:H15)", "SUM(H11:H25)"],
    ["H15", "H25"],
    ["H14", "H14"],
    ["SUM(H11:H14)", "SUM(H11:H14)"],
  ])("with five pre-drawn rows %s becomes %s", (formula, expected) => {
    expect(insertRowsInFormula(formula, FIVE, outside)).toBe(expected);
  });
});

describe("insertRowsInFormula in the list", () => {
  const copy = (row: number, movedBy: number): FormulaPlace => ({
    sheet: "表",
    row,
    movedBy,
    isCopy: true,
  });

  test.each([
    // Relative references move with the copy, fixed ones stay.
    ["H11*$C$5", "H14*$C$5"],
    ["SUM(B11:G11)", "SUM(B14:G14)"],
    // Running total and balance of the row before.
    ["SUM(H$11:H11)", "SUM(H$11:H14)"],
    ["J10+H11", "J13+H14"],
    // Shares of the whole, and the total below.
    ["H11/SUM(H$11:H$11)", "H14/SUM(H$11:H$21)"],
    ["H11/H12", "H14/H22"],
    ["H11/$H$12", "H14/$H$22"],
    ["他!A11+他!$A$1", "他!A14+他!$A$1"],
    ["ROW()-10", "ROW()-10"],
  ])("the third copy of %s reads %s", (formula, expected) => {
    expect(insertRowsInFormula(formula, SINGLE, copy(11, 3))).toBe(expected);
  });

  test("the row itself keeps looking at itself", () => {
    expect(
      insertRowsInFormula("SUM(B11:G11)", SINGLE, { sheet: "表", row: 11 }),
    ).toBe("SUM(B11:G11)");
  });

  test.each([
    ["A13+1", 14, "A15+1"],
    ["RANK(H14,H$11:H$15)", 14, "RANK(H16,H$11:H$25)"],
    // A unit price above that was typed without marks.
    ["H14*C5", 14, "H16*C5"],
  ])("with five rows the second copy of %s (row %i) reads %s", (f, row, to) => {
    expect(insertRowsInFormula(f, FIVE, copy(row, 2))).toBe(to);
  });

  test("the last row moves down and still follows the row above it", () => {
    expect(
      insertRowsInFormula("A14+SUM(H$11:H15)+C5", FIVE, {
        sheet: "表",
        row: 15,
        movedBy: 10,
      }),
    ).toBe("A24+SUM(H$11:H25)+C5");
  });

  test("entries of two rows move by two", () => {
    expect(insertRowsInFormula("F13+F14", PAIRS, copy(13, 4))).toBe("F17+F18");
    expect(insertRowsInFormula("SUM(F11:F15)", PAIRS, outside)).toBe(
      "SUM(F11:F25)",
    );
  });
});

describe("moveArea", () => {
  test.each([
    ["the row itself", SINGLE, [11, 11], [[11, 21]]],
    ["the list", FIVE, [11, 15], [[11, 25]]],
    ["all but the last row", FIVE, [11, 14], [[11, 24]]],
    ["the last row", FIVE, [15, 15], [[25, 25]]],
    ["above", FIVE, [1, 10], [[1, 10]]],
    [
      "one of the two rows of the template",
      PAIRS,
      [13, 13],
      [
        [13, 13],
        [15, 15],
        [17, 17],
        [19, 19],
        [21, 21],
        [23, 23],
      ],
    ],
  ] as const)("%s", (_, insertion, [top, bottom], expected) => {
    expect(
      moveArea({ top, bottom }, insertion).map((area) => [
        area.top,
        area.bottom,
      ]),
    ).toEqual(expected);
  });
});

describe("translateFormula", () => {
  test.each([
    ["A1+$B1+C$1+$D$1+SUM(A1:B2)", 2, 1, "B3+$B3+D$1+$D$1+SUM(B3:C4)"],
    ["A1", -1, 0, "#REF!"],
    ["A:A+1:1", 1, 1, "B:B+2:2"],
    ['表!A1&"A1"', 1, 0, '表!A2&"A1"'],
  ])("%s by %i rows and %i columns is %s", (formula, rows, columns, to) => {
    expect(translateFormula(formula, rows, columns)).toBe(to);
  });
});
