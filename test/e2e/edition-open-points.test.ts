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

const openEdition = async () => {
  const client = demo.clientOf(demo.user("federationManager"));
  const { records } = await client.record.getRecords({
    app: demo.apps.editions,
    query: 'editionState in ("募集中")',
  });
  return String(records[0]?.$id?.value);
};

const save = (page: Page) =>
  page.getByRole("button", { name: "保存" }).first().click();

test("a copied edition begins in preparation, and opens only with its dates confirmed and no other open", async () => {
  const { page } = await visitDemo(
    browser,
    demo,
    demo.user("federationManager"),
  );
  const id = await openEdition();
  await page.goto(`${demo.baseUrl}/k/${demo.apps.editions}/edit?reuse=${id}`);
  const panel = page.getByRole("region", { name: "まだ確認していないこと" });
  await panel.waitFor();
  const confirm = panel.getByRole("button", { name: "この日で確認しました" });
  await expect.poll(() => confirm.count()).toBe(4);
  const state = page.getByLabel("状態").first();
  await expect.poll(() => state.inputValue()).toBe("準備中");

  await page.getByLabel("募集回").first().fill("クラウド実践大賞 2023");
  await state.selectOption("募集中");
  await save(page);
  await page.getByText("まだ確認していない日程があるため").first().waitFor();

  for (let left = 4; left > 0; left -= 1) {
    await confirm.first().click();
    await expect.poll(() => confirm.count()).toBe(left - 1);
  }
  await save(page);
  await page.getByText("同時に募集中にできるのは1つです").first().waitFor();
  await page.close();
});
