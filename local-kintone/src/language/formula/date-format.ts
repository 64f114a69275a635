import { isTimeZone, toWallClock, weekday } from "../query/time-zone.ts";
import type { WallClock } from "../query/time-zone.ts";

/** `system` is the zone set for the whole domain; ours is in Japan. */
const SYSTEM_ZONE = "Asia/Tokyo";
/** @see https://jp.cybozu.help/k/ja/user/app_settings/form/autocalc/date_format.html */
const EARLIEST = -30_610_224_000n;
const LATEST = 253_402_300_799n;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
];

const padded = (value: number, length: number) =>
  String(value).padStart(length, "0");

const year = ({ year: it }: WallClock, length: number) =>
  length === 2 ? padded(it % 100, 2) : padded(it, length);

const month = ({ month: it }: WallClock, length: number) => {
  const name = MONTHS[it - 1] ?? "";
  if (length < 3) return padded(it, length);
  return length === 3 ? name.slice(0, 3) : name;
};

const dayName = (clock: WallClock, length: number) => {
  const name = DAYS[weekday(clock)] ?? "";
  return length < 4 ? name.slice(0, 3) : name;
};

const dayOfYear = (clock: WallClock) => {
  const first = Date.UTC(clock.year, 0, 1);
  return (
    (Date.UTC(clock.year, clock.month - 1, clock.day) - first) / 86_400_000 + 1
  );
};

const offset = (clock: WallClock, length: number, moment: number) => {
  const wall = Date.UTC(
    clock.year,
    clock.month - 1,
    clock.day,
    clock.hour,
    clock.minute,
  );
  const minutes = Math.round(
    (wall - Math.floor(moment / 60_000) * 60_000) / 60_000,
  );
  const sign = minutes < 0 ? "-" : "+";
  const hours = padded(Math.floor(Math.abs(minutes) / 60), 2);
  const rest = padded(Math.abs(minutes) % 60, 2);
  return `${sign}${hours}${length > 1 ? ":" : ""}${rest}`;
};

type Part = (clock: WallClock, length: number, moment: number) => string;

/** Letters as Joda-Time reads them; names of months and days are English (unverified). */
const parts: Record<string, Part> = {
  Y: year,
  y: year,
  M: month,
  d: (clock, length) => padded(clock.day, length),
  D: (clock, length) => padded(dayOfYear(clock), length),
  e: (clock) => String(weekday(clock) || 7),
  E: dayName,
  a: (clock) => (clock.hour < 12 ? "AM" : "PM"),
  H: (clock, length) => padded(clock.hour, length),
  k: (clock, length) => padded(clock.hour || 24, length),
  K: (clock, length) => padded(clock.hour % 12, length),
  h: (clock, length) => padded(clock.hour % 12 || 12, length),
  m: (clock, length) => padded(clock.minute, length),
  s: (clock, length) => padded(clock.second, length),
  S: (_, length) => padded(0, length),
  Z: offset,
};

const TOKEN = /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']+/gu;

const render = (pattern: string, clock: WallClock, moment: number) => {
  let failed = false;
  const text = pattern.replace(
    TOKEN,
    (token, quoted: string | undefined, letter: string | undefined) => {
      if (token === "''") return "'";
      if (quoted !== undefined) return quoted.replace(/''/g, "'");
      if (letter === undefined) return token;
      const part = parts[letter];
      if (!part) failed = true;
      return part?.(clock, token.length, moment) ?? "";
    },
  );
  return failed ? null : text;
};

/** A moment in seconds as text, or null where kintone shows #VALUE!. */
export const formatDate = (
  seconds: bigint,
  pattern: string,
  zone: string,
): string | null => {
  if (seconds < EARLIEST || seconds > LATEST) return null;
  const timeZone = zone === "system" ? SYSTEM_ZONE : zone;
  if (!isTimeZone(timeZone)) return null;
  const moment = Number(seconds) * 1000;
  return render(pattern, toWallClock(moment, timeZone), moment);
};
