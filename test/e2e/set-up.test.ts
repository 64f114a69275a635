import AxeBuilder from "@axe-core/playwright";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { createSite, startServer, type RunningServer } from "local-kintone";
import { launchBrowser } from "local-kintone/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { previewProvision } from "../../src/provision/index.ts";

const auth = { username: "Administrator", password: "Administrator" };

let server: RunningServer;
let browser: Browser;
let client: KintoneRestAPIClient;
let page: Page;
let app: string;

/** Loads the zip and adds it to an empty app, in kintone's own pages. */
const loadPlugin = async (): Promise<string> => {
  const { zip } = inject("plugin");
  const { fileKey } = await client.file.uploadFile({
    file: { name: "plugin.zip", data: Buffer.from(zip) },
  });
  const { id } = await client.plugin.installPlugin({ fileKey });
  ({ app } = await client.app.addApp({ name: "推薦ボード" }));
  await client.app.addPlugins({ app, ids: [id] });
  return `${server.baseUrl}/k/admin/app/${app}/plugin/config?pluginId=${id}`;
};

const logIn = async (): Promise<void> => {
  await page.goto(`${server.baseUrl}/login`);
  await page.getByLabel("ログイン名").fill(auth.username);
  await page.getByLabel("パスワード").fill(auth.password);
  await page.getByRole("button", { name: "ログイン" }).click();
  await page.waitForURL(/\/k\//);
};

beforeAll(async () => {
  server = await startServer({ site: createSite() });
  browser = await launchBrowser();
  client = new KintoneRestAPIClient({ baseUrl: server.baseUrl, auth });
  const context = await browser.newContext({
    locale: "ja-JP",
    viewport: { width: 1366, height: 900 },
  });
  page = await context.newPage();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const button = (name: string) => page.getByRole("button", { name });

test("a clerk makes the five apps from the settings page of an empty app", async () => {
  const address = await loadPlugin();
  await logIn();
  await page.goto(address);
  await button("5つのアプリを作る").waitFor();
  await page
    .getByText("商工会は自分の商工会の分だけ見て書けます")
    .first()
    .waitFor();
  const { violations } = await new AxeBuilder({ page })
    .include("#suisen-config")
    .analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await button("5つのアプリを作る").click();
  await button("止める").click();
  await page.getByText("途中で止めました").waitFor();
  // Closed and opened again, it goes on.
  await page.goto(address);
  await button("5つのアプリを作る").click();
  await page.getByText("5つのアプリができました").waitFor({ timeout: 60_000 });

  const { apps } = await client.app.getApps({});
  expect(apps.map(({ name }) => name)).toEqual([
    "募集回",
    "商工会",
    "推薦案件",
    "回答",
    "提出台帳",
  ]);
  expect(apps[0]?.appId).toBe(app);
  const rest = await previewProvision({ baseUrl: server.baseUrl, auth });
  expect(rest.steps).toEqual([]);
  await button("次へ進む").click();
  await page.getByRole("heading", { name: "推薦ボードの設定" }).waitFor();
}, 120_000);
