import {
  businessDaysUntil,
  lastBusinessDayBefore,
  whyClosed,
} from "./business-days.ts";
import type { ClosedBecause, ClosedDays } from "./business-days.ts";
import { daysFromTo } from "excel-form";
import type { IsoDate } from "excel-form";

export const DEFAULT_WARN_DAYS = 5;

/** Everything about "now" that a deadline depends on. Treat it as frozen. */
export type DeadlineClock = {
  /** Decided by the caller in the user's time zone. */
  readonly today: IsoDate;
  /** A deadline is まもなく from this many business days on. */
  readonly warnDays: number;
  readonly closedDays: ClosedDays;
};

/** A deadline never moves; when it falls on a closed day, say so and name the day before. */
export type ClosedDayWarning = {
  readonly because: ClosedBecause;
  readonly lastBusinessDay: IsoDate | null;
};

export type DueFacts = {
  /** Negative once past. */
  readonly businessDaysLeft: number;
  /** Calendar days, negative once past. */
  readonly daysLeft: number;
  readonly closedDay: ClosedDayWarning | null;
};

const closedDayWarning = (
  due: IsoDate,
  closedDays: ClosedDays,
): ClosedDayWarning | null => {
  const because = whyClosed(due, closedDays);
  return because === null
    ? null
    : { because, lastBusinessDay: lastBusinessDayBefore(due, closedDays) };
};

// Thousands of nominations share a handful of deadlines; walking the calendar
// once per deadline and clock keeps the board fast.
const knownFacts = new WeakMap<DeadlineClock, Map<IsoDate, DueFacts>>();

/** The calendar facts of a deadline, seen from today. */
export const factsOfDue = (due: IsoDate, clock: DeadlineClock): DueFacts => {
  const known = knownFacts.get(clock) ?? new Map<IsoDate, DueFacts>();
  knownFacts.set(clock, known);
  const facts = known.get(due) ?? {
    businessDaysLeft: businessDaysUntil(clock.today, due, clock.closedDays),
    daysLeft: daysFromTo(clock.today, due),
    closedDay: closedDayWarning(due, clock.closedDays),
  };
  known.set(due, facts);
  return facts;
};
