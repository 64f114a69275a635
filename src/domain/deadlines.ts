import { factsOfDue } from "./due-facts.ts";
import type { ClosedDayWarning, DeadlineClock } from "./due-facts.ts";
import { daysFromTo } from "excel-form";
import type { IsoDate } from "excel-form";
import { MILESTONE_RULES, isApplicable } from "./milestone-rules.ts";
import type { MilestoneActor, MilestoneRule } from "./milestone-rules.ts";
import { isOpen, milestoneStatus } from "./milestone-status.ts";
import type { MilestoneStatus } from "./milestone-status.ts";
import type { Edition, MilestoneId, Nomination } from "./model.ts";
import { isRegistered } from "./nomination-step.ts";

export type DeadlineFields = Pick<
  Nomination,
  | "status"
  | "nominationKind"
  | "contest"
  | "contactDue"
  | "registerDue"
  | "reportDue"
  | "caseDue"
  | "contactDone"
  | "registerDone"
  | "reportDone"
  | "caseDone"
>;

export type EditionDates = Pick<
  Edition,
  "contactDate" | "registerDate" | "reportDate" | "caseDate"
>;

/**
 * The options left after the date, as a code for the message catalogue:
 * `contactStillUsable` until the registration date, `registrationStillOpen`
 * 「報告期限後（登録は可能）」, `reportStillOwed`, `caseClosed`.
 */
export type LateNote =
  | "contactStillUsable"
  | "registrationStillOpen"
  | "reportStillOwed"
  | "caseClosed";

export type Milestone = {
  readonly id: MilestoneId;
  readonly actor: MilestoneActor;
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

const DATE_FIELDS = {
  contact: { due: "contactDue", done: "contactDone", edition: "contactDate" },
  register: {
    due: "registerDue",
    done: "registerDone",
    edition: "registerDate",
  },
  report: { due: "reportDue", done: "reportDone", edition: "reportDate" },
  case: { due: "caseDue", done: "caseDone", edition: "caseDate" },
} as const satisfies Record<MilestoneId, Record<string, string>>;

export const editionDateOf = (
  edition: EditionDates,
  id: MilestoneId,
): IsoDate | null => edition[DATE_FIELDS[id].edition];

const dueOf = (nomination: DeadlineFields, id: MilestoneId): IsoDate | null =>
  nomination[DATE_FIELDS[id].due];

export const doneOf = (
  nomination: DeadlineFields,
  id: MilestoneId,
): IsoDate | null => nomination[DATE_FIELDS[id].done];

const lateNoteOf = (
  { lateness }: MilestoneRule,
  registerDue: IsoDate | null,
  today: IsoDate,
): LateNote => {
  const isStillUsable = registerDue === null || today <= registerDue;
  switch (lateness) {
    case "closed":
      return "caseClosed";
    case "overdue":
      return "reportStillOwed";
    case "allowed":
      return isStillUsable ? "contactStillUsable" : "registrationStillOpen";
    case "allowedAfterReport":
    default:
      return "registrationStillOpen";
  }
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
  rule: MilestoneRule,
  nomination: DeadlineFields,
  clock: DeadlineClock,
): Milestone => {
  const due = dueOf(nomination, rule.id);
  const done = doneOf(nomination, rule.id);
  const status = milestoneStatus(
    {
      due,
      done,
      isApplicable: isApplicable(rule, {
        kind: nomination.nominationKind,
        contest: nomination.contest,
        isRegistered: isRegistered(nomination),
        isDone: done !== null,
      }),
    },
    clock,
  );
  const isWaiting = isOpen(status) && status !== "overdue";
  const facts = due !== null && isWaiting ? factsOfDue(due, clock) : null;
  return {
    id: rule.id,
    actor: rule.actor,
    due,
    done,
    status,
    businessDaysLeft: facts?.businessDaysLeft ?? null,
    daysLate: due === null ? null : daysLateOf(status, { due, done }, clock),
    lateNote:
      status === "overdue"
        ? lateNoteOf(rule, nomination.registerDue, clock.today)
        : null,
    closedDay: facts?.closedDay ?? null,
  };
};

/**
 * The nomination as the edition's present dates see it. A lookup copies once; a
 * date moved in the edition afterwards counts all the same. Gives the same
 * object back when its copies are up to date.
 */
export const withEditionDates = <T extends DeadlineFields>(
  nomination: T,
  edition: EditionDates,
): T => {
  const current = {
    contactDue: edition.contactDate ?? nomination.contactDue,
    registerDue: edition.registerDate ?? nomination.registerDue,
    reportDue: edition.reportDate ?? nomination.reportDue,
    caseDue: edition.caseDate ?? nomination.caseDue,
  };
  const isUpToDate =
    current.contactDue === nomination.contactDue &&
    current.registerDue === nomination.registerDue &&
    current.reportDue === nomination.reportDue &&
    current.caseDue === nomination.caseDue;
  return isUpToDate ? nomination : { ...nomination, ...current };
};

/** The four milestones of a nomination, in the order of the process. */
export const milestonesOf = (
  nomination: DeadlineFields,
  clock: DeadlineClock,
  rules: readonly MilestoneRule[] = MILESTONE_RULES,
): Milestone[] => rules.map((rule) => describe(rule, nomination, clock));
