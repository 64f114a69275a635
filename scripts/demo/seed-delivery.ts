import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import { parseRecord } from "../../src/app-kit/record-schema.ts";
import {
  deliveries,
  editions,
  nominations,
  type AppKey,
} from "../../src/apps/index.ts";
import { DEFAULT_WARN_DAYS } from "../../src/domain/due-facts.ts";
import { toIncluded } from "../../src/domain/included-nomination.ts";
import { prepareReport } from "../../src/domain/prepare-report.ts";
import type { ReportData } from "../../src/domain/report-values.ts";
import type { DemoEdition } from "./editions.ts";
import { demoContact } from "./people.ts";
import { addRecords } from "./write-records.ts";

type Apps = Readonly<Record<AppKey, string>>;

/** Fills the sample form; given from outside, because setting up knows no Excel. */
export type FillReport = (data: ReportData) => {
  readonly bytes: Uint8Array;
  readonly formName: string;
  readonly formHash: string;
  readonly mapVersion: string;
  readonly resultHash: string;
  readonly proof: unknown;
  readonly proofSummary: unknown;
};

const readMailed = async (
  client: KintoneRestAPIClient,
  apps: Apps,
  name: string,
) => {
  const [edition, reported] = await Promise.all([
    client.record.getRecords({
      app: apps.editions,
      query: `name = "${name}" limit 1`,
    }),
    client.record.getRecords({
      app: apps.nominations,
      query: `edition = "${name}" and ステータス in ("報告済") order by societyOrder asc limit 100`,
    }),
  ]);
  return {
    edition: parseRecord(editions, edition.records[0]),
    nominations: reported.records.map((one) => parseRecord(nominations, one)),
    deliveries: [],
  };
};

/**
 * The entry of the sheet that was mailed for the past edition, with its file and proof.
 *
 * @returns false where nothing was reported
 */
export const seedDelivery = async (
  client: KintoneRestAPIClient,
  apps: Apps,
  { name, dates }: DemoEdition,
  fillReport: FillReport,
): Promise<boolean> => {
  const records = await readMailed(client, apps, name);
  if (records.nominations.length === 0) return false;
  const { selection, data, fileName } = prepareReport({
    programme: cloudPracticeAward,
    records,
    kind: "本提出",
    noneReason: "",
    today: dates.report,
    warnDays: DEFAULT_WARN_DAYS,
    closedDays: [],
  });
  const { bytes, proof, proofSummary, ...facts } = fillReport(data);
  const upload = (file: string, content: Uint8Array) =>
    client.file.uploadFile({
      file: { name: file, data: Buffer.from(content) },
    });
  const proofText = JSON.stringify(proof, null, 1);
  const reportFile = [
    await upload(fileName, bytes),
    await upload(
      fileName.replace(/\.[a-z]+$/iu, "_証明.json"),
      Buffer.from(proofText),
    ),
  ];
  await addRecords(client, apps.deliveries, deliveries, [
    {
      edition: name,
      deliveryKind: "本提出",
      madeAt: `${dates.report}T05:30:00Z`,
      madeBy: [{ code: demoContact.code }],
      ...facts,
      nominationCount: selection.count,
      caseCount: selection.caseCount,
      included: selection.entries.map((entry) =>
        toIncluded(cloudPracticeAward, entry),
      ),
      reportFile,
      proof: JSON.stringify(proofSummary),
      deliveryState: "送付済",
      sentAt: `${dates.report}T06:10:00Z`,
      sentTo: "houkoku@zenkokuren.example.jp",
    },
  ]);
  return true;
};
