import type { IsoDate } from "excel-form";
import type { Programme } from "../programmes/index.ts";
import { cycleOf } from "./cycle.ts";
import { dateOf } from "./milestone-dates.ts";
import type { EditionDates } from "./milestone-dates.ts";
import type { Edition } from "./model.ts";
import { compareTexts } from "./text-order.ts";

type OrderFields = Pick<Edition, "name" | "editionState" | "fiscalYear"> &
  EditionDates;

const datesOf = ({ milestones }: Programme, edition: OrderFields): IsoDate[] =>
  milestones
    .flatMap((milestone) => dateOf(edition, milestone) ?? [])
    .toSorted(compareTexts);

/** The sort key of an edition: its group, and its place there. */
const PASSED = 3;

type Place = { readonly group: number; readonly date: IsoDate };

const placeOf = (
  programme: Programme,
  edition: OrderFields,
  today: IsoDate,
): Place => {
  const dates = datesOf(programme, edition);
  const last = dates.at(-1);
  const next = dates.find((date) => date >= today);
  if (edition.editionState !== "募集中") {
    return { group: 4, date: "" };
  }
  if (last === undefined) {
    return { group: 2, date: "" };
  }
  // The edition was not ended in time: work goes on where dates are ahead.
  if (next === undefined) {
    return { group: PASSED, date: last };
  }
  const takesMore =
    (dateOf(edition, cycleOf(programme).entry) ?? next) >= today;
  return { group: takesMore ? 0 : 1, date: next };
};

/**
 * Editions as a person would want them offered: those 募集中 with a date ahead,
 * the next date first, but those whose registration is over after those that
 * still take nominations; those without dates; those whose dates have all passed,
 * the latest first; then the others, newest year first.
 *
 * @param today - `YYYY-MM-DD` in the user's time zone
 */
export const orderEditions = <E extends OrderFields>(
  programme: Programme,
  editions: readonly E[],
  today: IsoDate,
): E[] => {
  const compare = (a: E, b: E): number => {
    const [placeA, placeB] = [
      placeOf(programme, a, today),
      placeOf(programme, b, today),
    ];
    const byDate = compareTexts(placeA.date, placeB.date);
    return (
      placeA.group - placeB.group ||
      (placeA.group === PASSED ? -byDate : byDate) ||
      (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0) ||
      compareTexts(a.name, b.name)
    );
  };
  return editions.toSorted(compare);
};

/** The one to begin with: what was chosen before if it is still there, else the first of the order. */
export const pickEdition = <E extends OrderFields>(
  programme: Programme,
  editions: readonly E[],
  chosen: string | null,
  today: IsoDate,
): E | null =>
  editions.find(({ name }) => name === chosen) ??
  orderEditions(programme, editions, today)[0] ??
  null;

/**
 * The edition that a new record belongs to: the first of the order, so that the
 * form begins where the board does. Null when none is 募集中.
 */
export const openEditionFor = <E extends OrderFields>(
  programme: Programme,
  editions: readonly E[],
  today: IsoDate,
): E | null => {
  const first = pickEdition(programme, editions, null, today);
  return first?.editionState === "募集中" ? first : null;
};
