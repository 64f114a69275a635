import { partsOf } from "./calendar-day.ts";
import type { IsoDate } from "./calendar-day.ts";

type Era = {
  readonly name: string;
  readonly firstDay: IsoDate;
  /** Gregorian year minus this gives the year of the era. */
  readonly offset: number;
};

// Newest first. The Gregorian calendar counts in Japan from 1873 (明治6年) on.
const ERAS: readonly Era[] = [
  { name: "令和", firstDay: "2019-05-01", offset: 2018 },
  { name: "平成", firstDay: "1989-01-08", offset: 1988 },
  { name: "昭和", firstDay: "1926-12-25", offset: 1925 },
  { name: "大正", firstDay: "1912-07-30", offset: 1911 },
  { name: "明治", firstDay: "1873-01-01", offset: 1867 },
];

export type WarekiYear = { readonly era: string; readonly year: number };

/** The era and its year on a day; null before 1873. */
export const toWarekiYear = (day: IsoDate): WarekiYear | null => {
  const { year } = partsOf(day);
  const era = ERAS.find(({ firstDay }) => firstDay <= day);
  return era === undefined ? null : { era: era.name, year: year - era.offset };
};

/** The first year of an era prints 元年. */
export const toWarekiYearText = ({ era, year }: WarekiYear): string =>
  `${era}${year === 1 ? "元" : year}年`;

/** 「令和4年8月1日」; the Gregorian year (「1872年1月1日」) before 1873. */
export const toWareki = (date: IsoDate): string => {
  const { year, month, day } = partsOf(date);
  const wareki = toWarekiYear(date);
  const yearText = wareki === null ? `${year}年` : toWarekiYearText(wareki);
  return `${yearText}${month}月${day}日`;
};
