import type { IsoDate } from "excel-form";
import { hasSupporter } from "../apps/parts/programme-parts.ts";
import type { Programme } from "../programmes/index.ts";
import type { Nomination } from "./model.ts";

/** Values of a registration that the sheet lists; the same for many firms but for the receipt number. */
export type BulkRegistration = {
  readonly registeredOn: IsoDate;
  readonly registeredBy: NonNullable<Nomination["registeredBy"]>;
  readonly supporterName: string;
  readonly supporterAffiliation: string;
  readonly supporterContact: string;
  /** By record number. */
  readonly receiptNumbers: ReadonlyMap<string, string>;
};

type Registered = Pick<
  Nomination,
  | "id"
  | "registeredBy"
  | "receiptNumber"
  | "supporterName"
  | "supporterAffiliation"
  | "supporterContact"
>;

export type RegistrationValues = Partial<Omit<Registered, "id">>;

/** A supporter that the record names already stays, with affiliation and contact. */
const supporterOf = (target: Registered, given: BulkRegistration) => {
  const { supporterName, supporterAffiliation, supporterContact } =
    target.supporterName === "" ? given : target;
  return { supporterName, supporterAffiliation, supporterContact };
};

/** The values to write beside the date: the record's own where it has some, else the ones for all. */
export const registrationOf = (
  programme: Pick<Programme, "supporter">,
  target: Registered,
  given: BulkRegistration,
): RegistrationValues => ({
  registeredBy: target.registeredBy ?? given.registeredBy,
  receiptNumber: given.receiptNumbers.get(target.id) || target.receiptNumber,
  ...(hasSupporter(programme) && supporterOf(target, given)),
});

export type RegistrationGap = "receiptNumber" | "supporterName";

/** The first value that the sheet lists and that would stay blank; null when none does. */
export const firstRegistrationGap = <T extends Registered>(
  programme: Pick<Programme, "supporter">,
  targets: readonly T[],
  given: BulkRegistration,
): { readonly target: T; readonly field: RegistrationGap } | null => {
  for (const target of targets) {
    const values = registrationOf(programme, target, given);
    for (const field of ["supporterName", "receiptNumber"] as const)
      if (values[field]?.trim() === "") return { target, field };
  }
  return null;
};
