import { toCorporateNumber } from "./corporate-number.ts";
import type { Nomination } from "./model.ts";

export type ConfirmationFields = Pick<
  Nomination,
  | "nameCheck"
  | "registeredName"
  | "corporateNumber"
  | "businessKind"
  | "edition"
  | "confirmedName"
  | "confirmedNumber"
  | "confirmedKind"
  | "confirmedEdition"
>;

/** A value that the federation confirmed and that reads otherwise now. */
export type ConfirmedChange = {
  readonly field:
    "registeredName" | "corporateNumber" | "businessKind" | "edition";
  readonly confirmed: string;
  readonly now: string;
};

/** The values to keep when 確認済 is chosen. */
export const toConfirmed = ({
  registeredName,
  corporateNumber,
  businessKind,
  edition,
}: Pick<
  Nomination,
  "registeredName" | "corporateNumber" | "businessKind" | "edition"
>) => ({
  confirmedName: registeredName,
  confirmedNumber: toCorporateNumber(corporateNumber),
  confirmedKind: businessKind ?? "",
  confirmedEdition: edition,
});

/** The values to keep when the confirmation is taken back. */
export const NOTHING_CONFIRMED = {
  confirmedName: "",
  confirmedNumber: "",
  confirmedKind: "",
  confirmedEdition: "",
} as const;

/** 確認済, and the values that were confirmed are known. */
export const isConfirmationKept = (
  nomination: Pick<Nomination, "nameCheck" | "confirmedName">,
): boolean =>
  nomination.nameCheck === "確認済" && nomination.confirmedName !== "";

/** Differences between the confirmed values and the present ones; [] when nothing is confirmed. */
export const changesSinceConfirmed = (
  nomination: ConfirmationFields,
): ConfirmedChange[] => {
  if (!isConfirmationKept(nomination)) return [];
  const now = toConfirmed(nomination);
  const changes: ConfirmedChange[] = [
    {
      field: "registeredName",
      confirmed: nomination.confirmedName,
      now: now.confirmedName,
    },
    {
      field: "corporateNumber",
      confirmed: nomination.confirmedNumber,
      now: now.confirmedNumber,
    },
    {
      field: "businessKind",
      confirmed: nomination.confirmedKind,
      now: now.confirmedKind,
    },
    {
      field: "edition",
      confirmed: nomination.confirmedEdition,
      now: now.confirmedEdition,
    },
  ];
  return changes.filter(({ confirmed, now: present }) => confirmed !== present);
};
