import { hasRegistration } from "../apps/parts/programme-parts.ts";
import type { BoardLine } from "./board-lines.ts";
import type { Programme } from "../programmes/index.ts";
import { isRequired } from "./cycle.ts";
import { awaitsEntry, isRegistered } from "./nomination-step.ts";

/** The federation's own work. */
export type BoardQueues = {
  /** Before the entry step, and the name is not confirmed yet. */
  readonly nameCheck: readonly BoardLine[];
  /** Before the entry step, and nothing keeps it. */
  readonly register: readonly BoardLine[];
  /** Registered, and on no sheet that was mailed. */
  readonly report: readonly BoardLine[];
  /** On a mailed sheet that would say something else about it now. */
  readonly changed: readonly BoardLine[];
};

/** An award without the question or the step has no such queue. */
export const hasQueue = (
  programme: Programme,
  queue: keyof BoardQueues,
): boolean => {
  if (queue === "nameCheck") return isRequired(programme, "nameCheck");
  return queue !== "register" || hasRegistration(programme);
};

const isChecked = (programme: Programme, { nomination }: BoardLine): boolean =>
  !isRequired(programme, "nameCheck") || nomination.nameCheck === "確認済";

/**
 * @param lines - nominations that count
 * @param sent - ids on mailed sheets
 * @param changed - ids of those that a mailed sheet would list otherwise now
 */
export const boardQueues = (
  programme: Programme,
  lines: readonly BoardLine[],
  sent: ReadonlySet<string>,
  changed: ReadonlySet<string>,
): BoardQueues => {
  const waiting = lines.filter(({ nomination }) =>
    awaitsEntry(programme, nomination),
  );
  return {
    nameCheck: waiting.filter((line) => !isChecked(programme, line)),
    // The cheap questions first: readiness is worked out for few of thousands.
    register: waiting.filter(
      (line) =>
        isChecked(programme, line) && line.readiness.blockers.length === 0,
    ),
    report: lines.filter(
      ({ nomination }) =>
        isRegistered(programme, nomination) && !sent.has(nomination.id),
    ),
    changed: lines.filter(({ nomination }) => changed.has(nomination.id)),
  };
};
