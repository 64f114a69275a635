import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { parseRecord } from "../../app-kit/record-schema.ts";
import { deliveries, nominations, type AppKey } from "../../apps/index.ts";
import { toIncluded } from "../../domain/included-nomination.ts";
import { selectForReport } from "../../domain/report-selection.ts";
import type { DemoEdition } from "./editions.ts";
import { demoContact } from "./people.ts";
import { addRecords } from "./write-records.ts";

type Apps = Readonly<Record<AppKey, string>>;

/** The entry of the sheet that was mailed for the past edition. */
export const seedDelivery = async (
  client: KintoneRestAPIClient,
  apps: Apps,
  { name, dates }: DemoEdition,
): Promise<void> => {
  const { records } = await client.record.getRecords({
    app: apps.nominations,
    query: `edition = "${name}" and ステータス in ("報告済") order by societyOrder asc limit 100`,
  });
  const reported = records.map((record) => parseRecord(nominations, record));
  if (reported.length === 0) return;
  const { entries, count, caseCount } = selectForReport(reported, [], "本提出");
  const madeAt = `${dates.report}T05:30:00Z`;
  await addRecords(client, apps.deliveries, deliveries, [
    {
      edition: name,
      deliveryKind: "本提出",
      madeAt,
      madeBy: [{ code: demoContact.code }],
      formName: "自己宣言の登録（他薦）状況回答シート.xlsx",
      nominationCount: count,
      caseCount,
      included: entries.map(toIncluded),
      deliveryState: "送付済",
      sentAt: `${dates.report}T06:10:00Z`,
      sentTo: "houkoku@zenkokuren.example.jp",
    },
  ]);
};
