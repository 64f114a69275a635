/** Takes the pictures of docs/ja from the demo; see README. */
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { Browser, Locator, Page } from "playwright-core";
import { launchBrowser } from "local-kintone/testing";
import { startDemo } from "./start-demo.ts";
import type { Demo } from "./start-demo.ts";

/** The day after the societies were to contact the federation. */
const TODAY = "2022-07-28";
const EDITION = "クラウド実践大賞 2022";
const FOLDER = new URL("../docs/ja/images/", import.meta.url);
/** Eleven of the sample items: one point below the threshold. */
const YES = "A1 A2 A3 A4 B1 B2 B3 C1 C2 C3 C4".split(" ");

type Role = Demo["users"][number]["role"];
type Area = { x: number; y: number; width: number; height: number };

/** High enough for the longest dialog. */
const DESKTOP = { viewport: { width: 1280, height: 1000 } };
const PHONE = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
};

const demo = await startDemo({ port: 0, today: TODAY });

const userOf = (role: Role) => {
  const user = demo.users.find((one) => one.role === role);
  if (user === undefined) throw new Error(`The demo has no ${role}`);
  return user;
};

const clientOf = (role: Role): KintoneRestAPIClient => {
  const { code, password } = userOf(role);
  return new KintoneRestAPIClient({
    baseUrl: demo.baseUrl,
    auth: { username: code, password },
  });
};

const visit = async (
  browser: Browser,
  role: Role,
  device: typeof DESKTOP | typeof PHONE = DESKTOP,
): Promise<Page> => {
  const context = await browser.newContext({
    ...device,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    deviceScaleFactor: 1,
    reducedMotion: "reduce",
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const { code, password } = userOf(role);
  await page.goto(`${demo.baseUrl}/login`);
  await page.getByLabel("ログイン名").fill(code);
  await page.getByLabel("パスワード").fill(password);
  await page.getByRole("button", { name: "ログイン" }).click();
  await page.waitForURL(/\/k\//u);
  return page;
};

const save = async (page: Page, name: string, clip?: Area): Promise<void> => {
  await page.screenshot({
    path: fileURLToPath(new URL(`${name}.png`, FOLDER)),
    fullPage: clip !== undefined,
    ...(clip && { clip }),
  });
};

/** Box of an element, with a margin around it. */
const areaOf = async (locator: Locator, margin = 0): Promise<Area> => {
  const area = await locator.boundingBox();
  if (area === null) throw new Error("Nothing to take a picture of");
  return {
    x: area.x - margin,
    y: area.y - margin,
    width: area.width + 2 * margin,
    height: area.height + 2 * margin,
  };
};

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole("button", { name, exact: true }).click();

/** The society's own nomination that lacks a point. */
const findUnfinished = async (): Promise<string> => {
  const { records } = await clientOf("societyStaff").record.getRecords({
    app: demo.apps.nominations,
    query: `edition = "${EDITION}" and scoreTotal = 11 limit 1`,
  });
  return String(records[0]?.$id?.value ?? "");
};

const takeBoard = async (browser: Browser): Promise<void> => {
  const { views } = await clientOf("federationManager").app.getViews({
    app: demo.apps.nominations,
  });
  const page = await visit(browser, "federationManager");
  await page.goto(`${demo.boardUrl}?view=${views.推薦ボード?.id ?? ""}`);
  const matrix = page.locator("#suisen-matrix");
  await matrix.waitFor();
  const [, , , , fourth] = await page.locator("#suisen-lines tr").all();
  if (fourth === undefined) throw new Error("The board has too few lines");
  const { y, height } = await areaOf(fourth);
  await save(page, "board", { x: 0, y: 0, width: 1280, height: y + height });
  await save(page, "matrix", await areaOf(matrix, 12));
};

const takeCreate = async (browser: Browser): Promise<void> => {
  const page = await visit(browser, "societyStaff");
  await page.goto(`${demo.boardUrl}edit`);
  const answer = (item: string, name: string): Promise<void> =>
    page
      .getByRole("group", { name: new RegExp(`^${item} `, "u") })
      .getByRole("radio", { name, exact: true })
      .check();
  for (const item of YES) await answer(item, "はい");
  await answer("B4", "いいえ");
  await page.getByLabel("A1 の根拠・メモ").fill("予約サイトを利用");
  await page.evaluate(() => window.scrollTo(0, 0));
  const area = await areaOf(page.locator(".suisen-score"), 12);
  await save(page, "create", { ...area, height: 678 });
};

const takePhone = async (browser: Browser): Promise<void> => {
  const id = await findUnfinished();
  const page = await visit(browser, "societyStaff", PHONE);
  await page.goto(
    `${demo.baseUrl}/k/m/${demo.apps.nominations}/show#record=${id}`,
  );
  await page.locator("[data-suisen-readiness=consent]").waitFor();
  await save(page, "phone");
};

const takeContact = async (browser: Browser): Promise<void> => {
  const id = await findUnfinished();
  const page = await visit(browser, "societyStaff");
  await page.goto(`${demo.boardUrl}show#record=${id}`);
  await page.locator("[data-suisen-readiness=consent]").waitFor();
  await press(page, "県連へ連絡する");
  await press(page, "実行");
  await page.getByRole("dialog").waitFor();
  await save(page, "contact", await areaOf(page.getByRole("dialog")));
};

const takeExport = async (browser: Browser): Promise<void> => {
  const page = await visit(browser, "federationManager");
  await page.goto(demo.boardUrl);
  await press(page, "状況回答シートを作成");
  await page.getByLabel("警告のまま作成する理由").fill("途中経過の報告のため");
  const dialog = page.getByRole("dialog");
  await save(page, "export-check", await areaOf(dialog));

  await press(page, "警告のまま進む");
  const download = page.waitForEvent("download");
  await press(page, "作成してダウンロード");
  await download;
  await page.getByRole("button", { name: "送付済にする" }).waitFor();
  await page.mouse.move(0, 0);
  await save(page, "export-send", await areaOf(dialog));
};

const takeSettings = async (browser: Browser): Promise<void> => {
  const page = await visit(browser, "administrator");
  const { nominations } = demo.apps;
  await page.goto(
    `${demo.baseUrl}/k/admin/app/${nominations}/plugin/config?pluginId=${demo.pluginId}`,
  );
  await page.getByText("点検では分からないこと").waitFor();
  await save(page, "settings", { x: 0, y: 120, width: 920, height: 884 });
};

const pictures = [
  takeBoard,
  takeCreate,
  takePhone,
  takeContact,
  takeExport,
  takeSettings,
];

await mkdir(FOLDER, { recursive: true });
try {
  const browser = await launchBrowser();
  try {
    for (const take of pictures) {
      await take(browser);
      await Promise.all(browser.contexts().map((one) => one.close()));
    }
  } finally {
    await browser.close();
  }
} finally {
  await demo.close();
}
