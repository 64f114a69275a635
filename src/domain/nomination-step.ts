import type { Nomination } from "./model.ts";

/** The progress of a nomination. `returned` and `withdrawn` are off the path. */
export type NominationStep =
  | "preparing"
  | "contacted"
  | "registered"
  | "reported"
  | "returned"
  | "withdrawn";

const STEP_BY_STATUS: Readonly<Record<string, NominationStep>> = {
  準備中: "preparing",
  県連へ連絡済: "contacted",
  登録済: "registered",
  報告済: "reported",
  差戻し: "returned",
  取下げ: "withdrawn",
};

/** A record that was never saved, or a state we do not know, is being prepared. */
export const stepOf = ({
  status,
}: Pick<Nomination, "status">): NominationStep =>
  STEP_BY_STATUS[status] ?? "preparing";

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
const isInTheRunning = (
  nomination: Pick<Nomination, "status"> & ConsentFields,
): boolean => {
  const step = stepOf(nomination);
  return (
    step !== "withdrawn" &&
    step !== "returned" &&
    !isConsentWithdrawn(nomination)
  );
};

/** 他薦; 自薦 is kept for information and counted nowhere. */
export const isNominatedByOther = (
  nomination: Pick<Nomination, "nominationKind">,
): boolean => nomination.nominationKind !== "自薦";

/** The one rule of every count: 他薦 and in the running. */
export const counts = (nomination: StandingFields): boolean =>
  isNominatedByOther(nomination) && isInTheRunning(nomination);

/** In the state 登録済 or 報告済, whatever the dates say. */
export const isRegistered = (
  nomination: Pick<Nomination, "status">,
): boolean => {
  const step = stepOf(nomination);
  return step === "registered" || step === "reported";
};

/** Registered after the deadline: valid, but missing from a report sent in time. */
export const isRegisteredLate = (
  nomination: Pick<Nomination, "status" | "registerDone" | "registerDue">,
): boolean =>
  isRegistered(nomination) &&
  nomination.registerDone !== null &&
  nomination.registerDue !== null &&
  nomination.registerDone > nomination.registerDue;
