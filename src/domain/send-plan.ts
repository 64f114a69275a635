import type { IsoDate } from "excel-form";
import type { IncludedNomination, Nomination } from "./model.ts";
import type { DoneDates } from "./milestone-dates.ts";
import { doneOf } from "./milestone-dates.ts";
import type { Programme } from "../programmes/index.ts";
import { milestoneOf } from "./cycle.ts";
import { awaitsReport, isReported } from "./nomination-step.ts";

export type SendFields = Pick<Nomination, "id" | "status"> & DoneDates;

/** A nomination that changes its process state, with the report date it gets. */
type SendMove = {
  readonly id: string;
  readonly reportedOn: IsoDate | null;
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
  programme: Programme,
  included: readonly IncludedNomination[],
  nominations: readonly SendFields[],
  today: IsoDate,
): SendPlan => {
  const found = byId(nominations);
  const milestone = milestoneOf(programme, "report");
  const reportedOn = (id: string): IsoDate | null => {
    const nomination = found.get(id);
    return nomination === undefined ? null : doneOf(nomination, milestone);
  };
  const isMoving = ({ nominationId }: IncludedNomination): boolean => {
    const nomination = found.get(nominationId);
    return nomination !== undefined && awaitsReport(programme, nomination);
  };
  return {
    moves: included.filter(isMoving).map(({ nominationId: id }) => ({
      id,
      reportedOn: reportedOn(id) ?? today,
    })),
    included: included.map((row) =>
      isMoving(row) && row.stateBefore === ""
        ? {
            ...row,
            stateBefore: found.get(row.nominationId)?.status ?? "",
            reportedBefore: reportedOn(row.nominationId) ?? "",
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
  programme: Programme,
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
        isReported(programme, nomination) &&
        !mailedElsewhere.has(id);
      return isOurs ? [{ id, reportedOn: reportedBefore || null }] : [];
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
