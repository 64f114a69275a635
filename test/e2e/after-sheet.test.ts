import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFromKintone } from "../../scripts/report/from-kintone.ts";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import { findViolations } from "../support/accessibility.ts";
import { startTestDemo, visitDemo } from "../support/demo.ts";
import type { TestDemo } from "../support/demo.ts";
import { EDITION, listRegistered, textOf } from "../support/form-site.ts";

const HOSTILE = `<img src=x onerror="globalThis.hacked=1"><b class="bad">太字</b>&lt;script&gt;`;
const LONG = `株式会社${"とても長い名称の".repeat(24)}商店`;

let demo: TestDemo;
let browser: Browser;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startTestDemo({ today: "2022-08-01" }),
    takeBrowser(),
  ]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await demo?.close();
});

const clerk = () => demo.clientOf(demo.user("federationStaff")).record;

const makeSheet = async (): Promise<void> => {
  const { code, password } = demo.user("federationStaff");
  const out = path.join(tmpdir(), `suisen-after-${process.pid}.xlsx`);
  await makeFromKintone(
    { edition: EDITION, out, kind: "main" },
    {
      KINTONE_BASE_URL: demo.baseUrl,
      KINTONE_USERNAME: code,
      KINTONE_PASSWORD: password,
    },
  );
  await rm(out);
};

const listReported = () =>
  demo.readAll(
    "nominations",
    `edition = "${EDITION}" and ステータス in ("報告済")`,
  );

const violationsOf = (page: Page): Promise<string[]> =>
  findViolations(page, ".suisen-root");

/** Nothing of the hostile text has become an element. */
const expectPlainText = async (page: Page): Promise<void> => {
  expect(await page.locator("img[src=x], b.bad").count()).toBe(0);
  expect(await page.evaluate(() => "hacked" in globalThis)).toBe(false);
};

const open = async (
  user: string,
  address: string,
  isPhone = false,
): Promise<Page> => {
  const { page } = await visitDemo(browser, demo, demo.user(user), { isPhone });
  await page.goto(`${demo.baseUrl}${address}`);
  return page;
};

/** Groups of the form are closed until somebody looks. */
const openGroup = async (page: Page, name: string): Promise<void> => {
  await page.getByText(name, { exact: true }).first().click();
};

test("a made sheet is marked as mailed from the board in one press, and all it lists is reported", async () => {
  await makeSheet();
  const registered = await listRegistered(demo);
  const page = await open("federationManager", `/k/${demo.apps.nominations}/`);
  await page.getByText("送付はまだです").waitFor();
  await page.getByRole("button", { name: "送付済にする" }).click();
  await page.getByText("送付済として記録し").waitFor();
  const ids = (await listReported()).map((one) => textOf(one, "$id"));
  expect(ids.toSorted()).toEqual(
    registered.map((one) => textOf(one, "$id")).toSorted(),
  );
  expect(await page.getByRole("button", { name: "送付済にする" }).count()).toBe(
    0,
  );
  expect(await violationsOf(page)).toEqual([]);
  await page.close();
});

/** A reported nomination whose texts are hostile, with an outcome to report. */
const spoil = async (): Promise<string> => {
  const [nomination = {}] = await listReported();
  const id = textOf(nomination, "$id");
  const texts = [
    "prizeName",
    "publishText",
    "federationNotes",
    "caseTitle",
    "summary",
    "priorDifference",
    "receiptNumber",
    "supporterName",
    "remarks",
  ];
  await clerk().updateRecord({
    app: demo.apps.nominations,
    id,
    record: {
      ...Object.fromEntries(texts.map((code) => [code, { value: HOSTILE }])),
      registeredName: { value: LONG },
      result: { value: "受賞" },
      prize: { value: "その他" },
    },
  });
  return id;
};

test("the result is told, the publication is asked about, and hostile text stays text", async () => {
  const id = await spoil();
  const page = await open(
    "federationManager",
    `/k/${demo.apps.nominations}/show#record=${id}`,
  );
  const panel = page.locator('[data-suisen="after-sheet"]');
  await panel.getByText(`賞：${HOSTILE}`).waitFor();
  await panel.getByText("まだ知らせていません").waitFor();
  await panel.getByRole("button", { name: "商工会へ知らせる" }).click();
  await panel.getByText("商工会 8/1(月)連絡済").waitFor();
  await panel.getByRole("button", { name: "公表の確認を依頼" }).click();
  await panel.getByText("回答待ちです").waitFor();
  const { record } = await clerk().getRecord({
    app: demo.apps.nominations,
    id,
  });
  expect(record.tellings?.value).toHaveLength(1);
  expect(record.publishAskedText?.value).toBe(HOSTILE);
  for (const group of ["公表（県連）", "県連のメモ", "取組と実践事例"])
    await openGroup(page, group);
  await expectPlainText(page);
  expect(await violationsOf(page)).toEqual([]);
  await page.close();
});

test("the board and a phone show the same without an element of it", async () => {
  const id = await spoil();
  const board = await open("federationManager", `/k/${demo.apps.nominations}/`);
  await board.getByText("名称が確認後に変わりました").first().waitFor();
  await expectPlainText(board);
  await board.close();
  const phone = await open(
    "federationManager",
    `/k/m/${demo.apps.nominations}/show?record=${id}`,
    true,
  );
  const onPhone = phone.locator('[data-suisen="after-sheet"]');
  await onPhone.getByText(`賞：${HOSTILE}`).waitFor();
  await onPhone.getByText("回答待ちです").waitFor();
  await expectPlainText(phone);
  expect(await violationsOf(phone)).toEqual([]);
  expect(
    await phone.evaluate(() => document.documentElement.scrollWidth),
  ).toBeLessThanOrEqual(390);
  await phone.close();
});

test("from a closed record its society reaches the place for corrections in one press", async () => {
  const society = demo.user("societyStaff");
  const { records } = await demo.clientOf(society).record.getRecords({
    app: demo.apps.nominations,
    query: `edition in ("${EDITION}") and ステータス in ("登録済", "報告済")`,
  });
  const page = await open(
    "societyStaff",
    `/k/${demo.apps.nominations}/show#record=${textOf(records[0] ?? {}, "$id")}`,
  );
  await page
    .getByRole("link", { name: "登録後の案件を編集できるのは県連だけです" })
    .click();
  await page.waitForURL(
    (url) => url.pathname === `/k/${demo.apps.answers}/show`,
  );
  await page.getByText("登録後の提出・訂正の依頼").first().waitFor();
  await page.close();
});
