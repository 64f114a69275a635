import type { IsoDate } from "excel-form";
import type { Programme } from "../programmes/index.ts";
import type { Edition, Nomination } from "./model.ts";
import { hasMovedAway } from "./confirmation.ts";
import { isInTheRunning, isNominatedByOther } from "./nomination-step.ts";
import type { StandingFields } from "./nomination-step.ts";
import { leavingFindings, recordFindings } from "./record-findings.ts";
import type {
  CheckedFields,
  CheckingEdition,
  RecordFinding,
} from "./record-findings.ts";

type Checked = CheckedFields &
  StandingFields &
  Pick<Nomination, "id" | "society" | "registeredName" | "scoreTotal">;

/** A nomination that differs from what was confirmed or asked for. */
export type BoardFinding = {
  readonly nomination: Pick<Nomination, "id" | "society" | "registeredName">;
  readonly findings: readonly RecordFinding[];
};

export const hasBlock = ({ findings }: BoardFinding): boolean =>
  findings.some(({ severity }) => severity === "block");

type NamedEdition = CheckingEdition & Pick<Edition, "name">;

const findingsOf = (
  programme: Programme,
  nomination: Checked,
  edition: NamedEdition,
  today: IsoDate,
): RecordFinding[] =>
  isNominatedByOther(nomination) && !hasMovedAway(nomination, edition)
    ? recordFindings(programme, nomination, edition, today)
    : leavingFindings(programme, nomination);

/**
 * The nominations in the running with a finding, those that left the edition's lists
 * after their confirmation among them; those that block the sheet come first.
 */
export const boardFindings = (
  programme: Programme,
  nominations: readonly Checked[],
  edition: NamedEdition,
  today: IsoDate,
): BoardFinding[] =>
  nominations
    .filter(isInTheRunning)
    .map((nomination) => ({
      nomination,
      findings: findingsOf(programme, nomination, edition, today),
    }))
    .filter(({ findings }) => findings.length > 0)
    .toSorted(
      (a, b) =>
        Number(hasBlock(b)) - Number(hasBlock(a)) ||
        Number(a.nomination.id) - Number(b.nomination.id),
    );

export type FindingGroup = {
  readonly code: RecordFinding["code"];
  readonly severity: RecordFinding["severity"];
  readonly entries: ReadonlyArray<{
    readonly nomination: BoardFinding["nomination"];
    readonly finding: RecordFinding;
  }>;
};

/** The findings by kind: those that block the sheet first, then the most frequent. */
export const groupFindings = (
  findings: readonly BoardFinding[],
): FindingGroup[] => {
  const all = findings.flatMap(({ nomination, findings: own }) =>
    own.map((finding) => ({ nomination, finding })),
  );
  const codes = [...new Set(all.map(({ finding }) => finding.code))];
  return codes
    .map((code) => {
      const entries = all.filter(({ finding }) => finding.code === code);
      // One kind has one severity.
      const severity = entries[0]?.finding.severity ?? "warning";
      return { code, severity, entries };
    })
    .toSorted(
      (a, b) =>
        Number(b.severity === "block") - Number(a.severity === "block") ||
        b.entries.length - a.entries.length,
    );
};
