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
      readonly milestone: MilestoneId;
      readonly label: Message;
      readonly date: IsoDate;
      readonly problem: DoneDateProblem;
    };

const confirmationFindings = (nomination: CheckedFields): RecordFinding[] => [
  ...changesSinceConfirmed(nomination).map((change): RecordFinding => ({
    code: "confirmedChanged",
    severity: "block",
    change,
  })),
  ...(nomination.nameCheck === "確認済" && !isConfirmationKept(nomination)
    ? [{ code: "confirmedUnknown", severity: "warning" } as const]
    : []),
];

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
  programme.milestones.flatMap((milestone) => {
    const date = doneOf(nomination, milestone);
    if (date === null) return [];
    const problem = problemOf(milestone, date, nomination, edition, today);
    return problem === null
      ? []
      : [
          {
            code: "doneDateOdd",
            severity: "block",
            milestone: milestone.id,
            label: milestone.label,
            date,
            problem,
          } as const,
        ];
  });

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
    ? confirmationFindings(nomination)
    : []),
  ...(programme.threshold === null
    ? []
    : checklistFindings(programme, nomination, edition)),
  ...dateFindings(programme, nomination, edition, today),
];
