import { AppError } from "../errors/app-error.ts";
import type { IsoDate } from "excel-form";

/**
 * The day it is at an instant, in the time zone of the user's kintone setting;
 * the computer's own zone has no say. 23:59 still belongs to the day.
 *
 * @throws AppError `calendar/unknown-time-zone` for a zone the browser does not know
 */
export const todayIn = (timeZone: string, instantMs: number): IsoDate => {
  const parts = dayFormat(timeZone).formatToParts(instantMs);
  const part = (type: string): string =>
    parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`;
};

// A formatter takes a hundred times as long to make as to use.
const knownFormats = new Map<string, Intl.DateTimeFormat>();

const dayFormat = (timeZone: string): Intl.DateTimeFormat => {
  const known = knownFormats.get(timeZone) ?? makeDayFormat(timeZone);
  knownFormats.set(timeZone, known);
  return known;
};

const makeDayFormat = (timeZone: string): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      numberingSystem: "latn",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    });
  } catch (cause) {
    throw new AppError("calendar/unknown-time-zone", { timeZone }, { cause });
  }
};
