import type { Browser, Page } from "playwright-core";
import { expect, test } from "vitest";
import {
  EDITION,
  openAs,
  useNominationSite,
} from "../support/nomination-site.ts";
import type { Login, NominationSite } from "../support/nomination-site.ts";

/* On a phone each link leads to a page of the phone, and no function of the desktop is called. */

let site: NominationSite;
let browser: Browser;
useNominationSite((opened) => ({ site, browser } = opened));

/** Writes down which functions of `kintone.app` are called from the files of a plugin. */
const watchDesktopFunctions = (): void => {
  const called: string[] = [];
  const watch = (value: unknown, name: string): unknown => {
    if (typeof value === "function")
      return (...given: unknown[]): unknown => {
        if (new Error().stack?.includes("/_page/plugin/")) called.push(name);
        return Reflect.apply(value, undefined, given);
      };
    return typeof value === "object" && value !== null
      ? Object.fromEntries(
          Object.entries(value).map(([key, member]) => [
            key,
            watch(member, `${name}.${key}`),
          ]),
        )
      : value;
  };
  let given: unknown;
  Object.defineProperty(window, "kintone", {
    get: () => given,
    set: (kintone: Record<string, unknown>) => {
      given = { ...kintone, app: watch(kintone.app, "kintone.app") };
    },
  });
  Object.assign(window, { desktopCalls: called });
};

/**
 * One function serves both devices: it has no name of the phone's own.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/app/get-form-fields/
 * @see https://cybozu.dev/ja/kintone/docs/js-api/app/get-permissions/
 */
const OF_BOTH_DEVICES = [
  "kintone.app.getFormFields",
  "kintone.app.getPermissions",
];

const desktopCalls = async (page: Page): Promise<string[]> => {
  const called: string[] = await page.evaluate("window.desktopCalls");
  return called.filter((name) => !OF_BOTH_DEVICES.includes(name));
};

/** Links of the plugin into kintone; kintone's own page has one to the desktop. */
const linksOf = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll(".suisen-root a[href]")]
      .map((link) => new URL(link.getAttribute("href") ?? "", location.href))
      .map(({ pathname }) => pathname)
      .filter((path) => path.startsWith("/k/")),
  );
const isOfThePhone = (path: string): boolean =>
  /^\/k\/(?:guest\/\d+\/)?m\//u.test(path);

const visit = async (login: Login, paths: readonly string[]) => {
  const { page, failures } = await openAs(browser, site, login, "phone");
  await page.addInitScript(watchDesktopFunctions);
  const links: string[] = [];
  for (const path of paths) {
    await page.goto("about:blank");
    await page.goto(`${site.baseUrl}/k/m/${path}`);
    await page.getByRole("main").waitFor();
    await page.waitForLoadState("networkidle");
    links.push(...(await linksOf(page)));
    expect(await desktopCalls(page), path).toEqual([]);
  }
  expect(failures).toEqual([]);
  expect(links.filter((path) => !isOfThePhone(path))).toEqual([]);
  expect(links.length).toBeGreaterThan(3);
  await page.close();
};

/** The board and a list of records: all lists of an app run the same features. */
const LISTS_EACH = 2;

const recordPaths = async (
  login: Login,
  apps: ReadonlyArray<keyof NominationSite["apps"]>,
): Promise<string[]> => {
  const paths = apps.map(async (key) => {
    const app = site.apps[key];
    const { views } = await site.clientOf(login).app.getViews({ app });
    const { records } = await site.clientOf(login).record.getRecords({
      app,
      query: "order by $id desc limit 1",
    });
    const ids = records.map(({ $id }) => String($id?.value));
    return [
      `${app}/`,
      ...Object.values(views)
        .toSorted((a, b) => Number(a.index) - Number(b.index))
        .slice(0, LISTS_EACH)
        .map(({ id }) => `${app}/?view=${id}`),
      ...ids.map((id) => `${app}/show#record=${id}`),
      ...ids.map((id) => `${app}/show#record=${id}&mode=edit`),
    ];
  });
  return (await Promise.all(paths)).flat();
};

test.each(["aohama", "manager"] as const)(
  "%s stays on the phone, on lists, records, forms and the board",
  async (login) => {
    await site.add(
      "nominations",
      {
        edition: EDITION,
        society: "青浜商工会",
        registeredName: "株式会社てのひら",
      },
      "aohama",
    );
    const apps = ["nominations", "answers", "editions", "societies"] as const;
    await visit(login, [
      ...(await recordPaths(login, apps)),
      `${site.apps.nominations}/edit`,
      ...(login === "aohama" ? [`${site.apps.answers}/edit`] : []),
    ]);
  },
  120_000,
);
