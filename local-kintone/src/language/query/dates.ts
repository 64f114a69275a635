import { addDays, formatDay, formatMinute, startOfDay } from "./time-zone.ts";
import type { Day } from "./time-zone.ts";

const DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;
const MOMENT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** A day that exists, or null. */
export const parseDay = (text: string): Day | null => {
  const found = DAY.exec(text);
  if (!found) return null;
  const day = {
    year: Number(found[1]),
    month: Number(found[2]),
    day: Number(found[3]),
  };
  return formatDay(addDays(day, 0)) === formatDay(day) ? day : null;
};

/** `HH:MM`, or null; seconds are dropped. */
export const parseTime = (text: string): string | null => {
  const found = TIME.exec(text);
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null;
  return `${(found[1] ?? "").padStart(2, "0")}:${found[2]}`;
};

const offsetMs = (zone: string): number => {
  if (zone === "Z") return 0;
  const digits = zone.slice(1).replace(":", "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith("-") ? -1 : 1) * minutes * 60_000;
};

/** Milliseconds since the epoch of an ISO 8601 moment with a zone, or null. */
export const parseMoment = (text: string): number | null => {
  const found = MOMENT.exec(text);
  if (!found) return null;
  const [, date = "", hour = "", minute = "", second = "00", zone = ""] = found;
  if (!parseDay(date) || Number(hour) > 23 || Number(minute) > 59) return null;
  return Date.parse(`${date}T${hour}:${minute}:${second}Z`) - offsetMs(zone);
};

/** Both ends belong to the range; texts compare as kintone stores them. */
export type TextRange = { from: string; to: string };

export const dayRange = (from: Day, to: Day): TextRange => ({
  from: formatDay(from),
  to: formatDay(to),
});

/** The minutes of these days in the asker's zone. */
export const momentRange = (
  from: Day,
  to: Day,
  timeZone: string,
): TextRange => ({
  from: formatMinute(startOfDay(from, timeZone)),
  to: formatMinute(startOfDay(addDays(to, 1), timeZone) - 60_000),
});
