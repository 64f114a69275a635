import { appFieldCodes } from "../../apps/records.ts";
import type { AppFieldCode } from "../../apps/records.ts";
import type { ReportIssue } from "../../domain/report-issues.ts";

type FieldCode = AppFieldCode<"nominations"> | AppFieldCode<"editions">;

/** What a finding about a record asks to be mended. */
export const ISSUE_FIELDS: Readonly<
  Partial<Record<ReportIssue["code"], FieldCode>>
> = {
  consentMissing: "consentNominate",
  scoreBelow: "scoreTotal",
  registrationDateMissing: "registerDone",
  registeredLate: "registerDone",
  nameUnconfirmed: "nameCheck",
  noneReasonMissing: "noneReason",
  securityActionMissing: "securityActionId",
  securityActionIdOdd: "securityActionId",
  nameOdd: "registeredName",
  enteredTwice: "registeredName",
  corporateNumberMissing: "corporateNumber",
  corporateNumberWrong: "corporateNumber",
  kanaMissing: "nameKana",
  addressMissing: "address",
  otherPrefecture: "address",
  representativeMissing: "representativeName",
  differenceMissing: "priorDifference",
  reportDatePassed: "reportDate",
  recipientMissing: "recipientEmail",
  senderMissing: "federationName",
  sampleChecklist: "checklistStatus",
};

const OTHERWISE_NAMED: Readonly<Record<string, FieldCode>> = {
  "society.name": "society",
  "contact.name": "contactPersonName",
  "securityAction.declaredOn": "securityActionDate",
  "declaration.registeredOn": "registerDone",
  "case.status": "contest",
  "consent.status": "consentNominate",
  "edition.deadline": "reportDate",
};

const codes = new Set<string>([
  ...appFieldCodes("nominations"),
  ...appFieldCodes("editions"),
]);

/** The field that a value comes from: mostly the last word of its key, or both words joined. */
export const fieldOf = (key: string): string | undefined => {
  const [first = "", last = first] = key.split(".");
  const joined = first + last.charAt(0).toUpperCase() + last.slice(1);
  return OTHERWISE_NAMED[key] ?? [joined, last].find((code) => codes.has(code));
};
