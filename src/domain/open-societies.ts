import type { MatrixRow } from "./board-matrix.ts";
import type { EditionDeadline } from "./edition-deadlines.ts";
import { cycleOf, milestoneOf } from "./cycle.ts";
import { isOpen } from "./milestone-status.ts";
import type { Programme } from "../programmes/index.ts";

/** A society that still has to keep a date. */
export type OpenSociety = {
  readonly name: string;
  /** Its nominations with the date still open; 0 for a society whose answer alone is missing. */
  readonly nominations: number;
};

/**
 * The societies by which the next date is not kept yet, in the order of the matrix. The sheet of
 * the edition is the federation's own work; its date is kept by no society.
 *
 * @param waiting - ids of nominations that wait for the federation before the entry step
 * @returns null when the date asks nothing of a society
 */
export const listOpenSocieties = (
  programme: Programme,
  rows: readonly MatrixRow[],
  next: EditionDeadline | null,
  waiting: ReadonlySet<string>,
): OpenSociety[] | null => {
  const { entry } = cycleOf(programme);
  const answer = milestoneOf(programme, "answer");
  const asksAnswer =
    answer !== undefined && next?.milestones.includes(answer.id);
  const places = programme.milestones.flatMap((milestone, place) =>
    milestone.scope === "nomination" && next?.milestones.includes(milestone.id)
      ? [{ place, isEntry: milestone.id === entry?.id }]
      : [],
  );
  if (places.length === 0 && !asksAnswer) return null;
  return rows.flatMap(({ society, answer: state, cells }) => {
    const open = places.flatMap(({ place, isEntry }) => {
      const cell = cells[place] ?? null;
      if (cell === null || !isOpen(cell.status)) return [];
      return cell.ids.filter((id) => !isEntry || !waiting.has(id));
    });
    const { size: nominations } = new Set(open);
    return nominations > 0 || (asksAnswer && state === "noAnswer")
      ? [{ name: society.name, nominations }]
      : [];
  });
};
