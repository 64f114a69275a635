import { closedDaysOf } from "../../domain/edition-deadlines.ts";
import { reportFileName } from "../../domain/file-name.ts";
import { changesSinceMailed } from "../../domain/report-changes.ts";
import type { ReportChanges } from "../../domain/report-changes.ts";
import { reportIssues } from "../../domain/report-issues.ts";
import type { ReportIssue } from "../../domain/report-issues.ts";
import { selectForReport } from "../../domain/report-selection.ts";
import type {
  DeliveryKind,
  ReportSelection,
} from "../../domain/report-selection.ts";
import { reportValues } from "../../domain/report-values.ts";
import type { ReportData } from "../../domain/report-values.ts";
import { isMailed } from "../../domain/sheet-state.ts";
import type { AppRecord } from "../../apps/records.ts";
import type { ReportRecords } from "../../kintone/report-records.ts";

type NominationRecord = AppRecord<"nominations">;

/** What the dialog knows once the records are read: everything but the file. */
export type PreparedReport = {
  readonly edition: AppRecord<"editions">;
  readonly selection: ReportSelection<NominationRecord>;
  readonly issues: readonly ReportIssue[];
  readonly data: ReportData;
  readonly changes: ReportChanges<NominationRecord>;
  /** A report of this edition has been mailed. */
  readonly mailedBefore: boolean;
  readonly fileName: string;
};

export type PrepareOptions = {
  records: ReportRecords;
  kind: DeliveryKind;
  /** Typed in the dialog; the edition's own when blank. */
  noneReason: string;
  today: string;
  warnDays: number;
  closedDays: readonly string[];
};

/** Pure: the same records on the same day give the same report. */
export const prepareReport = (options: PrepareOptions): PreparedReport => {
  const { nominations, deliveries } = options.records;
  const edition = {
    ...options.records.edition,
    noneReason:
      options.noneReason.trim() === ""
        ? options.records.edition.noneReason
        : options.noneReason.trim(),
  };
  const selection = selectForReport(nominations, deliveries, options.kind);
  const belonging = selectForReport(nominations, deliveries, "本提出");
  return {
    edition,
    selection,
    issues: reportIssues(selection, edition, {
      today: options.today,
      warnDays: options.warnDays,
      closedDays: closedDaysOf(edition, options.closedDays),
    }),
    data: reportValues({
      edition,
      entries: selection.entries,
      caseCount: selection.caseCount,
      today: options.today,
    }),
    changes: changesSinceMailed(
      belonging.entries.map(({ nomination }) => nomination),
      deliveries,
    ),
    mailedBefore: deliveries.some(isMailed),
    fileName: reportFileName(edition.federationName, options.today),
  };
};
