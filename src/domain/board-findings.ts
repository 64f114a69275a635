import type { IsoDate } from "excel-form";
import type { Programme } from "../programmes/index.ts";
import type { Nomination } from "./model.ts";
import { counts } from "./nomination-step.ts";
import type { StandingFields } from "./nomination-step.ts";
import { recordFindings } from "./record-findings.ts";
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

/** The nominations in the running with a finding; those that block the sheet come first. */
export const boardFindings = (
  programme: Programme,
  nominations: readonly Checked[],
  edition: CheckingEdition,
  today: IsoDate,
): BoardFinding[] =>
  nominations
    .filter(counts)
    .map((nomination) => ({
      nomination,
      findings: recordFindings(programme, nomination, edition, today),
    }))
    .filter(({ findings }) => findings.length > 0)
    .toSorted(
      (a, b) =>
        Number(hasBlock(b)) - Number(hasBlock(a)) ||
        Number(a.nomination.id) - Number(b.nomination.id),
    );
