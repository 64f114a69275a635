import type { DeadlineClock } from "../../domain/due-facts.ts";
import type { AnsweredItem, Nomination } from "../../domain/model.ts";
import { awaitsEntry } from "../../domain/nomination-step.ts";
import type {
  ReadinessFields,
  ReadinessId,
  ReadinessState,
} from "../../domain/readiness-items.ts";
import {
  missingOfOralConsent,
  readinessOf,
  securityActionWarning,
} from "../../domain/readiness.ts";
import type { ReadinessItem } from "../../domain/readiness.ts";
import type { Programme } from "../../programmes/index.ts";
import { milestoneAsking, milestoneOf } from "../../domain/cycle.ts";
import { dueOf } from "../../domain/milestone-dates.ts";
import { securityActionWay } from "../../domain/security-action-way.ts";
import { formatNumber } from "../../i18n/format-number.ts";
import { terms } from "../../i18n/terms.ts";
import type { Translator } from "../../i18n/translate.ts";
import type { BadgeLook } from "../../ui/state-badge.ts";
import { reasonWords } from "./messages.ts";
import type { ReadinessMessages } from "./messages.ts";

type Say = Translator<ReadinessMessages>;

export type ReadinessFieldsShown = ReadinessFields &
  Pick<
    Nomination,
    "consentMethod" | "consentDate" | "consentPerson" | "consentStaff"
  > & { readonly checklist: readonly AnsweredItem[] };

type ReadinessEntry = {
  readonly id: ReadinessId;
  readonly label: string;
  readonly look: BadgeLook;
  readonly word: string;
};

export type ReadinessView = {
  readonly entries: readonly ReadinessEntry[];
  readonly warnings: ReadonlyArray<{
    readonly text: string;
    readonly target: "securityAction" | "consent";
  }>;
  /** About the button that registers, where the user might look for it. */
  readonly registration: {
    readonly isReady: boolean;
    readonly text: string;
  } | null;
};

const looks: Readonly<Record<ReadinessState, BadgeLook>> = {
  ok: "done",
  gap: "overdue",
  pending: "upcoming",
};

const labelOf = (
  { id }: ReadinessItem,
  { requiredScore }: ReadinessFields,
  t: Say,
): string => {
  if (id !== "score") {
    return t(id);
  }
  return requiredScore === null
    ? t("scoreWithoutThreshold")
    : t("score", { threshold: formatNumber(requiredScore, t.language) });
};

const wordOf = ({ reason, missingPoints }: ReadinessItem, t: Say): string =>
  missingPoints === undefined
    ? reasonWords[reason][t.language]
    : t("missingPoints", { points: formatNumber(missingPoints, t.language) });

const listWords = (words: readonly string[], t: Say): string =>
  words.join(t.language === "ja" ? "、" : ", ");

const waySentences = {
  shortForm: "securityActionShort",
  gBizId: "securityActionTime",
} as const;

const warningsOf = (
  programme: Programme,
  nomination: ReadinessFieldsShown,
  clock: DeadlineClock,
  t: Say,
): Array<ReadinessView["warnings"][number]> => {
  const late = securityActionWarning(programme, nomination, clock);
  const oral = missingOfOralConsent(nomination);
  return [
    ...(late === null
      ? []
      : [
          {
            target: "securityAction" as const,
            text: t(
              waySentences[
                securityActionWay(
                  dueOf(
                    nomination,
                    milestoneAsking(programme, "securityAction"),
                  ),
                )
              ],
              {
                days: late.businessDaysLeft,
              },
            ),
          },
        ]),
    ...(oral.length === 0
      ? []
      : [
          {
            target: "consent" as const,
            text: t("oralConsent", {
              fields: listWords(
                oral.map((code) => t(code)),
                t,
              ),
            }),
          },
        ]),
  ];
};

const registrationOf = (
  programme: Programme,
  nomination: ReadinessFields,
  blockers: readonly ReadinessItem[],
  t: Say,
): ReadinessView["registration"] => {
  if (
    milestoneOf(programme, "registration") === undefined ||
    !awaitsEntry(programme, nomination)
  ) {
    return null;
  }
  if (blockers.length === 0) {
    return { isReady: true, text: t("canRegister") };
  }
  const missing = blockers.map((blocker) =>
    t("itemOfActor", {
      item: labelOf(blocker, nomination, t),
      actor: terms[blocker.actor][t.language],
    }),
  );
  return {
    isReady: false,
    text: t("cannotRegister", { missing: listWords(missing, t) }),
  };
};

export const toReadinessView = (
  programme: Programme,
  nomination: ReadinessFieldsShown,
  clock: DeadlineClock,
  t: Say,
): ReadinessView => {
  const { items, blockers } = readinessOf(programme, nomination);
  return {
    entries: items.map((item) => ({
      id: item.id,
      label: labelOf(item, nomination, t),
      look: looks[item.state],
      word: wordOf(item, t),
    })),
    warnings: warningsOf(programme, nomination, clock, t),
    registration: registrationOf(programme, nomination, blockers, t),
  };
};
