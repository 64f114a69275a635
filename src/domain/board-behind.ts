import type { MatrixRow } from "./board-matrix.ts";
import type { EditionDeadline } from "./edition-deadlines.ts";
import { milestoneOf } from "./cycle.ts";
import { isOpen } from "./milestone-status.ts";
import type { Programme } from "../programmes/index.ts";

/** A society that still has to keep a date. */
export type SocietyBehind = {
  readonly name: string;
  /** Its nominations with the date still open; 0 for a society whose answer alone is missing. */
  readonly nominations: number;
};

/**
 * The societies by which the next date is not kept yet, in the order of the matrix. The sheet of
 * the edition is the federation's own work; its date is kept by no society.
 */
export const societiesBehind = (
  programme: Programme,
  rows: readonly MatrixRow[],
  next: EditionDeadline | null,
): SocietyBehind[] => {
  if (next === null) return [];
  const places = programme.milestones.flatMap(({ id, scope }, place) =>
    scope === "nomination" && next.milestones.includes(id) ? [place] : [],
  );
  const answer = milestoneOf(programme, "answer");
  const asksAnswer =
    answer !== undefined && next.milestones.includes(answer.id);
  return rows.flatMap(({ society, answer: state, cells }) => {
    const open = places.map((place) => {
      const cell = cells[place] ?? null;
      return cell !== null && isOpen(cell.status) ? cell.nominations : 0;
    });
    const nominations = Math.max(0, ...open);
    return nominations > 0 || (asksAnswer && state === "noAnswer")
      ? [{ name: society.name, nominations }]
      : [];
  });
};
