import { beforeAll, describe, expect, test } from "vitest";
import { useSampleSite } from "../support/sample-site.ts";
import { addPlugin, listeningScript } from "../support/test-plugin.ts";
import { packPlugin } from "../../src/testing/pack-plugin.ts";

const configHtml = `<form id="settings"><label>色<input id="colour"></label><button>保存する</button></form>`;
const configJs = `
(function (PLUGIN_ID) {
  "use strict";
  window.isFormThere = document.getElementById("settings") !== null;
  var config = kintone.plugin.app.getConfig(PLUGIN_ID);
  document.getElementById("colour").value = config.colour || "";
  document.getElementById("settings").addEventListener("submit", function (event) {
    event.preventDefault();
    kintone.plugin.app.setConfig({ colour: document.getElementById("colour").value });
  });
})(kintone.$PLUGIN_ID);
`;

const ids: Record<string, string> = {};

const { site, sample, open } = useSampleSite(async (it, app) => {
  ids.first = await addPlugin(it, app, {
    name: "一つ目",
    desktop: [listeningScript("first-a"), listeningScript("first-b")],
    mobile: [listeningScript("first-mobile")],
    config: {
      html: configHtml,
      js: configJs,
      css: "#colour { color: rgb(1, 2, 3) }",
    },
  });
  ids.second = await addPlugin(it, app, {
    name: "二つ目",
    desktop: [listeningScript("second")],
  });
  const fileKey = await it.upload(
    new TextEncoder().encode(listeningScript("app")),
    "app.js",
  );
  await it.send("PUT", "/k/v1/preview/app/customize.json", {
    app,
    scope: "ALL",
    desktop: { js: [{ type: "FILE", file: { fileKey } }], css: [] },
  });
});

const configPath = (): string =>
  `/k/admin/app/${sample().app}/plugin/config?pluginId=${ids.first}`;

describe("loading", () => {
  test("the app's own files come first, then each plugin under its id in manifest order", async () => {
    const { page } = await open(`/k/${sample().app}/`);
    expect(await page.evaluate("window.loaded")).toEqual([
      ["app", undefined],
      ["first-a", ids.first],
      ["first-b", ids.first],
      ["second", ids.second],
    ]);
  });

  test("mobile pages load the mobile files only", async () => {
    const { page } = await open(`/k/m/${sample().app}/`, { mobile: true });
    expect(await page.evaluate("window.loaded")).toEqual([
      ["first-mobile", ids.first],
    ]);
  });

  test("pages of another app load nothing of it", async () => {
    const { page } = await open(`/k/${sample().source}/`);
    expect(await page.evaluate("window.loaded")).toBeUndefined();
  });
});

describe("the list of plug-ins", () => {
  test("reads in a zip, adds it, and replaces it by a newer one", async () => {
    const { app } = sample();
    const pack = async (version: string, privateKey?: string) => {
      const source = { name: "手で入れた", version, desktop: ["void 0;"] };
      const packed = await packPlugin(source, privateKey);
      return {
        key: packed.privateKey,
        file: {
          name: "plugin.zip",
          mimeType: "application/zip",
          buffer: packed.plugin,
        },
      };
    };
    const first = await pack("1");
    const second = await pack("2", first.key);
    const { page } = await open(`/k/admin/app/${app}/plugin/`);
    await page.getByLabel("プラグインを読み込む").setInputFiles(first.file);
    await page
      .getByLabel("追加するプラグイン")
      .selectOption({ label: "手で入れた (1)" });
    await page.getByRole("button", { name: "追加" }).click();
    const added = page.getByRole("listitem").filter({ hasText: "手で入れた" });
    await added.getByText("1", { exact: true }).waitFor();
    await page.getByLabel("プラグインを読み込む").setInputFiles(second.file);
    await added.getByText("2", { exact: true }).waitFor();
    await page.getByLabel("プラグインを読み込む").setInputFiles({
      ...first.file,
      buffer: Buffer.from("no zip"),
    });
    await page.getByRole("alert").or(page.getByRole("status")).waitFor();
  });
});

describe("the settings page", () => {
  test("is reached from the list of plugins; markup is there when the script runs", async () => {
    const { page } = await open(`/k/admin/app/${sample().app}/plugin/`);
    await page.getByRole("link", { name: "一つ目 プラグインの設定" }).click();
    await page.getByLabel("色").waitFor();
    await expect.poll(() => page.evaluate("window.isFormThere")).toBe(true);
    const colour = await page
      .getByLabel("色")
      .evaluate((node) => getComputedStyle(node).color);
    expect(colour).toBe("rgb(1, 2, 3)");
  });

  test("what it saves is live only after the app was updated", async () => {
    const { page } = await open(configPath());
    await page.getByLabel("色").fill("青");
    await page.getByRole("button", { name: "保存する" }).click();
    await page.waitForURL(/plugin\/\?message=CONFIG_SAVED#\/$/);
    await page.getByText("プラグインの設定を保存しました").waitFor();

    const before = await open(`/k/${sample().app}/`);
    expect(
      await before.page.evaluate(
        `kintone.plugin.app.getConfig("${ids.first}")`,
      ),
    ).toEqual({});

    await page.getByRole("link", { name: "アプリの設定" }).click();
    await page.getByText("反映されていない変更があります").waitFor();
    await page.getByRole("button", { name: "アプリを更新" }).click();
    await page.getByText("アプリを更新しました。").waitFor();

    const after = await open(`/k/${sample().app}/`);
    const answers = await after.page.evaluate(`(() => {
      const config = kintone.plugin.app.getConfig("${ids.first}");
      config.colour = "変えた";
      return [kintone.plugin.app.getConfig("${ids.first}"), kintone.plugin.app.getConfig("無い")];
    })()`);
    expect(answers).toEqual([{ colour: "青" }, null]);
  });

  test("with a callback it stays, and the settings are replaced as a whole", async () => {
    const { page } = await open(configPath());
    await page.evaluate(`new Promise(done =>
      kintone.plugin.app.setConfig({ a: "1", b: "2" }, done))`);
    await page.evaluate(`new Promise(done =>
      kintone.plugin.app.setConfig({ b: "3" }, done))`);
    expect(page.url()).toContain("pluginId=");
    await page.reload();
    expect(
      await page.evaluate(`kintone.plugin.app.getConfig("${ids.first}")`),
    ).toEqual({ b: "3" });
  });

  test.each([
    ["a key that is not ASCII", `{ 鍵: "1" }`],
    ["a value that is no string", "{ a: 1 }"],
    ["a value over 65,535 characters", `{ a: "x".repeat(65536) }`],
    [
      "more than 256 KB",
      `Object.fromEntries([1,2,3,4,5].map(i => ["k" + i, "x".repeat(60000)]))`,
    ],
  ])("setConfig refuses %s", async (_name, config) => {
    const { page } = await open(configPath());
    await expect(
      page.evaluate(`kintone.plugin.app.setConfig(${config})`),
    ).rejects.toThrow(/setConfig/);
  });

  test("setConfig works nowhere else", async () => {
    const { page } = await open(`/k/${sample().app}/`);
    await expect(
      page.evaluate("kintone.plugin.app.setConfig({})"),
    ).rejects.toThrow("settings page");
  });

  test("knows the form and the app, and registers handlers that nothing calls", async () => {
    const { page } = await open(configPath());
    const answers = await page.evaluate(`(async () => {
      kintone.events.on("app.record.index.show", () => { window.wrong = true; });
      return [
        kintone.app.getId(),
        Object.keys(await kintone.app.getFormFields()).includes("title"),
        (await kintone.app.getFormLayout())[0].type,
        await kintone.getPageType(),
        kintone.getLoginUser().code,
        window.wrong,
      ];
    })()`);
    expect(answers).toEqual([
      sample().app,
      true,
      "ROW",
      { type: "APP_SETTINGS", page: "APP_SETTINGS_PLUGIN_SETTINGS" },
      "Administrator",
      undefined,
    ]);
  });
});

describe("a plugin with required settings", () => {
  let app = 0;
  let id = "";
  beforeAll(async () => {
    app = await site().addApp("必須の設定");
    id = await addPlugin(site(), app, {
      name: "必須",
      desktop: [listeningScript("required")],
      config: { html: "<p>設定</p>", js: "", required: ["key"] },
    });
  });

  test("is listed as not configured until they are saved", async () => {
    const { page } = await open(`/k/admin/app/${app}/plugin/`);
    await page.getByText("未設定").waitFor();
    await page.getByRole("link", { name: "必須 プラグインの設定" }).click();
    await page.getByText("設定", { exact: true }).waitFor();
    await page.evaluate(`kintone.plugin.app.setConfig({ key: "値" })`);
    await page.waitForURL(/CONFIG_SAVED/);
    await page.getByText("有効").waitFor();
    await site().deploy(app);
    const live = await open(`/k/${app}/`);
    expect(await live.page.evaluate("window.loaded")).toEqual([
      ["required", id],
    ]);
  });
});
