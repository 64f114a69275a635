import type { Milestone, Programme } from "../programmes/index.ts";
import { cycleOf } from "./cycle.ts";
import type { Contest, NominationKind } from "./model.ts";

export type ApplicabilityFacts = {
  readonly kind: NominationKind | null;
  readonly contest: Contest | null;
  /** The process state. */
  readonly status: string;
  readonly isDone: boolean;
};

/** The nomination is in a state after the milestone's own. */
const isOvertaken = (
  programme: Programme,
  { id }: Milestone,
  status: string,
): boolean => {
  const { steps, places } = cycleOf(programme);
  const own = steps.findIndex(({ milestone }) => milestone === id);
  return own !== -1 && (places.get(status) ?? -1) > own;
};

/**
 * Does the milestone concern this nomination at all?
 *
 * - an optional one is for firms that enter the contest; while that is 未定 nobody owes it;
 * - all others are about 他薦 only;
 * - one that may be late has lost its point once a later step was taken without it: the
 *   federation found the firm itself.
 */
export const isApplicable = (
  programme: Programme,
  milestone: Milestone,
  facts: ApplicabilityFacts,
): boolean => {
  if (milestone.optional) {
    return facts.isDone || facts.contest === "参加する";
  }
  if (facts.kind === "自薦") {
    return false;
  }
  return (
    facts.isDone ||
    milestone.lateness !== "allowed" ||
    !isOvertaken(programme, milestone, facts.status)
  );
};
