import { PAST_RECORD } from "../apps/nominations/deadline-fields.ts";
import {
  draftState,
  returnedState,
  withdrawnState,
} from "../apps/nominations/states.ts";
import type { Programme } from "../programmes/index.ts";
import { cycleOf } from "./cycle.ts";
import { doneOf, dueOf } from "./milestone-dates.ts";
import type { DoneDates, DueDates } from "./milestone-dates.ts";
import type { Nomination } from "./model.ts";

/**
 * The progress of a nomination: `preparing`, the id of the milestone whose step was
 * taken last, or off the path `returned` and `withdrawn`.
 */
export type NominationStep = string;

type InState = Pick<Nomination, "status">;

/** All steps of the programme's nominations, the two off the path last. */
export const stepsOf = (programme: Programme): NominationStep[] => [
  "preparing",
  ...cycleOf(programme).steps.map(({ milestone }) => milestone),
  "returned",
  "withdrawn",
];

export const isReturned = ({ status }: InState): boolean =>
  status === returnedState;

export const isWithdrawn = ({ status }: InState): boolean =>
  status === withdrawnState;

/** It came from a list of earlier years: nothing is to be done, whatever its state. */
export const isPastRecord = ({
  recordKind,
}: Pick<Nomination, "recordKind">): boolean => recordKind === PAST_RECORD;

/** Place of the nomination's state among the process steps; -1 before the first and off the path. */
const placeOf = (programme: Programme, { status }: InState): number =>
  cycleOf(programme).places.get(status) ?? -1;

/** A record that was never saved, or a state we do not know, is being prepared. */
export const stepOf = (
  programme: Programme,
  nomination: InState,
): NominationStep => {
  if (isReturned(nomination)) return "returned";
  if (isWithdrawn(nomination)) return "withdrawn";
  const { steps } = cycleOf(programme);
  return steps[placeOf(programme, nomination)]?.milestone ?? "preparing";
};

const statesOffThePath: Readonly<Record<string, string>> = {
  preparing: draftState,
  returned: returnedState,
  withdrawn: withdrawnState,
};

/** The process state of a step, as kintone knows it. */
export const stateOf = (programme: Programme, step: NominationStep): string =>
  statesOffThePath[step] ??
  cycleOf(programme).steps.find(({ milestone }) => milestone === step)?.state ??
  step;

export type ConsentFields = Pick<
  Nomination,
  "consentNominate" | "consentShare"
>;

/** The firm took back a consent that the nomination rests on; publication is another matter. */
export const isConsentWithdrawn = (nomination: ConsentFields): boolean =>
  nomination.consentNominate === "撤回" || nomination.consentShare === "撤回";

export type StandingFields = Pick<Nomination, "status" | "nominationKind"> &
  ConsentFields;

/**
 * The nomination is in the running: not 取下げ, not 差戻し, no consent taken back.
 * All others leave every count.
 */
export const isInTheRunning = (nomination: InState & ConsentFields): boolean =>
  !isWithdrawn(nomination) &&
  !isReturned(nomination) &&
  !isConsentWithdrawn(nomination);

/** 他薦; 自薦 is kept for information and counted nowhere. */
export const isNominatedByOther = (
  nomination: Pick<Nomination, "nominationKind">,
): boolean => nomination.nominationKind !== "自薦";

/** The one rule of every count: 他薦 and in the running. */
export const counts = (nomination: StandingFields): boolean =>
  isNominatedByOther(nomination) && isInTheRunning(nomination);

/** Not off the path, and no step of the process taken yet. */
export const isPreparing = (
  programme: Programme,
  nomination: InState,
): boolean => stepOf(programme, nomination) === "preparing";

/** In the state of the entry step or a later one, whatever the dates say. */
export const isRegistered = (
  programme: Programme,
  nomination: InState,
): boolean =>
  !isReturned(nomination) &&
  !isWithdrawn(nomination) &&
  placeOf(programme, nomination) >= cycleOf(programme).entryPlace;

/** The next step is the one by which it enters the sheet. */
export const awaitsEntry = (
  programme: Programme,
  nomination: InState,
): boolean =>
  !isReturned(nomination) &&
  !isWithdrawn(nomination) &&
  placeOf(programme, nomination) === cycleOf(programme).entryPlace - 1;

/** The next step is the one that reports it. */
export const awaitsReport = (
  programme: Programme,
  nomination: InState,
): boolean => {
  const { reportPlace } = cycleOf(programme);
  return (
    reportPlace !== -1 &&
    !isReturned(nomination) &&
    !isWithdrawn(nomination) &&
    placeOf(programme, nomination) === reportPlace - 1
  );
};

export const isReported = (
  programme: Programme,
  nomination: InState,
): boolean => {
  const { reportPlace } = cycleOf(programme);
  return reportPlace !== -1 && placeOf(programme, nomination) >= reportPlace;
};

/** Entered after the deadline: valid, but missing from a report sent in time. */
export const isRegisteredLate = (
  programme: Programme,
  nomination: InState & DueDates & DoneDates,
): boolean => {
  const { entry } = cycleOf(programme);
  const due = dueOf(nomination, entry);
  const done = doneOf(nomination, entry);
  return (
    isRegistered(programme, nomination) &&
    done !== null &&
    due !== null &&
    done > due
  );
};
