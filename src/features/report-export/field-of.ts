import { isValueKey } from "excel-form";
import type { AppFieldCode } from "../../apps/records.ts";
import type { RecordFinding } from "../../domain/record-findings.ts";
import type { ReportIssue } from "../../domain/report-issues.ts";
import type { Programme } from "../../programmes/index.ts";
import { cycleOf, milestoneOf } from "../../domain/cycle.ts";
import { resolveField } from "../../domain/value-source.ts";
import type { FieldOrPart } from "../../domain/value-source.ts";
import { rowValueOf } from "../../domain/row-values.ts";
import { scalarValueOf } from "../../domain/scalar-values.ts";
import { CATALOGUE } from "../../domain/value-catalogue.ts";

type FieldCode = AppFieldCode<"nominations"> | AppFieldCode<"editions">;

const entryDone = (programme: Programme): FieldCode | null => {
  const { entry } = cycleOf(programme);
  return entry === undefined ? null : `${entry.id}Done`;
};

/** The field to change about a finding. */
export const ISSUE_FIELDS: Readonly<
  Partial<Record<ReportIssue["code"], FieldOrPart<FieldCode>>>
> = {
  consentMissing: "consentNominate",
  scoreBelow: "scoreTotal",
  registrationDateMissing: entryDone,
  registeredLate: entryDone,
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
  reportDatePassed: (programme) => {
    const milestone = milestoneOf(programme, "report");
    return milestone === undefined ? null : `${milestone.id}Date`;
  },
  recipientMissing: "recipientEmail",
  senderMissing: "federationName",
  registrationDataMissing: "receiptNumber",
  sampleChecklist: "checklistStatus",
};

export const issueField = (
  programme: Programme,
  code: ReportIssue["code"],
): FieldCode | undefined =>
  resolveField<FieldCode>(ISSUE_FIELDS[code] ?? null, programme) ?? undefined;

/** The field to change about a difference. */
export const findingField = (finding: RecordFinding): FieldCode => {
  switch (finding.code) {
    case "confirmedChanged":
      return finding.change.field;
    case "confirmedUnknown":
      return "nameCheck";
    case "doneDateOdd":
      return finding.field;
    case "checklistAltered":
    case "checklistOlder":
    default:
      return "checklist";
  }
};

/** The field of a value; undefined when several fields or none make it. */
export const fieldOf = (
  programme: Programme,
  key: string,
): string | undefined => {
  if (!isValueKey(CATALOGUE, key)) return undefined;
  const source = rowValueOf(key) ?? scalarValueOf(key);
  if (source === undefined) return undefined;
  return resolveField<string>(source.field, programme) ?? undefined;
};
