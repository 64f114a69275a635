import { toMoment, toWallClock } from "../../language/query/time-zone.ts";
import { boot } from "./boot.ts";

const padTwoDigits = (number: number): string =>
  String(number).padStart(2, "0");

/** An instant on the wall of the user: `YYYY-MM-DDTHH:mm`, as `datetime-local` wants it. */
export const toLocalInput = (iso: string): string => {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) return "";
  const at = toWallClock(moment, boot.user.timezone);
  const day = `${String(at.year).padStart(4, "0")}-${padTwoDigits(at.month)}-${padTwoDigits(at.day)}`;
  return `${day}T${padTwoDigits(at.hour)}:${padTwoDigits(at.minute)}`;
};

/**
 * Converts a local time that the user typed to a REST instant: `…Z`, seconds
 * 00.
 */
export const fromLocalInput = (text: string): string => {
  const match = /^(\d{4,})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(text);
  if (!match) return "";
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match
    .slice(1)
    .map(Number);
  const clock = { year, month, day, hour, minute, second: 0 };
  const moment = toMoment(clock, boot.user.timezone);
  return new Date(moment).toISOString().replace(/\.\d{3}Z$/, "Z");
};

/** As lists and details show an instant. */
export const showDateTime = (iso: string): string =>
  toLocalInput(iso).replace("T", " ");

/** Today in the user's zone, whatever the zone of the browser. */
export const today = (): string =>
  toLocalInput(new Date().toISOString()).slice(0, 10);

export const timeNow = (): string =>
  toLocalInput(new Date().toISOString()).slice(11);
