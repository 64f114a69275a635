import type { Programme } from "../programmes/index.ts";
import { cycleOf, milestoneOf } from "./cycle.ts";
import type { Cycle } from "./cycle.ts";
import { doneOf } from "./milestone-dates.ts";
import type { DoneDates, DueDates } from "./milestone-dates.ts";
import type { Delivery, Nomination } from "./model.ts";
import {
  isConsentWithdrawn,
  isNominatedByOther,
  isRegistered,
  isRegisteredLate,
  isReturned,
  isWithdrawn,
} from "./nomination-step.ts";
import { isMailed } from "./sheet-state.ts";
import { compareNumbers, compareTexts } from "./text-order.ts";

export type DeliveryKind = "本提出" | "追加提出";

export type LeftOutReason =
  | "selfNominated"
  | "withdrawn"
  | "consentWithdrawn"
  | "returned"
  | "notRegistered"
  | "alreadySent";

export type SelectionFields = Pick<
  Nomination,
  | "id"
  | "status"
  | "nominationKind"
  | "consentNominate"
  | "consentShare"
  | "society"
  | "societyCode"
  | "societyOrder"
  | "contest"
> &
  DueDates &
  DoneDates;

export type ReportEntry<T extends SelectionFields> = {
  readonly nomination: T;
  /** Registered after the deadline; marked in the sheet. */
  readonly isLate: boolean;
};

export type ReportSelection<T extends SelectionFields> = {
  readonly kind: DeliveryKind;
  /** The entries of the sheet, in its order. */
  readonly entries: ReadonlyArray<ReportEntry<T>>;
  /** Everything of the edition that is not in it, and why. */
  readonly leftOut: ReadonlyArray<{
    readonly nomination: T;
    readonly reason: LeftOutReason;
  }>;
  /** 他薦件数 */
  readonly count: number;
  /** うち実践事例: submitted, or the firm enters the contest. */
  readonly caseCount: number;
};

type SentFields = Pick<Delivery, "deliveryState" | "included">;

/** Once a report has been mailed, what comes later goes on a supplementary sheet. */
export const suggestKind = (
  deliveries: ReadonlyArray<Pick<Delivery, "deliveryState">>,
): DeliveryKind => (deliveries.some(isMailed) ? "追加提出" : "本提出");

export const entersContest = (
  programme: Programme,
  nomination: Pick<Nomination, "contest"> & DoneDates,
): boolean => {
  const milestone = milestoneOf(programme, "case");
  return (
    milestone !== undefined &&
    (nomination.contest === "参加する" ||
      doneOf(nomination, milestone) !== null)
  );
};

/** Why a nomination is in no report of the edition; null when it belongs in. */
const exclusionOf = (
  programme: Programme,
  nomination: SelectionFields,
): LeftOutReason | null => {
  if (!isNominatedByOther(nomination)) {
    return "selfNominated";
  }
  if (isWithdrawn(nomination)) {
    return "withdrawn";
  }
  if (isReturned(nomination)) {
    return "returned";
  }
  if (isConsentWithdrawn(nomination)) {
    return "consentWithdrawn";
  }
  return isRegistered(programme, nomination) ? null : "notRegistered";
};

/** By society, then by entry date; a missing order or date comes last. */
const compareForReport = (
  { entry }: Cycle,
  a: SelectionFields,
  b: SelectionFields,
): number =>
  compareNumbers(a.societyOrder ?? Infinity, b.societyOrder ?? Infinity) ||
  compareTexts(a.societyCode, b.societyCode) ||
  compareTexts(a.society, b.society) ||
  compareTexts(doneOf(a, entry) ?? "9999", doneOf(b, entry) ?? "9999") ||
  compareNumbers(Number(a.id), Number(b.id));

/** The nominations that mailed reports list. */
export const sentIds = (
  deliveries: readonly SentFields[],
): ReadonlySet<string> =>
  new Set(
    deliveries
      .filter(isMailed)
      .flatMap(({ included }) => included.map((row) => row.nominationId)),
  );

/**
 * Which nominations of one edition belong in its report: 他薦 in the state 登録済
 * or 報告済 whose consent is valid. The main report holds all of them, late ones
 * marked; a supplementary one only those that no mailed report has listed.
 */
export const selectForReport = <T extends SelectionFields>(
  programme: Programme,
  nominations: readonly T[],
  deliveries: readonly SentFields[],
  kind: DeliveryKind,
): ReportSelection<T> => {
  const sent = kind === "追加提出" ? sentIds(deliveries) : new Set<string>();
  const cycle = cycleOf(programme);
  const judged = nominations.map((nomination) => ({
    nomination,
    reason:
      exclusionOf(programme, nomination) ??
      (sent.has(nomination.id) ? ("alreadySent" as const) : null),
  }));
  const entries = judged
    .filter(({ reason }) => reason === null)
    .map(({ nomination }) => ({
      nomination,
      isLate: isRegisteredLate(programme, nomination),
    }))
    .toSorted((a, b) => compareForReport(cycle, a.nomination, b.nomination));
  return {
    kind,
    entries,
    leftOut: judged.flatMap(({ nomination, reason }) =>
      reason === null ? [] : { nomination, reason },
    ),
    count: entries.length,
    caseCount: entries.filter(({ nomination }) =>
      entersContest(programme, nomination),
    ).length,
  };
};
