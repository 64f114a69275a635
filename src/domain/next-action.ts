import type { IsoDate } from "excel-form";
import type { DeadlineFields } from "./deadlines.ts";
import type { DeadlineClock } from "./due-facts.ts";
import {
  isConsentWithdrawn,
  isNominatedByOther,
  isRegistered,
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
  | "report";

export type NextAction = {
  readonly reason: NextActionReason;
  readonly actor: Actor;
  readonly by: IsoDate | null;
  /** Only with `scoreBelow`. */
  readonly missingPoints?: number;
};

const contactAction = (nomination: NextActionFields): NextAction => ({
  reason: stepOf(nomination) === "returned" ? "contactAgain" : "contact",
  actor: "societyStaff",
  by: nomination.contactDue,
});

const hasToContact = (nomination: NextActionFields): boolean =>
  isNominatedByOther(nomination) &&
  ["preparing", "returned"].includes(stepOf(nomination));

// 「候補があります」 needs the firm's consent and nothing else; from the last day on
// every day counts, and the points can follow.
const isContactPressing = (
  nomination: NextActionFields,
  { today }: DeadlineClock,
): boolean =>
  nomination.contactDone === null &&
  nomination.contactDue !== null &&
  nomination.contactDue <= today &&
  consentFinding(nomination).state === "ok";

/** After registration: the practice case while it is open, and the report. */
const afterRegistration = (
  nomination: NextActionFields,
  clock: DeadlineClock,
): NextAction | null => {
  const { caseDue, reportDue } = nomination;
  const isReportOwed =
    stepOf(nomination) === "registered" && isNominatedByOther(nomination);
  const isCaseOwed =
    nomination.contest === "参加する" &&
    nomination.caseDone === null &&
    (caseDue === null || caseDue >= clock.today);
  if (isReportOwed) {
    return { reason: "report", actor: "federationStaff", by: reportDue };
  }
  return isCaseOwed
    ? { reason: "submitCase", actor: "business", by: caseDue }
    : null;
};

/**
 * The one thing to do now: the first gap of the readiness line. When that gap is
 * the federation's, or the date for it has come, the society has to tell the
 * federation first. Null when nothing is left to do.
 */
export const nextActionOf = (
  nomination: NextActionFields,
  clock: DeadlineClock,
): NextAction | null => {
  if (stepOf(nomination) === "withdrawn") {
    return null;
  }
  if (isConsentWithdrawn(nomination)) {
    return { reason: "withdraw", actor: "societyStaff", by: null };
  }
  const { firstGap } = readinessOf(nomination);
  const isFederationsTurn =
    firstGap?.id === "nameCheck" || firstGap?.id === "registration";
  const isContactFirst =
    isFederationsTurn || isContactPressing(nomination, clock);
  if (isContactFirst && hasToContact(nomination)) {
    return contactAction(nomination);
  }
  if (firstGap === null || (isRegistered(nomination) && isWaiting(firstGap))) {
    return afterRegistration(nomination, clock);
  }
  const { reason, actor, by, missingPoints } = firstGap;
  return missingPoints === undefined
    ? { reason, actor, by }
    : { reason, actor, by, missingPoints };
};

const isWaiting = ({ state }: { state: string }): boolean =>
  state === "pending";
