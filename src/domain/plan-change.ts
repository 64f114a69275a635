import type { IsoDate } from "excel-form";
import type { ClosedDays } from "./business-days.ts";
import {
  flippedVerdicts,
  staleNominations,
  summarizeChanges,
} from "./edition-change.ts";
import type {
  ChangedEdition,
  CopyOf,
  StaleNomination,
  ValueChange,
} from "./edition-change.ts";
import type { Programme } from "../programmes/index.ts";
import { milestoneOf } from "./cycle.ts";
import { dateOf } from "./milestone-dates.ts";
import { isWithdrawn } from "./nomination-step.ts";
import { planHandout } from "./plan-handout.ts";
import type { HandedOut, HandoutPlan, HandoutSociety } from "./plan-handout.ts";
import { createSocietyFinder, isActive } from "./society-answers.ts";

/** A society that is notified once, in its own record. */
export type SocietyToNotify = {
  readonly society: HandoutSociety;
  /** The answer record, or a nomination where there is none. */
  readonly app: "answers" | "nominations";
  readonly recordId: string;
  readonly changes: readonly ValueChange[];
  readonly flips: readonly StaleNomination[];
};

export type ChangePlan = {
  readonly changes: readonly ValueChange[];
  readonly stale: readonly StaleNomination[];
  readonly flips: readonly StaleNomination[];
  readonly answers: HandoutPlan["update"];
  readonly toNotify: readonly SocietyToNotify[];
  /** Affected societies without an organisation, which no mention reaches. */
  readonly unreachable: readonly HandoutSociety[];
};

export type ChangeInput = {
  readonly programme: Programme;
  readonly edition: ChangedEdition;
  readonly nominations: readonly CopyOf[];
  readonly answers: readonly HandedOut[];
  readonly societies: readonly HandoutSociety[];
  readonly closedDays: ClosedDays;
  readonly today: IsoDate;
};

const answerChanges = (
  { programme, edition, answers }: ChangeInput,
  updates: HandoutPlan["update"],
): ReadonlyMap<string, ValueChange> => {
  const what = milestoneOf(programme, "answer");
  const after = dateOf(edition, what) ?? "";
  const changed = new Map<string, ValueChange>();
  for (const { id, values } of updates) {
    const before = answers.find((one) => one.id === id)?.answerDue ?? "";
    // A first date is no change to announce; the hand-out tells of it.
    const isMoved =
      values.answerDue !== undefined && before !== "" && before !== after;
    if (isMoved && what !== undefined) changed.set(id, { what, before, after });
  }
  return changed;
};

const listSocietiesToNotify = (
  input: ChangeInput,
  stale: readonly StaleNomination[],
  answers: ReadonlyMap<string, ValueChange>,
): SocietyToNotify[] => {
  const find = createSocietyFinder(input.societies);
  // A nomination that was sent back comes again under the new conditions.
  const running = stale.filter(({ nomination }) => !isWithdrawn(nomination));
  const flips = flippedVerdicts(running);
  return input.societies.filter(isActive).flatMap((society) => {
    const isOwn = (one: { society: string; societyCode: string }): boolean =>
      find(one)?.id === society.id;
    const own = running.filter(({ nomination }) => isOwn(nomination));
    const records = input.answers.filter(isOwn);
    const changes = summarizeChanges([
      ...records.flatMap(({ id }) => {
        const change = answers.get(id);
        return change === undefined ? [] : [[change]];
      }),
      ...own.map((one) => one.changes),
    ]);
    const [record] = records;
    const recordId = record?.id ?? own[0]?.nomination.id;
    return changes.length === 0 || recordId === undefined
      ? []
      : [
          {
            society,
            app: record === undefined ? "nominations" : "answers",
            recordId,
            changes,
            flips: flips.filter(({ nomination }) => isOwn(nomination)),
          } as const,
        ];
  });
};

/** Everything that 「変更を反映」 writes and says; empty where all copies are the edition's. */
export const planChange = (input: ChangeInput): ChangePlan => {
  const { programme, edition, societies, answers, closedDays, today } = input;
  const stale = staleNominations(programme, edition, input.nominations);
  const updates = planHandout(
    programme,
    edition,
    societies,
    answers,
    closedDays,
    today,
  ).update.filter(({ values }) => values.answerDue !== undefined);
  const changed = answerChanges(input, updates);
  const affected = listSocietiesToNotify(input, stale, changed);
  return {
    changes: summarizeChanges([
      ...stale.map((one) => one.changes),
      ...[...changed.values()].map((change) => [change]),
    ]),
    stale,
    flips: flippedVerdicts(stale),
    answers: updates,
    toNotify: affected.filter(({ society }) => society.organization.length > 0),
    unreachable: affected
      .map(({ society }) => society)
      .filter(({ organization }) => organization.length === 0),
  };
};
