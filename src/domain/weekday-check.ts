import { isIsoDate, weekdayOf } from "excel-form";
import type { IsoDate } from "excel-form";

const WEEKDAYS = "日月火水木金土";

/** A date in a text whose weekday is not the day's. */
export type WeekdayMismatch = {
  /** The date as it was typed. */
  readonly text: string;
  readonly day: IsoDate;
  /** The right weekday, one letter. */
  readonly weekday: string;
};

const toHalfWidth = (text: string): string =>
  text.replace(/[０-９／（）]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - 0xfee0),
  );

const DATED =
  /(?:(?<western>\d{4})[年/.-]|令和(?<reiwa>\d{1,2}|元)年)?\s*(?<month>\d{1,2})(?:月|[/.-])\s*(?<date>\d{1,2})日?\s*\(\s*(?<weekday>[日月火水木金土])(?:曜日?)?(?:[・,、][^)]*)?\s*\)/g;

const FIRST_YEAR_OF_REIWA = 2019;

const yearOf = (
  { western, reiwa }: Record<string, string | undefined>,
  fallback: number,
): number => {
  if (western !== undefined) return Number(western);
  if (reiwa === undefined) return fallback;
  return FIRST_YEAR_OF_REIWA - 1 + (reiwa === "元" ? 1 : Number(reiwa));
};

const pad = (value: string | undefined): string =>
  (value ?? "").padStart(2, "0");

/**
 * Finds dates with a weekday, such as 「8月1日(月)」, that disagree. A date that does not exist
 * is none.
 *
 * @param year - of dates without one
 */
export const findWeekdayMismatches = (
  text: string,
  year: number,
): WeekdayMismatch[] =>
  [...toHalfWidth(text).matchAll(DATED)].flatMap(
    ({ 0: typed, groups = {} }) => {
      const { month, date, weekday } = groups;
      const day = `${String(yearOf(groups, year))}-${pad(month)}-${pad(date)}`;
      if (!isIsoDate(day)) return [];
      const right = WEEKDAYS[weekdayOf(day)] ?? "";
      return right === weekday
        ? []
        : [{ text: typed.trim(), day, weekday: right }];
    },
  );
