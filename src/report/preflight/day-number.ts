const MS_PER_DAY = 86_400_000;
/** Day 0 of Excel's calendar, shifted by its 29 February 1900; right from 1 March 1900 on. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** Days as Excel counts them. */
export const toDayNumber = (year: number, month: number, day: number): number =>
  (Date.UTC(year, month - 1, day) - EXCEL_EPOCH) / MS_PER_DAY;
