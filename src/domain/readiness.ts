import type { IsoDate } from "excel-form";
import { factsOfDue } from "./due-facts.ts";
import type { DeadlineClock } from "./due-facts.ts";
import type { Programme, Requirement } from "../programmes/index.ts";
import {
  isRequired,
  milestoneAsking,
  milestoneOf,
  requirementsOf,
} from "./cycle.ts";
import { dueOf } from "./milestone-dates.ts";
import type { AnsweredItem, Nomination } from "./model.ts";
import { counts, isRegistered } from "./nomination-step.ts";
import {
  consentFinding,
  nameCheckFinding,
  registrationFinding,
  scoreFinding,
  securityActionFinding,
} from "./readiness-items.ts";
import type {
  Finding,
  ReadinessFields,
  ReadinessId,
} from "./readiness-items.ts";
import type { ScoreRule } from "./score-rules.ts";
import { VERDICT_TEXTS, scoreChecklist, scoreRulesOf } from "./scoring.ts";

/** The actor. `business` acts with the society's help. */
export type Actor = "societyStaff" | "federationStaff" | "business";

export type ReadinessItem = Finding & {
  readonly id: ReadinessId;
  readonly actor: Actor;
  /** The deadline of the step that asks for it. */
  readonly by: IsoDate | null;
};

export type Readiness = {
  /** The requirements of the programme in the order of `requirementsOf`, then the registration. */
  readonly items: readonly ReadinessItem[];
  /** The first gap, else the first that is pending; null when all is there. */
  readonly firstGap: ReadinessItem | null;
  /** The items that keep kintone from letting the entry step through. */
  readonly blockers: readonly ReadinessItem[];
};

const registrar = ({ registeredBy }: ReadinessFields): Actor =>
  registeredBy === "商工会" ? "societyStaff" : "federationStaff";

// The condition on the process action asks for the star, not for its ID.
const isBlocker = ({ id, state, reason }: ReadinessItem): boolean =>
  id !== "registration" && state !== "ok" && reason !== "starIdMissing";

const FINDINGS: Readonly<
  Record<
    Requirement,
    { actor: Actor; find: (nomination: ReadinessFields) => Finding }
  >
> = {
  consent: { actor: "societyStaff", find: consentFinding },
  securityAction: { actor: "business", find: securityActionFinding },
  score: { actor: "societyStaff", find: scoreFinding },
  nameCheck: { actor: "federationStaff", find: nameCheckFinding },
};

const registrationItem = (
  programme: Programme,
  nomination: ReadinessFields,
  needs: readonly ReadinessItem[],
): ReadinessItem[] => {
  const registration = milestoneOf(programme, "registration");
  return registration === undefined
    ? []
    : [
        {
          id: "registration",
          actor: registrar(nomination),
          by: dueOf(nomination, registration),
          ...registrationFinding(programme, nomination, needs),
        },
      ];
};

/** The gaps before a nomination can be registered, each with its actor. */
export const readinessOf = (
  programme: Programme,
  nomination: ReadinessFields,
): Readiness => {
  const needs = requirementsOf(programme).map((id): ReadinessItem => {
    const { actor, find } = FINDINGS[id];
    const by = dueOf(nomination, milestoneAsking(programme, id));
    return { id, actor, by, ...find(nomination) };
  });
  const items = [...needs, ...registrationItem(programme, nomination, needs)];
  return {
    items,
    firstGap:
      items.find(({ state }) => state === "gap") ??
      items.find(({ state }) => state === "pending") ??
      null,
    blockers: items.filter(isBlocker),
  };
};

/** The nomination with the checklist on screen, before kintone has calculated. */
export const withLiveScore = <
  T extends ReadinessFields & {
    readonly checklist: readonly AnsweredItem[];
    readonly answeredCount: number | null;
  },
>(
  programme: Programme,
  nomination: T,
  rules: readonly ScoreRule[] = scoreRulesOf(
    programme,
    nomination.requiredScore,
  ),
): T => {
  const { total, answeredCount, verdict } = scoreChecklist(
    nomination.checklist,
    rules,
  );
  return {
    ...nomination,
    scoreTotal: total,
    answeredCount,
    verdict: VERDICT_TEXTS[verdict],
  };
};

/** GビズID can take two weeks, an ID of the old system one. */
const SECURITY_ACTION_LEAD_BUSINESS_DAYS = 10;

/**
 * Business days left when the firm has no star yet and the registration deadline
 * is ten business days away or less; null when there is nothing to warn of.
 */
export const securityActionWarning = (
  programme: Programme,
  nomination: ReadinessFields,
  clock: DeadlineClock,
): { readonly businessDaysLeft: number } | null => {
  const due = dueOf(nomination, milestoneAsking(programme, "securityAction"));
  const hasStar = ["一つ星", "二つ星"].includes(
    nomination.securityActionStars ?? "",
  );
  const isMoot =
    !isRequired(programme, "securityAction") ||
    hasStar ||
    isRegistered(programme, nomination) ||
    !counts(nomination);
  if (isMoot || due === null || due < clock.today) {
    return null;
  }
  const { businessDaysLeft } = factsOfDue(due, clock);
  return businessDaysLeft <= SECURITY_ACTION_LEAD_BUSINESS_DAYS
    ? { businessDaysLeft }
    : null;
};

/** A consent by word of mouth counts only with date, person and the staff who heard it. */
export const missingOfOralConsent = (
  nomination: Pick<
    Nomination,
    "consentMethod" | "consentDate" | "consentPerson" | "consentStaff"
  >,
): Array<"consentDate" | "consentPerson" | "consentStaff"> => {
  if (nomination.consentMethod !== "口頭") {
    return [];
  }
  const fields = ["consentDate", "consentPerson", "consentStaff"] as const;
  return fields.filter((field) => (nomination[field] ?? "").trim() === "");
};
