import { addDays } from "excel-form";
import type { IsoDate } from "excel-form";
import type { DemoEdition } from "./editions.ts";
import type { NominationPlan } from "./nomination-plan.ts";

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);
const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);

export type DoneDates = {
  readonly contactDone: IsoDate | null;
  readonly registerDone: IsoDate | null;
  readonly reportDone: IsoDate | null;
  readonly caseDone: IsoDate | null;
};

/**
 * When each step was done: a few days before its date, never after today, and
 * late by as much as the plan says.
 */
export const toDoneDates = (
  { state, daysLate, isCaseSubmitted }: NominationPlan,
  { dates }: DemoEdition,
  index: number,
  today: IsoDate,
): DoneDates => {
  const isRegistered = state === "登録済" || state === "報告済";
  const isContacted =
    isRegistered || state === "県連へ連絡済" || state === "差戻し";
  const daysEarly = 1 + (index % 4);
  // Not everything of a running edition was done today.
  const latest = addDays(today, -(index % 6));
  const shift = (due: IsoDate, isLateHere: boolean) =>
    isLateHere
      ? earlier(addDays(due, daysLate), today)
      : earlier(addDays(due, -daysEarly), latest);
  const isLate = daysLate > 0;
  const contacted = shift(dates.contact, isLate && !isRegistered);
  return {
    contactDone: isContacted ? contacted : null,
    registerDone: isRegistered
      ? later(shift(dates.register, isLate), contacted)
      : null,
    reportDone: state === "報告済" ? earlier(dates.report, today) : null,
    caseDone: isCaseSubmitted ? earlier(addDays(dates.case, -3), today) : null,
  };
};
