import type { IsoDate } from "excel-form";
import type { DeadlineFields } from "./deadlines.ts";
import type { DeadlineClock } from "./due-facts.ts";
import type { Milestone, Programme } from "../programmes/index.ts";
import { cycleOf, milestoneOf } from "./cycle.ts";
import { doneOf, dueOf } from "./milestone-dates.ts";
import {
  awaitsReport,
  isConsentWithdrawn,
  isNominatedByOther,
  isPreparing,
  isRegistered,
  isReturned,
  isWithdrawn,
  stepOf,
} from "./nomination-step.ts";
import { consentFinding } from "./readiness-items.ts";
import type { ReadinessFields, ReadinessReason } from "./readiness-items.ts";
import { readinessOf } from "./readiness.ts";
import type { Actor } from "./readiness.ts";

export type NextActionFields = ReadinessFields & DeadlineFields;

/** `withdraw`: the consent was taken back, the record is still open. */
export type NextActionReason =
  | ReadinessReason
  | "withdraw"
  | "contact"
  | "contactAgain"
  | "submitCase"
  | "report"
  | "milestone";

export type NextAction = {
  readonly reason: NextActionReason;
  readonly actor: Actor;
  readonly by: IsoDate | null;
  /** The milestone to reach; only with `milestone`. */
  readonly milestone?: Milestone;
  /** Only with `scoreBelow`. */
  readonly missingPoints?: number;
};

const STAFF: Readonly<Record<Milestone["actor"], Actor>> = {
  society: "societyStaff",
  societyOrFederation: "societyStaff",
  federation: "federationStaff",
  business: "business",
};

/** The first step: the society tells the federation of the firm. */
const contactAction = (
  programme: Programme,
  nomination: NextActionFields,
): NextAction => ({
  reason: isReturned(nomination) ? "contactAgain" : "contact",
  actor: "societyStaff",
  by: dueOf(nomination, milestoneOf(programme, "answer")),
});

const hasToContact = (
  programme: Programme,
  nomination: NextActionFields,
): boolean =>
  milestoneOf(programme, "answer")?.step !== undefined &&
  isNominatedByOther(nomination) &&
  (isReturned(nomination) || isPreparing(programme, nomination));

// 「候補があります」 needs the firm's consent and nothing else; from the last day on
// every day counts, and the points can follow.
const isContactPressing = (
  programme: Programme,
  nomination: NextActionFields,
  { today }: DeadlineClock,
): boolean => {
  const answer = milestoneOf(programme, "answer");
  const due = dueOf(nomination, answer);
  return (
    doneOf(nomination, answer) === null &&
    due !== null &&
    due <= today &&
    consentFinding(nomination).state === "ok"
  );
};

/** The next step of the process, where it is none that another rule speaks of. */
const stepAction = (
  programme: Programme,
  nomination: NextActionFields,
): NextAction | null => {
  if (!isNominatedByOther(nomination)) return null;
  const { steps } = cycleOf(programme);
  const own = stepOf(programme, nomination);
  // A nomination that was sent back starts again with the first step.
  const next = steps[steps.findIndex(({ milestone }) => milestone === own) + 1];
  const milestone = programme.milestones.find(
    ({ id }) => id === next?.milestone,
  );
  return milestone === undefined
    ? null
    : {
        reason: "milestone",
        actor: STAFF[milestone.actor],
        by: dueOf(nomination, milestone),
        milestone,
      };
};

/** The case while it is open, for firms that enter the contest. */
const caseAction = (
  programme: Programme,
  nomination: NextActionFields,
  { today }: DeadlineClock,
): NextAction | null => {
  const milestone = milestoneOf(programme, "case");
  const due = dueOf(nomination, milestone);
  const isOwed =
    milestone !== undefined &&
    nomination.contest === "参加する" &&
    doneOf(nomination, milestone) === null &&
    (due === null || due >= today);
  return isOwed ? { reason: "submitCase", actor: "business", by: due } : null;
};

/** Everything is ready: the report, another step, then the practice case. */
const afterReadiness = (
  programme: Programme,
  nomination: NextActionFields,
  clock: DeadlineClock,
): NextAction | null => {
  if (awaitsReport(programme, nomination) && isNominatedByOther(nomination)) {
    const by = dueOf(nomination, milestoneOf(programme, "report"));
    return { reason: "report", actor: "federationStaff", by };
  }
  return (
    stepAction(programme, nomination) ??
    caseAction(programme, nomination, clock)
  );
};

/**
 * The one thing to do now: the first gap of the readiness line. When that gap is
 * the federation's, or the date for it has come, the society has to tell the
 * federation first. Null when nothing is left to do.
 */
export const nextActionOf = (
  programme: Programme,
  nomination: NextActionFields,
  clock: DeadlineClock,
): NextAction | null => {
  if (isWithdrawn(nomination)) {
    return null;
  }
  if (isConsentWithdrawn(nomination)) {
    return { reason: "withdraw", actor: "societyStaff", by: null };
  }
  const { firstGap } = readinessOf(programme, nomination);
  const isFederationsTurn =
    firstGap === null ||
    firstGap.id === "nameCheck" ||
    firstGap.id === "registration";
  const isContactFirst =
    isFederationsTurn || isContactPressing(programme, nomination, clock);
  if (isContactFirst && hasToContact(programme, nomination)) {
    return contactAction(programme, nomination);
  }
  const isReady =
    firstGap === null ||
    (isRegistered(programme, nomination) && isWaiting(firstGap));
  if (isReady) {
    return afterReadiness(programme, nomination, clock);
  }
  const { reason, actor, by, missingPoints } = firstGap;
  return missingPoints === undefined
    ? { reason, actor, by }
    : { reason, actor, by, missingPoints };
};

const isWaiting = ({ state }: { state: string }): boolean =>
  state === "pending";
