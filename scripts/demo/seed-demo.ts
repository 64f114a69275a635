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
import {
  countMade,
  listPendingActions,
  readFirstEdition,
} from "./seed-progress.ts";
import { addRecords, takeActions } from "./write-records.ts";

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
 * what societies confide. The people of `seedUsers` must be there. A demo that
 * broke off is finished; apps that hold editions of somebody else are left alone.
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
  const demo = createDemoData(today, scale);
  const made = await countMade(client, apps);
  const isOurs =
    made.editions === 0 ||
    (await readFirstEdition(client, apps.editions)) === demo.editions[0]?.name;
  if (!isOurs) return false;
  // Records that others look up come first.
  const added = [
    await addRecords(
      client,
      apps.editions,
      editions,
      demo.editions.slice(made.editions),
    ),
    await addRecords(
      client,
      apps.societies,
      societies,
      demo.societies.slice(made.societies),
    ),
    await addRecords(
      client,
      apps.answers,
      answers,
      demo.answers.slice(made.answers),
    ),
    await addRecords(
      client,
      apps.nominations,
      nominations,
      demo.nominations.slice(made.nominations).map(({ record }) => record),
    ),
  ].flat();
  const pending = await listPendingActions(
    client,
    apps.nominations,
    demo.nominations,
  );
  await takeActions(client, apps.nominations, pending);
  const wantsDelivery = fillReport !== undefined && made.deliveries === 0;
  const hasDelivered =
    wantsDelivery &&
    (await seedDelivery(client, apps, demo.names.past, fillReport));
  return added.length > 0 || pending.length > 0 || hasDelivered;
};
