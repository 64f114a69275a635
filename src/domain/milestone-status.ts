import type { IsoDate } from "excel-form";
import { factsOfDue } from "./due-facts.ts";
import type { DeadlineClock } from "./due-facts.ts";

export type MilestoneStatus =
  | "notApplicable"
  | "done"
  | "doneLate"
  | "upcoming"
  | "dueSoon"
  | "dueToday"
  | "overdue";

/** Worst first: the order in which people should look at them. */
export const STATUSES_BY_URGENCY: readonly MilestoneStatus[] = [
  "overdue",
  "dueToday",
  "dueSoon",
  "upcoming",
  "doneLate",
  "done",
  "notApplicable",
];

export const urgencyOf = (status: MilestoneStatus): number =>
  STATUSES_BY_URGENCY.indexOf(status);

const openStatuses: ReadonlySet<MilestoneStatus> = new Set([
  "upcoming",
  "dueSoon",
  "dueToday",
  "overdue",
]);

/** An action is still due. */
export const isOpen = (status: MilestoneStatus): boolean =>
  openStatuses.has(status);

export type MilestoneFacts = {
  /** Null when the edition has no such date: the milestone is then 対象外. */
  readonly due: IsoDate | null;
  readonly done: IsoDate | null;
  readonly isApplicable: boolean;
};

const openStatus = (due: IsoDate, clock: DeadlineClock): MilestoneStatus => {
  if (due < clock.today) {
    return "overdue";
  }
  if (due === clock.today) {
    return "dueToday";
  }
  const { businessDaysLeft } = factsOfDue(due, clock);
  return businessDaysLeft <= clock.warnDays ? "dueSoon" : "upcoming";
};

/**
 * One of the seven states. What is done is compared with the deadline as it is
 * now, so moving the edition's date can turn 完了 into 期限後に完了.
 */
export const milestoneStatus = (
  { due, done, isApplicable }: MilestoneFacts,
  clock: DeadlineClock,
): MilestoneStatus => {
  if (!isApplicable) {
    return "notApplicable";
  }
  if (done !== null) {
    return due !== null && done > due ? "doneLate" : "done";
  }
  return due === null ? "notApplicable" : openStatus(due, clock);
};
