import type { ClosedDayWarning } from "../domain/due-facts.ts";
import type { LateNote } from "../domain/deadlines.ts";
import { formatDay } from "../i18n/format-day.ts";
import type { Message } from "../i18n/message.ts";

const NOTES: Readonly<Record<LateNote["lateness"], Message>> = {
  allowed: {
    ja: "期限後（まだ間に合います）",
    en: "After the date (still in time)",
  },
  allowedAfterReport: {
    ja: "期限後（まだ受け付けられます）",
    en: "After the date (still accepted)",
  },
  overdue: {
    ja: "期限後（至急対応してください）",
    en: "After the date (still owed: do it at once)",
  },
  closed: {
    ja: "受付は終了しました",
    en: "Submission is closed",
  },
};

/** The consequence of a missed date, in the programme's own words where it has some. */
export const lateNoteSentence = ({ lateness, lateNote }: LateNote): Message =>
  lateNote ?? NOTES[lateness];

type ClosedKind = ClosedDayWarning["because"]["kind"];

const CLOSED_WORDS: Readonly<Record<Exclude<ClosedKind, "holiday">, Message>> =
  {
    saturday: { ja: "土曜日", en: "a Saturday" },
    sunday: { ja: "日曜日", en: "a Sunday" },
    yearEnd: { ja: "年末年始", en: "in the New Year break" },
    closedDay: { ja: "休業日", en: "a closed day" },
  };

const closedWord = ({ because }: ClosedDayWarning): Message =>
  because.kind === "holiday"
    ? {
        ja: `祝日（${because.name}）`,
        en: `a national holiday (${because.name})`,
      }
    : CLOSED_WORDS[because.kind];

/** 「期限は土曜日です。直前の営業日は7/31(金)です。」 The date itself never moves. */
export const closedDaySentence = (warning: ClosedDayWarning): Message => {
  const word = closedWord(warning);
  const { lastBusinessDay } = warning;
  if (lastBusinessDay === null) {
    return { ja: `期限は${word.ja}です。`, en: `The date is ${word.en}.` };
  }
  return {
    ja: `期限は${word.ja}です。直前の営業日は${formatDay(lastBusinessDay, "ja")}です。`,
    en: `The date is ${word.en}. The last business day before it is ${formatDay(lastBusinessDay, "en")}.`,
  };
};

/** 「あと5営業日」; 「本日が最終営業日」 when the deadline itself is a closed day. */
export const businessDaysLeft = (days: number): Message => {
  if (days === 0) {
    return { ja: "本日が最終営業日", en: "today is the last business day" };
  }
  return {
    ja: `あと${days}営業日`,
    en: days === 1 ? "1 business day left" : `${days} business days left`,
  };
};

/** 「3日超過」, in calendar days. */
export const daysOverdue = (days: number): Message => ({
  ja: `${days}日超過`,
  en: days === 1 ? "1 day overdue" : `${days} days overdue`,
});
