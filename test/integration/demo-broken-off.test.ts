import { afterAll, beforeAll, expect, test } from "vitest";
import {
  createSite,
  parseToday,
  restoreSnapshot,
  startServer,
  takeSnapshot,
  type RunningServer,
  type Site,
} from "local-kintone";
import { demoUsers, seedDemo, seedUsers } from "../../scripts/demo/index.ts";
import { fillSampleForm } from "../../scripts/fill-sample.ts";
import { appKeys } from "../../src/apps/index.ts";
import { connect, provision } from "../../src/provision/index.ts";

/* A demo whose seed broke off is finished by the next start. */

const TODAY = "2026-05-11";
const MANAGER = "federationManager";

let site: Site;
let server: RunningServer;
let apps: Awaited<ReturnType<typeof provision>>["apps"];
let empty: ReturnType<typeof takeSnapshot>;
beforeAll(async () => {
  site = createSite({ deployDelayMs: 0, now: parseToday(TODAY) });
  server = await startServer({ site });
  const admin = {
    baseUrl: server.baseUrl,
    auth: { username: "Administrator", password: "Administrator" },
  };
  await seedUsers(admin);
  ({ apps } = await provision(admin));
  empty = takeSnapshot(site);
});
afterAll(async () => {
  await server.close();
  site.close();
});

const seed = () =>
  seedDemo({
    baseUrl: server.baseUrl,
    apps,
    today: TODAY,
    fillReport: fillSampleForm,
  });

/** Counts the records of each app and the nominations in each state. */
const countAll = async () => {
  const manager = demoUsers.find(({ role }) => role === MANAGER);
  const { client } = connect({
    baseUrl: server.baseUrl,
    auth: {
      username: manager?.code ?? "",
      password: manager?.password ?? "",
    },
  });
  const counts = await Promise.all(
    appKeys.map(async (key) => {
      const records = await client.record.getAllRecords({ app: apps[key] });
      return [key, records.length];
    }),
  );
  const nominations = await client.record.getAllRecords({
    app: apps.nominations,
  });
  const states: Record<string, number> = {};
  for (const { ステータス: status } of nominations) {
    const state = String(status?.value);
    states[state] = (states[state] ?? 0) + 1;
  }
  return { counts, states };
};

const fail = async (path: string, skip: number): Promise<void> => {
  await fetch(`${server.baseUrl}/_local/faults`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ path: `/k/v1/${path}.json`, skip, status: 503 }),
  });
};

test.each([
  ["the societies", "records", 2],
  ["the nominations", "records", 10],
  ["the second action of all", "records/status", 1],
  ["the file of the delivery", "file", 0],
])("a seed that fails at %s", async (_, path, skip) => {
  restoreSnapshot(site, empty);
  expect(await seed()).toBe(true);
  const whole = await countAll();
  restoreSnapshot(site, empty);
  await fail(path, skip);
  await expect(seed()).rejects.toThrow();
  expect(await countAll()).not.toEqual(whole);
  expect(await seed()).toBe(true);
  expect(await countAll()).toEqual(whole);
  expect(await seed()).toBe(false);
});
