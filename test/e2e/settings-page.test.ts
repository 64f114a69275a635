import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "local-kintone/testing";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { TestDemo } from "../support/demo.ts";

let demo: TestDemo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-07-20" }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await demo?.close();
});

const openSettings = async (page: Page): Promise<void> => {
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
  const { page, errors } = await visitDemo(
    browser,
    demo,
    demo.user("administrator"),
  );
  await openSettings(page);
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
  const { violations } = await new AxeBuilder({ page })
    .include("#suisen-config")
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test("a mistake is named and nothing is saved", async () => {
  const { page } = await visitDemo(browser, demo, demo.user("administrator"));
  await openSettings(page);
  await page.getByLabel("休業日").fill("2022-07-25\n来週");
  await page.getByRole("button", { name: "保存する" }).click();
  await page.getByText("2行目「来週」を日付として読めません").waitFor();
  expect(await page.getByText("設定を保存しました").count()).toBe(0);
  await page.close();
});

test("a saved closed day counts on the board once the app is updated", async () => {
  const readDaysLeft = async (): Promise<string> => {
    const { page } = await visitDemo(
      browser,
      demo,
      demo.user("federationManager"),
    );
    await page.goto(await demo.listUrl("推薦ボード"));
    const text = await page
      .locator('[data-suisen-value="days-left"]')
      .innerText();
    await page.close();
    return text;
  };
  expect(await readDaysLeft()).toBe("あと5営業日");

  const { page } = await visitDemo(browser, demo, demo.user("administrator"));
  await openSettings(page);
  await page.getByLabel("休業日").fill("2022/7/25 旧盆");
  await page.getByRole("button", { name: "保存する" }).click();
  await page.getByText("設定を保存しました").waitFor();
  expect(await readDaysLeft()).toBe("あと5営業日");
  await deploy();
  expect(await readDaysLeft()).toBe("あと4営業日");
  await openSettings(page);
  expect(await page.getByLabel("休業日").inputValue()).toBe("2022-07-25 旧盆");
  await page.close();
});

test("society staff without app management cannot open the settings", async () => {
  const { page } = await visitDemo(browser, demo, demo.user("societyStaff"));
  await page.goto(
    `${demo.baseUrl}/k/admin/app/${demo.apps.nominations}/plugin/config?pluginId=${demo.pluginId}`,
  );
  await page.waitForLoadState("networkidle");
  expect(await page.getByText("推薦ボードの設定").count()).toBe(0);
  await page.close();
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
  const { page, errors } = await visitDemo(browser, demo, staff);
  await page.goto(
    `${demo.baseUrl}/k/${demo.apps.nominations}/show#record=${id}`,
  );
  await page.getByText("株式会社波止場").first().waitFor();
  expect(errors).toEqual([]);
  await page.close();
});
