import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { addDays, weekdayOf } from "excel-form";
import { holidayNameOf } from "../../../src/domain/holidays.ts";

const LIBRARY = "japanese-holidays/lib/japanese-holidays.js";
const YEARS = Array.from({ length: 17 }, (_, index) => 2019 + index);

/**
 * Equinoxes as the National Astronomical Observatory gives or predicts them
 * (announced each February for the year after).
 *
 * @see https://www.nao.ac.jp/faq/a0301.html
 */
const VERNAL_20 = [2020, 2021, 2024, 2025, 2026, 2028, 2029, 2030, 2032, 2033];
const AUTUMN_22 = [2020, 2024, 2028, 2032];

const vernalDay = (year: number): string =>
  VERNAL_20.includes(year) || year === 2034 ? "03-20" : "03-21";
const autumnDay = (year: number): string =>
  AUTUMN_22.includes(year) ? "09-22" : "09-23";

const nthMonday = (year: number, month: string, nth: number): string => {
  const first = `${year}-${month}-01`;
  const toMonday = (8 - weekdayOf(first)) % 7;
  return addDays(first, toMonday + (nth - 1) * 7).slice(5);
};

/** The holidays that left their place: the enthronement, and the Olympic games. */
const EXCEPTIONS: Readonly<Record<number, readonly string[]>> = {
  2019: ["05-01", "10-22", "07-15", "08-11", "10-14"],
  2020: ["02-23", "07-23", "07-24", "08-10"],
  2021: ["02-23", "07-22", "07-23", "08-08"],
};

const movable = (year: number): readonly string[] =>
  EXCEPTIONS[year] ?? [
    "02-23",
    nthMonday(year, "07", 3),
    "08-11",
    nthMonday(year, "10", 2),
  ];

const daysOfLaw = (year: number): Set<string> =>
  new Set(
    [
      "01-01",
      nthMonday(year, "01", 2),
      "02-11",
      vernalDay(year),
      "04-29",
      "05-03",
      "05-04",
      "05-05",
      nthMonday(year, "09", 3),
      autumnDay(year),
      "11-03",
      "11-23",
      ...movable(year),
    ].map((day) => `${year}-${day}`),
  );

/** Article 3 of the 国民の祝日に関する法律: the day after a Sunday holiday, and the day between two. */
const withSubstitutes = (days: ReadonlySet<string>): Set<string> => {
  const all = new Set(days);
  for (const day of days) {
    const between = addDays(day, 1);
    if (!days.has(between) && days.has(addDays(day, 2))) {
      all.add(between);
    }
  }
  for (const day of days) {
    let next = day;
    while (weekdayOf(day) === 0 && days.has(next)) {
      next = addDays(next, 1);
    }
    all.add(next);
  }
  return all;
};

const listYear = (year: number): string[] => {
  const listed: string[] = [];
  for (
    let day = `${year}-01-01`;
    day.startsWith(`${year}-`);
    day = addDays(day, 1)
  ) {
    if (holidayNameOf(day) !== null) {
      listed.push(day);
    }
  }
  return listed;
};

describe("holidays from 2019 to 2035", () => {
  test.each(YEARS)("every day of %i is as the law has it", (year) => {
    expect(listYear(year)).toEqual(
      [...withSubstitutes(daysOfLaw(year))].sort(),
    );
  });

  test.each([
    // The ten days off of 2019.
    ["2019-04-29", "昭和の日"],
    ["2019-04-30", "国民の休日"],
    ["2019-05-01", "即位の日"],
    ["2019-05-02", "国民の休日"],
    ["2019-05-06", "振替休日"],
    ["2019-10-22", "即位礼正殿の儀"],
    ["2019-12-23", null],
    // The Olympic games moved three holidays, and moved again with them.
    ["2020-02-23", "天皇誕生日"],
    ["2020-02-24", "振替休日"],
    ["2020-07-20", null],
    ["2020-07-23", "海の日"],
    ["2020-07-24", "スポーツの日"],
    ["2020-08-10", "山の日"],
    ["2020-08-11", null],
    ["2020-10-12", null],
    ["2021-07-19", null],
    ["2021-07-22", "海の日"],
    ["2021-07-23", "スポーツの日"],
    ["2021-08-08", "山の日"],
    ["2021-08-09", "振替休日"],
    ["2021-08-11", null],
    ["2021-10-11", null],
    // The summer of the edition of 2022.
    ["2022-07-18", "海の日"],
    ["2022-08-11", "山の日"],
    ["2022-08-15", null],
    ["2023-01-02", "振替休日"],
    ["2024-08-12", "振替休日"],
    ["2026-05-06", "振替休日"],
    ["2026-09-22", "国民の休日"],
    ["2032-09-21", "国民の休日"],
    ["2033-03-21", "振替休日"],
    // 慰霊の日 is a matter of Okinawa's closed days, not of the nation.
    ["2022-06-23", null],
    ["2022-12-30", null],
  ])("%s is %s", (day, name) => {
    expect(holidayNameOf(day)).toBe(name);
  });

  test("the library lists the same days whatever the computer's zone", () => {
    const require = createRequire(import.meta.url);
    const listAnew = (zone: string): unknown => {
      process.env.TZ = zone;
      // The library remembers the years it has calculated.
      delete require.cache[require.resolve(LIBRARY)];
      const library = require(LIBRARY);
      return YEARS.map((year) => library.getHolidaysOf(year));
    };
    const before = process.env.TZ;
    try {
      const inTokyo = listAnew("Asia/Tokyo");
      for (const zone of [
        "America/Los_Angeles",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Atlantic/Azores",
      ]) {
        expect(listAnew(zone)).toEqual(inTokyo);
      }
    } finally {
      if (before === undefined) {
        delete process.env.TZ;
      } else {
        process.env.TZ = before;
      }
    }
  });
});
