import { KintoneRestAPIClient } from "@kintone/rest-api-client";
import {
  createSite,
  startServer,
  type RunningServer,
  type Site,
} from "local-kintone";
import { leaveBrowser, takeBrowser } from "local-kintone/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { LocalPlugin } from "../../scripts/plugin/build-local-plugin.ts";
import { createPasswordTransport } from "../../src/kintone/transport.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import { createPageConnection } from "../../src/provision/connect/page-connection.ts";
import { planProvision } from "../../src/provision/plan/plan-provision.ts";
import { applySetUp } from "../../src/provision/set-up/apply-set-up.ts";
import { planSetUp } from "../../src/provision/set-up/plan-set-up.ts";
import { createMemory } from "../../src/provision/site/memory.ts";
import { createUserApi } from "../../src/provision/node/user-api.ts";
import { previewProvision, provision } from "../../src/provision/index.ts";
import { findViolations } from "../support/accessibility.ts";
import { blankFormPath } from "../support/blank-form.ts";
import { toEarlierVersion } from "../support/earlier-version.ts";
import { readEverySetting } from "../support/every-setting.ts";
import { buildReleasedPlugin } from "../support/released-plugin.ts";
import { openSignedIn } from "../support/signed-in.ts";
import { makeSocietyWorkbook, societyOf } from "../support/society-list.ts";

const auth = { username: "Administrator", password: "Administrator" };

let site: Site;
let server: RunningServer;
let browser: Browser;
let client: KintoneRestAPIClient;
let page: Page;
let app: string;
/** The settings of the plugin in the empty app. */
let address: string;

const button = (name: string) => page.getByRole("button", { name });

/** The plugin in the zip that an office downloads. */
let plugin: LocalPlugin;

/** A person's presses and fields, counted. */
let presses = 0;
const press = async (name: string | RegExp): Promise<void> => {
  presses += 1;
  await page.getByRole("button", { name }).first().click();
};
const fill = async (label: string, text: string): Promise<void> => {
  presses += 1;
  await page.getByLabel(label, { exact: true }).fill(text);
};
const choose = async (
  label: RegExp,
  file: Parameters<ReturnType<Page["getByLabel"]>["setInputFiles"]>[0],
): Promise<void> => {
  presses += 1;
  await page.getByLabel(label).setInputFiles(file);
};

/** Makes an empty app: 「アプリを作成」「はじめから作成」「保存」 in kintone. */
const makeEmptyApp = async (): Promise<void> => {
  presses += 3;
  ({ app } = await client.app.addApp({ name: "推薦ボード" }));
};

/** Loads the zip, adds it to the empty app and opens its settings, in kintone's own pages. */
const loadPlugin = async (): Promise<void> => {
  await page.goto(`${server.baseUrl}/k/admin/app/${app}/plugin/`);
  await choose(/プラグインを読み込む/, {
    name: "plugin.zip",
    mimeType: "application/zip",
    buffer: Buffer.from(plugin.zip),
  });
  await page.getByLabel("追加するプラグイン").waitFor();
  await press("追加");
  presses += 1;
  await page.getByRole("link", { name: /プラグインの設定/ }).click();
  await button("5つのアプリを作る").waitFor();
  address = page.url();
};

const logIn = async (): Promise<void> => {
  await page.goto(`${server.baseUrl}/login`);
  await page.getByLabel("ログイン名").fill(auth.username);
  await page.getByLabel("パスワード").fill(auth.password);
  await page.getByRole("button", { name: "ログイン" }).click();
  await page.waitForURL(/\/k\//);
};

beforeAll(async () => {
  site = createSite();
  server = await startServer({ site });
  browser = await takeBrowser();
  client = new KintoneRestAPIClient({ baseUrl: server.baseUrl, auth });
  plugin = await buildReleasedPlugin();
  const context = await browser.newContext({
    locale: "ja-JP",
    viewport: { width: 1366, height: 900 },
  });
  page = await context.newPage();
}, 400_000);
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

/** The settings that `npm run provision` makes with the same zip on a site of its own. */
const readProvisioned = async () => {
  const other = await startServer({ site: createSite({ deployDelayMs: 0 }) });
  const { baseUrl } = other;
  await provision({ baseUrl, auth, pluginZip: plugin.zip });
  const settings = await readEverySetting(
    new KintoneRestAPIClient({ baseUrl, auth }),
  );
  await other.close();
  return settings;
};

test("somebody who is no administrator is told so, also in English, before anything is made", async () => {
  await logIn();
  await makeEmptyApp();
  await loadPlugin();
  const { id: pluginId } = plugin;
  const { baseUrl } = server;
  await fetch(`${baseUrl}/v1/users.json`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Cybozu-Authorization": Buffer.from(
        `${auth.username}:${auth.password}`,
      ).toString("base64"),
    },
    body: JSON.stringify({
      users: [
        {
          code: "clerk",
          name: "Clerk",
          password: "clerk",
          valid: true,
          locale: "en",
        },
      ],
    }),
  }).then((response) => expect(response.status).toBe(200));
  const own = new KintoneRestAPIClient({
    baseUrl,
    auth: { username: "clerk", password: "clerk" },
  });
  const { app: ownApp } = await own.app.addApp({ name: "Clerk's app" });
  await own.app.addPlugins({ app: ownApp, ids: [pluginId] });
  const visit = await openSignedIn(browser, {
    baseUrl,
    login: "clerk",
    password: "clerk",
    timezoneId: "Asia/Tokyo",
    locale: "en-US",
  });
  await visit.goto(
    `${baseUrl}/k/admin/app/${ownApp}/plugin/config?pluginId=${pluginId}`,
  );
  await visit
    .getByText("You are not a kintone system administrator.")
    .waitFor();
  await visit
    .getByRole("button", { name: "5つのアプリを作る (Make the five apps)" })
    .click();
  await visit.getByRole("alert").first().waitFor();
  const { apps } = await own.app.getApps({});
  expect(apps).toEqual([]);
  await visit.close();
  site.store.removeApp(Number(ownApp));
}, 60_000);

/** Answers each writing request as after the end of a session, from the given one on. */
const loseSession = async (after: number): Promise<void> => {
  let writes = 0;
  await page.route("**/k/v1/**", (route) => {
    if (route.request().method() !== "GET") writes += 1;
    return writes <= after
      ? route.continue()
      : route.fulfill({
          status: 401,
          json: { code: "CB_AU01", id: "x", message: "ログインしてください。" },
        });
  });
};

test("a clerk makes the five apps from the settings page of an empty app", async () => {
  await page
    .getByText("商工会は自分の商工会の分だけ見て書けます")
    .first()
    .waitFor();
  expect(await findViolations(page, "#suisen-config")).toEqual([]);

  // Somebody makes the federation's group while the plan is on the screen.
  await createUserApi({ baseUrl: server.baseUrl, auth }).addGroup(
    "federation",
    "県連",
  );
  await press("5つのアプリを作る");
  await page.getByText("前に表示した内容から変わりました").waitFor();
  await press("5つのアプリを作る");
  await press("止める");
  await page.getByText("途中で止めました").waitFor();
  // Closed and opened again, it goes on, also after the session was lost.
  await page.goto(address);
  await button("5つのアプリを作る").waitFor();
  await loseSession(12);
  await press("5つのアプリを作る");
  await page.getByText("ログインし直して").waitFor();
  await page.unrouteAll();
  await page.goto(address);
  await press("5つのアプリを作る");
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
  const made = await readEverySetting(client);
  const provisioned = await readProvisioned();
  expect(made).toEqual(provisioned);
  await press("次へ進む");
  await page.getByRole("heading", { name: "推薦ボードの設定" }).waitFor();
}, 120_000);

const SOCIETIES = 34;

/** Done in cybozu.com administration: organisations, and the clerk in the federation. */
const administer = async (): Promise<void> => {
  const directory = createUserApi({ baseUrl: server.baseUrl, auth });
  const societies = Array.from({ length: SOCIETIES }, (_, index) =>
    societyOf(index + 1),
  );
  await directory.addOrganizations(
    societies.map(({ code, name }) => ({ code, name })),
  );
  await directory.setUserGroups(auth.username, [
    "Administrators",
    "federation",
  ]);
};

const AREAS = [
  "顧客満足度の向上",
  "従業員満足度の向上",
  "業務効率の改善",
  "セキュリティ",
  "マネジメントの積極的な参画",
];

/** Cells as Excel copies them: the area once, then its items. */
const copiedChecklist = [
  "分野\tチェック項目\t配点",
  ...AREAS.flatMap((area) =>
    [1, 2, 3].map(
      (number) =>
        `${number === 1 ? area : ""}\t${area}のための取組${number}をしている\t${number === 3 ? 0.5 : 1}`,
    ),
  ),
].join("\n");

const importSocieties = async (): Promise<void> => {
  await press("商工会を取り込む");
  await choose(/名簿のファイル/, {
    name: "会員名簿.xlsx",
    mimeType: "application/octet-stream",
    buffer: await makeSocietyWorkbook(SOCIETIES),
  });
  await press("34件を追加する");
  await page.getByText("34件を保存しました").waitFor();
};

const makeEdition = async (): Promise<void> => {
  await press("最初の募集回を作る");
  const open = page.getByRole("button", { name: "募集中で登録する" });
  await open.waitFor();
  expect(await open.isDisabled()).toBe(true);
  await fill("募集回の名前", "クラウド実践大賞 2026");
  await fill("県連への連絡 日付", "2026-07-27");
  await fill("他薦登録 日付", "2026-08-01");
  await page
    .getByText("8/1(土)は土曜日です。直前の営業日は7/31(金)です。")
    .waitFor();
  await fill("状況回答シート提出 日付", "2026-08-01");
  await fill("実践事例の提出 日付", "2026-08-14");
  await fill("または、Excelからコピーして貼り付け", copiedChecklist);
  await press("貼り付けた項目を読む");
  await page.getByText("15項目・満点 12.5点（基準点 12点）").waitFor();
  await choose(
    /状況回答シートの様式（届いた白紙/,
    blankFormPath("b01-status-reply.xlsx"),
  );
  await fill("連合会名（差出人）", "海山県商工会連合会");
  await fill("提出先", "全国の会 担当課");
  await fill("提出先 E-mail", "report@national.example");
  expect(await findViolations(page, "#suisen-config")).toEqual([]);
  await press("募集中で登録する");
  await page
    .getByText("「クラウド実践大賞 2026」を募集中で登録しました。")
    .waitFor();
};

const mapForm = async (): Promise<void> => {
  await press("対応付けをはじめる");
  await page.getByRole("grid").waitFor();
  await press("対応付けを保存");
  await page.getByText("対応付けを保存しました").first().waitFor();
  await page.reload();
  // Points that are right are folded.
  await page
    .getByText("様式と対応表がそろっています")
    .first()
    .waitFor({ state: "attached" });
};

test("from there to an open edition with 34 societies and a mapped form in 60 presses at most", async () => {
  await administer();
  await page.reload();
  await page.getByText("商工会がまだ1件も登録されていません").waitFor();
  await importSocieties();
  await makeEdition();
  await mapForm();

  console.log(`set-up: ${presses} presses from an empty site`);
  expect(presses).toBeLessThanOrEqual(60);
  const { records } = await client.record.getRecords({ app });
  expect(records).toHaveLength(1);
  const [edition] = records;
  expect(edition?.editionState?.value).toBe("募集中");
  expect(edition?.checklist?.value).toHaveLength(15);
  expect(String(edition?.formMap?.value)).toContain('"cells"');
  const rest = await previewProvision({ baseUrl: server.baseUrl, auth });
  expect(rest.steps).toEqual([]);
}, 180_000);

/** Done in cybozu.com administration: somebody in each society's organisation. */
const addStaff = async (): Promise<void> => {
  const directory = createUserApi({ baseUrl: server.baseUrl, auth });
  const staff = Array.from({ length: SOCIETIES }, (_, index) => {
    const { code, name } = societyOf(index + 1);
    return { code: `staff-${code}`, name: `${name} 職員`, organization: code };
  });
  await directory.addUsers(
    staff.map(({ code, name }) => ({ code, name, password: code, email: "" })),
  );
  await directory.setUserOrganizations(
    staff.map(({ code, organization }) => ({
      code,
      organizations: [organization],
    })),
  );
};

/** Gives the apps the settings of an earlier version. */
const returnToEarlierVersion = async (): Promise<void> => {
  const connection = createPageConnection(
    server.baseUrl,
    createPasswordTransport({ baseUrl: server.baseUrl, ...auth }),
  );
  const { desired, actual } = await planSetUp({
    connection,
    programme: cloudPracticeAward,
    memory: createMemory(),
  });
  const earlier = toEarlierVersion(desired);
  await applySetUp(
    { desired: earlier, actual, plan: planProvision(earlier, actual) },
    {
      connection,
      memory: createMemory(),
      me: { code: auth.username, name: "管理者" },
      now: () => Date.now(),
      sleep: (ms) =>
        new Promise((resolve) => {
          setTimeout(resolve, Math.min(ms, 100));
        }),
      onProgress: () => undefined,
    },
  );
};

const findStuck = (): Promise<string[]> =>
  page
    .locator("li.suisen-check-look", { hasText: "止まりました" })
    .allInnerTexts();

test("通し稽古 and 更新 find what was changed by hand and set it right", async () => {
  await button("通し稽古をする").click();
  await page.getByText("止まります").waitFor();
  const [first = "", ...others] = await findStuck();
  expect(first).toContain("どの商工会の組織にも、受け取る人がいる");
  expect(first).toContain("第34区商工会");
  expect(others.join("\n")).not.toContain("様式に");

  await addStaff();
  await button("通し稽古をする").click();
  await page
    .getByText("「クラウド実践大賞 2026」は最後まで通りました")
    .waitFor();
  expect(await findStuck()).toEqual([]);

  await page.getByLabel("休業日").fill("2026-08-13 旧盆");
  await button("保存する").click();
  await page.getByText("設定を保存しました").waitFor();
  const wanted = await readEverySetting(client);
  const { apps } = await client.app.getApps({ name: "推薦案件" });
  const nominations = String(apps[0]?.appId);
  const { rights } = await client.app.getAppAcl({ app: nominations });
  await client.app.updateAppAcl({
    app: nominations,
    rights: rights.map((right) =>
      right.entity.code === "federation"
        ? { ...right, recordEditable: false }
        : right,
    ),
  });
  await button("通し稽古をする").click();
  await page.getByText("1か所で止まります").waitFor();
  expect((await findStuck()).join()).toContain(
    "推薦案件：アプリのアクセス権・県連・レコード編集：なし → あり",
  );

  await returnToEarlierVersion();
  await button("変わるところを見る").click();
  for (const name of [
    /推薦案件.*県連・ファイル書き出し なし あり/u,
    /回答.*「回答期限」・名前 回答の締切 回答期限/u,
    /回答.*一覧・未開封・項目・事業者への周知 なし あり/u,
    /回答.*時期・時刻 08:00 09:00/u,
  ])
    await page.getByRole("row", { name }).waitFor();
  await page.getByRole("button", { name: "更新", exact: true }).click();
  await page.getByText("更新しました").waitFor({ timeout: 60_000 });
  expect(await readEverySetting(client)).toEqual(wanted);
  await button("通し稽古をする").click();
  await page.getByText("最後まで通りました").waitFor();
  await page.reload();
  // The settings of the plugin are kept.
  const closedDays = page.getByLabel("休業日");
  await closedDays.waitFor();
  expect(await closedDays.inputValue()).toBe("2026-08-13 旧盆");
}, 120_000);
