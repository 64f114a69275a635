import type { Milestone, Programme } from "../../programmes/index.ts";
import {
  allOf,
  anyOf,
  isBlank,
  isIn,
  isNotIn,
  STATUS_FIELD,
} from "../conditions.ts";
import { withdrawnState } from "./states.ts";

/** Withdrawn nominations leave every list of things to do. */
export const isActive = isNotIn(STATUS_FIELD, withdrawnState);

/** Not reached yet, and applicable: optional ones only to those who enter the contest. */
export const isOpen = ({ id, optional }: Milestone): string =>
  allOf(isBlank(`${id}Done`), optional ? isIn("contest", "参加する") : "");

/** At least one milestone is still open and its date is as `dateTest` says. */
const anyOpenWithDue = (
  programme: Programme,
  dateTest: (dueCode: string) => string,
): string =>
  allOf(
    isActive,
    anyOf(
      ...programme.milestones.map((milestone) =>
        allOf(dateTest(`${milestone.id}Due`), isOpen(milestone)),
      ),
    ),
  );

/** An empty date is neither before nor after today. */
export const isOverdue = (programme: Programme): string =>
  anyOpenWithDue(programme, (due) => `${due} < TODAY()`);

/** Sunday to Saturday, in the time zone of whoever looks. */
export const isDueThisWeek = (programme: Programme): string =>
  anyOpenWithDue(programme, (due) => `${due} = THIS_WEEK()`);
