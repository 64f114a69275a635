import { sumDecimals } from "./decimal.ts";
import type { Nomination } from "./model.ts";
import type { Programme } from "../programmes/index.ts";
import { cycleOf } from "./cycle.ts";
import { doneOf } from "./milestone-dates.ts";
import type { DoneDates, DueDates } from "./milestone-dates.ts";
import {
  awaitsEntry,
  isNominatedByOther,
  isRegistered,
} from "./nomination-step.ts";
import { parseVerdict } from "./scoring.ts";

export type ReadinessId =
  | "consent"
  | "securityAction"
  | "score"
  | "nameCheck"
  | "registration";

/** `pending`: not there yet, and not a fault. */
export type ReadinessState = "ok" | "gap" | "pending";

export type ReadinessReason =
  | "consentGiven"
  | "consentUnasked"
  | "consentRefused"
  | "consentWithdrawn"
  | "starDeclared"
  | "starUndeclared"
  | "starApplied"
  | "starIdMissing"
  | "scoreReached"
  | "scoreMissing"
  | "scoreBelow"
  /** The sum is reached, an area's own minimum is not. */
  | "areaBelow"
  | "nameChecked"
  | "nameUnchecked"
  | "registered"
  | "registrationDateMissing"
  | "registrationDue"
  | "registrationWaits"
  | "selfNominated";

export type Finding = {
  readonly state: ReadinessState;
  readonly reason: ReadinessReason;
  /** Only with `scoreBelow`. */
  readonly missingPoints?: number;
};

export type ReadinessFields = Pick<
  Nomination,
  | "status"
  | "nominationKind"
  | "consentNominate"
  | "consentShare"
  | "securityActionStars"
  | "securityActionId"
  | "requiredScore"
  | "scoreTotal"
  | "verdict"
  | "nameCheck"
  | "registeredBy"
> &
  DueDates &
  DoneDates;

const ok = (reason: ReadinessReason): Finding => ({ state: "ok", reason });
const gap = (reason: ReadinessReason): Finding => ({ state: "gap", reason });
const pending = (reason: ReadinessReason): Finding => ({
  state: "pending",
  reason,
});

/** To be nominated and to pass the data on; consent to publication is asked for later. */
export const consentFinding = (nomination: ReadinessFields): Finding => {
  const consents = [nomination.consentNominate, nomination.consentShare];
  if (consents.includes("撤回")) {
    return gap("consentWithdrawn");
  }
  if (consents.includes("同意なし")) {
    return gap("consentRefused");
  }
  return consents.every((consent) => consent === "同意あり")
    ? ok("consentGiven")
    : gap("consentUnasked");
};

/** 申請中 is no gap: the ID is on its way. It blocks the registration only. */
export const securityActionFinding = (nomination: ReadinessFields): Finding => {
  const { securityActionStars: stars, securityActionId: id } = nomination;
  if (stars === "申請中") {
    return pending("starApplied");
  }
  if (stars !== "一つ星" && stars !== "二つ星") {
    return gap("starUndeclared");
  }
  return id.trim() === "" ? gap("starIdMissing") : ok("starDeclared");
};

const belowFinding = ({
  requiredScore,
  scoreTotal,
}: ReadinessFields): Finding => {
  const missingPoints = sumDecimals([requiredScore ?? 0, -(scoreTotal ?? 0)]);
  return missingPoints > 0
    ? { ...gap("scoreBelow"), missingPoints }
    : gap("areaBelow");
};

export const scoreFinding = (nomination: ReadinessFields): Finding => {
  switch (parseVerdict(nomination.verdict)) {
    case "eligible":
      return ok("scoreReached");
    case "below":
      return belowFinding(nomination);
    case "notScored":
    default:
      return gap("scoreMissing");
  }
};

export const nameCheckFinding = (nomination: ReadinessFields): Finding =>
  nomination.nameCheck === "確認済" ? ok("nameChecked") : gap("nameUnchecked");

/** `others`: the findings before it; registration waits for all of them. */
export const registrationFinding = (
  programme: Programme,
  nomination: ReadinessFields,
  others: readonly Finding[],
): Finding => {
  if (!isNominatedByOther(nomination)) {
    return ok("selfNominated");
  }
  if (isRegistered(programme, nomination)) {
    return doneOf(nomination, cycleOf(programme).entry) === null
      ? gap("registrationDateMissing")
      : ok("registered");
  }
  const isAwaitingEntry = awaitsEntry(programme, nomination);
  return isAwaitingEntry && others.every(({ state }) => state === "ok")
    ? gap("registrationDue")
    : pending("registrationWaits");
};
