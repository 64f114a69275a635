import type { Message } from "../i18n/message.ts";
import type { Programme } from "../programmes/index.ts";
import { toCorporateNumber } from "./corporate-number.ts";
import { cycleOf } from "./cycle.ts";
import type { DoneDates } from "./milestone-dates.ts";
import { doneOf } from "./milestone-dates.ts";
import type { MilestoneId, Nomination } from "./model.ts";

type ConfirmableFields = Pick<
  Nomination,
  | "registeredName"
  | "corporateNumber"
  | "businessKind"
  | "edition"
  | "nominationKind"
> &
  DoneDates;

export type ConfirmationFields = ConfirmableFields &
  Pick<
    Nomination,
    | "nameCheck"
    | "nameCheckedOn"
    | "confirmedName"
    | "confirmedNumber"
    | "confirmedKind"
    | "confirmedEdition"
    | "confirmedNomination"
    | "confirmedDates"
  >;

/** A value that the federation confirmed and that reads otherwise now. */
export type ConfirmedChange = {
  readonly confirmed: string;
  readonly now: string;
} & (
  | {
      readonly field:
        | "registeredName"
        | "corporateNumber"
        | "businessKind"
        | "edition"
        | "nominationKind";
    }
  | {
      readonly field: `${MilestoneId}Done`;
      /** The words for the milestone. */
      readonly label: Message;
    }
);

/** The milestones whose day a society's own step writes before the nomination enters the sheet. */
const datedMilestones = (programme: Programme) => {
  const { entry } = cycleOf(programme);
  return programme.milestones.filter(
    ({ id, step }) => step?.performer === "anyone" && id !== entry?.id,
  );
};

/** `contact=2022-07-20`, one for each milestone; nothing after the sign for a blank day. */
const toDatesText = (programme: Programme, nomination: DoneDates): string =>
  datedMilestones(programme)
    .map((one) => `${one.id}=${doneOf(nomination, one) ?? ""}`)
    .join(" ");

/** The values to keep when 確認済 is chosen. */
export const toConfirmed = (
  programme: Programme,
  nomination: ConfirmableFields,
) => ({
  confirmedName: nomination.registeredName,
  confirmedNumber: toCorporateNumber(nomination.corporateNumber),
  confirmedKind: nomination.businessKind ?? "",
  confirmedEdition: nomination.edition,
  confirmedNomination: nomination.nominationKind ?? "",
  confirmedDates: toDatesText(programme, nomination),
});

/** Confirmed for the edition, and moved to another one since. */
export const hasMovedAway = (
  nomination: Pick<Nomination, "edition" | "confirmedEdition">,
  { name }: { readonly name: string },
): boolean =>
  nomination.edition !== name && nomination.confirmedEdition === name;

/** The values to keep when the confirmation is taken back. */
export const NOTHING_CONFIRMED = {
  confirmedName: "",
  confirmedNumber: "",
  confirmedKind: "",
  confirmedEdition: "",
  confirmedNomination: "",
  confirmedDates: "",
} as const;

/** 確認済, and the values that were confirmed are known. */
export const isConfirmationKept = (
  nomination: Pick<Nomination, "nameCheck" | "confirmedName">,
): boolean =>
  nomination.nameCheck === "確認済" && nomination.confirmedName !== "";

/**
 * Days that differ from those at the confirmation. A step that was taken after it
 * has no earlier day than the confirmation itself.
 */
const dateChanges = (
  programme: Programme,
  nomination: ConfirmationFields,
): ConfirmedChange[] => {
  const kept = new Map(
    nomination.confirmedDates
      .split(" ")
      .map((pair) => pair.split("=", 2) as [string, string | undefined]),
  );
  return datedMilestones(programme).flatMap((milestone) => {
    const confirmed = kept.get(milestone.id);
    const now = doneOf(nomination, milestone) ?? "";
    const isLater = confirmed === "" && now >= (nomination.nameCheckedOn ?? "");
    return confirmed === undefined || confirmed === now || isLater
      ? []
      : [
          {
            field: `${milestone.id}Done` as const,
            label: milestone.label,
            confirmed,
            now,
          },
        ];
  });
};

/** Differences between the confirmed values and the present ones; [] when nothing is confirmed. */
export const changesSinceConfirmed = (
  programme: Programme,
  nomination: ConfirmationFields,
): ConfirmedChange[] => {
  if (!isConfirmationKept(nomination)) return [];
  const now = toConfirmed(programme, nomination);
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
    {
      field: "nominationKind",
      // Records confirmed by an earlier version of the plugin lack it.
      confirmed: nomination.confirmedNomination || now.confirmedNomination,
      now: now.confirmedNomination,
    },
  ];
  return [
    ...changes.filter(({ confirmed, now: present }) => confirmed !== present),
    ...dateChanges(programme, nomination),
  ];
};
