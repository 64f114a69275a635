import { partsOf, toWarekiYear, toWarekiYearText } from "excel-form";
import type { IsoDate } from "excel-form";

/** The fiscal year of a day: April to March, named by the year it starts in. */
export const fiscalYearOf = (day: IsoDate): number => {
  const { year, month } = partsOf(day);
  return month >= 4 ? year : year - 1;
};

/**
 * 「令和4年度」. The year that began on 2019-04-01 is 令和元年度 as a whole, as the
 * government decided for its own papers, hence May and not April.
 */
export const toFiscalYearText = (fiscalYear: number): string => {
  const wareki = toWarekiYear(`${String(fiscalYear).padStart(4, "0")}-05-01`);
  return wareki === null
    ? `${fiscalYear}年度`
    : `${toWarekiYearText(wareki)}度`;
};
