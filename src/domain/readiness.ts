import type { IsoDate } from "excel-form";
import { factsOfDue } from "./due-facts.ts";
import type { DeadlineClock } from "./due-facts.ts";
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
import { VERDICT_TEXTS, scoreChecklist, thresholdRules } from "./scoring.ts";

/** The actor. `business` acts with the society's help. */
export type Actor = "societyStaff" | "federationStaff" | "business";

export type ReadinessItem = Finding & {
  readonly id: ReadinessId;
  readonly actor: Actor;
  /** The registration deadline: all of it must be there by then. */
  readonly by: IsoDate | null;
};

export type Readiness = {
  /** 同意, SECURITY ACTION, 点数, 名称確認, 登録, in this order. */
  readonly items: readonly ReadinessItem[];
  /** The first gap, else the first that is pending; null when all is there. */
  readonly firstGap: ReadinessItem | null;
  /** The items that keep kintone from letting 「登録済みにする」 through. */
  readonly blockers: readonly ReadinessItem[];
};

const registrar = ({ registeredBy }: ReadinessFields): Actor =>
  registeredBy === "商工会" ? "societyStaff" : "federationStaff";

// The condition on the process action asks for the star, not for its ID.
const isBlocker = ({ id, state, reason }: ReadinessItem): boolean =>
  id !== "registration" && state !== "ok" && reason !== "starIdMissing";

/** The gaps before a nomination can be registered, each with its actor. */
export const readinessOf = (nomination: ReadinessFields): Readiness => {
  const item = (id: ReadinessId, actor: Actor, finding: Finding) => ({
    id,
    actor,
    by: nomination.registerDue,
    ...finding,
  });
  const needs: ReadinessItem[] = [
    item("consent", "societyStaff", consentFinding(nomination)),
    item("securityAction", "business", securityActionFinding(nomination)),
    item("score", "societyStaff", scoreFinding(nomination)),
    item("nameCheck", "federationStaff", nameCheckFinding(nomination)),
  ];
  const items = [
    ...needs,
    item(
      "registration",
      registrar(nomination),
      registrationFinding(nomination, needs),
    ),
  ];
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
  nomination: T,
  rules: readonly ScoreRule[] = thresholdRules(nomination.requiredScore),
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
  nomination: ReadinessFields,
  clock: DeadlineClock,
): { readonly businessDaysLeft: number } | null => {
  const { registerDue } = nomination;
  const hasStar = ["一つ星", "二つ星"].includes(
    nomination.securityActionStars ?? "",
  );
  const isMoot = hasStar || isRegistered(nomination) || !counts(nomination);
  if (isMoot || registerDue === null || registerDue < clock.today) {
    return null;
  }
  const { businessDaysLeft } = factsOfDue(registerDue, clock);
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
