import type { BoardLine } from "./board-lines.ts";
import { isRegistered, stepOf } from "./nomination-step.ts";

/** The federation's own work. */
export type BoardQueues = {
  /** Contacted, and the name is not confirmed yet. */
  readonly nameCheck: readonly BoardLine[];
  /** Contacted, and nothing keeps the registration. */
  readonly register: readonly BoardLine[];
  /** Registered, and on no sheet that was mailed. */
  readonly report: readonly BoardLine[];
};

const isContacted = ({ nomination }: BoardLine): boolean =>
  stepOf(nomination) === "contacted";

/**
 * @param lines - nominations that count
 * @param sent - ids on mailed sheets
 */
export const boardQueues = (
  lines: readonly BoardLine[],
  sent: ReadonlySet<string>,
): BoardQueues => ({
  nameCheck: lines.filter(
    (line) => isContacted(line) && line.nomination.nameCheck !== "確認済",
  ),
  // The cheap questions first: readiness is worked out for few of thousands.
  register: lines.filter(
    (line) =>
      isContacted(line) &&
      line.nomination.nameCheck === "確認済" &&
      line.readiness.blockers.length === 0,
  ),
  report: lines.filter(
    ({ nomination }) => isRegistered(nomination) && !sent.has(nomination.id),
  ),
});
