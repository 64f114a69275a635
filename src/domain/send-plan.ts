import type { IsoDate } from "excel-form";
import type { IncludedNomination, Nomination } from "./model.ts";
import { stepOf } from "./nomination-step.ts";

export type SendFields = Pick<Nomination, "id" | "status" | "reportDone">;

/** A nomination that changes its process state, with the report date it gets. */
type SendMove = {
  readonly id: string;
  readonly reportDone: IsoDate | null;
};

export type SendPlan = {
  readonly moves: readonly SendMove[];
  /** Rows of the ledger entry; they keep what an undo has to restore. */
  readonly included: readonly IncludedNomination[];
};

const byId = <T extends { readonly id: string }>(
  nominations: readonly T[],
): ReadonlyMap<string, T> => new Map(nominations.map((one) => [one.id, one]));

/**
 * Sending a sheet reports every registered nomination on it. Nominations in
 * another state stay as they are: reported ones are closed already, and what
 * was withdrawn or sent back after the sheet was made is for a person to judge.
 * A plan made again after a failure keeps what the first one noted.
 *
 * @param today - `YYYY-MM-DD`; a report date that was entered earlier stays
 */
export const planSending = (
  included: readonly IncludedNomination[],
  nominations: readonly SendFields[],
  today: IsoDate,
): SendPlan => {
  const found = byId(nominations);
  const isMoving = ({ nominationId }: IncludedNomination): boolean => {
    const nomination = found.get(nominationId);
    return nomination !== undefined && stepOf(nomination) === "registered";
  };
  return {
    moves: included.filter(isMoving).map(({ nominationId: id }) => ({
      id,
      reportDone: found.get(id)?.reportDone ?? today,
    })),
    included: included.map((row) =>
      isMoving(row) && row.stateBefore === ""
        ? {
            ...row,
            stateBefore: found.get(row.nominationId)?.status ?? "",
            reportedBefore: found.get(row.nominationId)?.reportDone ?? "",
          }
        : row,
    ),
  };
};

/**
 * The way back: whatever sending moved gets its state and date again. A
 * nomination that another mailed sheet lists stays reported.
 *
 * @param mailedElsewhere - ids on other sheets that count as mailed
 */
export const planUndo = (
  included: readonly IncludedNomination[],
  nominations: readonly SendFields[],
  mailedElsewhere: ReadonlySet<string>,
): SendPlan => {
  const found = byId(nominations);
  const moves = included.flatMap(
    ({ nominationId: id, stateBefore, reportedBefore }) => {
      const nomination = found.get(id);
      const isOurs =
        stateBefore !== "" &&
        nomination !== undefined &&
        stepOf(nomination) === "reported" &&
        !mailedElsewhere.has(id);
      return isOurs ? [{ id, reportDone: reportedBefore || null }] : [];
    },
  );
  return {
    moves,
    included: included.map((row) => ({
      ...row,
      stateBefore: "",
      reportedBefore: "",
    })),
  };
};
