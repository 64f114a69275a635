import type { BoardLine } from "../../domain/board-lines.ts";
import { createSocietyFinder } from "../../domain/society-answers.ts";
import type { BoardPage } from "./board-page.ts";

type Picking = Pick<BoardPage, "loaded" | "choice">;

/** Every line of the board once; the lists overlap. */
const allLines = ({ loaded }: Pick<BoardPage, "loaded">): BoardLine[] => {
  const { board } = loaded;
  const lists = [
    board.toDo,
    board.dueThisWeek,
    board.returned,
    board.registeredLate,
    ...Object.values(board.queues),
  ].flat();
  return [...new Map(lists.map((one) => [one.nomination.id, one])).values()];
};

export const pickedLines = (page: Picking): BoardLine[] =>
  allLines(page).filter(({ nomination }) =>
    page.choice.picked.has(nomination.id),
  );

/** Ids of the societies that the picked lines belong to. */
export const societiesOfPicked = (page: Picking): string[] => {
  const find = createSocietyFinder([...page.loaded.societies.values()]);
  const ids = pickedLines(page).flatMap(
    ({ nomination }) => find(nomination)?.id ?? [],
  );
  return [...new Set(ids)];
};
