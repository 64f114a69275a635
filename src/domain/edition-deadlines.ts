import { compareDays } from "excel-form";
import type { IsoDate } from "excel-form";
import { editionDateOf } from "./deadlines.ts";
import type { EditionDates } from "./deadlines.ts";
import { factsOfDue } from "./due-facts.ts";
import type { DeadlineClock, DueFacts } from "./due-facts.ts";
import { MILESTONE_RULES } from "./milestone-rules.ts";
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
 * The next date, hard or internal, that somebody here still has to keep: today or later, with at
 * least one milestone that is owed. Null when nothing is.
 *
 * @param owed - milestones that somebody still has to reach
 */
export const nextOwedDeadline = (
  edition: EditionDates,
  clock: DeadlineClock,
  owed: ReadonlySet<MilestoneId>,
  rules: readonly MilestoneRule[] = MILESTONE_RULES,
): EditionDeadline | null =>
  editionDeadlines(
    edition,
    clock,
    rules.filter(({ id }) => owed.has(id)),
  ).find(({ date }) => date >= clock.today) ?? null;

/** Closed days of the edition together with those of the settings. */
export const closedDaysOf = (
  edition: Pick<Edition, "closedDays">,
  more: readonly IsoDate[] = [],
): ReadonlySet<IsoDate> =>
  new Set([
    ...edition.closedDays.flatMap(({ closedDate }) => closedDate ?? []),
    ...more,
  ]);
