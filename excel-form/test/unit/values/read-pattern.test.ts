import { describe, expect, test } from "vitest";
import { readPattern } from "../../../src/values/read-pattern.ts";
import { VOCABULARY } from "../../support/vocabulary.ts";

const read = (pattern: string, text: string, per?: number) => [
  ...readPattern(VOCABULARY, pattern, text, per).values(),
];

describe("readPattern", () => {
  test.each([
    ["令和{report.date:e年M月d日}現在", "令和4年12月3日現在"],
    ["令和{report.date:e年M月d日}現在", "令和４年12月３日　現在"],
    ["{report.date:yy-MM-dd}", "22-12-03"],
    ["R{report.date:e.M.d}", "R4.12.3"],
    ["{report.date:e年M月d日}", "4年12月3日"],
    [
      "令和{report.date:e}年{report.date:M}月{report.date:d}日",
      "令和4年12月3日",
    ],
    [
      "西暦{report.date:yyyy}年{report.date:M}月{report.date:d}日",
      "西暦2022年12月3日",
    ],
  ])("by %s the day of 「%s」 is known", (pattern, text) => {
    expect(read(pattern, text)).toEqual(["2022-12-03"]);
  });

  test("the era is the one that is printed", () => {
    expect(
      read("昭和{business.foundedOn:e年M月d日}", "昭和60年4月1日"),
    ).toEqual(["1985-04-01"]);
  });

  test.each([
    ["{report.date:ggge年M月d日}", "　年　月　日"],
    ["令和{report.date:e年M月d日}", "令和　 年　 月　 日"],
    ["{business.capital}万円", "　　万円"],
    ["{remarks}様", "　様"],
  ])("by %s there is nothing in 「%s」", (pattern, text) => {
    expect(read(pattern, text)).toEqual([null]);
  });

  test("words in the place of a day stay", () => {
    expect(read("{report.date:ggge年M月d日}", "未定")).toEqual(["未定"]);
  });
});
