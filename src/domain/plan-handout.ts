import { addDays } from "excel-form";
import type { IsoDate } from "excel-form";
import { isBusinessDay, lastBusinessDayBefore } from "./business-days.ts";
import type { ClosedDays } from "./business-days.ts";
import type { Programme } from "../programmes/index.ts";
import { milestoneOf } from "./cycle.ts";
import { dateOf } from "./milestone-dates.ts";
import type { EditionDates } from "./milestone-dates.ts";
import type { Answer, Edition, Society } from "./model.ts";
import {
  compareSocieties,
  createSocietyFinder,
  isActive,
} from "./society-answers.ts";
import type { SocietyFields } from "./society-answers.ts";
import { textHash } from "./text-hash.ts";

/** Business days between the reminder and the date itself. */
const REMIND_BUSINESS_DAYS = 5;

export type HandoutSociety = SocietyFields & Pick<Society, "organization">;
export type HandedOut = Pick<
  Answer,
  | "id"
  | "society"
  | "societyCode"
  | "answer"
  | "answerKey"
  | "answerDue"
  | "dueReason"
  | "remindOn"
>;
type HandoutEdition = Pick<Edition, "name"> & EditionDates;

type AnswerDates = Pick<Answer, "answerDue" | "remindOn" | "dayBeforeNotice">;
type AnswerChange = Partial<AnswerDates & Pick<Answer, "answerKey">>;

export type HandoutPlan = {
  /** Active societies that get a record now. */
  readonly add: ReadonlyArray<{
    readonly society: HandoutSociety;
    readonly values: AnswerDates & Pick<Answer, "answerKey">;
  }>;
  /** Records without a key, or with an old date of a society that has not answered. */
  readonly update: ReadonlyArray<{
    readonly id: string;
    readonly society: string;
    readonly values: AnswerChange;
  }>;
  /** Active societies without an organisation: nobody there could see the record. */
  readonly unreachable: readonly HandoutSociety[];
  /** Active societies that have a record already. */
  readonly present: number;
};

/** The value of the unique field: one per edition and society. */
const answerKeyOf = (edition: string, societyCode: string): string =>
  textHash(JSON.stringify([edition, societyCode]));

/** The day five business days before the date; null without a date. */
export const remindDayOf = (
  due: IsoDate | null,
  closedDays: ClosedDays,
): IsoDate | null => {
  if (due === null) return null;
  // A date on a closed day is kept by the business day before it.
  let day = isBusinessDay(due, closedDays)
    ? due
    : lastBusinessDayBefore(due, closedDays);
  for (let step = 0; day !== null && step < REMIND_BUSINESS_DAYS; step += 1) {
    day = lastBusinessDayBefore(day, closedDays);
  }
  return day;
};

/**
 * A date with kintone's reminders of it, as the record keeps them.
 *
 * @param today - the society is notified today: a reminder of today or earlier is left out
 */
export const answerDatesOf = (
  due: IsoDate | null,
  closedDays: ClosedDays,
  today: IsoDate,
): AnswerDates => {
  const remindDay = remindDayOf(due, closedDays);
  return {
    answerDue: due,
    remindOn: remindDay !== null && remindDay > today ? remindDay : null,
    dayBeforeNotice:
      due !== null && addDays(due, -1) <= today ? "送らない" : "送る",
  };
};

const isUnanswered = ({ answer }: HandedOut): boolean =>
  answer === "未開封" || answer === "確認済";

const hasOldDates = (record: HandedOut, dates: AnswerDates): boolean =>
  // A date of the society's own comes with a reason and stays.
  record.dueReason === "" &&
  isUnanswered(record) &&
  (record.answerDue !== dates.answerDue ||
    // A day that has come reminds nobody any more, whatever the record says.
    (dates.remindOn !== null && record.remindOn !== dates.remindOn));

/** Records by society; the oldest first, which is the one that gets the key. */
const groupBySociety = (
  societies: readonly HandoutSociety[],
  answers: readonly HandedOut[],
): ReadonlyMap<string, readonly HandedOut[]> => {
  const findSociety = createSocietyFinder(societies);
  const groups = new Map<string, HandedOut[]>();
  for (const answer of answers.toSorted(
    (a, b) => Number(a.id) - Number(b.id),
  )) {
    const id = findSociety(answer)?.id;
    if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), answer]);
  }
  return groups;
};

const planUpdates = (
  records: readonly HandedOut[],
  key: string,
  dates: AnswerDates,
): HandoutPlan["update"] => {
  const isKeyed = records.some(({ answerKey }) => answerKey === key);
  return records.flatMap((record, index) => {
    const values: AnswerChange = {
      ...(!isKeyed && index === 0 && { answerKey: key }),
      ...(hasOldDates(record, dates) && dates),
    };
    return Object.keys(values).length === 0
      ? []
      : [{ id: record.id, society: record.society, values }];
  });
};

/**
 * Plans the records that a press of 周知を始める writes. A second plan after the first was applied
 * is empty, so that an interrupted press can be repeated.
 *
 * @param answers - all records of the edition
 * @param today - a reminder of today or earlier is left out: the press itself tells the society
 */
export const planHandout = (
  programme: Programme,
  edition: HandoutEdition,
  societies: readonly HandoutSociety[],
  answers: readonly HandedOut[],
  closedDays: ClosedDays,
  today: IsoDate,
): HandoutPlan => {
  const due = dateOf(edition, milestoneOf(programme, "answer"));
  const dates = answerDatesOf(due, closedDays, today);
  const recordsOf = groupBySociety(societies, answers);
  const active = societies.filter(isActive).toSorted(compareSocieties);
  const missing = active.filter(({ id }) => !recordsOf.has(id));
  const keyOf = ({ code }: HandoutSociety) => answerKeyOf(edition.name, code);
  return {
    add: missing
      .filter(({ organization }) => organization.length > 0)
      .map((society) => ({
        society,
        values: { ...dates, answerKey: keyOf(society) },
      })),
    update: active.flatMap((society) =>
      planUpdates(recordsOf.get(society.id) ?? [], keyOf(society), dates),
    ),
    unreachable: missing.filter(
      ({ organization }) => organization.length === 0,
    ),
    present: active.length - missing.length,
  };
};
