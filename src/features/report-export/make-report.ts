import { DONE_CODES, DUE_CODES } from "../../apps/records.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { coveringMail } from "../../domain/covering-mail.ts";
import { toIncluded } from "../../domain/included-nomination.ts";
import { selectForReport } from "../../domain/report-selection.ts";
import type { ReportSheet } from "../../domain/report-sheets.ts";
import { deliverReport } from "../../kintone/deliver-report.ts";
import { where } from "../../kintone/query.ts";
import { fillSteps } from "excel-form";
import { workInSlices } from "../../ui/in-slices.ts";
import type { OpenedForm } from "../../report/open-form.ts";
import { toLedgerFacts } from "../../report/ledger-facts.ts";
import type {
  MadeFile,
  MadeReport,
  Progress,
  ReadyReport,
} from "./dialog-state.ts";
import { stampOf } from "./load-ready.ts";
import type { messages } from "./messages.ts";
import { CATALOGUE } from "../../domain/value-catalogue.ts";

type Context = FeatureContext<typeof messages>;

export type MakeOutcome =
  | { kind: "made"; made: MadeReport }
  /** Nominations; none when it was the edition with its form and map, the ledger, or the day. */
  | { kind: "changed"; count: number };

type MakeOptions = {
  context: Context;
  ready: ReadyReport;
  form: OpenedForm;
  warningReason: string;
  /** Throws to stop; nothing of a file has been written down before its last step. */
  onProgress: (progress: Progress) => void;
  /** A file is in the ledger. */
  onFile: (file: MadeFile, sheet: ReportSheet) => void;
};

// The page must show that filling has begun.
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

type Version = { readonly nomination: { id: string; revision: string } };

/** Number of nominations added, removed or saved since the sheet was prepared. */
export const countMoved = (
  before: readonly Version[],
  after: readonly Version[],
): number => {
  const versions = (entries: readonly Version[]) =>
    new Map(
      entries.map(
        ({ nomination: { id, revision } }) => [id, revision] as const,
      ),
    );
  const [old, now] = [versions(before), versions(after)];
  return [...new Map([...old, ...now]).keys()].filter(
    (id) => old.get(id) !== now.get(id),
  ).length;
};

/** Looks once more whether what was agreed to is still what would be made. */
const findChange = async (
  { programme, gateway, clock }: Context,
  { prepared: { edition, selection }, stamp }: ReadyReport,
): Promise<MakeOutcome | null> => {
  const condition = where("edition", "=", edition.name);
  const [nominations, [editionNow], deliveries] = await Promise.all([
    gateway.listRecords("nominations", {
      fields: [
        "status",
        "nominationKind",
        "consentNominate",
        "consentShare",
        "society",
        "societyCode",
        "societyOrder",
        "contest",
        ...DUE_CODES,
        ...DONE_CODES,
      ],
      condition,
    }),
    gateway.listRecords("editions", {
      fields: [],
      condition: where("name", "=", edition.name),
    }),
    gateway.listRecords("deliveries", {
      fields: ["deliveryState", "included"],
      condition,
    }),
  ]);
  const now = selectForReport(
    programme,
    nominations,
    deliveries,
    selection.kind,
  );
  const count = countMoved(selection.entries, now.entries);
  return count > 0 ||
    stampOf(clock.today(), editionNow, ...deliveries) !== stamp
    ? { kind: "changed", count }
    : null;
};

const FIRST_STEPS = 1;
const STEPS_PER_FILE = 3;

/**
 * Look once more whether a record was changed meanwhile; then fill, upload and
 * record, file by file.
 */
export const makeReport = async ({
  context,
  ready,
  form,
  warningReason,
  onProgress,
  onFile,
}: MakeOptions): Promise<MakeOutcome> => {
  const { gateway, clock, t } = context;
  const { prepared, sheets } = ready;
  const { edition, selection } = prepared;
  const total = FIRST_STEPS + STEPS_PER_FILE * sheets.length;
  onProgress({ label: t("checkingAgain"), done: 0, total });
  const change = await findChange(context, ready);
  if (change) return change;

  const files: MadeFile[] = [];
  for (const sheet of sheets) {
    const { data, entries, caseCount, fileName } = sheet;
    const done = FIRST_STEPS + STEPS_PER_FILE * files.length;
    onProgress({ label: t("filling"), done, total });
    await nextFrame();
    const filled = await workInSlices(
      fillSteps(CATALOGUE, form.bytes, form.map, data, {
        form: form.form,
        findings: ready.formIssues,
      }),
      {
        isCancelled: () => false,
        // Asked often, so that the making can be stopped.
        onProgress: () => onProgress({ label: t("filling"), done, total }),
      },
    );
    const { bytes, warnings } = filled;
    const deliveryId = await deliverReport(
      gateway,
      {
        edition: edition.name,
        kind: selection.kind,
        madeAt: clock.now(),
        file: { name: fileName, bytes },
        ...toLedgerFacts({ form, filled, data }),
        count: entries.length,
        caseCount,
        noneReason: entries.length === 0 ? edition.noneReason : "",
        warningReason,
        included: entries.map((entry) => toIncluded(context.programme, entry)),
      },
      (step) => {
        const isBinding = step === "recording";
        onProgress({
          label: t(step),
          done: done + (isBinding ? 2 : 1),
          total,
          isBinding,
        });
      },
    );
    const file = { fileName, bytes, warnings, deliveryId };
    files.push(file);
    onFile(file, sheet);
  }
  const [first] = files;
  return {
    kind: "made",
    made: {
      files,
      mail: coveringMail({
        programme: context.programme,
        edition,
        kind: selection.kind,
        count: sheets.flatMap(({ entries }) => entries).length,
        caseCount: sheets.reduce((sum, { caseCount }) => sum + caseCount, 0),
        // Named after a firm, a file is not named in a mail.
        fileName:
          ready.firms || !first
            ? `Excelファイル${files.length}件`
            : first.fileName,
      }),
      sentAt: null,
    },
  };
};
