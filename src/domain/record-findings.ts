import { hasScore } from "../apps/parts/programme-parts.ts";
import type { IsoDate } from "excel-form";
import { checklistStateOf } from "./checklist-version.ts";
import type {
  ChecklistDifference,
  EditionChecklist,
  Rescored,
  ScoredFields,
} from "./checklist-version.ts";
import { changesSinceConfirmed, isConfirmationKept } from "./confirmation.ts";
import type { ConfirmationFields, ConfirmedChange } from "./confirmation.ts";
import type { DeadlineFields } from "./deadlines.ts";
import { doneOf } from "./milestone-dates.ts";
import type { Message } from "../i18n/message.ts";
import type { Milestone, Programme } from "../programmes/index.ts";
import { isRequired } from "./cycle.ts";
import type { Edition, MilestoneId, Nomination } from "./model.ts";

export type CheckedFields = ConfirmationFields &
  ScoredFields &
  DeadlineFields &
  Pick<Nomination, "consentDate">;

export type CheckingEdition = EditionChecklist &
  Pick<Edition, "opensOn" | "fiscalYear">;

export type DoneDateProblem = "future" | "beforeConsent" | "beforeOpening";

/** A difference between a nomination and what was confirmed or asked for. */
export type RecordFinding =
  | {
      readonly code: "confirmedChanged";
      readonly severity: "block";
      readonly change: ConfirmedChange;
    }
  | { readonly code: "confirmedUnknown"; readonly severity: "warning" }
  | {
      readonly code: "checklistAltered";
      readonly severity: "block";
      readonly difference: ChecklistDifference;
    }
  | {
      readonly code: "checklistOlder";
      readonly severity: "warning";
      readonly total: number;
      readonly rescored: Rescored;
    }
  | {
      readonly code: "doneDateOdd";
      readonly severity: "block";
      readonly field: `${MilestoneId}Done` | "consentDate";
      /** The words for the date. */
      readonly label: Message;
      readonly date: IsoDate;
      readonly problem: DoneDateProblem;
    };

const confirmationFindings = (
  programme: Programme,
  nomination: CheckedFields,
): RecordFinding[] => [
  ...changesSinceConfirmed(programme, nomination).map(
    (change): RecordFinding => ({
      code: "confirmedChanged",
      severity: "block",
      change,
    }),
  ),
  ...(nomination.nameCheck === "確認済" && !isConfirmationKept(nomination)
    ? [{ code: "confirmedUnknown", severity: "warning" } as const]
    : []),
];

/**
 * The changes by which a confirmed nomination left its edition's lists: it was moved
 * to another edition, or became 自薦.
 */
export const leavingFindings = (
  programme: Programme,
  nomination: CheckedFields,
): RecordFinding[] =>
  isRequired(programme, "nameCheck")
    ? confirmationFindings(programme, nomination).filter(
        (finding) =>
          finding.code === "confirmedChanged" &&
          (finding.change.field === "edition" ||
            finding.change.field === "nominationKind"),
      )
    : [];

const checklistFindings = (
  programme: Programme,
  nomination: CheckedFields & { readonly scoreTotal: number | null },
  edition: CheckingEdition,
): RecordFinding[] => {
  const state = checklistStateOf(programme, nomination, edition);
  if (state.kind === "altered") {
    const { difference } = state;
    return [{ code: "checklistAltered", severity: "block", difference }];
  }
  return state.kind === "same"
    ? []
    : [
        {
          code: "checklistOlder",
          severity: "warning",
          total: nomination.scoreTotal ?? 0,
          rescored: state.rescored,
        },
      ];
};

/** The day the edition opened; the first day of its fiscal year when none is given. */
const openingOf = ({ opensOn, fiscalYear }: CheckingEdition): IsoDate =>
  opensOn ?? (fiscalYear === null ? "" : `${fiscalYear}-04-01`);

/** A firm may be named to the federation before it has agreed; all later steps rest on its consent. */
const needsConsent = ({ part }: Milestone): boolean => part !== "answer";

const problemOf = (
  milestone: Milestone,
  date: IsoDate,
  { consentDate }: CheckedFields,
  edition: CheckingEdition,
  today: IsoDate,
): DoneDateProblem | null => {
  if (date > today) return "future";
  if (date < openingOf(edition)) return "beforeOpening";
  return needsConsent(milestone) && consentDate !== null && date < consentDate
    ? "beforeConsent"
    : null;
};

const dateFindings = (
  programme: Programme,
  nomination: CheckedFields,
  edition: CheckingEdition,
  today: IsoDate,
): RecordFinding[] =>
  programme.milestones.flatMap((milestone): RecordFinding[] => {
    const date = doneOf(nomination, milestone);
    if (date === null) return [];
    const problem = problemOf(milestone, date, nomination, edition, today);
    return problem === null
      ? []
      : [
          {
            code: "doneDateOdd",
            severity: "block",
            field: `${milestone.id}Done`,
            label: {
              ja: `${milestone.label.ja}の実施日`,
              en: `date of “${milestone.label.en}”`,
            },
            date,
            problem,
          },
        ];
  });

const consentFindings = (
  { consentDate }: CheckedFields,
  today: IsoDate,
): RecordFinding[] =>
  consentDate === null || consentDate <= today
    ? []
    : [
        {
          code: "doneDateOdd",
          severity: "block",
          field: "consentDate",
          label: { ja: "同意を得た日", en: "date of the consent" },
          date: consentDate,
          problem: "future",
        },
      ];

/**
 * Compares a nomination with its confirmed values, its edition's checklist and
 * the possible days. Page, board, dialog and command line show these findings.
 *
 * @param today - `YYYY-MM-DD`
 */
export const recordFindings = (
  programme: Programme,
  nomination: CheckedFields & Pick<Nomination, "scoreTotal">,
  edition: CheckingEdition,
  today: IsoDate,
): RecordFinding[] => [
  ...(isRequired(programme, "nameCheck")
    ? confirmationFindings(programme, nomination)
    : []),
  ...(!hasScore(programme)
    ? []
    : checklistFindings(programme, nomination, edition)),
  ...consentFindings(nomination, today),
  ...dateFindings(programme, nomination, edition, today),
];
