import { sha256 } from "excel-form";
import type { AppRecord } from "../apps/records.ts";
import { isMailed } from "../domain/sheet-state.ts";
import { AppError } from "../errors/app-error.ts";
import type { Gateway } from "./gateway.ts";
import { where } from "./query.ts";

/** One report as it goes into the ledger. */
export type ReportToRecord = {
  edition: string;
  kind: "本提出" | "追加提出";
  madeAt: number;
  file: { name: string; bytes: Uint8Array };
  /** The whole proof; kept as a file of its own because a long one fits no field. */
  proof: unknown;
  /** The text for the ledger's own field. */
  proofSummary: Readonly<Record<string, unknown>>;
  formName: string;
  formHash: string;
  mapVersion: string;
  resultHash: string;
  count: number;
  caseCount: number;
  noneReason: string;
  warningReason: string;
  included: AppRecord<"deliveries">["included"];
};

export type DeliverStep = "uploading" | "recording";

const toIso = (instant: number): string =>
  new Date(instant).toISOString().replace(/\.\d+Z$/, "Z");

const toUpload = async (
  gateway: Gateway,
  name: string,
  bytes: Uint8Array,
): Promise<{ fileKey: string }> => ({
  fileKey: await gateway.uploadFile({ name, bytes }),
});

const proofName = (fileName: string): string =>
  fileName.replace(/\.[a-z]+$/i, "_証明.json");

type SameSheet = {
  /** The entry that was not mailed yet. */
  readonly open: string | undefined;
  /** Ids of mailed entries that say the same. */
  readonly mailed: readonly string[];
};

/** The entries of this very sheet: one that waits for its mailing, and mailed ones. */
const findSame = async (
  gateway: Gateway,
  { kind, resultHash, warningReason }: ReportToRecord,
): Promise<SameSheet> => {
  const entries = await gateway.listRecords("deliveries", {
    fields: ["deliveryKind", "deliveryState", "warningReason"],
    condition: where("resultHash", "=", resultHash),
  });
  const same = entries.filter(
    (one) => one.deliveryKind === kind && one.warningReason === warningReason,
  );
  return {
    open: same.find(({ deliveryState }) => deliveryState === "作成済")?.id,
    mailed: same.filter(isMailed).map(({ id }) => id),
  };
};

/**
 * The value of a unique field: two people who make the same sheet at once get
 * one entry, because kintone refuses the second. A sheet that was mailed may be
 * made again, so the entries mailed before belong to the key.
 */
const entryKeyOf = (
  { edition, kind, resultHash, warningReason }: ReportToRecord,
  mailed: readonly string[],
): string =>
  sha256(
    new TextEncoder().encode(
      JSON.stringify([edition, kind, resultHash, warningReason, ...mailed]),
    ),
  );

/** A write whose answer was lost may have happened; the ledger shows it. */
const askLedger = (
  gateway: Gateway,
  report: ReportToRecord,
): Promise<string | undefined> =>
  findSame(gateway, report).then(
    ({ open }) => open,
    (cause: unknown) => {
      throw new AppError("report/ledger-unknown", {}, { cause });
    },
  );

/**
 * Writes one 提出台帳 record. The files are uploaded first and belong to nobody
 * until the record takes them, so a failure half-way leaves no half record; a
 * sheet that is in the ledger already is not entered twice.
 *
 * @returns the record's id
 * @throws AppError of the gateway, when nothing was entered; `report/ledger-unknown`
 *   when that is unknown
 */
export const deliverReport = async (
  gateway: Gateway,
  report: ReportToRecord,
  onStep: (step: DeliverStep) => void = () => undefined,
): Promise<string> => {
  onStep("uploading");
  const { open, mailed } = await findSame(gateway, report);
  if (open !== undefined) return open;
  const { file } = report;
  const reportFile = [
    await toUpload(gateway, file.name, file.bytes),
    await toUpload(
      gateway,
      proofName(file.name),
      new TextEncoder().encode(JSON.stringify(report.proof, null, 1)),
    ),
  ];
  onStep("recording");
  const entry = {
    edition: report.edition,
    deliveryKind: report.kind,
    madeAt: toIso(report.madeAt),
    formName: report.formName,
    formHash: report.formHash,
    mapVersion: report.mapVersion,
    resultHash: report.resultHash,
    nominationCount: report.count,
    caseCount: report.caseCount,
    noneReason: report.noneReason,
    warningReason: report.warningReason,
    included: report.included,
    entryKey: entryKeyOf(report, mailed),
    reportFile,
    proof: JSON.stringify(report.proofSummary),
    deliveryState: "作成済",
  } as const;
  try {
    const { id } = await gateway.addRecord("deliveries", entry);
    return id;
  } catch (error) {
    const id = await askLedger(gateway, report);
    if (id === undefined) throw error;
    return id;
  }
};
