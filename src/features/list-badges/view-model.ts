import type { DeadlineClock } from "../../domain/due-facts.ts";
import { doneOf, milestonesOf } from "../../domain/deadlines.ts";
import type { DeadlineFields, Milestone } from "../../domain/deadlines.ts";
import { urgencyOf } from "../../domain/milestone-status.ts";
import type { MilestoneStatus } from "../../domain/milestone-status.ts";
import type { MilestoneId } from "../../domain/model.ts";
import { stepOf } from "../../domain/nomination-step.ts";

export type ListedNomination = DeadlineFields & { readonly id: string };

/** One row of the list: the state of each date column, and the most urgent one. */
export type RowState = {
  readonly recordId: string;
  readonly columns: ReadonlyArray<{ code: string; status: MilestoneStatus }>;
  readonly worst: { id: MilestoneId; status: MilestoneStatus } | null;
};

const isBesideTheWay = (nomination: ListedNomination): boolean =>
  ["returned", "withdrawn"].includes(stepOf(nomination));

const columnsOf = (
  nomination: ListedNomination,
  milestones: readonly Milestone[],
): RowState["columns"] =>
  milestones.flatMap(({ id, status }) => [
    { code: `${id}Due`, status },
    ...(doneOf(nomination, id) === null ? [] : [{ code: `${id}Done`, status }]),
  ]);

const worstOf = (milestones: readonly Milestone[]): RowState["worst"] => {
  const [first] = [...milestones].sort(
    (a, b) => urgencyOf(a.status) - urgencyOf(b.status),
  );
  return first === undefined ? null : { id: first.id, status: first.status };
};

/** 取下げ and 差戻し have no deadline to keep and get no mark. */
export const toRowState = (
  nomination: ListedNomination,
  clock: DeadlineClock,
): RowState => {
  if (isBesideTheWay(nomination)) {
    return { recordId: nomination.id, columns: [], worst: null };
  }
  const milestones = milestonesOf(nomination, clock);
  return {
    recordId: nomination.id,
    columns: columnsOf(nomination, milestones),
    worst: worstOf(milestones),
  };
};
