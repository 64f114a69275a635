import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import {
  createSite,
  parseToday,
  restoreSnapshot,
  startServer,
  takeSnapshot,
} from "local-kintone";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { provision } from "../../src/provision/index.ts";
import { createUserApi } from "../../src/provision/node/user-api.ts";
import { findViolations } from "../support/accessibility.ts";
import { cells, openAs } from "../support/nomination-site.ts";
import {
  makeSocietyCsv,
  makeSocietyWorkbook,
  societyOf,
} from "../support/society-list.ts";

const ADMIN = { username: "Administrator", password: "Administrator" };
const SOCIETIES = 34;

/** Apps without records and organisations; the administrator is in the federation. */
const startEmptySite = async () => {
  const site = createSite({ now: parseToday("2026-06-01"), deployDelayMs: 0 });
  const server = await startServer({ site, port: 0 });
  const { baseUrl } = server;
  const directory = createUserApi({ baseUrl, auth: ADMIN });
  const { apps, pluginId } = await provision({
    baseUrl,
    auth: ADMIN,
    pluginZip: inject("plugin").zip,
  });
  await directory.addUsers([
    { code: "manager", name: "比嘉 さくら", password: "manager", email: "" },
  ]);
  await directory.setUserGroups("manager", ["federation"]);
  await directory.setUserGroups("Administrator", [
    "Administrators",
    "federation",
  ]);
  const federation = new KintoneRestAPIClient({
    baseUrl,
    auth: { username: "manager", password: "manager" },
  });
  const empty = takeSnapshot(site);
  return {
    baseUrl,
    apps,
    pluginId,
    directory,
    goBack: () => restoreSnapshot(site, empty),
    addOrganizations: async (count: number): Promise<void> => {
      const all = Array.from({ length: count }, (_, index) =>
        societyOf(index + 1),
      );
      for (let from = 0; from < all.length; from += 100)
        await directory.addOrganizations(
          all.slice(from, from + 100).map(({ code, name }) => ({ code, name })),
        );
    },
    addSocieties: (count: number) =>
      federation.record.addRecords({
        app: apps.societies,
        records: Array.from({ length: count }, (_, index) => {
          const { code, name } = societyOf(index + 1);
          return cells({ code, name, organization: [{ code }] });
        }),
      }),
    addEdition: (values: Readonly<Record<string, unknown>>) =>
      federation.record.addRecord({
        app: apps.editions,
        record: cells(values),
      }),
    readEditions: async () =>
      (await federation.record.getRecords({ app: apps.editions })).records,
    readSocieties: () =>
      federation.record.getAllRecords({ app: apps.societies }),
    readNominations: () =>
      federation.record.getAllRecords({ app: apps.nominations }),
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

let browser: Browser;
let site: Awaited<ReturnType<typeof startEmptySite>>;
/** The settings page, opened once: each import reads the site when a list is chosen. */
let page: Page;
let failures: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([takeBrowser(), startEmptySite()]);
  const { baseUrl, apps, pluginId } = site;
  ({ page, failures } = await openAs(browser, { baseUrl }, "Administrator"));
  await page.goto(
    `${baseUrl}/k/admin/app/${apps.editions}/plugin/config?pluginId=${pluginId}`,
  );
});
afterAll(async () => {
  await leaveBrowser(browser);
  await site?.close();
});
const press = (name: string): Promise<void> =>
  page.getByRole("button", { name }).first().click();

/** An empty site again, and every import closed. */
beforeEach(async () => {
  site.goBack();
  for (const name of ["別の名簿を取り込む", "やめる"])
    while ((await page.getByRole("button", { name }).count()) > 0)
      await press(name);
});

/** Opens the import of societies on an otherwise empty site. */
const openImport = async (organizations: number): Promise<void> => {
  await site.addOrganizations(organizations);
  await press("商工会を取り込む");
};

const paste = async (text: string): Promise<void> => {
  await page.getByLabel("または、Excelからコピーして貼り付け").fill(text);
  await press("貼り付けた名簿を読む");
};

const chooseFile = (name: string, buffer: Buffer): Promise<void> =>
  page
    .getByLabel("名簿のファイル")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });

const countWrites = (): { count: number } => {
  const writes = { count: 0 };
  page.on("request", (request) => {
    if (request.url().includes("bulkRequest")) writes.count += 1;
  });
  return writes;
};

test("34 societies come from a clerk's Excel list in three presses, and a second run changes nothing", async () => {
  await openImport(SOCIETIES);
  await chooseFile("会員名簿.xlsx", await makeSocietyWorkbook(SOCIETIES));
  await page
    .getByText("追加 34件・変更 0件・変更なし 0件・取り込めない行 1件")
    .waitFor();
  await page.getByText("38行目：商工会名が空です。").waitFor();
  expect(await findViolations(page, "#suisen-config")).toEqual([]);
  await page.getByRole("button", { name: "34件を追加する" }).click();
  await page.getByText("34件を保存しました。商工会は34件です。").waitFor();
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
  const writes = countWrites();
  await chooseFile("会員名簿.xlsx", await makeSocietyWorkbook(SOCIETIES));
  await page
    .getByText("追加 0件・変更 0件・変更なし 34件・取り込めない行 1件")
    .waitFor();
  expect(await page.getByRole("button", { name: /件を追加/u }).count()).toBe(0);
  expect(writes.count).toBe(0);
  expect(failures).toEqual([]);
});

test("a CSV in Shift_JIS and cells pasted from Excel are read alike", async () => {
  await openImport(2);
  // 「商工会名」 and two names, as Excel writes them in Windows-31J.
  const shiftJis = Buffer.from(
    "8fa48d4889ef96bc0d0a91e682508be68fa48d4889ef0d0a91e682518be68fa48d4889ef",
    "hex",
  );
  await chooseFile("名簿.csv", shiftJis);
  await page.getByText("追加 2件").waitFor();
  await press("やめる");
  await press("商工会を取り込む");
  await paste("商工会名\tフリガナ\n第1区商工会\tダイイチ\n第2区商工会\tダイニ");
  await page.getByText("追加 2件").waitFor();
  expect(await page.getByText("ダイイチ").count()).toBeGreaterThan(0);
});

test("the site's organisations become societies, and a list of staff their contacts", async () => {
  await openImport(3);
  await page.getByRole("button", { name: "cybozu.comの組織から" }).click();
  await page.getByRole("button", { name: "3件を追加する" }).click();
  await page.getByText("商工会は3件です。").waitFor();

  await page.getByRole("button", { name: "担当者を取り込む" }).click();
  await paste(
    "商工会名\tログイン名\n第1区商工会\tmanager\n第2区商工会\tだれか",
  );
  await page.getByText("3行目：担当者「だれか」が見つかりません").waitFor();
  await page.getByRole("button", { name: "1件を変更する" }).click();
  await page.getByText("1件の商工会の担当者を保存しました。").waitFor();
  const records = await site.readSocieties();
  expect(
    records.map(({ name, contactUsers }) => [name?.value, contactUsers?.value]),
  ).toContainEqual(["第1区商工会", [{ code: "manager", name: "比嘉 さくら" }]]);
});

/** A list with two rows that cannot be taken, and values that cannot be read. */
const EARLIER_YEARS = [
  "年度\t商工会名\t事業者名\t法人番号\t登録日\t結果",
  `令和6年度\t第1区商工会\t${"長い名前の".repeat(20)}株式会社\t\tR6.7.30\t受賞`,
  "2024\t第2区商工会\t山田商店\t12345\t昨夏\t優秀賞",
  "2026\t第1区商工会\t今年の商店\t\t\t",
  "2024\t第9区商工会\tよその商店\t\t\t",
].join("\n");

test("firms of earlier years come from a list, and the first edition is still to be made", async () => {
  await site.addOrganizations(2);
  await site.addSocieties(2);
  await press("過去の案件を取り込む");
  await paste(EARLIER_YEARS);
  await page
    .getByText("追加 3件・変更 0件・変更なし 0件・取り込めない行 2件")
    .waitFor();
  await page.getByText("4行目：「2026」は終わっていません。").waitFor();
  await page.getByText("5行目：商工会「第9区商工会」が登録").waitFor();
  await page.getByText("3行目：法人番号「12345」は、正しい13桁").waitFor();
  await press("3件を追加する");
  await page.getByText("推薦案件は、過去のものを含めて2件です。").waitFor();
  const records = await site.readNominations();
  expect(
    records.map(({ edition, recordKind, registerDone, result, remarks }) => [
      edition?.value,
      recordKind?.value,
      registerDone?.value,
      result?.value,
      remarks?.value,
    ]),
  ).toEqual(
    expect.arrayContaining([
      ["クラウド実践大賞 2024", "過去の記録", "2024-07-30", "受賞", ""],
      ["クラウド実践大賞 2024", "過去の記録", null, "未定", "結果：優秀賞"],
    ]),
  );

  await press("別の名簿を取り込む");
  await paste(EARLIER_YEARS);
  await page
    .getByText("追加 0件・変更 0件・変更なし 2件・取り込めない行 2件")
    .waitFor();
  await page.reload();
  await page.getByRole("button", { name: "最初の募集回を作る" }).waitFor();
});

test("in a year in which 8/1 is a Saturday, the next edition opens only with each date ticked", async () => {
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
  await page.reload();
  await press("次の募集回をつくる");
  const dayOf = (name: string) =>
    page.getByLabel(`${name} 日付`, { exact: true });
  await dayOf("他薦登録").waitFor();
  // The Friday stays a Friday, and the Saturday is pointed out.
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
  await openImport(1_000);
  await chooseFile("名簿.csv", Buffer.from(makeSocietyCsv(1_000)));
  const button = page.getByRole("button", { name: "1000件を追加する" });
  await button.waitFor();
  const writes = countWrites();
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
  await page.getByText("商工会は1000件です。").waitFor();
  console.log(`1,000 societies: ${Date.now() - start} ms`);
  expect(writes.count).toBe(11);
});

test("an administrator who sees no society is told to join the federation's group", async () => {
  await site.directory.setUserGroups("Administrator", ["Administrators"]);
  await openImport(2);
  await chooseFile("名簿.csv", Buffer.from(makeSocietyCsv(2)));
  await page.getByText("いまのログインでは").waitFor();
  expect(await page.getByRole("button", { name: /件を追加/u }).count()).toBe(0);
});

test("a site without organisations and a file that is no list each get a sentence", async () => {
  await openImport(0);
  await chooseFile("名簿.csv", Buffer.from(makeSocietyCsv(2)));
  await page.getByText("cybozu.comに組織がありません").waitFor();
  await page.getByRole("button", { name: "やめる" }).click();
  await page.getByRole("button", { name: "商工会を取り込む" }).click();
  await chooseFile("名簿.pdf", Buffer.from("%PDF-1.4"));
  await page.getByRole("alert").getByText("PDF").waitFor();
});
