import type { BoardLine, BoardNomination } from "./board-lines.ts";
import { stepOf } from "./nomination-step.ts";
import type { ReadinessReason } from "./readiness-items.ts";

export type BulkAction = "nameCheck" | "register";

export type BulkSkip = {
  readonly nomination: BoardNomination;
  /** `notContacted`: another step; else the first gap that kintone would refuse. */
  readonly reason: ReadinessReason | "notContacted";
};

export type BulkPlan = {
  readonly action: BulkAction;
  readonly targets: readonly BoardNomination[];
  readonly skipped: readonly BulkSkip[];
};

const skipOf = (
  action: BulkAction,
  { nomination, readiness }: BoardLine,
): BulkSkip | null => {
  if (action === "nameCheck")
    return nomination.nameCheck === "確認済"
      ? { nomination, reason: "nameChecked" }
      : null;
  if (stepOf(nomination) !== "contacted")
    return { nomination, reason: "notContacted" };
  const [blocker] = readiness.blockers;
  return blocker === undefined ? null : { nomination, reason: blocker.reason };
};

/** The exact selection of a bulk action, and why the others are left out. */
export const planBulk = (
  action: BulkAction,
  lines: readonly BoardLine[],
): BulkPlan => {
  const judged = lines.map((line) => ({ line, skip: skipOf(action, line) }));
  return {
    action,
    targets: judged
      .filter(({ skip }) => skip === null)
      .map(({ line }) => line.nomination),
    skipped: judged.flatMap(({ skip }) => skip ?? []),
  };
};
