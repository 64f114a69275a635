import {
  answers,
  editions,
  nominations,
  societies,
  type AppKey,
} from "../../src/apps/index.ts";
import type { IsoDate } from "excel-form";
import { connect } from "../../src/provision/node/connect.ts";
import { createDemoData } from "./demo-data.ts";
import { demoContact, passwordOf } from "./people.ts";
import { seedDelivery, type FillReport } from "./seed-delivery.ts";
import { addRecords, walkProcess } from "./write-records.ts";

export type SeedOptions = {
  readonly baseUrl: string;
  readonly apps: Readonly<Record<AppKey, string>>;
  /** The demo lies around this day. */
  readonly today: IsoDate;
  /** This many made-up nominations instead of the hand-made ones. */
  readonly scale?: number | undefined;
  /** Makes the sheet of the past edition; without it that edition has no entry. */
  readonly fillReport?: FillReport;
};

/**
 * Fills the apps as the federation's staff would: an administrator may not see
 * what societies confide. The people of `seedUsers` must be there. Apps that
 * hold editions already are left alone.
 *
 * @returns whether anything was written
 */
export const seedDemo = async ({
  baseUrl,
  apps,
  today,
  scale,
  fillReport,
}: SeedOptions): Promise<boolean> => {
  const { code: username } = demoContact;
  const { client } = connect({
    baseUrl,
    auth: { username, password: passwordOf(username) },
  });
  const present = await client.record.getRecords({
    app: apps.editions,
    fields: ["$id"],
    query: "limit 1",
  });
  if (present.records.length > 0) return false;
  const demo = createDemoData(today, scale);
  // Records that others look up come first.
  await addRecords(client, apps.editions, editions, demo.editions);
  await addRecords(client, apps.societies, societies, demo.societies);
  await addRecords(client, apps.answers, answers, demo.answers);
  const ids = await addRecords(
    client,
    apps.nominations,
    nominations,
    demo.nominations.map(({ record }) => record),
  );
  await walkProcess(
    client,
    apps.nominations,
    demo.nominations.map(({ actions }, index) => ({
      id: ids[index] ?? "",
      actions,
    })),
  );
  if (fillReport !== undefined)
    await seedDelivery(client, apps, demo.names.past, fillReport);
  return true;
};
