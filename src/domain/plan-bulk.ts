import { hasBlock } from "./board-findings.ts";
import type { BoardFinding } from "./board-findings.ts";
import type { BoardLine, BoardNomination } from "./board-lines.ts";
import type { Programme } from "../programmes/index.ts";
import { awaitsEntry } from "./nomination-step.ts";
import type { ReadinessReason } from "./readiness-items.ts";

export type BulkAction = "nameCheck" | "register";

export type BulkSkip = {
  readonly nomination: BoardNomination;
  /**
   * `notContacted`: another step; `differs`: not as confirmed, or not the
   * edition's checklist; else the first gap that kintone would refuse.
   */
  readonly reason: ReadinessReason | "notContacted" | "differs";
};

export type BulkPlan = {
  readonly action: BulkAction;
  readonly targets: readonly BoardNomination[];
  readonly skipped: readonly BulkSkip[];
};

const skipOf = (
  programme: Programme,
  action: BulkAction,
  { nomination, readiness }: BoardLine,
  blocked: ReadonlySet<string>,
): BulkSkip | null => {
  if (action === "nameCheck")
    return nomination.nameCheck === "確認済"
      ? { nomination, reason: "nameChecked" }
      : null;
  if (!awaitsEntry(programme, nomination))
    return { nomination, reason: "notContacted" };
  const [blocker] = readiness.blockers;
  if (blocker !== undefined) return { nomination, reason: blocker.reason };
  return blocked.has(nomination.id) ? { nomination, reason: "differs" } : null;
};

/** The exact selection of a bulk action, and why the others are left out. */
export const planBulk = (
  programme: Programme,
  action: BulkAction,
  lines: readonly BoardLine[],
  findings: readonly BoardFinding[],
): BulkPlan => {
  const blocked = new Set(
    findings.filter(hasBlock).map(({ nomination }) => nomination.id),
  );
  const judged = lines.map((line) => ({
    line,
    skip: skipOf(programme, action, line, blocked),
  }));
  return {
    action,
    targets: judged
      .filter(({ skip }) => skip === null)
      .map(({ line }) => line.nomination),
    skipped: judged.flatMap(({ skip }) => skip ?? []),
  };
};
