import japaneseHolidays from "japanese-holidays";
import { partsOf } from "excel-form";
import type { IsoDate } from "excel-form";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

const namesByYear = new Map<number, ReadonlyMap<IsoDate, string>>();

// `isHoliday(date)` of the library reads the computer's own zone; the list of a
// year does not, so only that is used.
const holidaysOf = (year: number): ReadonlyMap<IsoDate, string> => {
  const known = namesByYear.get(year);
  if (known !== undefined) {
    return known;
  }
  const names = new Map(
    japaneseHolidays
      .getHolidaysOf(year)
      .map(({ month, date, name }) => [
        `${year}-${twoDigits(month)}-${twoDigits(date)}`,
        name,
      ]),
  );
  namesByYear.set(year, names);
  return names;
};

/**
 * The Japanese name of a national holiday, substitute days and the days between
 * two holidays included; null on any other day.
 */
export const holidayNameOf = (day: IsoDate): string | null =>
  holidaysOf(partsOf(day).year).get(day) ?? null;
