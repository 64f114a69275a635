import type { FeatureContext } from "../../feature-kit/feature.ts";
import { suggestKind } from "../../domain/report-selection.ts";
import {
  downloadForm,
  loadReportRecords,
} from "../../kintone/report-records.ts";
import type { ReportRecords } from "../../kintone/report-records.ts";
import { openReportForm } from "../../report/open-form.ts";
import type { OpenedForm } from "../../report/open-form.ts";
import { preflight } from "../../report/index.ts";
import type { ReadyReport, Typed } from "./dialog-state.ts";
import type { messages } from "./messages.ts";
import { prepareReport } from "../../domain/prepare-report.ts";

type Context = FeatureContext<typeof messages>;

/** What was read; preparing again after typing needs no further request. */
export type ReportSource = { records: ReportRecords; form: OpenedForm };

/** @throws AppError of the gateway, or `report/…` when the edition's form or map is unusable */
export const loadSource = async (
  { gateway }: Context,
  edition: string,
  onProgress: (progress: { done: number; total: number }) => void,
): Promise<ReportSource> => {
  const records = await loadReportRecords(gateway, edition, onProgress);
  const file = await downloadForm(gateway, records.edition);
  return {
    records,
    form: openReportForm({ file, mapText: records.edition.formMap }),
  };
};

export const toReady = (
  { clock, settings }: Context,
  { records, form }: ReportSource,
  typed: Typed,
): ReadyReport => {
  const prepared = prepareReport({
    records,
    kind: typed.kind ?? suggestKind(records.deliveries),
    noneReason: typed.noneReason,
    today: clock.today(),
    warnDays: settings.warnDays,
    closedDays: settings.closedDays.map(({ date }) => date),
  });
  return {
    prepared,
    formName: form.name,
    isSample: form.isSample,
    formIssues: preflight(form.form, form.map, prepared.data),
  };
};
