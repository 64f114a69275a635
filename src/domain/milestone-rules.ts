import { listSteps } from "../apps/nominations/states.ts";
import { cloudPracticeAward } from "../programmes/index.ts";
import type { Actor, Lateness } from "../programmes/index.ts";
import type { Contest, MilestoneId, NominationKind } from "./model.ts";

export type MilestoneActor = Actor;

/** The part of a milestone that the rules need. */
export type MilestoneRule = {
  readonly id: MilestoneId;
  readonly actor: MilestoneActor;
  readonly lateness: Lateness;
  /** Only for nominations that enter the contest. */
  readonly optional: boolean;
};

/** In the order of the process. */
export const MILESTONE_RULES: readonly MilestoneRule[] =
  cloudPracticeAward.milestones;

/** The process actions that reach a milestone, in their order. */
export const PROCESS_STEPS = listSteps(cloudPracticeAward);

export type ApplicabilityFacts = {
  readonly kind: NominationKind | null;
  readonly contest: Contest | null;
  readonly isRegistered: boolean;
  readonly isDone: boolean;
};

/**
 * Does the milestone concern this nomination at all?
 *
 * - contact, register and report are about 他薦 only;
 * - contact has lost its point once the firm is registered without it (the
 *   federation found the firm itself);
 * - an optional one (the practice case) is for firms that enter the contest;
 *   while that is 未定 nobody owes it.
 */
export const isApplicable = (
  { id, optional }: MilestoneRule,
  facts: ApplicabilityFacts,
): boolean => {
  if (optional) {
    return facts.isDone || facts.contest === "参加する";
  }
  if (facts.kind === "自薦") {
    return false;
  }
  return id !== "contact" || facts.isDone || !facts.isRegistered;
};
