import type { DeadlineClock } from "../../domain/due-facts.ts";
import { milestonesOf } from "../../domain/deadlines.ts";
import type { DeadlineFields, Milestone } from "../../domain/deadlines.ts";
import { urgencyOf } from "../../domain/milestone-status.ts";
import type { MilestoneStatus } from "../../domain/milestone-status.ts";
import {
  isPastRecord,
  isReturned,
  isWithdrawn,
} from "../../domain/nomination-step.ts";
import type { Nomination } from "../../domain/model.ts";
import type { Message } from "../../i18n/message.ts";
import type { Programme } from "../../programmes/index.ts";

export type ListedNomination = DeadlineFields &
  Pick<Nomination, "recordKind"> & { readonly id: string };

/** One row of the list: the state of each date column, and the most urgent one. */
export type RowState = {
  readonly recordId: string;
  readonly columns: ReadonlyArray<{ code: string; status: MilestoneStatus }>;
  readonly worst: { label: Message; status: MilestoneStatus } | null;
};

const isBesideTheWay = (nomination: ListedNomination): boolean =>
  isReturned(nomination) || isWithdrawn(nomination) || isPastRecord(nomination);

const columnsOf = (milestones: readonly Milestone[]): RowState["columns"] =>
  milestones.flatMap(({ id, done, status }) => [
    { code: `${id}Due`, status },
    ...(done === null ? [] : [{ code: `${id}Done`, status }]),
  ]);

const worstOf = (milestones: readonly Milestone[]): RowState["worst"] => {
  const [first] = [...milestones].sort(
    (a, b) => urgencyOf(a.status) - urgencyOf(b.status),
  );
  return first === undefined
    ? null
    : { label: first.label, status: first.status };
};

/** 取下げ, 差戻し and records of earlier years have no deadline to keep and get no mark. */
export const toRowState = (
  programme: Programme,
  nomination: ListedNomination,
  clock: DeadlineClock,
): RowState => {
  if (isBesideTheWay(nomination)) {
    return { recordId: nomination.id, columns: [], worst: null };
  }
  const milestones = milestonesOf(programme, nomination, clock);
  return {
    recordId: nomination.id,
    columns: columnsOf(milestones),
    worst: worstOf(milestones),
  };
};
