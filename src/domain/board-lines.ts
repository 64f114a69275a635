import { addDays, weekdayOf } from "excel-form";
import type { IsoDate } from "excel-form";
import { milestonesOf } from "./deadlines.ts";
import type { Milestone } from "./deadlines.ts";
import type { DeadlineClock } from "./due-facts.ts";
import { isOpen, urgencyOf } from "./milestone-status.ts";
import type { MilestoneStatus } from "./milestone-status.ts";
import type { Nomination } from "./model.ts";
import { nextActionOf } from "./next-action.ts";
import type { NextAction, NextActionFields } from "./next-action.ts";
import { readinessOf } from "./readiness.ts";
import type { Readiness } from "./readiness.ts";
import { compareTexts } from "./text-order.ts";

export type BoardNomination = NextActionFields &
  Pick<
    Nomination,
    | "id"
    | "revision"
    | "society"
    | "societyCode"
    | "registeredName"
    | "corporateNumber"
    | "address"
    | "businessKind"
    | "edition"
  >;

/** A nomination with what the board says about it. */
export type BoardLine = {
  readonly nomination: BoardNomination;
  readonly milestones: readonly Milestone[];
  /** The milestone that presses most; null when none is open. */
  readonly pressing: Milestone | null;
  readonly readiness: Readiness;
  readonly nextAction: NextAction | null;
};

const pressingOf = (milestones: readonly Milestone[]): Milestone | null =>
  milestones
    .filter(({ status }) => isOpen(status))
    .reduce<Milestone | null>(
      (worst, one) => (worst === null || isWorse(one, worst) ? one : worst),
      null,
    );

type MilestoneView = Pick<BoardLine, "milestones" | "pressing">;

const knownViews = new WeakMap<DeadlineClock, Map<string, MilestoneView>>();

/**
 * Thousands of nominations share a few sets of states and dates; each set is worked out once per
 * clock.
 */
const viewMilestones = (
  nomination: BoardNomination,
  clock: DeadlineClock,
): MilestoneView => {
  const known = knownViews.get(clock) ?? new Map<string, MilestoneView>();
  knownViews.set(clock, known);
  const key = keyOf(nomination);
  const found = known.get(key);
  if (found !== undefined) return found;
  const milestones = milestonesOf(nomination, clock);
  const view = { milestones, pressing: pressingOf(milestones) };
  known.set(key, view);
  return view;
};

/** Every field that a milestone depends on. */
const keyOf = (one: BoardNomination): string =>
  `${one.status}|${one.nominationKind}|${one.contest}|${one.contactDue}|${one.registerDue}|${one.reportDue}|${one.caseDue}|${one.contactDone}|${one.registerDone}|${one.reportDone}|${one.caseDone}`;

const isWorse = (a: Milestone, b: Milestone): boolean =>
  urgencyOf(a.status) === urgencyOf(b.status)
    ? (a.due ?? "") < (b.due ?? "")
    : urgencyOf(a.status) < urgencyOf(b.status);

export const toBoardLine = (
  nomination: BoardNomination,
  clock: DeadlineClock,
): BoardLine => {
  const { milestones, pressing } = viewMilestones(nomination, clock);
  return {
    nomination,
    milestones,
    pressing,
    // Lists show some of thousands of lines; the others need no advice.
    get readiness() {
      return readinessOf(nomination);
    },
    get nextAction() {
      return nextActionOf(nomination, clock);
    },
  };
};

export const hasStatus = (line: BoardLine, status: MilestoneStatus): boolean =>
  line.milestones.some((milestone) => milestone.status === status);

/** The Saturday that ends the week, which in kintone (`THIS_WEEK()`) begins on Sunday. */
export const endOfWeek = (today: IsoDate): IsoDate =>
  addDays(today, 6 - weekdayOf(today));

/** A milestone that is open and falls between two days, both included. */
export const isDueBetween = (
  line: BoardLine,
  first: IsoDate,
  last: IsoDate,
): boolean =>
  line.milestones.some(
    ({ status, due }) =>
      isOpen(status) && due !== null && due >= first && due <= last,
  );

/**
 * Most pressing first: overdue before due today before due soon, the older date
 * first, then the lower record number.
 */
export const comparePressing = (a: BoardLine, b: BoardLine): number => {
  if (a.pressing === null || b.pressing === null) {
    return Number(a.pressing === null) - Number(b.pressing === null);
  }
  const [dueA, dueB] = [a.pressing.due ?? "", b.pressing.due ?? ""];
  return (
    urgencyOf(a.pressing.status) - urgencyOf(b.pressing.status) ||
    compareTexts(dueA, dueB) ||
    Number(a.nomination.id) - Number(b.nomination.id)
  );
};
