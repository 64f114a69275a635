import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { createSite, parseToday, startServer } from "local-kintone";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import {
  cloudPracticeAward,
  cloudPracticeChecklist,
} from "../../src/programmes/index.ts";
import { provision } from "../../src/provision/index.ts";
import { createUserApi } from "../../src/provision/node/user-api.ts";
import { collectErrors, openSignedIn } from "./signed-in.ts";

type SiteOptions = NonNullable<Parameters<typeof createSite>[0]>;

type Values = Readonly<Record<string, unknown>>;

/** `{ name: "x" }` → `{ name: { value: "x" } }`. */
export const cells = (values: Values): Record<string, { value: unknown }> =>
  Object.fromEntries(
    Object.entries(values).map(([code, value]) => [code, { value }]),
  );

export const EDITION = "クラウド実践大賞 2022";

export const sampleItems = cloudPracticeChecklist.items.map((item) => ({
  itemId: item.id,
  itemArea:
    cloudPracticeAward.areas.find(({ id }) => id === item.area)?.name.ja ?? "",
  itemText: item.text,
  itemPoints: String(item.points),
}));

const editionValues = {
  name: EDITION,
  fiscalYear: "2022",
  editionState: "募集中",
  contactDate: "2022-07-27",
  registerDate: "2022-08-01",
  reportDate: "2022-08-01",
  caseDate: "2022-08-15",
  threshold: "12",
  target: "1",
  checklistStatus: "サンプル",
  federationName: "海山県商工会連合会",
  contactUsers: [{ code: "manager" }],
  checklist: sampleItems.map((item) => ({ value: cells(item) })),
};

const people = [
  { code: "manager", name: "比嘉 さくら" },
  { code: "clerk", name: "大城 一郎" },
  { code: "aohama", name: "青浜 花子" },
  { code: "kurosaki", name: "黒崎 次郎" },
  { code: "section", name: "青浜 経子" },
] as const;

export type Login = (typeof people)[number]["code"];

const furnishDirectory = async (baseUrl: string): Promise<void> => {
  const directory = createUserApi({ baseUrl, auth: ADMIN });
  await directory.addOrganizations([
    { code: "S01", name: "青浜商工会" },
    { code: "S02", name: "黒崎商工会" },
  ]);
  await directory.addOrganizations([
    { code: "S01K", name: "経営支援課", parentCode: "S01" },
  ]);
  await directory.addUsers(
    people.map(({ code, name }) => ({ code, name, password: code, email: "" })),
  );
};

const ADMIN = { username: "Administrator", password: "Administrator" };

const joinDirectory = async (baseUrl: string): Promise<void> => {
  const directory = createUserApi({ baseUrl, auth: ADMIN });
  await directory.setUserGroups("manager", ["federation"]);
  await directory.setUserGroups("clerk", ["federation"]);
  await directory.setUserOrganizations([
    { code: "aohama", organizations: ["S01"] },
    { code: "kurosaki", organizations: ["S02"] },
    { code: "section", organizations: ["S01K"] },
  ]);
};

/**
 * A local kintone with the five apps and the plugin, an open edition of 2022 and
 * two societies; no nominations.
 */
export const startNominationSite = async (
  today = "2022-07-25",
  readings: SiteOptions["readings"] = {},
) => {
  const site = createSite({
    now: parseToday(today),
    deployDelayMs: 0,
    readings,
  });
  const server = await startServer({ site, port: 0 });
  const { baseUrl } = server;
  await furnishDirectory(baseUrl);
  const { apps, pluginId } = await provision({
    baseUrl,
    auth: ADMIN,
    pluginZip: inject("plugin").zip,
  });
  await joinDirectory(baseUrl);

  const clientOf = (login: string): KintoneRestAPIClient =>
    new KintoneRestAPIClient({
      baseUrl,
      auth: { username: login, password: login },
      // An answer that never comes is named, and not the test that waits for it.
      socketTimeout: 30_000,
    });
  const federation = clientOf("manager");

  const add = async (
    app: keyof typeof apps,
    values: Values,
    login: string = "manager",
  ): Promise<string> => {
    const { id } = await clientOf(login).record.addRecord({
      app: apps[app],
      record: cells(values),
    });
    return id;
  };
  const fetchNomination = async (id: string) =>
    (await federation.record.getRecord({ app: apps.nominations, id })).record;

  await add("societies", {
    name: "青浜商工会",
    code: "S01",
    sortOrder: "1",
    organization: [{ code: "S01" }],
  });
  await add("societies", {
    name: "黒崎商工会",
    code: "S02",
    sortOrder: "2",
    organization: [{ code: "S02" }],
  });
  const editionId = await add("editions", editionValues);

  return {
    site,
    baseUrl,
    apps,
    pluginId,
    editionId,
    clientOf,
    federation,
    add,
    fetchNomination,
    close: async (): Promise<void> => {
      await server.close();
      site.close();
    },
  };
};

export type NominationSite = Awaited<ReturnType<typeof startNominationSite>>;

type Opened = { readonly site: NominationSite; readonly browser: Browser };

/** One site and the worker's browser for all tests of a file. */
export const useNominationSite = (
  open: (opened: Opened) => void,
  ...given: Parameters<typeof startNominationSite>
): void => {
  let opened: Opened | undefined;
  beforeAll(async () => {
    const site = await startNominationSite(...given);
    opened = { site, browser: await takeBrowser() };
    open(opened);
  });
  afterAll(async () => {
    await leaveBrowser(opened?.browser);
    await opened?.site.close();
  });
};

/** A page of a user who has signed in, with the browser in Los Angeles. */
export const openAs = async (
  browser: Browser,
  { baseUrl }: Pick<NominationSite, "baseUrl">,
  login: Login | "Administrator",
  device: "desktop" | "phone" = "desktop",
  locale: "ja-JP" | "en-US" = "ja-JP",
): Promise<{ page: Page; failures: string[] }> => {
  const page = await openSignedIn(browser, {
    baseUrl,
    login,
    password: login,
    timezoneId: "America/Los_Angeles",
    isPhone: device === "phone",
    locale,
  });
  return { page, failures: collectErrors(page) };
};
