import { prepareReport } from "../../domain/prepare-report.ts";
import { reportValues } from "../../domain/report-values.ts";
import type { ReportData } from "../../domain/report-values.ts";
import { isRegisteredLate } from "../../domain/nomination-step.ts";
import { entersContest } from "../../domain/report-selection.ts";
import type { Programme } from "../../programmes/index.ts";
import type { ReportRecords } from "../../kintone/report-records.ts";

export type PreviewData = {
  readonly data: ReportData;
  /** No nomination is registered yet; unfinished ones show how the form looks. */
  readonly isProvisional: boolean;
};

/** The records that a report of today would hold. */
export const toPreviewData = (
  programme: Programme,
  records: ReportRecords,
  today: string,
): PreviewData => {
  const { edition, selection, data } = prepareReport({
    programme,
    records,
    kind: "本提出",
    noneReason: "",
    today,
    warnDays: 0,
    closedDays: [],
  });
  const waiting = selection.leftOut
    .filter(({ reason }) => reason === "notRegistered")
    .map(({ nomination }) => nomination);
  if (selection.count > 0 || waiting.length === 0) {
    return { data, isProvisional: false };
  }
  const provisional = reportValues({
    programme,
    edition,
    entries: waiting.map((nomination) => ({
      nomination,
      isLate: isRegisteredLate(programme, nomination),
    })),
    caseCount: waiting.filter((one) => entersContest(programme, one)).length,
    today,
  });
  return { data: provisional, isProvisional: true };
};
