import { milestonesOf } from "../../domain/deadlines.ts";
import type { DeadlineFields, Milestone } from "../../domain/deadlines.ts";
import type { DeadlineClock } from "../../domain/due-facts.ts";
import type { MilestoneStatus } from "../../domain/milestone-status.ts";
import { isWithdrawn } from "../../domain/nomination-step.ts";
import type { Programme } from "../../programmes/index.ts";
import {
  businessDaysLeft,
  closedDaySentence,
  daysOverdue,
  lateNoteSentence,
} from "../../words/deadline-words.ts";
import { formatDay, formatLongDay } from "../../i18n/format-day.ts";
import type { Language } from "../../i18n/message.ts";
import { terms } from "../../i18n/terms.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { DeadlineMessages } from "./messages.ts";

export type DeadlineEntry = {
  readonly id: string;
  readonly label: string;
  /** 「8/1(月)」, with the year when it is not this year. */
  readonly date: string;
  readonly look: MilestoneStatus;
  /** The state in words. */
  readonly word: string;
  /** Days left, days late or the day it was done. */
  readonly detail: string;
  /** The consequence of a late date, and warnings about the day itself. */
  readonly notes: readonly string[];
};

type Say = Translator<DeadlineMessages>;

const formatDue = (due: string, today: string, language: Language): string =>
  due.slice(0, 4) === today.slice(0, 4)
    ? formatDay(due, language)
    : formatLongDay(due, language);

const detailOf = (milestone: Milestone, t: Say): string => {
  const { done, businessDaysLeft: left, daysLate, status } = milestone;
  if (done !== null) {
    return t("doneOn", { day: formatDay(done, t.language) });
  }
  if (status === "overdue" && daysLate !== null) {
    return daysOverdue(daysLate)[t.language];
  }
  return left === null || status === "dueToday"
    ? ""
    : businessDaysLeft(left)[t.language];
};

const isUndecided = (
  { isOptional, status }: Milestone,
  { contest }: DeadlineFields,
): boolean =>
  isOptional && status === "notApplicable" && contest !== "参加しない";

const notesOf = (
  milestone: Milestone,
  nomination: DeadlineFields,
  t: Say,
): string[] => {
  const { lateNote, closedDay, due } = milestone;
  return [
    ...(due === null ? [t("dateUnset")] : []),
    ...(due !== null && isUndecided(milestone, nomination)
      ? [t("ifContest")]
      : []),
    ...(lateNote === null ? [] : [lateNoteSentence(lateNote)[t.language]]),
    ...(closedDay === null ? [] : [closedDaySentence(closedDay)[t.language]]),
  ];
};

const toEntry = (
  milestone: Milestone,
  nomination: DeadlineFields,
  today: string,
  t: Say,
): DeadlineEntry => {
  const { id, due, status, label } = milestone;
  return {
    id,
    label: label[t.language],
    date: due === null ? t("noDate") : formatDue(due, today, t.language),
    look: status,
    word: terms[status][t.language],
    detail: detailOf(milestone, t),
    notes: notesOf(milestone, nomination, t),
  };
};

/** The milestones in the order of the process; null when no date has to be kept. */
export const toDeadlineEntries = (
  programme: Programme,
  nomination: DeadlineFields,
  clock: DeadlineClock,
  t: Say,
): DeadlineEntry[] | null =>
  isWithdrawn(nomination)
    ? null
    : milestonesOf(programme, nomination, clock).map((milestone) =>
        toEntry(milestone, nomination, clock.today, t),
      );
