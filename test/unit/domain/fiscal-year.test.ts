import { expect, test } from "vitest";
import {
  fiscalYearOf,
  toFiscalYearText,
} from "../../../src/domain/fiscal-year.ts";

test.each([
  ["2022-08-01", 2022, "令和4年度"],
  ["2023-03-31", 2022, "令和4年度"],
  ["2023-04-01", 2023, "令和5年度"],
  ["2019-04-01", 2019, "令和元年度"],
  ["2019-03-31", 2018, "平成30年度"],
  ["1989-03-31", 1988, "昭和63年度"],
])("%s is in %i, %s", (day, year, text) => {
  expect(fiscalYearOf(day)).toBe(year);
  expect(toFiscalYearText(year)).toBe(text);
});
