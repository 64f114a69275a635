/** A day of the calendar without a zone; `month` counts from 1. */
export type Day = { year: number; month: number; day: number };
export type WallClock = Day & { hour: number; minute: number; second: number };

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    era: "short",
  });
  formatters.set(timeZone, formatter);
  return formatter;
};

/** Local time in that zone. @throws RangeError for an unknown zone */
export const toWallClock = (moment: number, timeZone: string): WallClock => {
  const parts = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  let isBeforeChrist = false;
  for (const { type, value } of formatterOf(timeZone).formatToParts(moment)) {
    if (type === "era") isBeforeChrist = value.startsWith("B");
    else if (type in parts) parts[type as keyof typeof parts] = Number(value);
  }
  return isBeforeChrist ? { ...parts, year: 1 - parts.year } : parts;
};

const utc = (year: number, month: number, day: number): number => {
  const date = new Date(0);
  // setUTCFullYear, because Date.UTC reads years below 100 as 19xx.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
};

const MINUTE_MS = 60_000;

/** The moment at which a wall clock in that zone shows this; in a gap, the moment the gap ends. */
export const toMoment = (clock: WallClock, timeZone: string): number => {
  const shown =
    utc(clock.year, clock.month, clock.day) +
    (clock.hour * 3600 + clock.minute * 60 + clock.second) * 1000;
  const offsetAt = (moment: number) => {
    const at = toWallClock(moment, timeZone);
    const wall =
      utc(at.year, at.month, at.day) +
      (at.hour * 3600 + at.minute * 60 + at.second) * 1000;
    return wall - Math.floor(moment / 1000) * 1000;
  };
  const guess = shown - offsetAt(shown);
  return shown - offsetAt(guess);
};

export const startOfDay = (day: Day, timeZone: string): number =>
  toMoment({ ...day, hour: 0, minute: 0, second: 0 }, timeZone);

export const dayIn = (moment: number, timeZone: string): Day => {
  const { year, month, day } = toWallClock(moment, timeZone);
  return { year, month, day };
};

export const addDays = (day: Day, days: number): Day => {
  const date = new Date(utc(day.year, day.month, day.day + days));
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
};

export const daysInMonth = (year: number, month: number): number =>
  new Date(utc(year, month + 1, 0)).getUTCDate();

/** Months are added to the month; a day that the month lacks becomes its last one. */
export const addMonths = (day: Day, months: number): Day => {
  const first = new Date(utc(day.year, day.month + months, 1));
  const year = first.getUTCFullYear();
  const month = first.getUTCMonth() + 1;
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
};

/** 0 is Sunday. */
export const weekday = (day: Day): number =>
  new Date(utc(day.year, day.month, day.day)).getUTCDay();

const pad = (value: number, length: number) =>
  String(value).padStart(length, "0");

export const formatDay = ({ year, month, day }: Day): string =>
  `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;

/** `YYYY-MM-DDTHH:MM:00Z`, the form in which kintone stores and answers moments. */
export const formatMinute = (moment: number): string =>
  `${new Date(Math.floor(moment / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 16)}:00Z`;

/** `YYYY-MM-DDTHH:MM:SSZ`, as comments carry it. */
export const formatSecond = (moment: number): string =>
  `${new Date(moment).toISOString().slice(0, 19)}Z`;

export const isTimeZone = (name: string): boolean => {
  try {
    formatterOf(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};
