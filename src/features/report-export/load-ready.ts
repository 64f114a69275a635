import type { FeatureContext } from "../../feature-kit/feature.ts";
import { suggestKind } from "../../domain/report-selection.ts";
import type { DeliveryKind } from "../../domain/report-selection.ts";
import { isMailed } from "../../domain/sheet-state.ts";
import { compareTexts } from "../../domain/text-order.ts";
import {
  downloadForm,
  downloadProof,
  loadReportRecords,
} from "../../kintone/report-records.ts";
import type { ReportRecords } from "../../kintone/report-records.ts";
import { compareSent } from "../../report/compare-sent.ts";
import { mapVersionOf } from "../../report/ledger-facts.ts";
import {
  finish,
  isAboutOneFirm,
  isRowKey,
  isValueKey,
  keysOf,
  preflightSteps,
} from "excel-form";
import { openFormSteps } from "../../report/open-form.ts";
import type { OpenedForm } from "../../report/open-form.ts";
import type { FormIssue, Progress, Steps } from "excel-form";
import { workInSlices } from "../../ui/in-slices.ts";
import type { ReadyIssue, ReadyReport, Typed } from "./dialog-state.ts";
import { messages } from "./messages.ts";
import { prepareReport } from "../../domain/prepare-report.ts";
import type { PreparedReport } from "../../domain/prepare-report.ts";
import {
  firmIssues,
  firmSheets,
  firmStates,
  wholeSheet,
} from "../../domain/report-sheets.ts";
import type { ReportSheet } from "../../domain/report-sheets.ts";
import { CATALOGUE, catalogueOf } from "../../domain/value-catalogue.ts";

type Context = FeatureContext<typeof messages>;

/** The records read once; preparing again after typing needs no request. */
export type ReportSource = {
  records: ReportRecords;
  form: OpenedForm;
  cellChanges: ReadyReport["cellChanges"];
};

/** Without its proof a sheet can still be said to differ, though not where. */
const proofOrNull = async (
  { gateway }: Context,
  delivery: ReportRecords["deliveries"][number],
): Promise<unknown> => {
  try {
    return await downloadProof(gateway, delivery);
  } catch (error) {
    console.warn("suisen: proof", error);
    return null;
  }
};

/** Value by value, as far as the proofs of the mailed sheets are kept. */
const loadCellChanges = async (
  context: Context,
  { edition, nominations, deliveries }: ReportRecords,
  form: OpenedForm,
): Promise<ReportSource["cellChanges"]> => {
  const version = mapVersionOf(form);
  const compared = await Promise.all(
    deliveries
      .filter(isMailed)
      .toSorted((a, b) => compareTexts(a.sentAt ?? "", b.sentAt ?? ""))
      .map(async (delivery) =>
        compareSent({
          programme: context.programme,
          included: delivery.included,
          proof: await proofOrNull(context, delivery),
          map: delivery.mapVersion === version ? form.map : null,
          nominations,
          edition,
        }),
      ),
  );
  // The later sheet decides about what several list.
  return new Map(
    compared
      .flat()
      .map(({ id, state }) => [
        id,
        state.kind === "changed" ? state.changes : [],
      ]),
  );
};

/** The inputs of a sheet besides its nominations; a change asks for a new review. */
export const stampOf = (
  today: string,
  ...records: ReadonlyArray<{ id: string; revision: string } | undefined>
): string =>
  [today, ...records.map((one) => `${one?.id}.${one?.revision}`)].join();

/** @throws AppError of the gateway, or `report/…` when the edition's form or map is unusable */
export const loadSource = async (
  context: Context,
  edition: string,
  onProgress: (progress: { done: number; total: number }) => void,
  isStopped: () => boolean = () => false,
): Promise<ReportSource> => {
  const { gateway } = context;
  const records = await loadReportRecords(gateway, edition, onProgress);
  const file = await downloadForm(gateway, records.edition);
  const form = await workInSlices(
    openFormSteps({
      programme: gateway.programme,
      file,
      mapText: records.edition.formMap,
    }),
    { isCancelled: isStopped, onProgress },
  );
  return {
    records,
    form,
    cellChanges: await loadCellChanges(context, records, form),
  };
};

/** A map that takes nothing from the nominations is mostly an unfinished one. */
const checkTaken = ({ map }: OpenedForm, rows: number): FormIssue[] => {
  const keys = [
    ...map.cells,
    ...map.lists.flatMap(({ columns }) => columns),
  ].flatMap((one) => keysOf(CATALOGUE, one));
  return keys.some((one) => isRowKey(CATALOGUE, one)) ||
    (rows === 0 && keys.length > 0)
    ? []
    : [
        {
          severity: keys.length > 0 ? "warn" : "block",
          code: "nothing-mapped",
          message: messages.nothingMapped,
        },
      ];
};

/**
 * Findings of the form about each file, with its nomination. A finding about
 * all files appears once.
 */
function* checkSteps(
  programme: Context["programme"],
  { form, map }: OpenedForm,
  sheets: readonly ReportSheet[],
  isPerFirm: boolean,
): Steps<readonly ReadyIssue[], Progress> {
  const issues: ReadyIssue[] = [];
  for (const { data, entries } of sheets) {
    for (const issue of yield* preflightSteps(
      catalogueOf(programme),
      form,
      map,
      data,
    )) {
      const { key = "", entry } = issue;
      const isOwn =
        isPerFirm && isValueKey(CATALOGUE, key) && isRowKey(CATALOGUE, key);
      const about = entries[isOwn ? 0 : (entry ?? -1)];
      issues.push(
        about ? { ...issue, nominationId: about.nomination.id } : issue,
      );
    }
  }
  return sheets.length < 2
    ? issues
    : [...new Map(issues.map((one) => [JSON.stringify(one), one])).values()];
}

/** Prepares the sheets and checks them against the form, in steps. */
export function* readySteps(
  {
    programme,
    clock,
    settings,
  }: { clock: Pick<Context["clock"], "today"> } & Pick<
    Context,
    "programme" | "settings"
  >,
  { records, form, cellChanges }: ReportSource,
  typed: Typed,
): Steps<ReadyReport, Progress> {
  const today = clock.today();
  const prepare = (kind: DeliveryKind): PreparedReport =>
    prepareReport({
      programme,
      records,
      kind,
      noneReason: typed.noneReason,
      today,
      warnDays: settings.warnDays,
      closedDays: settings.closedDays.map(({ date }) => date),
      formName: form.name,
    });
  const { deliveries } = records;
  const isPerFirm = isAboutOneFirm(CATALOGUE, form.map);
  const first = prepare(
    isPerFirm ? "本提出" : (typed.kind ?? suggestKind(deliveries)),
  );
  // Only the whole sheet can report changes when no nomination is to be added.
  const prepared =
    typed.kind === null && first.selection.count === 0
      ? prepare("本提出")
      : first;
  const firms =
    isPerFirm && prepared.selection.count > 0
      ? firmStates(programme, prepared, deliveries)
      : null;
  const chosen =
    typed.firms ??
    new Set(firms?.filter(({ latest }) => !latest).map(({ id }) => id));
  const sheets = firms
    ? firmSheets(programme, prepared, chosen)
    : [wholeSheet(prepared)];
  const issues = firms ? firmIssues(prepared, chosen) : prepared.issues;
  return {
    prepared: { ...prepared, issues },
    sheets,
    firms,
    stamp: stampOf(today, records.edition, ...deliveries),
    cellChanges,
    formName: form.name,
    unusedForms: records.edition.formFile.slice(0, -1).map(({ name }) => name),
    isSample: form.isSample,
    formIssues: [
      ...checkTaken(form, prepared.data.rows.length),
      ...(yield* checkSteps(programme, form, sheets, firms !== null)),
    ],
  };
}

/** The same at one go. */
export const toReady = (...of: Parameters<typeof readySteps>): ReadyReport =>
  finish(readySteps(...of));
