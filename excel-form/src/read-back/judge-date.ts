import { isIsoDate, weekdayOf } from "../calendar/calendar-day.ts";
import { isWrittenAsText, plainText } from "./judge.ts";
import type { Judge, Judgement, Seen } from "./judge.ts";

const WEEKDAY = /\(([日月火水木金土])曜?日?\)$/;
const WEEKDAYS = "日月火水木金土";
const WITHOUT_YEAR = /^年?\d{1,2}(?:[月./-]\d{1,2}日?|月)$/;
const WITHOUT_DAY = /^(?:[^\d]*)(?:元|\d{1,4})[年./-]\d{1,2}月?$/;
const ENDED_ERA =
  /^(?:平成?|H)\.?(?:3[2-9]|[4-9]\d)|^(?:昭和?|S)\.?(?:6[5-9]|[7-9]\d)|^(?:大正?|T)\.?(?:1[6-9]|[2-9]\d)/i;

/** No firm and no report of today is older, and no plan of it is later. */
const FIRST_YEAR = 1850;
const LAST_YEAR = 2100;
/** A count of things in a cell of dates is a day of these years. */
const LAST_SERIAL_OF_A_COUNT = 5_000;

const isImplausible = (iso: string): boolean => {
  const year = Number(iso.slice(0, 4));
  return year < FIRST_YEAR || year > LAST_YEAR;
};

const judgeSerial = ({ info, value, cell }: Seen): Judgement | null => {
  if (typeof value !== "string" || !isIsoDate(value)) {
    return { kind: "dateAsNumber" };
  }
  if (!cell.isDate) return { kind: "dateAsText" };
  const isCount =
    Number(cell.value) < LAST_SERIAL_OF_A_COUNT && !info.isOfAnyEra;
  return isCount || isImplausible(value) ? { kind: "implausibleDate" } : null;
};

const judgeUnread = (text: string): Judgement => ({
  kind: WITHOUT_YEAR.test(text) ? "dateWithoutYear" : "unreadableDate",
});

const judgeText = (seen: Seen): Judgement | null => {
  const { value, text } = seen;
  const plain = plainText(text).replace(/\s/g, "");
  const bare = plain.replace(WEEKDAY, "");
  if (typeof value !== "string" || !isIsoDate(value)) return judgeUnread(bare);
  if (ENDED_ERA.test(bare)) return { kind: "eraEnded" };
  const weekday = WEEKDAY.exec(plain)?.[1];
  if (weekday !== undefined && WEEKDAYS[weekdayOf(value)] !== weekday) {
    return { kind: "weekdayMismatch" };
  }
  if (isImplausible(value)) return { kind: "implausibleDate" };
  // A pattern may leave the day out on purpose.
  if (isWrittenAsText(seen)) return null;
  return { kind: WITHOUT_DAY.test(bare) ? "dateWithoutDay" : "dateAsText" };
};

/** Doubts a day: no year, no day, a number, another weekday. */
export const judgeDateValue: Judge = (seen) =>
  typeof seen.cell.value === "number" ? judgeSerial(seen) : judgeText(seen);
