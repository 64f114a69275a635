import type { IsoDate } from "./calendar-day.ts";
import type { Edition } from "./model.ts";
import { compareTexts } from "./text-order.ts";

type OpenEditionFields = Pick<
  Edition,
  "name" | "editionState" | "registerDate"
>;

/**
 * The edition that a new nomination belongs to: of those 募集中 the one whose
 * registration date comes next; when all dates have passed the latest of them,
 * because late nominations are still taken. Null when none is 募集中.
 */
export const openEditionFor = <E extends OpenEditionFields>(
  editions: readonly E[],
  today: IsoDate,
): E | null => {
  const open = editions
    .filter(({ editionState }) => editionState === "募集中")
    .toSorted(
      (a, b) =>
        compareTexts(a.registerDate ?? "", b.registerDate ?? "") ||
        compareTexts(a.name, b.name),
    );
  return (
    open.find(({ registerDate }) => (registerDate ?? "") >= today) ??
    open.findLast(({ registerDate }) => registerDate !== null) ??
    open[0] ??
    null
  );
};
