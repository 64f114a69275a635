import type { Programme } from "../programmes/index.ts";
import { cycleOf } from "./cycle.ts";
import { dateOf, doneOf } from "./milestone-dates.ts";
import type { DoneDates, EditionDates } from "./milestone-dates.ts";
import { factsOfDue } from "./due-facts.ts";
import type { DeadlineClock } from "./due-facts.ts";
import type { Edition } from "./model.ts";
import { counts, isRegistered } from "./nomination-step.ts";
import type { StandingFields } from "./nomination-step.ts";

/**
 * `atRisk` comes before the date and is to be shown as red as `missed`: by then
 * nobody could do anything about it.
 */
export type TargetState =
  | "reached"
  | "reachedLate"
  | "open"
  | "atRisk"
  | "missed";

export type EditionTarget = {
  /** At least 1, also where the user may not read the edition's. */
  readonly required: number;
  /** Nominations that count and are 登録済 or 報告済. */
  readonly registered: number;
  /** The part of these whose registration date is on or before the edition's. */
  readonly registeredInTime: number;
  /** All nominations that count, registered or not. */
  readonly expected: number;
  readonly state: TargetState;
};

type TargetFields = StandingFields & DoneDates;

const stateOf = (
  target: Omit<EditionTarget, "state">,
  date: string | null,
  clock: DeadlineClock,
): TargetState => {
  if (target.registeredInTime >= target.required) {
    return "reached";
  }
  if (date === null) {
    return "open";
  }
  if (date < clock.today) {
    return target.registered >= target.required ? "reachedLate" : "missed";
  }
  const { businessDaysLeft } = factsOfDue(date, clock);
  return businessDaysLeft <= clock.warnDays ? "atRisk" : "open";
};

/** Will the federation have nominated enough firms by the registration date? */
export const editionTarget = (
  programme: Programme,
  edition: EditionDates & Pick<Edition, "target">,
  nominations: readonly TargetFields[],
  clock: DeadlineClock,
): EditionTarget => {
  const running = nominations.filter(counts);
  const registered = running.filter((one) => isRegistered(programme, one));
  const { entry } = cycleOf(programme);
  const date = dateOf(edition, entry);
  // A sheet without an earlier milestone has no day to compare.
  const isInTime = (one: TargetFields): boolean => {
    const done = doneOf(one, entry);
    return done === null ? entry === undefined : date === null || done <= date;
  };
  const target = {
    required: Math.max(1, edition.target ?? 1),
    registered: registered.length,
    registeredInTime: registered.filter(isInTime).length,
    expected: running.length,
  };
  return { ...target, state: stateOf(target, date, clock) };
};
