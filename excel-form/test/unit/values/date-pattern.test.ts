import { describe, expect, test } from "vitest";
import {
  dateFromParts,
  formatDate,
  parseDateText,
} from "../../../src/values/date-pattern.ts";

describe("formatDate", () => {
  test.each([
    ["2022-08-01", "ggge年M月d日", "令和4年8月1日"],
    ["2019-05-01", "ggge年M月d日", "令和元年5月1日"],
    ["2019-04-30", "ggge年M月d日", "平成31年4月30日"],
    ["2019-05-01", "ge.M.d", "R1.5.1"],
    ["2022-08-01", "gg ee年MM月dd日", "令 04年08月01日"],
    ["2022-08-01", "yyyy/MM/dd", "2022/08/01"],
    ["1985-04-01", "ggge年M月", "昭和60年4月"],
  ])("%s by %s is %s", (iso, pattern, text) => {
    expect(formatDate(iso, pattern)).toBe(text);
  });
});

describe("parseDateText", () => {
  test.each([
    ["令和４年８月１日", "2022-08-01"],
    ["令和元年5月1日", "2019-05-01"],
    ["R4.8.1", "2022-08-01"],
    ["昭和60年4月", "1985-04-01"],
    ["2022/8/1", "2022-08-01"],
    ["西暦2022年8月1日", "2022-08-01"],
    ["２０２２－０８－０１", "2022-08-01"],
    ["令和4年2月30日", null],
    ["来月", null],
    ["令和　年　月　日", null],
  ])("%s is %s", (text, iso) => {
    expect(parseDateText(text)).toBe(iso);
  });

  test("cells of their own make a date", () => {
    expect(dateFromParts("令和", "元", "5", "1")).toBe("2019-05-01");
    expect(dateFromParts("", "2022", "8", "1")).toBe("2022-08-01");
    expect(dateFromParts("令和", "4", "", "")).toBeNull();
  });
});
