import { compareDays } from "excel-form";
import type { IsoDate } from "excel-form";
import { editionDateOf } from "./deadlines.ts";
import type { EditionDates } from "./deadlines.ts";
import { factsOfDue } from "./due-facts.ts";
import type { DeadlineClock, DueFacts } from "./due-facts.ts";
import { MILESTONE_RULES, isHardDate } from "./milestone-rules.ts";
import type { MilestoneRule } from "./milestone-rules.ts";
import { milestoneStatus } from "./milestone-status.ts";
import type { MilestoneStatus } from "./milestone-status.ts";
import type { Edition, MilestoneId } from "./model.ts";

/** One date of the edition; several milestones may share it. */
export type EditionDeadline = DueFacts & {
  readonly date: IsoDate;
  readonly milestones: readonly MilestoneId[];
  /** By the calendar alone: `upcoming`, `dueSoon`, `dueToday` or `overdue`. */
  readonly status: MilestoneStatus;
};

const describe = (
  date: IsoDate,
  milestones: readonly MilestoneId[],
  clock: DeadlineClock,
): EditionDeadline => ({
  date,
  milestones,
  status: milestoneStatus({ due: date, done: null, isApplicable: true }, clock),
  ...factsOfDue(date, clock),
});

/** The edition's dates in order of time; milestones without a date are left out. */
export const editionDeadlines = (
  edition: EditionDates,
  clock: DeadlineClock,
  rules: readonly MilestoneRule[] = MILESTONE_RULES,
): EditionDeadline[] => {
  const milestonesByDate = new Map<IsoDate, MilestoneId[]>();
  for (const { id } of rules) {
    const date = editionDateOf(edition, id);
    if (date !== null) {
      milestonesByDate.set(date, [...(milestonesByDate.get(date) ?? []), id]);
    }
  }
  return [...milestonesByDate]
    .sort(([a], [b]) => compareDays(a, b))
    .map(([date, milestones]) => describe(date, milestones, clock));
};

/**
 * The next date that the outside world set: the earliest of registration,
 * report and practice case that is today or later. The federation's own date
 * for the societies' contact is not hard. Null once all have passed.
 */
export const nextHardDeadline = (
  edition: EditionDates,
  clock: DeadlineClock,
  rules: readonly MilestoneRule[] = MILESTONE_RULES,
): EditionDeadline | null =>
  editionDeadlines(edition, clock, rules.filter(isHardDate)).find(
    ({ date }) => date >= clock.today,
  ) ?? null;

/** Closed days of the edition together with those of the settings. */
export const closedDaysOf = (
  edition: Pick<Edition, "closedDays">,
  more: readonly IsoDate[] = [],
): ReadonlySet<IsoDate> =>
  new Set([
    ...edition.closedDays.flatMap(({ closedDate }) => closedDate ?? []),
    ...more,
  ]);
