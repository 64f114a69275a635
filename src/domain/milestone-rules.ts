import type { Contest, MilestoneId, NominationKind } from "./model.ts";

export type MilestoneActor =
  "society" | "societyOrFederation" | "federation" | "business";

/**
 * What a late date still allows: `allowed` — usable until the next date;
 * `allowedAfterReport` — valid for ever, but missing from the report already
 * sent; `overdue` — late, and still owed; `closed` — nothing can be done.
 */
export type Lateness = "allowed" | "allowedAfterReport" | "overdue" | "closed";

export type MilestoneRule = {
  readonly id: MilestoneId;
  readonly actor: MilestoneActor;
  readonly lateness: Lateness;
};

/** In the order of the process. */
export const MILESTONE_RULES: readonly MilestoneRule[] = [
  { id: "contact", actor: "society", lateness: "allowed" },
  {
    id: "register",
    actor: "societyOrFederation",
    lateness: "allowedAfterReport",
  },
  { id: "report", actor: "federation", lateness: "overdue" },
  { id: "case", actor: "business", lateness: "closed" },
];

/** A date that the outside world set; the federation's own date is not one. */
export const isHardDate = ({ lateness }: MilestoneRule): boolean =>
  lateness !== "allowed";

export type ApplicabilityFacts = {
  readonly kind: NominationKind | null;
  readonly contest: Contest | null;
  readonly isRegistered: boolean;
  readonly isDone: boolean;
  readonly isPastDue: boolean;
};

/**
 * Does the milestone concern this nomination at all?
 *
 * - contact, register and report are about 他薦 only;
 * - contact has lost its point once the firm is registered without it (the
 *   federation found the firm itself);
 * - the practice case is for firms that enter the contest. While that is 未定 the
 *   date is shown; once it has passed, an undecided firm has not entered.
 */
export const isApplicable = (
  id: MilestoneId,
  facts: ApplicabilityFacts,
): boolean => {
  if (id === "case") {
    return (
      facts.isDone ||
      facts.contest === "参加する" ||
      (facts.contest !== "参加しない" && !facts.isPastDue)
    );
  }
  if (facts.kind === "自薦") {
    return false;
  }
  return id !== "contact" || facts.isDone || !facts.isRegistered;
};
