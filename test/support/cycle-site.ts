import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import {
  createSite,
  restoreSnapshot,
  startServer,
  takeSnapshot,
} from "local-kintone";
import type { Snapshot } from "local-kintone";
import { provision } from "../../src/provision/index.ts";
import { createUserApi } from "../../src/provision/node/user-api.ts";
import { cells, sampleItems } from "./nomination-site.ts";

const ADMIN = { username: "Administrator", password: "Administrator" };

type Programme = Awaited<ReturnType<typeof provision>>;
type SetUp = { readonly apps: Programme["apps"]; readonly editionId: string };

const clientOf =
  (baseUrl: string) =>
  (login: string): KintoneRestAPIClient =>
    new KintoneRestAPIClient({
      baseUrl,
      auth: { username: login, password: login },
    });

const setUp = async (
  baseUrl: string,
  societies: readonly string[],
): Promise<SetUp> => {
  const directory = createUserApi({ baseUrl, auth: ADMIN });
  await directory.addOrganizations(
    societies.map((code) => ({ code, name: `${code}商工会` })),
  );
  // The User API takes a hundred at a time.
  for (const codes of [["clerk"], societies])
    await directory.addUsers(
      codes.map((code) => ({ code, name: code, password: code, email: "" })),
    );
  const { apps } = await provision({ baseUrl, auth: ADMIN });
  await directory.setUserGroups("clerk", ["federation"]);
  await directory.setUserOrganizations(
    societies.map((code) => ({ code, organizations: [code] })),
  );
  const clerk = clientOf(baseUrl)("clerk");
  await clerk.record.addRecords({
    app: apps.societies,
    records: societies.map((code, index) =>
      cells({
        name: `${code}商工会`,
        code,
        sortOrder: String(index + 1),
        organization: [{ code }],
      }),
    ),
  });
  const { id: editionId } = await clerk.record.addRecord({
    app: apps.editions,
    record: cells({
      name: "クラウド実践大賞 2022",
      fiscalYear: "2022",
      editionState: "募集中",
      contactDate: "2022-07-27",
      registerDate: "2022-08-01",
      reportDate: "2022-08-01",
      caseDate: "2022-08-15",
      threshold: "12",
      target: "1",
      checklistStatus: "サンプル",
      federationName: "海原県商工会連合会",
      contactUsers: [{ code: "clerk" }],
      checklist: sampleItems.map((item) => ({ value: cells(item) })),
    }),
  });
  return { apps, editionId };
};

/** Sites set up before by time and size. Setting one up takes longer than most tests with it. */
const known = new Map<string, SetUp & { readonly snapshot: Snapshot }>();

/** A federation, its societies `s01` …, and an open edition; each user's password is the login. */
export const startCycleSite = async (now: string, societyCount: number) => {
  const site = createSite({ now: Date.parse(now), deployDelayMs: 0 });
  const server = await startServer({ site, port: 0 });
  const { baseUrl } = server;
  const societies = Array.from(
    { length: societyCount },
    (_none, index) => `s${String(index + 1).padStart(2, "0")}`,
  );
  const key = `${now} ${societyCount}`;
  const before = known.get(key);
  if (before !== undefined) restoreSnapshot(site, before.snapshot);
  const { apps, editionId } = before ?? (await setUp(baseUrl, societies));
  known.set(key, { apps, editionId, snapshot: takeSnapshot(site) });
  const clerk = clientOf(baseUrl)("clerk");
  return {
    baseUrl,
    apps,
    site,
    societies,
    editionId,
    clerk,
    clientOf: clientOf(baseUrl),
    /** Keeps all records and notices of this moment. @returns what brings them back */
    remember: (): (() => void) => {
      const snapshot = takeSnapshot(site);
      return () => restoreSnapshot(site, snapshot);
    },
    setClock: (instant: number) => site.clock.set(instant),
    touch: async (): Promise<void> => {
      await clerk.record.getRecords({ app: apps.editions, query: "limit 1" });
    },
    changeEdition: (values: Record<string, unknown>) =>
      clerk.record.updateRecord({
        app: apps.editions,
        id: editionId,
        record: cells(values),
      }),
    notificationsOf: (code: string) => site.store.notifications(code),
    /** Number of notices of each society. */
    toldTimes: (): number[] =>
      societies.map((code) => site.store.notifications(code).length),
    close: async (): Promise<void> => {
      await server.close();
      site.close();
    },
  };
};

export type CycleSite = Awaited<ReturnType<typeof startCycleSite>>;
