import type { IsoDate } from "./calendar-day.ts";
import type { Edition } from "./model.ts";
import { compareTexts } from "./text-order.ts";

type EditionFields = Pick<
  Edition,
  "id" | "editionState" | "registerDate" | "reportDate"
>;

const lastDateOf = ({ registerDate, reportDate }: EditionFields): string =>
  reportDate ?? registerDate ?? "";

/**
 * The edition to preselect: of those that are 募集中 the one whose report is due
 * next, else the one whose report was due last. Null when none is open.
 */
export const pickOpenEdition = <T extends EditionFields>(
  editions: readonly T[],
  today: IsoDate,
): T | null => {
  const byDate = editions
    .filter(({ editionState }) => editionState === "募集中")
    .toSorted(
      (a, b) =>
        compareTexts(lastDateOf(a), lastDateOf(b)) ||
        Number(a.id) - Number(b.id),
    );
  return (
    byDate.find((edition) => lastDateOf(edition) >= today) ??
    byDate.at(-1) ??
    null
  );
};
