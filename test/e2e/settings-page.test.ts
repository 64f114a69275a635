import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { findViolations } from "../support/accessibility.ts";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { TestDemo } from "../support/demo.ts";

let demo: TestDemo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-07-20" }),
    takeBrowser(),
  ]);
  const administrator = demo.user("administrator");
  ({ page, errors } = await visitDemo(browser, demo, administrator));
  await openSettings();
});
afterAll(async () => {
  await leaveBrowser(browser);
  await demo?.close();
});

/** The administrator's page with the settings, opened once. */
let page: Page;
let errors: string[];

const openSettings = async (): Promise<void> => {
  await page.goto(
    `${demo.baseUrl}/k/admin/app/${demo.apps.nominations}/plugin/config?pluginId=${demo.pluginId}`,
  );
  await page.getByRole("heading", { name: "推薦ボードの設定" }).waitFor();
};

const deploy = async (): Promise<void> => {
  const client = demo.clientOf(demo.user("administrator"));
  const app = demo.apps.nominations;
  await client.app.deployApp({ apps: [{ app }] });
  for (;;) {
    const { apps } = await client.app.getDeployStatus({ apps: [app] });
    if (apps[0]?.status !== "PROCESSING") {
      expect(apps[0]?.status).toBe("SUCCESS");
      return;
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  }
};

test("on a provisioned set everything is found with nothing set", async () => {
  for (const app of ["募集回", "商工会", "推薦案件", "回答", "提出台帳"]) {
    expect(
      await page.getByText(`アプリ「${app}」が見つかりました`).count(),
      app,
    ).toBe(1);
    expect(
      await page
        .getByText(`アプリ「${app}」のフィールドはすべてそろっています`)
        .count(),
      app,
    ).toBe(1);
  }
  await page.getByText("点検では分からないこと：AIとゲスト").waitFor();
  expect(await findViolations(page, "#suisen-config")).toEqual([]);
  expect(errors).toEqual([]);
});

test("a mistake is named and nothing is saved", async () => {
  await page.getByLabel("休業日").fill("2022-07-25\n来週");
  await page.getByRole("button", { name: "保存する" }).click();
  await page.getByText("2行目「来週」を日付として読めません").waitFor();
  expect(await page.getByText("設定を保存しました").count()).toBe(0);
});

test("a saved closed day counts on the board once the app is updated", async () => {
  const manager = demo.user("federationManager");
  const { page: board } = await visitDemo(browser, demo, manager);
  const address = await demo.listUrl("推薦ボード");
  const readDaysLeft = async (): Promise<string> => {
    await board.goto(address);
    return board.locator('[data-suisen-value="days-left"]').innerText();
  };
  expect(await readDaysLeft()).toBe("あと5営業日");

  await page.getByLabel("休業日").fill("2022/7/25 旧盆");
  await page.getByRole("button", { name: "保存する" }).click();
  await page.getByText("設定を保存しました").waitFor();
  expect(await readDaysLeft()).toBe("あと5営業日");
  await deploy();
  expect(await readDaysLeft()).toBe("あと4営業日");
  await board.close();
  await openSettings();
  expect(await page.getByLabel("休業日").inputValue()).toBe("2022-07-25 旧盆");
});

test("society staff without app management cannot open the settings", async () => {
  const { page: visit } = await visitDemo(
    browser,
    demo,
    demo.user("societyStaff"),
  );
  await visit.goto(
    `${demo.baseUrl}/k/admin/app/${demo.apps.nominations}/plugin/config?pluginId=${demo.pluginId}`,
  );
  // kintone's own page says that it may not be opened.
  await visit.getByText("権限").first().waitFor();
  expect(await visit.getByText("推薦ボードの設定").count()).toBe(0);
  await visit.close();
});

const openEdition = async () => {
  const client = demo.clientOf(demo.user("federationManager"));
  const { records } = await client.record.getRecords({
    app: demo.apps.editions,
    query: 'editionState in ("募集中")',
  });
  return String(records[0]?.$id?.value);
};

const save = (edition: Page) =>
  edition.getByRole("button", { name: "保存" }).first().click();

test("a copied edition begins in preparation, and opens only with its dates confirmed and no other open", async () => {
  const { page: visit } = await visitDemo(
    browser,
    demo,
    demo.user("federationManager"),
  );
  const id = await openEdition();
  await visit.goto(`${demo.baseUrl}/k/${demo.apps.editions}/edit?reuse=${id}`);
  const panel = visit.getByRole("region", { name: "まだ確認していないこと" });
  await panel.waitFor();
  const confirm = panel.getByRole("button", { name: "この日で確認しました" });
  await expect.poll(() => confirm.count()).toBe(4);
  const state = visit.getByLabel("状態").first();
  await expect.poll(() => state.inputValue()).toBe("準備中");

  await visit.getByLabel("募集回").first().fill("クラウド実践大賞 2023");
  await state.selectOption("募集中");
  await save(visit);
  await visit.getByText("まだ確認していない日程があるため").first().waitFor();

  for (let left = 4; left > 0; left -= 1) {
    await confirm.first().click();
    await expect.poll(() => confirm.count()).toBe(left - 1);
  }
  await save(visit);
  await visit.getByText("同時に募集中にできるのは1つです").first().waitFor();
  await visit.close();
});

test("with the plugin removed the app still scores and takes records", async () => {
  await fetch(`${demo.baseUrl}/k/v1/plugin.json`, {
    method: "DELETE",
    headers: {
      "Content-Type": "application/json",
      "X-Cybozu-Authorization": Buffer.from(
        "Administrator:Administrator",
      ).toString("base64"),
    },
    body: JSON.stringify({ id: demo.pluginId }),
  }).then((response) => expect(response.status).toBe(200));
  const staff = demo.user("societyStaff");
  const client = demo.clientOf(staff);
  const [society] = await client.record.getAllRecords({
    app: demo.apps.societies,
  });
  const { id } = await client.record.addRecord({
    app: demo.apps.nominations,
    record: {
      edition: { value: "クラウド実践大賞 2022" },
      society: { value: String(society?.name?.value) },
      registeredName: { value: "株式会社波止場" },
      checklist: {
        value: Array.from({ length: 12 }, (_row, index) => ({
          value: {
            itemId: { value: `X${index}` },
            itemPoints: { value: 1 },
            answer: { value: index < 11 ? "はい" : "いいえ" },
          },
        })),
      },
    },
  });
  const { record } = await client.record.getRecord({
    app: demo.apps.nominations,
    id,
  });
  expect(record.scoreTotal?.value).toBe("11");
  expect(record.verdict?.value).toBe("基準未満");
  const { page: visit, errors: own } = await visitDemo(browser, demo, staff);
  await visit.goto(
    `${demo.baseUrl}/k/${demo.apps.nominations}/show#record=${id}`,
  );
  await visit.getByText("株式会社波止場").first().waitFor();
  expect(own).toEqual([]);
  await visit.close();
});
