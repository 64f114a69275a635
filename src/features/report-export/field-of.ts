import { isValueKey } from "excel-form";
import type { AppFieldCode } from "../../apps/records.ts";
import type { RecordFinding } from "../../domain/record-findings.ts";
import type { ReportIssue } from "../../domain/report-issues.ts";
import { rowValueOf } from "../../domain/row-values.ts";
import { scalarValueOf } from "../../domain/scalar-values.ts";
import { VOCABULARY } from "../../domain/vocabulary.ts";

type FieldCode = AppFieldCode<"nominations"> | AppFieldCode<"editions">;

/** The field to change about a finding. */
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
  registrationDataMissing: "receiptNumber",
  sampleChecklist: "checklistStatus",
};

/** The field to change about a difference. */
export const findingField = (finding: RecordFinding): FieldCode => {
  switch (finding.code) {
    case "confirmedChanged":
      return finding.change.field;
    case "confirmedUnknown":
      return "nameCheck";
    case "doneDateOdd":
      return `${finding.milestone}Done`;
    case "checklistAltered":
    case "checklistOlder":
    default:
      return "checklist";
  }
};

/** The field of a value; undefined when several fields or none make it. */
export const fieldOf = (key: string): string | undefined => {
  if (!isValueKey(VOCABULARY, key)) return undefined;
  const source = rowValueOf(key) ?? scalarValueOf(key);
  return source?.field ?? undefined;
};
