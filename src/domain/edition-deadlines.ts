import { compareDays } from "excel-form";
import type { IsoDate } from "excel-form";
import { dateOf } from "./milestone-dates.ts";
import type { EditionDates } from "./milestone-dates.ts";
import type { Programme } from "../programmes/index.ts";
import { factsOfDue } from "./due-facts.ts";
import type { DeadlineClock, DueFacts } from "./due-facts.ts";
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
  { milestones }: Pick<Programme, "milestones">,
  edition: EditionDates,
  clock: DeadlineClock,
): EditionDeadline[] => {
  const milestonesByDate = new Map<IsoDate, MilestoneId[]>();
  for (const milestone of milestones) {
    const { id } = milestone;
    const date = dateOf(edition, milestone);
    if (date !== null) {
      milestonesByDate.set(date, [...(milestonesByDate.get(date) ?? []), id]);
    }
  }
  return [...milestonesByDate]
    .sort(([a], [b]) => compareDays(a, b))
    .map(([date, ids]) => describe(date, ids, clock));
};

/**
 * The next date, hard or internal, that somebody here still has to keep: today or later, with at
 * least one milestone that is owed. Null when nothing is.
 *
 * @param owed - milestones that somebody still has to reach
 */
export const nextOwedDeadline = (
  programme: Programme,
  edition: EditionDates,
  clock: DeadlineClock,
  owed: ReadonlySet<MilestoneId>,
): EditionDeadline | null =>
  editionDeadlines(
    { milestones: programme.milestones.filter(({ id }) => owed.has(id)) },
    edition,
    clock,
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
