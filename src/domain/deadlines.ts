import { factsOfDue } from "./due-facts.ts";
import type { ClosedDayWarning, DeadlineClock } from "./due-facts.ts";
import { daysFromTo } from "excel-form";
import type { IsoDate } from "excel-form";
import { cycleOf } from "./cycle.ts";
import { dateCodesOf, doneOf, dueOf } from "./milestone-dates.ts";
import type {
  DateCodes,
  DoneDates,
  DueDates,
  EditionDates,
} from "./milestone-dates.ts";
import { isApplicable } from "./milestone-rules.ts";
import { isOpen, milestoneStatus } from "./milestone-status.ts";
import type { MilestoneStatus } from "./milestone-status.ts";
import type { MilestoneId, Nomination } from "./model.ts";
import type { Message } from "../i18n/message.ts";
import type {
  Actor,
  Milestone as MilestoneRule,
  Programme,
} from "../programmes/index.ts";

export type DeadlineFields = Pick<
  Nomination,
  "status" | "nominationKind" | "contest"
> &
  DueDates &
  DoneDates;

/** The milestone whose consequence of a missed date holds now. */
export type LateNote = Pick<MilestoneRule, "id" | "lateness" | "lateNote">;

export type Milestone = {
  readonly id: MilestoneId;
  readonly label: Message;
  readonly isOptional: boolean;
  readonly actor: Actor;
  readonly due: IsoDate | null;
  readonly done: IsoDate | null;
  readonly status: MilestoneStatus;
  /** Only while open and not overdue. */
  readonly businessDaysLeft: number | null;
  /** Calendar days past the deadline: of today while open, of the done date once done late. */
  readonly daysLate: number | null;
  readonly lateNote: LateNote | null;
  readonly closedDay: ClosedDayWarning | null;
};

/**
 * A milestone that may be late stays useful until the nomination has to enter the
 * sheet; from then on the options left are those of the entry.
 */
const lateNoteOf = (
  programme: Programme,
  milestone: MilestoneRule,
  nomination: DeadlineFields,
  today: IsoDate,
): LateNote => {
  const { entry } = cycleOf(programme);
  const entryDue = dueOf(nomination, entry);
  const isOver = entryDue !== null && today > entryDue;
  return milestone.lateness === "allowed" && isOver && entry !== undefined
    ? entry
    : milestone;
};

const daysLateOf = (
  status: MilestoneStatus,
  { due, done }: { due: IsoDate; done: IsoDate | null },
  clock: DeadlineClock,
): number | null => {
  if (status === "doneLate" && done !== null) {
    return daysFromTo(due, done);
  }
  return status === "overdue" ? -factsOfDue(due, clock).daysLeft : null;
};

const describe = (
  programme: Programme,
  rule: MilestoneRule,
  nomination: DeadlineFields,
  clock: DeadlineClock,
): Milestone => {
  const due = dueOf(nomination, rule);
  const done = doneOf(nomination, rule);
  const status = milestoneStatus(
    {
      due,
      done,
      isApplicable: isApplicable(programme, rule, {
        kind: nomination.nominationKind,
        contest: nomination.contest,
        status: nomination.status,
        isDone: done !== null,
      }),
    },
    clock,
  );
  const isWaiting = isOpen(status) && status !== "overdue";
  const facts = due !== null && isWaiting ? factsOfDue(due, clock) : null;
  return {
    id: rule.id,
    label: rule.label,
    isOptional: rule.optional,
    actor: rule.actor,
    due,
    done,
    status,
    businessDaysLeft: facts?.businessDaysLeft ?? null,
    daysLate: due === null ? null : daysLateOf(status, { due, done }, clock),
    lateNote:
      status === "overdue"
        ? lateNoteOf(programme, rule, nomination, clock.today)
        : null,
    closedDay: facts?.closedDay ?? null,
  };
};

const isMoved = (
  { due, date }: DateCodes,
  nomination: DueDates,
  edition: EditionDates,
): boolean => {
  const now = edition[date] ?? null;
  return now !== null && now !== (nomination[due] ?? null);
};

const moveDates = <T extends DueDates>(
  programme: Programme,
  nomination: T,
  edition: EditionDates,
): T => {
  const moved = dateCodesOf(programme)
    .filter((codes) => isMoved(codes, nomination, edition))
    .map(({ due, date }) => [due, edition[date]]);
  return { ...nomination, ...Object.fromEntries(moved) };
};

/**
 * The nomination as the edition's present dates see it. A lookup copies once; a
 * date moved in the edition afterwards counts all the same. Gives the same
 * object back when its copies are up to date.
 */
export const withEditionDates = <T extends DueDates>(
  programme: Programme,
  nomination: T,
  edition: EditionDates,
): T => {
  // Most of thousands of nominations carry the present dates.
  for (const codes of dateCodesOf(programme))
    if (isMoved(codes, nomination, edition))
      return moveDates(programme, nomination, edition);
  return nomination;
};

/** The milestones of a nomination, in the order of the process. */
export const milestonesOf = (
  programme: Programme,
  nomination: DeadlineFields,
  clock: DeadlineClock,
): Milestone[] =>
  programme.milestones.map((rule) =>
    describe(programme, rule, nomination, clock),
  );
