import type { BoardLine } from "../../domain/board-lines.ts";
import { createSocietyFinder } from "../../domain/society-answers.ts";
import type { BoardPage } from "./board-page.ts";

type Picking = Pick<BoardPage, "loaded" | "choice">;

/** A nomination that was sent back counts nowhere, and can be picked all the same. */
export const pickedLines = ({ loaded, choice }: Picking): BoardLine[] =>
  [...loaded.board.lines, ...loaded.board.returned].filter(({ nomination }) =>
    choice.picked.has(nomination.id),
  );

/** Ids of the societies that the picked lines belong to. */
export const societiesOfPicked = (page: Picking): string[] => {
  const find = createSocietyFinder([...page.loaded.societies.values()]);
  const ids = pickedLines(page).flatMap(
    ({ nomination }) => find(nomination)?.id ?? [],
  );
  return [...new Set(ids)];
};
