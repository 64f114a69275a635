import { appFieldCodes } from "../apps/records.ts";
import type { AppRecord } from "../apps/records.ts";
import { hasMovedAway } from "../domain/confirmation.ts";
import { AppError } from "../errors/app-error.ts";
import { hasErrorCode } from "../errors/user-error.ts";
import type { Gateway } from "./gateway.ts";
import { anyOf, isIn, where } from "./query.ts";

/** Everything of one edition that a report is made from, as it is right now. */
export type ReportRecords = {
  edition: AppRecord<"editions">;
  nominations: Array<AppRecord<"nominations">>;
  /** Confirmed for this edition, and moved to another one since. */
  movedAway: Array<AppRecord<"nominations">>;
  deliveries: Array<AppRecord<"deliveries">>;
};

type Progress = { done: number; total: number };

/**
 * @throws AppError `report/edition-missing` when no edition has this name or the
 *   user may not see it
 */
export const loadReportRecords = async (
  gateway: Gateway,
  editionName: string,
  onProgress?: (progress: Progress) => void,
): Promise<ReportRecords> => {
  const condition = where("edition", "=", editionName);
  const [editions, nominations, deliveries] = await Promise.all([
    gateway.listRecords("editions", {
      fields: appFieldCodes("editions"),
      condition: where("name", "=", editionName),
    }),
    gateway.listRecords("nominations", {
      fields: ["status", ...appFieldCodes("nominations")],
      condition: anyOf(condition, where("confirmedEdition", "=", editionName)),
      ...(onProgress === undefined ? {} : { onProgress }),
    }),
    gateway.listRecords("deliveries", {
      fields: appFieldCodes("deliveries"),
      condition,
    }),
  ]);
  const [edition] = editions;
  if (edition === undefined) {
    throw new AppError("report/edition-missing", { edition: editionName });
  }
  return {
    edition,
    nominations: nominations.filter((one) => one.edition === editionName),
    movedAway: nominations.filter((one) => hasMovedAway(one, edition)),
    deliveries,
  };
};

/** kintone keeps attachments in the order in which they were added. */
export const newestFile = <T>(files: readonly T[]): T | undefined =>
  files.at(-1);

/** The edition's own blank, the newest of several; null when none was uploaded. */
export const downloadForm = async (
  gateway: Gateway,
  { formFile }: Pick<AppRecord<"editions">, "formFile">,
): Promise<{ name: string; bytes: Uint8Array } | null> => {
  const file = newestFile(formFile);
  return file === undefined
    ? null
    : { name: file.name, bytes: await gateway.downloadFile(file.fileKey) };
};

/**
 * The data written into a report, from the proof beside it; null when there
 * is none: entries of the ledger can be made by hand.
 */
export const downloadProof = async (
  gateway: Gateway,
  { reportFile }: Pick<AppRecord<"deliveries">, "reportFile">,
): Promise<unknown> => {
  const file = reportFile.find(({ name }) => name.endsWith(".json"));
  return file === undefined
    ? null
    : JSON.parse(
        new TextDecoder().decode(await gateway.downloadFile(file.fileKey)),
      );
};

/**
 * Entries of the ledger that list a nomination, the latest last; none for a user who
 * may not read the ledger.
 */
export const listDeliveriesWith = async (
  gateway: Gateway,
  nominationId: string,
): Promise<Array<AppRecord<"deliveries">>> => {
  try {
    return await gateway.listRecords("deliveries", {
      fields: appFieldCodes("deliveries"),
      condition: isIn("nominationId", [nominationId]),
    });
  } catch (error) {
    if (hasErrorCode(error, "kintone/no-right")) {
      return [];
    }
    throw error;
  }
};
