import { comparePressing } from "./board-lines.ts";
import type { BoardLine } from "./board-lines.ts";
import { looseNameKey } from "./loose-name.ts";
import { compareTexts } from "./text-order.ts";

export type LineSort = "pressing" | "society" | "firm";

export type LineChoice = {
  /** Name of a society; blank for all. */
  readonly society: string;
  /** Part of a firm's or society's name, compared loosely. */
  readonly search: string;
  readonly sort: LineSort;
};

const matches =
  ({ society, search }: LineChoice) =>
  ({ nomination }: BoardLine): boolean =>
    (society === "" || nomination.society === society) &&
    (search === "" ||
      looseNameKey(
        `${nomination.registeredName} ${nomination.society}`,
      ).includes(looseNameKey(search)));

const comparators: Readonly<
  Record<LineSort, (a: BoardLine, b: BoardLine) => number>
> = {
  pressing: comparePressing,
  society: (a, b) =>
    compareTexts(a.nomination.societyCode, b.nomination.societyCode) ||
    comparePressing(a, b),
  firm: (a, b) =>
    compareTexts(a.nomination.registeredName, b.nomination.registeredName) ||
    comparePressing(a, b),
};

/** The lines that the reader chose, in the order of the choice. */
export const selectLines = (
  lines: readonly BoardLine[],
  choice: LineChoice,
): BoardLine[] =>
  lines.filter(matches(choice)).toSorted(comparators[choice.sort]);
