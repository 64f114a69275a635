import AxeBuilder from "@axe-core/playwright";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import {
  createSite,
  parseToday,
  restoreSnapshot,
  startServer,
  takeSnapshot,
} from "local-kintone";
import { launchBrowser } from "local-kintone/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, test } from "vitest";
import { provision } from "../../src/provision/index.ts";
import { createUserApi } from "../../src/provision/node/user-api.ts";
import { cells, openAs } from "../support/nomination-site.ts";
import {
  makeSocietyCsv,
  makeSocietyWorkbook,
  societyOf,
} from "../support/society-list.ts";

const ADMIN = { username: "Administrator", password: "Administrator" };
const SOCIETIES = 34;

/** Apps without records; an organisation for each society; the administrator in the federation. */
const startEmptySite = async (
  organizations: number,
  groups = ["federation"],
) => {
  const site = createSite({ now: parseToday("2026-06-01"), deployDelayMs: 0 });
  const server = await startServer({ site, port: 0 });
  const { baseUrl } = server;
  const directory = createUserApi({ baseUrl, auth: ADMIN });
  const all = Array.from({ length: organizations }, (_, index) =>
    societyOf(index + 1),
  );
  for (let from = 0; from < all.length; from += 100)
    await directory.addOrganizations(
      all.slice(from, from + 100).map(({ code, name }) => ({ code, name })),
    );
  const { apps, pluginId } = await provision({
    baseUrl,
    auth: ADMIN,
    pluginZip: inject("plugin").zip,
  });
  await directory.addUsers([
    { code: "manager", name: "比嘉 さくら", password: "manager", email: "" },
  ]);
  await directory.setUserGroups("manager", ["federation"]);
  await directory.setUserGroups("Administrator", ["Administrators", ...groups]);
  const federation = new KintoneRestAPIClient({
    baseUrl,
    auth: { username: "manager", password: "manager" },
  });
  return {
    baseUrl,
    apps,
    pluginId,
    addEdition: (values: Readonly<Record<string, unknown>>) =>
      federation.record.addRecord({
        app: apps.editions,
        record: cells(values),
      }),
    readEditions: async () =>
      (await federation.record.getRecords({ app: apps.editions })).records,
    readSocieties: () =>
      federation.record.getAllRecords({ app: apps.societies }),
    fault: async (fault: unknown): Promise<void> => {
      await fetch(`${baseUrl}/_local/faults`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(fault),
      });
    },
    close: async (): Promise<void> => {
      await server.close();
      site.close();
    },
  };
};

type Site = Awaited<ReturnType<typeof startEmptySite>>;

let browser: Browser;
let site: Site | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
afterEach(async () => {
  const ended = site;
  site = undefined;
  await ended?.close();
});

const openImport = async ({ baseUrl, apps, pluginId }: Site) => {
  const { page, failures } = await openAs(
    browser,
    { baseUrl },
    "Administrator",
  );
  await page.goto(
    `${baseUrl}/k/admin/app/${apps.editions}/plugin/config?pluginId=${pluginId}`,
  );
  await page.getByRole("button", { name: "商工会を取り込む" }).click();
  return { page, failures };
};

const chooseFile = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page
    .getByLabel("名簿のファイル")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });

const countWrites = (page: Page): { count: number } => {
  const writes = { count: 0 };
  page.on("request", (request) => {
    if (request.url().includes("bulkRequest")) writes.count += 1;
  });
  return writes;
};

test("34 societies come from a clerk's Excel list in three presses, and a second run changes nothing", async () => {
  site = await startEmptySite(SOCIETIES);
  const { page, failures } = await openImport(site);
  await chooseFile(page, "会員名簿.xlsx", await makeSocietyWorkbook(SOCIETIES));
  await page
    .getByText("追加 34件・変更 0件・変更なし 0件・取り込めない行 1件")
    .waitFor();
  await page.getByText("38行目：商工会名が空です。").waitFor();
  const { violations } = await new AxeBuilder({ page })
    .include("#suisen-config")
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole("button", { name: "34件を追加する" }).click();
  await page
    .getByText("34件を保存しました。登録済みの商工会は34件です。")
    .waitFor();
  const records = await site.readSocieties();
  expect(
    records
      .map(({ code, name, kana, sortOrder, organization, active }) => [
        code?.value,
        name?.value,
        kana?.value,
        sortOrder?.value,
        organization?.value,
        active?.value,
      ])
      .find(([code]) => code === "S34"),
  ).toEqual([
    "S34",
    "第34区商工会",
    "ダイ34ク",
    "34",
    [{ code: "S34", name: "第34区商工会" }],
    "有効",
  ]);

  await page.getByRole("button", { name: "別の名簿を取り込む" }).click();
  const writes = countWrites(page);
  await chooseFile(page, "会員名簿.xlsx", await makeSocietyWorkbook(SOCIETIES));
  await page
    .getByText("追加 0件・変更 0件・変更なし 34件・取り込めない行 1件")
    .waitFor();
  expect(await page.getByRole("button", { name: /件を追加/u }).count()).toBe(0);
  expect(writes.count).toBe(0);
  expect(failures).toEqual([]);
});

test("a CSV in Shift_JIS and cells pasted from Excel are read alike", async () => {
  site = await startEmptySite(2);
  const { page } = await openImport(site);
  // 「商工会名」 and two names, as Excel writes them in Windows-31J.
  const shiftJis = Buffer.from(
    "8fa48d4889ef96bc0d0a91e682508be68fa48d4889ef0d0a91e682518be68fa48d4889ef",
    "hex",
  );
  await chooseFile(page, "名簿.csv", shiftJis);
  await page.getByText("追加 2件").waitFor();
  await page.getByRole("button", { name: "やめる" }).click();
  await page.getByRole("button", { name: "商工会を取り込む" }).click();
  await page
    .getByLabel("または、Excelからコピーして貼り付け")
    .fill("商工会名\tフリガナ\n第1区商工会\tダイイチ\n第2区商工会\tダイニ");
  await page.getByRole("button", { name: "貼り付けた名簿を読む" }).click();
  await page.getByText("追加 2件").waitFor();
  expect(await page.getByText("ダイイチ").count()).toBeGreaterThan(0);
});

test("the site's organisations become societies, and a list of staff their contacts", async () => {
  site = await startEmptySite(3);
  const { page } = await openImport(site);
  await page.getByRole("button", { name: "cybozu.comの組織から" }).click();
  await page.getByRole("button", { name: "3件を追加する" }).click();
  await page.getByText("登録済みの商工会は3件です。").waitFor();

  await page.getByRole("button", { name: "担当者を取り込む" }).click();
  await page
    .getByLabel("または、Excelからコピーして貼り付け")
    .fill("商工会名\tログイン名\n第1区商工会\tmanager\n第2区商工会\tだれか");
  await page.getByRole("button", { name: "貼り付けた名簿を読む" }).click();
  await page.getByText("3行目：担当者「だれか」が見つかりません").waitFor();
  await page.getByRole("button", { name: "1件を変更する" }).click();
  await page.getByText("1件の商工会の担当者を保存しました。").waitFor();
  const records = await site.readSocieties();
  expect(
    records.map(({ name, contactUsers }) => [name?.value, contactUsers?.value]),
  ).toContainEqual(["第1区商工会", [{ code: "manager", name: "比嘉 さくら" }]]);
});

test("in a year in which 8/1 is a Saturday, the next edition opens only with each date ticked", async () => {
  site = await startEmptySite(1);
  await site.addEdition({
    name: "クラウド実践大賞 2025",
    fiscalYear: "2025",
    editionState: "終了",
    contactDate: "2025-07-28",
    registerDate: "2025-08-01",
    reportDate: "2025-08-01",
    caseDate: "2025-08-15",
    threshold: "2",
    target: "1",
    checklistStatus: "公式",
    checklist: [
      {
        value: {
          itemId: { value: "A1" },
          itemArea: { value: "顧客満足度の向上" },
          itemText: { value: "予約を受け付けている" },
          itemPoints: { value: "2" },
        },
      },
    ],
  });
  const { page } = await openImport(site);
  await page.getByRole("button", { name: "次の募集回をつくる" }).click();
  const dayOf = (name: string) =>
    page.getByLabel(`${name} 日付`, { exact: true });
  await dayOf("他薦登録").waitFor();
  // The Friday stays a Friday, and the Saturday is told.
  expect(await dayOf("他薦登録").inputValue()).toBe("2026-07-31");
  await page
    .getByText("前の募集回と同じ日付にすると8/1(土)で、土曜日です")
    .first()
    .waitFor();
  await dayOf("他薦登録").fill("2026-08-01");
  await dayOf("他薦登録").blur();
  await page
    .getByText("8/1(土)は土曜日です。直前の営業日は7/31(金)です。")
    .waitFor();

  const open = page.getByRole("button", { name: "募集中で登録する" });
  const ticks = page.getByRole("checkbox", { name: /確認しました$/u });
  expect(await ticks.count()).toBe(4);
  for (let index = 0; index < 4; index += 1) {
    expect(await open.isDisabled(), `${index} dates ticked`).toBe(true);
    await ticks.nth(index).check();
  }
  await open.click();
  await page
    .getByText("「クラウド実践大賞 2026」を募集中で登録しました。")
    .waitFor();
  expect(await site.readEditions()).toMatchObject([
    {
      editionState: { value: "募集中" },
      registerDate: { value: "2026-08-01" },
      datesToConfirm: { value: "" },
    },
    { editionState: { value: "終了" } },
  ]);
});

test("1,000 societies are saved in ten requests; after a lost connection the rest follows", async () => {
  site = await startEmptySite(1_000);
  const { page } = await openImport(site);
  await chooseFile(page, "名簿.csv", Buffer.from(makeSocietyCsv(1_000)));
  const button = page.getByRole("button", { name: "1000件を追加する" });
  await button.waitFor();
  const writes = countWrites(page);
  await site.fault({
    path: "/k/v1/bulkRequest.json",
    status: 503,
    body: "",
    skip: 4,
    count: 1,
  });
  const start = Date.now();
  await button.click();
  await page.getByText("1000件のうち400件を保存したところで").waitFor();
  await page.getByRole("button", { name: "続きを取り込む" }).click();
  await page.getByRole("button", { name: "600件を追加する" }).click();
  await page.getByText("登録済みの商工会は1000件です。").waitFor();
  console.log(`1,000 societies: ${Date.now() - start} ms`);
  expect(writes.count).toBe(11);
});

test("an administrator who sees no society is told to join the federation's group", async () => {
  site = await startEmptySite(2, []);
  const { page } = await openImport(site);
  await chooseFile(page, "名簿.csv", Buffer.from(makeSocietyCsv(2)));
  await page.getByText("いまのログインでは").waitFor();
  expect(await page.getByRole("button", { name: /件を追加/u }).count()).toBe(0);
});

test("a site without organisations and a file that is no list each get a sentence", async () => {
  site = await startEmptySite(0);
  const { page } = await openImport(site);
  await chooseFile(page, "名簿.csv", Buffer.from(makeSocietyCsv(2)));
  await page.getByText("cybozu.comに組織がありません").waitFor();
  await page.getByRole("button", { name: "やめる" }).click();
  await page.getByRole("button", { name: "商工会を取り込む" }).click();
  await chooseFile(page, "名簿.pdf", Buffer.from("%PDF-1.4"));
  await page.getByRole("alert").getByText("PDF").waitFor();
});
