import { describe, expect, test } from "vitest";
import { parseDelimited } from "../../../../src/domain/imports/parse-delimited.ts";

const cellsOf = (text: string) =>
  parseDelimited(text).rows.map(({ cells }) => cells);

describe("parseDelimited", () => {
  test("a copy from Excel has tabs, and line breaks inside quotation marks", () => {
    expect(
      cellsOf('A1\t"予約を\r\nネットで受ける"\t1\r\nA2\t会計\t0.5\r\n'),
    ).toEqual([
      ["A1", "予約を\nネットで受ける", "1"],
      ["A2", "会計", "0.5"],
    ]);
  });

  test("CSV keeps commas and doubled quotation marks inside quotation marks", () => {
    expect(cellsOf('S01,"青浜,商工会","通称 ""青浜"""')).toEqual([
      ["S01", "青浜,商工会", '通称 "青浜"'],
    ]);
  });

  test("a comma inside a copied cell does not part it", () => {
    expect(cellsOf("S01\t青浜,黒崎")).toEqual([["S01", "青浜,黒崎"]]);
  });

  test("semicolons part where there is neither tab nor comma", () => {
    expect(cellsOf("S01;青浜商工会")).toEqual([["S01", "青浜商工会"]]);
  });

  test("a quotation mark inside a plain cell is a character", () => {
    expect(cellsOf('5" 管,1')).toEqual([['5" 管', "1"]]);
  });

  test("an open quotation mark does not lose the text", () => {
    expect(cellsOf('S01,"青浜').flat().join("")).toContain("青浜");
  });

  test("empty rows are dropped and counted", () => {
    expect(
      parseDelimited("a,b\n\n,\nc,d").rows.map((row) => row.number),
    ).toEqual([1, 4]);
  });

  test("a byte order mark is no part of the first cell", () => {
    expect(cellsOf("\ufeffコード,名称")).toEqual([["コード", "名称"]]);
  });

  test.each(["", "  \n \t\n"])("nothing in %j is no row", (text) => {
    expect(parseDelimited(text).rows).toEqual([]);
  });

  test("100,000 cells are all read", () => {
    const text = Array.from({ length: 20_000 }, () => 'a,"b\nc",d,e,f').join(
      "\n",
    );
    const { rows } = parseDelimited(text);
    expect(rows).toHaveLength(20_000);
    expect(rows.every(({ cells }) => cells.length === 5)).toBe(true);
  });
});
