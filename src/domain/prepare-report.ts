import { withEditionDates } from "./deadlines.ts";
import { closedDaysOf } from "./edition-deadlines.ts";
import { reportFileName } from "./file-name.ts";
import { nominationDigest } from "./included-nomination.ts";
import {
  isInTheRunning,
  isNominatedByOther,
  isRegistered,
  isRegisteredLate,
} from "./nomination-step.ts";
import { leavingFindings } from "./record-findings.ts";
import { changesSinceMailed } from "./report-changes.ts";
import type { ReportChanges } from "./report-changes.ts";
import { leavingIssues, reportIssues } from "./report-issues.ts";
import type { ReportIssue } from "./report-issues.ts";
import { selectForReport } from "./report-selection.ts";
import type { DeliveryKind, ReportSelection } from "./report-selection.ts";
import { reportValues } from "./report-values.ts";
import type { ReportData } from "./report-values.ts";
import { isMailed } from "./sheet-state.ts";
import type { Programme } from "../programmes/index.ts";
import type { AppRecord } from "../apps/records.ts";

type NominationRecord = AppRecord<"nominations">;

/** Everything of one edition, as it was read. */
type ReportRecords = {
  readonly edition: AppRecord<"editions">;
  readonly nominations: readonly NominationRecord[];
  /** Confirmed for this edition, and moved to another one since; absent where nobody is warned. */
  readonly movedAway?: readonly NominationRecord[];
  readonly deliveries: ReadonlyArray<AppRecord<"deliveries">>;
};

/** A report without its file, prepared from the records. */
export type PreparedReport = {
  readonly edition: AppRecord<"editions">;
  readonly selection: ReportSelection<NominationRecord>;
  readonly issues: readonly ReportIssue[];
  /** Registered nominations that left the edition's lists after their confirmation. */
  readonly left: readonly NominationRecord[];
  readonly data: ReportData;
  readonly changes: ReportChanges<NominationRecord>;
  /** A report of this edition has been mailed. */
  readonly mailedBefore: boolean;
  readonly fileName: string;
};

export type PrepareOptions = {
  programme: Programme;
  records: ReportRecords;
  kind: DeliveryKind;
  /** Typed by the maker; the edition's own when blank. */
  noneReason: string;
  today: string;
  warnDays: number;
  closedDays: readonly string[];
  /** The name of the blank, for the name of the result. */
  formName?: string;
};

const listLeft = (
  programme: Programme,
  { nominations, movedAway = [] }: ReportRecords,
): NominationRecord[] =>
  [...nominations.filter((one) => !isNominatedByOther(one)), ...movedAway]
    .filter((one) => isRegistered(programme, one) && isInTheRunning(one))
    .filter((one) => leavingFindings(programme, one).length > 0);

/** Pure: the same records on the same day give the same report. */
export const prepareReport = (options: PrepareOptions): PreparedReport => {
  const { programme } = options;
  const { deliveries } = options.records;
  const nominations = options.records.nominations.map((nomination) =>
    withEditionDates(programme, nomination, options.records.edition),
  );
  const edition = {
    ...options.records.edition,
    noneReason:
      options.noneReason.trim() === ""
        ? options.records.edition.noneReason
        : options.noneReason.trim(),
  };
  const selection = selectForReport(
    programme,
    nominations,
    deliveries,
    options.kind,
  );
  const belonging = selectForReport(
    programme,
    nominations,
    deliveries,
    "本提出",
  );
  const left = listLeft(programme, options.records);
  return {
    edition,
    selection,
    issues: [
      ...reportIssues(programme, selection, edition, {
        today: options.today,
        warnDays: options.warnDays,
        closedDays: closedDaysOf(edition, options.closedDays),
      }),
      ...leavingIssues(programme, left),
    ],
    left,
    data: reportValues({
      programme,
      edition,
      entries: selection.entries,
      caseCount: selection.caseCount,
      today: options.today,
    }),
    changes: changesSinceMailed(
      belonging.entries.map(({ nomination }) => nomination),
      deliveries,
      (nomination) =>
        nominationDigest(programme, {
          nomination,
          isLate: isRegisteredLate(programme, nomination),
        }),
    ),
    mailedBefore: deliveries.some(isMailed),
    fileName: reportFileName({
      title: programme.sheet.title,
      federationName: edition.federationName,
      today: options.today,
      formName: options.formName ?? "",
      kind: options.kind,
    }),
  };
};
