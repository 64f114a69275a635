import type { FeatureContext } from "../../feature-kit/feature.ts";
import { coveringMail } from "../../domain/covering-mail.ts";
import { toIncluded } from "../../domain/included-nomination.ts";
import { deliverReport } from "../../kintone/deliver-report.ts";
import { where } from "../../kintone/query.ts";
import { findChangedNominations } from "../../kintone/report-records.ts";
import { fillForm } from "../../report/index.ts";
import type { OpenedForm } from "../../report/open-form.ts";
import { toLedgerFacts } from "../../report/ledger-facts.ts";
import type { MadeReport, Progress, ReadyReport } from "./dialog-state.ts";
import { stampOf } from "./load-ready.ts";
import type { messages } from "./messages.ts";

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
  /** Throws to stop; nothing has been written down before the last step begins. */
  onProgress: (progress: Progress) => void;
};

const STEPS = 4;
/** From here on it is being written down, and stopping would not take it back. */
export const RECORDING = 3;

// Filling is one long step of work; the page must show that it has begun.
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/**
 * Fill, look once more whether a record was changed meanwhile, upload, record.
 * Up to the last step nothing is written down, so stopping leaves nothing.
 */
export const makeReport = async ({
  context,
  ready,
  form,
  warningReason,
  onProgress,
}: MakeOptions): Promise<MakeOutcome> => {
  const { gateway, clock, t } = context;
  const { prepared } = ready;
  const { edition, selection } = prepared;
  const nominations = selection.entries.map(({ nomination }) => nomination);

  onProgress({ label: t("filling"), done: 0, total: STEPS });
  await nextFrame();
  const filled = fillForm(form.bytes, form.map, prepared.data);

  onProgress({ label: t("checkingAgain"), done: 1, total: STEPS });
  const [changed, [editionNow], deliveries] = await Promise.all([
    findChangedNominations(gateway, nominations, edition.name),
    gateway.listRecords("editions", {
      fields: [],
      condition: where("name", "=", edition.name),
    }),
    gateway.listRecords("deliveries", {
      fields: [],
      condition: where("edition", "=", edition.name),
    }),
  ]);
  const stamp = stampOf(clock.today(), editionNow, ...deliveries);
  if (changed.length > 0 || stamp !== ready.stamp) {
    return { kind: "changed", count: changed.length };
  }

  const deliveryId = await deliverReport(
    gateway,
    {
      edition: edition.name,
      kind: selection.kind,
      madeAt: clock.now(),
      file: { name: prepared.fileName, bytes: filled.bytes },
      ...toLedgerFacts({ form, filled, data: prepared.data }),
      count: selection.count,
      caseCount: selection.caseCount,
      noneReason: selection.count === 0 ? edition.noneReason : "",
      warningReason,
      included: selection.entries.map(toIncluded),
    },
    (step) =>
      onProgress({
        label: t(step),
        done: step === "uploading" ? 2 : RECORDING,
        total: STEPS,
      }),
  );
  return {
    kind: "made",
    made: {
      fileName: prepared.fileName,
      bytes: filled.bytes,
      deliveryId,
      mail: coveringMail({
        edition,
        kind: selection.kind,
        count: selection.count,
        caseCount: selection.caseCount,
        fileName: prepared.fileName,
      }),
      sentAt: null,
    },
  };
};
