import { addDays, isIsoDate, weekdayOf } from "excel-form";
import type { IsoDate } from "excel-form";
import { toFiscalYearText } from "./fiscal-year.ts";

const DAYS_OF_WEEK = 7;
/** The nearest day with a given weekday is at most three days away. */
const NEAREST = 3;

/** The same day of the calendar; 1 March for a 29 February that does not exist. */
export const sameDayIn = (day: IsoDate, years: number): IsoDate => {
  const year = String(Number(day.slice(0, 4)) + years);
  const moved = `${year}${day.slice(4)}`;
  return isIsoDate(moved) ? moved : `${year}-03-01`;
};

/** The day nearest to the same date that has the same weekday. */
export const sameWeekdayIn = (day: IsoDate, years: number): IsoDate => {
  const same = sameDayIn(day, years);
  const ahead =
    (weekdayOf(day) - weekdayOf(same) + DAYS_OF_WEEK + NEAREST) % DAYS_OF_WEEK;
  return addDays(same, ahead - NEAREST);
};

/** Puts the new year into a name or a subject, as a number or as 令和8年度. */
export const rollYear = (text: string, from: number, to: number): string => {
  const wareki = (year: number): string =>
    toFiscalYearText(year).replace(/年度$/u, "");
  return text
    .replaceAll(String(from), String(to))
    .replaceAll(wareki(from), wareki(to));
};
