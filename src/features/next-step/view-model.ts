import { hasScore } from "../../apps/parts/programme-parts.ts";
import { milestonesOf } from "../../domain/deadlines.ts";
import type { Milestone } from "../../domain/deadlines.ts";
import type { DeadlineClock } from "../../domain/due-facts.ts";
import { isOpen } from "../../domain/milestone-status.ts";
import type { MilestoneStatus } from "../../domain/milestone-status.ts";
import type { AnsweredItem, Nomination } from "../../domain/model.ts";
import { nextActionOf } from "../../domain/next-action.ts";
import type {
  NextActionFields,
  NextActionReason,
} from "../../domain/next-action.ts";
import {
  isPastRecord,
  isRegistered,
  isWithdrawn,
} from "../../domain/nomination-step.ts";
import { scoreChecklist, scoreRulesOf } from "../../domain/scoring.ts";
import type { JumpTarget } from "../../feature-kit/jump.ts";
import { businessDaysLeft, daysOverdue } from "../../words/deadline-words.ts";
import { formatDay } from "../../i18n/format-day.ts";
import { formatNumber } from "../../i18n/format-number.ts";
import { nextActionSentence } from "../../words/next-actions.ts";
import { terms } from "../../i18n/terms.ts";
import type { Programme } from "../../programmes/index.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { NextStepMessages } from "./messages.ts";

type Say = Translator<NextStepMessages>;

type Fields = NextActionFields &
  Pick<Nomination, "recordKind"> & {
    readonly checklist: readonly AnsweredItem[];
  };

export type NextStepView = {
  readonly action: string;
  /** The part of the form where it is done; null for what a button of kintone does. */
  readonly target: JumpTarget | null;
  /** The actor; "" when there is nothing to do. */
  readonly actor: string;
  /** The way that stays open for a closed record; "" for others. */
  readonly note: string;
  readonly score: { readonly total: string; readonly gap: string } | null;
  /** The earliest date that is still open, also when it has passed. */
  readonly deadline: {
    readonly label: string;
    /** The day, and what is left of the time. */
    readonly text: string;
    readonly look: MilestoneStatus;
    readonly word: string;
  } | null;
};

const targets: Readonly<Partial<Record<NextActionReason, JumpTarget>>> = {
  consentUnasked: "consent",
  consentRefused: "consent",
  starUndeclared: "securityAction",
  starApplied: "securityAction",
  starIdMissing: "securityAction",
  scoreMissing: "checklist",
  scoreBelow: "checklist",
  nameUnchecked: "nameCheck",
  registrationDateMissing: "dates",
  submitCase: "case",
};

const actionOf = (
  programme: Programme,
  nomination: Fields,
  clock: DeadlineClock,
  t: Say,
): Pick<NextStepView, "action" | "actor" | "target"> => {
  if (isWithdrawn(nomination)) {
    return { action: t("withdrawn"), actor: "", target: null };
  }
  const next = nextActionOf(programme, nomination, clock);
  return next === null
    ? { action: t("nothingLeft"), actor: "", target: null }
    : {
        target: targets[next.reason] ?? null,
        action: nextActionSentence(programme, next)[t.language],
        actor: t("byActor", { actor: terms[next.actor][t.language] }),
      };
};

/** The society may no longer edit it; see the rights of 推薦案件. */
const isClosed = (programme: Programme, nomination: Fields): boolean =>
  isRegistered(programme, nomination);

const scoreOf = (
  programme: Programme,
  { checklist, requiredScore }: Fields,
  t: Say,
): NextStepView["score"] => {
  if (!hasScore(programme) || requiredScore === null) {
    return null;
  }
  const score = scoreChecklist(
    checklist,
    scoreRulesOf(programme, requiredScore),
  );
  const total = t("score", {
    total: formatNumber(score.total, t.language),
    threshold: formatNumber(requiredScore, t.language),
  });
  const gaps = {
    notScored: t("notScored"),
    below:
      score.missingPoints > 0
        ? t("missing", {
            points: formatNumber(score.missingPoints, t.language),
          })
        : t("areaMissing"),
    eligible: t("reached"),
  };
  return { total, gap: gaps[score.verdict] };
};

const isDated = (
  milestone: Milestone,
): milestone is Milestone & { readonly due: string } =>
  milestone.due !== null && isOpen(milestone.status);

const deadlineOf = (
  programme: Programme,
  nomination: Fields,
  clock: DeadlineClock,
  t: Say,
): NextStepView["deadline"] => {
  if (isWithdrawn(nomination)) {
    return null;
  }
  const [first] = milestonesOf(programme, nomination, clock)
    .filter(isDated)
    .toSorted((a, b) => Number(a.due > b.due) - Number(a.due < b.due));
  if (first === undefined) {
    return null;
  }
  const { label, due, status, businessDaysLeft: left, daysLate } = first;
  const words = [
    ...(daysLate === null ? [] : [daysOverdue(daysLate)[t.language]]),
    ...(left === null || status === "dueToday"
      ? []
      : [businessDaysLeft(left)[t.language]]),
    ...(status === "dueToday" ? [terms.dueToday[t.language]] : []),
  ];
  return {
    label: label[t.language],
    text: [formatDay(due, t.language), ...words].join(" "),
    look: status,
    word: terms[status][t.language],
  };
};

/** One line: what to do now, the score, and the next date. */
export const toNextStepView = (
  programme: Programme,
  nomination: Fields,
  clock: DeadlineClock,
  t: Say,
): NextStepView =>
  isPastRecord(nomination)
    ? {
        action: t("past"),
        actor: "",
        target: null,
        note: "",
        score: null,
        deadline: null,
      }
    : {
        ...actionOf(programme, nomination, clock, t),
        note: isClosed(programme, nomination) ? t("closed") : "",
        score: scoreOf(programme, nomination, t),
        deadline: deadlineOf(programme, nomination, clock, t),
      };
