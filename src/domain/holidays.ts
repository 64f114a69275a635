import { addDays, partsOf, weekdayOf } from "excel-form";
import type { IsoDate } from "excel-form";

/** The same day of each year, as MM-DD, or the day of a year. */
type Rule = string | ((year: number) => IsoDate);

const monday =
  (month: string, nth: number): Rule =>
  (year) => {
    const first = `${year}-${month}-01`;
    return addDays(first, ((8 - weekdayOf(first)) % 7) + 7 * (nth - 1));
  };

const TROPICAL_YEAR_DAYS = 365.242194;

/** @param in2000 - moment of the equinox of 2000 in Japan, in days after 1 March or September */
const equinox =
  (month: string, in2000: number): Rule =>
  (year) =>
    addDays(
      `2000-${month}-01`,
      Math.floor(in2000 + TROPICAL_YEAR_DAYS * (year - 2000)),
    );

/**
 * The days of the law, by name.
 *
 * @see https://laws.e-gov.go.jp/law/323AC1000000178 (国民の祝日に関する法律)
 */
const RULES: Readonly<Record<string, Rule>> = {
  元日: "01-01",
  成人の日: monday("01", 2),
  建国記念の日: "02-11",
  天皇誕生日: "02-23",
  春分の日: equinox("03", 19.687),
  昭和の日: "04-29",
  憲法記念日: "05-03",
  みどりの日: "05-04",
  こどもの日: "05-05",
  海の日: monday("07", 3),
  山の日: "08-11",
  敬老の日: monday("09", 3),
  秋分の日: equinox("09", 22.093),
  スポーツの日: monday("10", 2),
  文化の日: "11-03",
  勤労感謝の日: "11-23",
};

/** Years with days of their own: the enthronement and the Olympic games; null for a day left out. */
const EXCEPTIONS: Readonly<
  Record<number, Readonly<Record<string, Rule | null>>>
> = {
  2019: {
    天皇誕生日: null,
    即位の日: "05-01",
    スポーツの日: null,
    体育の日: monday("10", 2),
    即位礼正殿の儀: "10-22",
  },
  2020: { 海の日: "07-23", スポーツの日: "07-24", 山の日: "08-10" },
  2021: { 海の日: "07-22", スポーツの日: "07-23", 山の日: "08-08" },
};

const namedDaysOf = (year: number): Map<IsoDate, string> => {
  const rules = Object.entries({ ...RULES, ...EXCEPTIONS[year] });
  return new Map(
    rules.flatMap(([name, rule]) => {
      if (rule === null) return [];
      const day = typeof rule === "string" ? `${year}-${rule}` : rule(year);
      return [[day, name]];
    }),
  );
};

/** Article 3: a day between two holidays, and the first other day after one on a Sunday. */
const addRestDays = (days: Map<IsoDate, string>): void => {
  const named = new Set(days.keys());
  for (const day of named) {
    let next = addDays(day, 1);
    if (!named.has(next) && named.has(addDays(day, 2))) {
      days.set(next, "国民の休日");
    }
    if (weekdayOf(day) !== 0) continue;
    while (named.has(next)) next = addDays(next, 1);
    days.set(next, "振替休日");
  }
};

const namesByYear = new Map<number, ReadonlyMap<IsoDate, string>>();

const holidaysOf = (year: number): ReadonlyMap<IsoDate, string> => {
  const known = namesByYear.get(year);
  if (known !== undefined) {
    return known;
  }
  const names = namedDaysOf(year);
  addRestDays(names);
  namesByYear.set(year, names);
  return names;
};

/**
 * The Japanese name of a national holiday from 2019 on, substitute days and the days
 * between two holidays included; null on any other day.
 */
export const holidayNameOf = (day: IsoDate): string | null =>
  holidaysOf(partsOf(day).year).get(day) ?? null;
