import type { EditionDates } from "./deadlines.ts";
import { factsOfDue } from "./due-facts.ts";
import type { DeadlineClock } from "./due-facts.ts";
import type { Edition, Nomination } from "./model.ts";
import { counts, isRegistered } from "./nomination-step.ts";
import type { StandingFields } from "./nomination-step.ts";

/**
 * `atRisk` comes before the date and is to be shown as red as `missed`: by then
 * nobody could do anything about it.
 */
export type TargetState =
  "reached" | "reachedLate" | "open" | "atRisk" | "missed";

export type EditionTarget = {
  /** At least 1; a blank in the edition counts as 1. */
  readonly required: number;
  /** Nominations that count and are 登録済 or 報告済. */
  readonly registered: number;
  /** The part of these whose registration date is on or before the edition's. */
  readonly registeredInTime: number;
  /** All nominations that count, registered or not. */
  readonly expected: number;
  readonly state: TargetState;
};

type TargetFields = StandingFields & Pick<Nomination, "registerDone">;

const stateOf = (
  target: Omit<EditionTarget, "state">,
  registerDate: string | null,
  clock: DeadlineClock,
): TargetState => {
  if (target.registeredInTime >= target.required) {
    return "reached";
  }
  if (registerDate === null) {
    return "open";
  }
  if (registerDate < clock.today) {
    return target.registered >= target.required ? "reachedLate" : "missed";
  }
  const { businessDaysLeft } = factsOfDue(registerDate, clock);
  return businessDaysLeft <= clock.warnDays ? "atRisk" : "open";
};

/** Will the federation have nominated enough firms by the registration date? */
export const editionTarget = (
  edition: EditionDates & Pick<Edition, "target">,
  nominations: readonly TargetFields[],
  clock: DeadlineClock,
): EditionTarget => {
  const running = nominations.filter(counts);
  const registered = running.filter(isRegistered);
  const { registerDate } = edition;
  const target = {
    required: Math.max(1, edition.target ?? 1),
    registered: registered.length,
    registeredInTime: registered.filter(
      ({ registerDone }) =>
        registerDone !== null &&
        (registerDate === null || registerDone <= registerDate),
    ).length,
    expected: running.length,
  };
  return { ...target, state: stateOf(target, registerDate, clock) };
};
