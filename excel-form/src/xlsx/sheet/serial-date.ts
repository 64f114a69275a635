import { toDayNumber } from "../../calendar/calendar-day.ts";

const DAY_MS = 86_400_000;
/** Day 60 is 29 February 1900, which never was: Lotus 1-2-3 had it, Excel kept it. */
const PHANTOM_DAY = 60;
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** `YYYY-MM-DD` → day number; null for a day that does not exist or lies before the calendar. */
export const toSerial = (iso: string, is1904: boolean): number | null => {
  const day = toDayNumber(iso);
  if (Number.isNaN(day)) return null;
  const days = day - (is1904 ? EPOCH_1904 : EPOCH_1900) / DAY_MS;
  if (is1904) return days >= 0 ? days : null;
  if (days < 1) return null;
  return days >= PHANTOM_DAY ? days + 1 : days;
};

/** Day number → `YYYY-MM-DD`, with `THH:MM:SS` for a fraction; null outside the calendar. */
export const fromSerial = (serial: number, is1904: boolean): string | null => {
  // Seconds first: 0.999999 of a day is the next midnight.
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const isPhantom = !is1904 && day === PHANTOM_DAY;
  if (!(serial >= 0) || day > 2_958_465 || isPhantom) return null;
  const days = is1904 || day < PHANTOM_DAY ? day : day - 1;
  const epoch = is1904 ? EPOCH_1904 : EPOCH_1900;
  const iso = new Date(epoch + days * DAY_MS + (seconds % 86_400) * 1000)
    .toISOString()
    .slice(0, 19);
  return iso.endsWith("T00:00:00") ? iso.slice(0, 10) : iso;
};
