import type { AppRecord } from "../../apps/records.ts";
import type { Gateway } from "../../kintone/gateway.ts";
import {
  downloadForm,
  loadReportRecords,
} from "../../kintone/report-records.ts";
import { AppError } from "../../errors/app-error.ts";
import { mapVersionOf } from "../../report/ledger-facts.ts";
import { openReportForm } from "../../report/open-form.ts";
import { parseReportData } from "../../report/index.ts";
import type { ReportMap, Values } from "../../report/index.ts";
import { compareSent } from "./view-model.ts";
import type { SentNomination } from "./view-model.ts";

type Delivery = AppRecord<"deliveries">;
type Edition = AppRecord<"editions">;

/** The proof is the file beside the sheet; entries made by hand have none. */
const fetchSentRows = async (
  gateway: Gateway,
  { reportFile }: Delivery,
): Promise<readonly Values[] | null> => {
  const file = reportFile.find(({ name }) => name.endsWith(".json"));
  if (file === undefined) return null;
  const text = new TextDecoder().decode(
    await gateway.downloadFile(file.fileKey),
  );
  const proof: unknown = JSON.parse(text);
  const data =
    typeof proof === "object" && proof !== null && "data" in proof
      ? proof.data
      : {};
  return parseReportData(data).rows;
};

/** The map as it is stored, if it is the one that the report was written by. */
const findMap = async (
  gateway: Gateway,
  edition: Edition,
  { mapVersion }: Delivery,
): Promise<ReportMap | null> => {
  try {
    const file = await downloadForm(gateway, edition);
    const opened = openReportForm({ file, mapText: edition.formMap });
    return mapVersionOf(opened) === mapVersion ? opened.map : null;
  } catch (error) {
    // A form or map that cannot be used any more is certainly another one.
    if (error instanceof AppError && error.code.startsWith("report/")) {
      return null;
    }
    throw error;
  }
};

/** @throws AppError of the gateway, `report/edition-missing`, `report/data-invalid` */
export const loadSent = async (
  gateway: Gateway,
  delivery: Delivery,
): Promise<readonly SentNomination[]> => {
  const [{ edition, nominations }, sentRows] = await Promise.all([
    loadReportRecords(gateway, delivery.edition),
    fetchSentRows(gateway, delivery),
  ]);
  const map = await findMap(gateway, edition, delivery);
  return compareSent({
    included: delivery.included,
    sentRows,
    map,
    nominations,
    edition,
  });
};
