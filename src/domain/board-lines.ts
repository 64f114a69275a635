import { addDays, weekdayOf } from "excel-form";
import type { IsoDate } from "excel-form";
import { milestonesOf } from "./deadlines.ts";
import type { Milestone } from "./deadlines.ts";
import type { DeadlineClock } from "./due-facts.ts";
import { isOpen, urgencyOf } from "./milestone-status.ts";
import type { MilestoneStatus } from "./milestone-status.ts";
import type { Programme } from "../programmes/index.ts";
import { dateCodesOf } from "./milestone-dates.ts";
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
    | "receiptNumber"
    | "supporterName"
    | "supporterAffiliation"
    | "supporterContact"
  >;

/** The deadlines of a nomination; lines with equal states and dates share one object. */
export type MilestoneView = {
  readonly milestones: readonly Milestone[];
  /** The milestone that presses most; null when none is open. */
  readonly pressing: Milestone | null;
};

/** A nomination with what the board says about it. */
export type BoardLine = MilestoneView & {
  readonly nomination: BoardNomination;
  readonly view: MilestoneView;
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

/** Views by the values that they depend on, one level for each value; a joined key takes three times as long. */
class ViewCache {
  readonly next = new Map<string | null, ViewCache>();
  view: MilestoneView | undefined;
}

const cacheUnder = (cache: ViewCache, value: string | null): ViewCache => {
  const found = cache.next.get(value);
  if (found !== undefined) return found;
  const added = new ViewCache();
  cache.next.set(value, added);
  return added;
};

const knownViews = new WeakMap<DeadlineClock, Map<Programme, ViewCache>>();

const viewsOf = (programme: Programme, clock: DeadlineClock): ViewCache => {
  const known = knownViews.get(clock) ?? new Map<Programme, ViewCache>();
  knownViews.set(clock, known);
  const cache = known.get(programme) ?? new ViewCache();
  known.set(programme, cache);
  return cache;
};

/** Goes by every field that a milestone depends on. */
const cacheOf = (
  programme: Programme,
  one: BoardNomination,
  clock: DeadlineClock,
): ViewCache => {
  let cache = cacheUnder(viewsOf(programme, clock), one.status);
  cache = cacheUnder(cache, one.nominationKind);
  cache = cacheUnder(cache, one.contest);
  for (const { due, done } of dateCodesOf(programme)) {
    cache = cacheUnder(cache, one[due] ?? null);
    cache = cacheUnder(cache, one[done] ?? null);
  }
  return cache;
};

/**
 * Thousands of nominations share a few sets of states and dates; each set is worked out once per
 * clock.
 */
const viewMilestones = (
  programme: Programme,
  nomination: BoardNomination,
  clock: DeadlineClock,
): MilestoneView => {
  const cache = cacheOf(programme, nomination, clock);
  if (cache.view !== undefined) return cache.view;
  const milestones = milestonesOf(programme, nomination, clock);
  cache.view = { milestones, pressing: pressingOf(milestones) };
  return cache.view;
};

const isWorse = (a: Milestone, b: Milestone): boolean =>
  urgencyOf(a.status) === urgencyOf(b.status)
    ? (a.due ?? "") < (b.due ?? "")
    : urgencyOf(a.status) < urgencyOf(b.status);

/** A class, because an object literal with getters takes ten times as long to make. */
class Line implements BoardLine {
  readonly nomination: BoardNomination;
  readonly view: MilestoneView;
  readonly #programme: Programme;
  readonly #clock: DeadlineClock;

  constructor(
    programme: Programme,
    nomination: BoardNomination,
    clock: DeadlineClock,
  ) {
    this.nomination = nomination;
    this.view = viewMilestones(programme, nomination, clock);
    this.#programme = programme;
    this.#clock = clock;
  }

  get milestones(): readonly Milestone[] {
    return this.view.milestones;
  }

  get pressing(): Milestone | null {
    return this.view.pressing;
  }

  // Lists show some of thousands of lines; the others need no advice.
  get readiness(): Readiness {
    return readinessOf(this.#programme, this.nomination);
  }

  get nextAction(): NextAction | null {
    return nextActionOf(this.#programme, this.nomination, this.#clock);
  }
}

export const toBoardLine = (
  programme: Programme,
  nomination: BoardNomination,
  clock: DeadlineClock,
): BoardLine => new Line(programme, nomination, clock);

/** Lines with the same deadlines. */
export type LineGroup = {
  readonly view: MilestoneView;
  readonly lines: readonly BoardLine[];
};

/** Thousands of lines have a few sets of deadlines; what depends on these alone is asked once for each. */
export const groupLines = (lines: readonly BoardLine[]): LineGroup[] => {
  const groups = new Map<
    MilestoneView,
    { view: MilestoneView; lines: BoardLine[] }
  >();
  for (const line of lines) {
    const group = groups.get(line.view);
    if (group === undefined)
      groups.set(line.view, { view: line.view, lines: [line] });
    else group.lines.push(line);
  }
  return [...groups.values()];
};

export const hasStatus = (
  { milestones }: MilestoneView,
  status: MilestoneStatus,
): boolean => milestones.some((milestone) => milestone.status === status);

/** The Saturday that ends the week, which in kintone (`THIS_WEEK()`) begins on Sunday. */
export const endOfWeek = (today: IsoDate): IsoDate =>
  addDays(today, 6 - weekdayOf(today));

/** A milestone that is open and falls between two days, both included. */
export const isDueBetween = (
  { milestones }: MilestoneView,
  first: IsoDate,
  last: IsoDate,
): boolean =>
  milestones.some(
    ({ status, due }) =>
      isOpen(status) && due !== null && due >= first && due <= last,
  );

/** Overdue before due today before due soon, then the older date; without an open one last. */
const compareViews = (a: MilestoneView, b: MilestoneView): number => {
  if (a.pressing === null || b.pressing === null) {
    return Number(a.pressing === null) - Number(b.pressing === null);
  }
  return (
    urgencyOf(a.pressing.status) - urgencyOf(b.pressing.status) ||
    compareTexts(a.pressing.due ?? "", b.pressing.due ?? "")
  );
};

// Record ids are digits without leading zeros; making numbers of them takes longer than this.
const compareIds = (
  { nomination: { id: a } }: BoardLine,
  { nomination: { id: b } }: BoardLine,
): number => a.length - b.length || compareTexts(a, b);

/**
 * Most pressing first: overdue before due today before due soon, the older date
 * first, then the lower record number.
 */
export const comparePressing = (a: BoardLine, b: BoardLine): number =>
  compareViews(a.view, b.view) || compareIds(a, b);

/** The lines of the groups in the order of `comparePressing`. */
export const sortPressing = (groups: readonly LineGroup[]): BoardLine[] => {
  const ranks: LineGroup[][] = [];
  for (const group of groups.toSorted((a, b) => compareViews(a.view, b.view))) {
    const [first] = ranks.at(-1) ?? [];
    if (first !== undefined && compareViews(first.view, group.view) === 0)
      ranks.at(-1)?.push(group);
    else ranks.push([group]);
  }
  return ranks.flatMap((rank) =>
    rank.flatMap(({ lines }) => lines).sort(compareIds),
  );
};
