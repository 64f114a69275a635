import { expect, test } from "vitest";
import { toWareki, toWarekiYear } from "../../../src/calendar/wareki.ts";

test.each([
  ["2019-04-30", "平成31年4月30日"],
  ["2019-05-01", "令和元年5月1日"],
  ["2020-01-01", "令和2年1月1日"],
  ["2022-08-01", "令和4年8月1日"],
  ["1989-01-07", "昭和64年1月7日"],
  ["1989-01-08", "平成元年1月8日"],
  ["1926-12-24", "大正15年12月24日"],
  ["1926-12-25", "昭和元年12月25日"],
  ["1912-07-29", "明治45年7月29日"],
  ["1912-07-30", "大正元年7月30日"],
  ["1873-01-01", "明治6年1月1日"],
  ["1872-12-31", "1872年12月31日"],
])("%s is %s", (day, wareki) => expect(toWareki(day)).toBe(wareki));

test("the era's year is a number of its own", () => {
  expect(toWarekiYear("2022-08-01")).toEqual({ era: "令和", year: 4 });
  expect(toWarekiYear("1600-10-21")).toBeNull();
});
