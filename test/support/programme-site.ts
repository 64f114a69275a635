import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { createSite, startServer } from "local-kintone";
import type { AppKey } from "../../src/apps/index.ts";
import { programmes, type Programme } from "../../src/programmes/index.ts";
import { provision } from "../../src/provision/index.ts";
import { createUserApi } from "../../src/provision/node/user-api.ts";
import { toChecklistRows } from "../../src/provision/sample-edition.ts";
import { cells } from "./nomination-site.ts";

export const ADMIN = { username: "Administrator", password: "Administrator" };
/** The day of the site's clock. */
export const TODAY = "2026-07-20";
/** All dates of an edition. */
const DAY = "2026-07-31";

/** Logins; each is its own password. */
export type Login = "clerk" | "aohama" | "Administrator";

/** The five apps of one award. */
export type ProgrammeSet = {
  readonly programme: Programme;
  readonly apps: Readonly<Record<AppKey, string>>;
};

export const editionNameOf = ({ name }: Programme): string => `${name} 2026`;

/** An edition that societies may answer, with all dates and the sample items. */
export const openEdition = (programme: Programme) =>
  cells({
    name: editionNameOf(programme),
    editionState: "募集中",
    ...Object.fromEntries(
      programme.milestones.map(({ id }) => [`${id}Date`, DAY]),
    ),
    threshold: String(programme.threshold ?? 0),
    target: "1",
    federationName: "海原県商工会連合会",
    recipientEmail: "houkoku@example.jp",
    serviceDay: "2026-06-30",
    contactUsers: [{ code: "clerk" }],
    checklist: toChecklistRows(programme).map((item) => ({
      value: cells(item),
    })),
  });

/**
 * A bare local kintone with the apps of every award of the build, the
 * federation's clerk and one society, 青浜商工会; no edition.
 */
export const startProgrammeSite = async (pluginZip?: Uint8Array) => {
  const site = createSite({
    now: Date.parse(`${TODAY}T00:00:00Z`),
    deployDelayMs: 0,
  });
  const server = await startServer({ site, port: 0 });
  const { baseUrl } = server;
  const directory = createUserApi({ baseUrl, auth: ADMIN });
  await directory.addOrganizations([{ code: "aohama", name: "青浜商工会" }]);
  await directory.addUsers(
    ["clerk", "aohama"].map((code) => ({
      code,
      name: code,
      password: code,
      email: "",
    })),
  );
  const sets: ProgrammeSet[] = [];
  for (const programme of programmes) {
    const { apps } = await provision({
      baseUrl,
      auth: ADMIN,
      programme,
      ...(pluginZip !== undefined && { pluginZip }),
    });
    sets.push({ programme, apps });
  }
  await directory.setUserGroups("clerk", ["federation"]);
  await directory.setUserOrganizations([
    { code: "aohama", organizations: ["aohama"] },
  ]);
  const clientOf = (login: Login): KintoneRestAPIClient =>
    new KintoneRestAPIClient({
      baseUrl,
      auth: { username: login, password: login },
    });
  await clientOf("clerk").record.addRecord({
    app: sets[0]?.apps.societies ?? "",
    record: cells({
      name: "青浜商工会",
      code: "S01",
      sortOrder: "1",
      organization: [{ code: "aohama" }],
    }),
  });
  return {
    site,
    baseUrl,
    sets,
    clientOf,
    setOf: (id: string): ProgrammeSet => {
      const found = sets.find(({ programme }) => programme.id === id);
      if (found === undefined) throw new Error(`No set of ${id}`);
      return found;
    },
    close: async (): Promise<void> => {
      await server.close();
      site.close();
    },
  };
};

export type ProgrammeSite = Awaited<ReturnType<typeof startProgrammeSite>>;
