import type { Milestone, Programme } from "../../programmes/index.ts";
import {
  allOf,
  isBlank,
  isIn,
  isNotIn,
  STATUS_FIELD,
} from "../parts/conditions.ts";
import { PAST_RECORD } from "./deadline-fields.ts";
import { listSteps, returnedState, withdrawnState } from "./states.ts";

/** Withdrawn nominations leave every list of things to do. */
export const isActive = isNotIn(STATUS_FIELD, withdrawnState);

/** The record came from a list of earlier years. */
export const isPastRecord = isIn("recordKind", PAST_RECORD);

/** All others: work of an edition that ran, or runs, on this site. */
export const isOwnRecord = isNotIn("recordKind", PAST_RECORD);

/**
 * The nominations that the board counts: 他薦 in the running, with no consent
 * taken back. The
 * lists that answer the same question as the board have to give the same answer.
 */
const counts = allOf(
  isNotIn(STATUS_FIELD, returnedState, withdrawnState),
  isNotIn("nominationKind", "自薦"),
  isNotIn("consentNominate", "撤回"),
  isNotIn("consentShare", "撤回"),
  isOwnRecord,
);

/** The states in which a milestone that may be late has been overtaken. */
const statesBeyond = (
  programme: Programme,
  { id, lateness }: Milestone,
): string[] => {
  const steps = listSteps(programme);
  const own = steps.findIndex(({ milestone }) => milestone === id);
  return own === -1 || lateness !== "allowed"
    ? []
    : steps.slice(own + 1).map(({ state }) => state);
};

/**
 * Not reached yet, and applicable: optional ones only to those who enter the
 * contest, and one that may be late only until the next has been reached.
 */
export const isOpen = (programme: Programme, milestone: Milestone): string => {
  const beyond = statesBeyond(programme, milestone);
  return allOf(
    isBlank(`${milestone.id}Done`),
    milestone.optional ? isIn("contest", "参加する") : "",
    beyond.length > 0 ? isNotIn(STATUS_FIELD, ...beyond) : "",
  );
};

/**
 * The milestone is still open and its date is as the test says. One milestone at
 * a time: a stored condition that mixes `and` with `or` is refused (recorded in
 * kintone-labs/kintone-java-sdk, `src/test`; the editor of lists knows only "all
 * of" and "any of").
 *
 * An empty date is neither before nor after today.
 */
export const isOverdue = (programme: Programme, milestone: Milestone): string =>
  allOf(counts, `${milestone.id}Due < TODAY()`, isOpen(programme, milestone));

/** Today to Saturday, in the user's time zone; what is past is overdue. */
export const isDueThisWeek = (
  programme: Programme,
  milestone: Milestone,
): string =>
  allOf(
    counts,
    `${milestone.id}Due = THIS_WEEK()`,
    `${milestone.id}Due >= TODAY()`,
    isOpen(programme, milestone),
  );
