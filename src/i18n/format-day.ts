import type { IsoDate } from "excel-form";
import { dateFormatter } from "./formatters.ts";
import type { Language } from "./message.ts";

// A DATE has no zone; read as UTC midnight and written as UTC it cannot shift.
const asUtc = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);

const weekdays = (language: Language): Intl.DateTimeFormat =>
  dateFormatter(language, {
    weekday: "short",
    timeZone: "UTC",
  });

/** `8/1(月)`; in English `Mon 1 Aug`. */
export const formatDay = (day: IsoDate, language: Language): string => {
  const date = asUtc(day);
  if (language === "ja") {
    const weekday = weekdays("ja").format(date);
    return `${date.getUTCMonth() + 1}/${date.getUTCDate()}(${weekday})`;
  }
  return dateFormatter("en", {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  })
    .format(date)
    .replace(",", "");
};

/** `2022年8月1日(月)`; in English `Mon 1 Aug 2022`. */
export const formatLongDay = (day: IsoDate, language: Language): string => {
  const date = asUtc(day);
  if (language === "ja") {
    return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日(${weekdays("ja").format(date)})`;
  }
  return `${formatDay(day, "en")} ${date.getUTCFullYear()}`;
};

/** `7/25 14:05` of an instant, in the user's time zone. */
export const formatInstant = (
  instant: string | number,
  timeZone: string,
  language: Language,
): string =>
  dateFormatter(language, {
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(new Date(instant));

/** `14:05` of an instant, in the user's time zone. */
export const formatTime = (
  instant: number,
  timeZone: string,
  language: Language,
): string =>
  dateFormatter(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  }).format(new Date(instant));
