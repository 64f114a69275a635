import { nominations } from "../../apps/index.ts";
import type { AppRecord } from "../../apps/records.ts";
import { isRegistered, isWithdrawn } from "../../domain/nomination-step.ts";
import type { Programme } from "../../programmes/index.ts";

type NominationRecord = AppRecord<"nominations">;

/** The usual order of such a form; the award's own list of fields is not published. */
const order = [
  "businessKind",
  "registeredName",
  "nameKana",
  "corporateNumber",
  "postalCode",
  "address",
  "representativeTitle",
  "representativeName",
  "representativeKana",
  "industry",
  "employees",
  "capital",
  "foundedOn",
  "phone",
  "email",
  "url",
  "contactPersonDepartment",
  "contactPersonName",
  "contactPersonPhone",
  "society",
  "securityActionStars",
  "securityActionId",
  "securityActionDate",
  "scoreTotal",
  "cloudServices",
  "summary",
] as const;

export type TransferRow = {
  readonly code: string;
  /** kintone's own name of the field. */
  readonly label: string;
  readonly value: string;
};

/** The firm's data as they go into the web form, one value after the other. */
export const toTransferRows = (nomination: NominationRecord): TransferRow[] =>
  order.map((code) => ({
    code,
    label: nominations.fields[code].label,
    value: String(nomination[code] ?? ""),
  }));

/** Copying is the work before the registration. */
export const isForTransfer = (
  programme: Programme,
  nomination: NominationRecord,
): boolean => !isWithdrawn(nomination) && !isRegistered(programme, nomination);
