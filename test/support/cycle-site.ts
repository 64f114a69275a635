import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { createSite, startServer } from "local-kintone";
import { provision } from "../../src/provision/index.ts";
import { createUserApi } from "../../src/provision/node/user-api.ts";
import { cells, sampleItems } from "./nomination-site.ts";

const ADMIN = { username: "Administrator", password: "Administrator" };

/** A federation, its societies `s01` …, and an open edition; each user's password is the login. */
export const startCycleSite = async (now: string, societyCount: number) => {
  const site = createSite({ now: Date.parse(now), deployDelayMs: 0 });
  const server = await startServer({ site, port: 0 });
  const { baseUrl } = server;
  const societies = Array.from(
    { length: societyCount },
    (_none, index) => `s${String(index + 1).padStart(2, "0")}`,
  );
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
  const clientOf = (login: string): KintoneRestAPIClient =>
    new KintoneRestAPIClient({
      baseUrl,
      auth: { username: login, password: login },
    });
  const clerk = clientOf("clerk");
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
  return {
    baseUrl,
    apps,
    site,
    societies,
    editionId,
    clerk,
    clientOf,
    setClock: (instant: number) => site.clock.set(instant),
    touch: async (): Promise<void> => {
      await clerk.record.getRecords({ app: apps.editions, query: "limit 1" });
    },
    notificationsOf: (code: string) => site.store.notifications(code),
    close: async (): Promise<void> => {
      await server.close();
      site.close();
    },
  };
};

export type CycleSite = Awaited<ReturnType<typeof startCycleSite>>;
