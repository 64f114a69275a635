import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { useSampleSite } from "../support/sample-site.ts";

const { site, sample, open, addRecord } = useSampleSite(async (it) => {
  const { store } = it.site;
  store.transaction(() => {
    for (const [code, name] of [
      ["north", "北商工会"],
      ["south", "南商工会"],
    ] as const)
      store.saveOrganization({
        id: store.nextId("organization"),
        code,
        name,
        parentCode: null,
      });
  });
  it.addUser("tanaka", {
    name: "田中",
    organizations: ["north", "south"],
    locale: "en",
    timezone: "America/New_York",
  });
});

describe("kintone.api", () => {
  test("reads, writes and adds the suffix; the callback form answers nothing", async () => {
    const { page } = await open(`/k/${sample().app}/`);
    const answers = (await page.evaluate(`(async () => {
      const app = kintone.app.getId();
      const { id } = await kintone.api("/k/v1/record", "POST", {
        app, record: { title: { value: "APIから" } },
      });
      await kintone.api("/k/v1/record.json", "PUT", { app, id, record: { note: { value: "変えた" } } });
      const url = kintone.api.url("/k/v1/record", true);
      const got = await kintone.api(url, "GET", { app, id });
      const all = await kintone.api("/k/v1/records", "GET", { app, query: 'title = "APIから"', fields: ["title", "$id"], totalCount: true });
      let called;
      const nothing = kintone.api("/k/v1/records", "DELETE", { app, ids: [id] }, () => { called = true; }, () => { called = false; });
      while (called === undefined) await new Promise(done => setTimeout(done, 5));
      return [url, got.record.note.value, all.totalCount, nothing, called];
    })()`)) as unknown[];
    expect(answers).toEqual([
      `${site().baseUrl}/k/v1/record.json`,
      "変えた",
      "1",
      undefined,
      true,
    ]);
  });

  test("rejects with the bare body: an object without a status", async () => {
    const { page } = await open(`/k/${sample().app}/`);
    const error = (await page.evaluate(
      `kintone.api("/k/v1/record", "GET", { app: kintone.app.getId(), id: 99999 }).catch(error => [error instanceof Error, error])`,
    )) as [boolean, Record<string, unknown>];
    expect(error[0]).toBe(false);
    expect(Object.keys(error[1]).sort()).toEqual(["code", "id", "message"]);
    expect(error[1].code).toBe("GAIA_RE01");
  });

  test("works for the User API, and fetch with the page's token uploads", async () => {
    const { page } = await open(`/k/${sample().app}/`);
    const answers = (await page.evaluate(`(async () => {
      const { users } = await kintone.api("/v1/users", "GET", { codes: ["sato"] });
      const form = new FormData();
      form.append("__REQUEST_TOKEN__", kintone.getRequestToken());
      form.append("file", new Blob(["x"]), "x.txt");
      const response = await fetch("/k/v1/file.json", {
        method: "POST", headers: { "X-Requested-With": "XMLHttpRequest" }, body: form,
      });
      return [users[0].name, typeof (await response.json()).fileKey];
    })()`)) as unknown[];
    expect(answers).toEqual(["佐藤", "string"]);
  });

  test("urlForGet writes lists with an index; the concurrency limit is told", async () => {
    const { page } = await open(`/k/${sample().app}/`);
    const answers = await page.evaluate(`(async () => [
      decodeURIComponent(kintone.api.urlForGet("/k/v1/records", { app: 1, fields: ["a", "b"] })),
      (await kintone.api.getConcurrencyLimit()).limit,
    ])()`);
    expect(answers).toEqual([
      `${site().baseUrl}/k/v1/records.json?app=1&fields[0]=a&fields[1]=b`,
      100,
    ]);
  });

  test("only what customisations ask is counted", async () => {
    const { page } = await open(`/k/${sample().app}/`);
    await page
      .getByText("データがありません。")
      .or(page.locator("td").first())
      .first()
      .waitFor();
    const { trafficOf } = await import("../../src/model/traffic.ts");
    const before = trafficOf(site().site).total;
    await page.evaluate("kintone.app.getFormFields()");
    expect(trafficOf(site().site).total).toBe(before);
    await page.evaluate(
      `kintone.api("/k/v1/records", "GET", { app: kintone.app.getId() })`,
    );
    expect(trafficOf(site().site).total).toBe(before + 1);
  });
});

describe("kintone.proxy", () => {
  test("answers body, status and headers for any status on this machine", async () => {
    const server = createServer((request, response) => {
      response.writeHead(418, { "X-Pot": "tea" });
      response.end(`${request.method} ${request.headers["x-mine"]}`);
    });
    await new Promise<void>((done) => server.listen(0, "localhost", done));
    const { port } = server.address() as AddressInfo;
    try {
      const { page } = await open(`/k/${sample().app}/`);
      const [body, status, headers] = (await page.evaluate(
        `kintone.proxy("http://localhost:${port}/", "GET", { "X-Mine": "1" }, {})`,
      )) as [string, number, Record<string, string>];
      expect([body, status, headers["x-pot"]]).toEqual(["GET 1", 418, "tea"]);
    } finally {
      server.close();
    }
  });

  test("rejects for the rest of the world", async () => {
    const { page } = await open(`/k/${sample().app}/`);
    const error = await page.evaluate(
      `kintone.proxy("https://example.com/", "GET", {}, {}).catch(error => error)`,
    );
    expect(String(error)).toContain("GAIA_PR03");
  });
});

describe("user, page and site", () => {
  test("getLoginUser tells zone and language; organisations begin with the first", async () => {
    const { page } = await open("/k/", { login: "tanaka" });
    const user = await page.evaluate("kintone.getLoginUser()");
    expect(user).toMatchObject({
      code: "tanaka",
      name: "田中",
      timezone: "America/New_York",
      language: "en",
      isGuest: false,
    });
    expect(
      await page.evaluate("kintone.user.getOrganizations()"),
    ).toMatchObject([
      { organization: { code: "north", primary: true } },
      { organization: { code: "south", primary: false } },
    ]);
    const groups = (await page.evaluate(
      "kintone.user.getGroups('Administrator')",
    )) as Array<{ code: string }>;
    expect(groups.map(({ code }) => code)).toContain("Administrators");
  });

  test("getPageType follows detail and edit; buildPageUrl makes addresses", async () => {
    const id = await addRecord();
    const { page } = await open(`/k/${sample().app}/show#record=${id}`);
    await page.getByRole("group", { name: "題名" }).waitFor();
    expect(await page.evaluate("kintone.getPageType()")).toEqual({
      type: "APP",
      page: "APP_DETAIL",
    });
    await page.getByRole("link", { name: "レコードを編集する" }).click();
    await page.getByRole("textbox", { name: "題名" }).waitFor();
    expect(await page.evaluate("kintone.getPageType()")).toEqual({
      type: "APP",
      page: "APP_EDIT",
    });
    const urls = await page.evaluate(`Promise.all([
      kintone.buildPageUrl("APP_DETAIL", { appId: "3", recordId: "5" }),
      kintone.buildPageUrl("APP_INDEX", { appId: "3", viewId: "7" }),
      kintone.buildPageUrl("APP_DETAIL", { appId: "3" }).catch(error => error.message),
    ])`);
    expect(urls).toEqual([
      `${site().baseUrl}/k/3/show#record=5`,
      `${site().baseUrl}/k/3/?view=7`,
      "buildPageUrl: APP_DETAIL needs recordId",
    ]);
  });

  test("more than fifty fetches a minute are refused, the same one is kept", async () => {
    const { page } = await open("/k/");
    const answers = await page.evaluate(`(async () => {
      for (let i = 0; i < 60; i += 1) await kintone.user.getGroups();
      const codes = Array.from({ length: 60 }, (_, i) => "user" + i);
      const results = await Promise.allSettled(codes.map(code => kintone.user.getGroups(code)));
      return results.filter(({ reason }) => reason && /Too many/.test(reason.message)).length;
    })()`);
    expect(answers).toBe(11);
  });
});

describe("getters of an app", () => {
  test("tell form, views, process and rights", async () => {
    const { page } = await open(
      `/k/${sample().app}/?view=${sample().views.表}`,
    );
    const answers = await page.evaluate(`(async () => {
      const fields = await kintone.app.getFormFields();
      const view = await kintone.app.getView();
      const views = await kintone.app.getViews();
      const status = await kintone.app.getStatus();
      return [
        kintone.app.getId(), fields.title.required, fields.lines.fields.item.label,
        view.name, view.type, view.sort, views.map(({ name }) => name),
        status.enable, Object.keys(status.states).length,
        await kintone.app.getPermissions(), (await kintone.app.get()).name,
        await kintone.app.isTestEnvironment(),
        kintone.app.getLookupTargetAppId("source"),
      ];
    })()`);
    expect(answers).toEqual([
      sample().app,
      true,
      "品目",
      "表",
      "LIST",
      "title asc",
      ["表", "暦", "盤", "大盤", "(作業者が自分)", "（すべて）"],
      true,
      3,
      { addRecord: true, editApp: true },
      "見本",
      false,
      String(sample().source),
    ]);
  });

  test("lookup targets are told on record pages, as a string", async () => {
    const { page } = await open(`/k/${sample().app}/edit`);
    expect(
      await page.evaluate(`[
        kintone.app.getLookupTargetAppId("source"),
        kintone.app.getLookupTargetAppId("title"),
      ]`),
    ).toEqual([String(sample().source), null]);
  });

  test("rights on a record and its fields", async () => {
    const id = await addRecord();
    const { page } = await open(`/k/${sample().app}/show#record=${id}`);
    await page.getByRole("group", { name: "題名" }).waitFor();
    const [record, fields] = (await page.evaluate(`Promise.all([
      kintone.app.record.getPermissions(), kintone.app.record.getFieldPermissions(),
    ])`)) as [unknown, Record<string, unknown>];
    expect(record).toEqual({ editRecord: true, deleteRecord: true });
    expect(fields.title).toEqual({ readField: true, editField: true });
  });

  test("buttons can be hidden and shown again", async () => {
    const { page } = await open(`/k/${sample().app}/`);
    const add = page.getByRole("link", { name: "レコードを追加する" });
    await add.waitFor();
    await page.evaluate(`kintone.app.showAddRecordButton("HIDDEN")`);
    expect(await add.count()).toBe(0);
    expect(
      await page.evaluate("kintone.app.getAddRecordButtonDisplayState()"),
    ).toBe("HIDDEN");
    await page.evaluate(`kintone.app.showAddRecordButton("VISIBLE")`);
    await add.waitFor();
  });
});

describe("dialogs", () => {
  test("createDialog asks beforeClose and answers what was pressed", async () => {
    const { page } = await open("/k/");
    await page.evaluate(`(async () => {
      const body = document.createElement("p");
      body.textContent = "本文";
      let times = 0;
      const dialog = await kintone.createDialog({
        title: "題", body, showCancelButton: true,
        beforeClose: action => { note(action); times += 1; return times > 1; },
      });
      window.outcome = dialog.show();
    })()`);
    const dialog = page.getByRole("dialog", { name: "題" });
    await dialog.getByText("本文").waitFor();
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(1);
    await dialog.getByRole("button", { name: "OK" }).click();
    expect(await dialog.count()).toBe(1);
    await dialog.getByRole("button", { name: "キャンセル" }).click();
    await expect.poll(() => page.evaluate("window.outcome")).toBe("CANCEL");
    expect(await page.evaluate("window.seen")).toEqual(["OK", "CANCEL"]);
    expect(await dialog.count()).toBe(0);
  });

  test("the close button lets Esc close; close() answers FUNCTION", async () => {
    const { page } = await open("/k/");
    await page.evaluate(`(async () => {
      window.dialog = await kintone.createDialog({ title: "題", showCloseButton: true });
      window.outcome = window.dialog.show();
    })()`);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.evaluate("window.outcome")).toBe("CLOSE");
    await page.evaluate("window.outcome = window.dialog.show(); undefined");
    await page.evaluate("window.dialog.close()");
    await expect.poll(() => page.evaluate("window.outcome")).toBe("FUNCTION");
  });

  test("confirmation, notification and loading", async () => {
    const { page } = await open("/k/");
    await page.evaluate(
      `window.answer = kintone.showConfirmDialog({ title: "確認", body: "よいですか" }); undefined`,
    );
    await page.getByText("よいですか").waitFor();
    await page.getByRole("button", { name: "OK" }).click();
    await expect.poll(() => page.evaluate("window.answer")).toBe("OK");
    await page.evaluate(`kintone.showNotification("SUCCESS", "一つ目")`);
    await page.evaluate(`kintone.showNotification("ERROR", "二つ目")`);
    expect(await page.getByText("一つ目").count()).toBe(0);
    await page
      .getByRole("alert")
      .getByRole("button", { name: "閉じる" })
      .click();
    expect(await page.getByText("二つ目").count()).toBe(0);
    await page.evaluate(`kintone.showLoading("VISIBLE")`);
    await page.getByText("読み込み中です。").waitFor();
    await page.evaluate(`kintone.showLoading("HIDDEN")`);
    expect(await page.getByText("読み込み中です。").count()).toBe(0);
  });
});

describe("events.on and off", () => {
  test("off tells whether anything was removed", async () => {
    const { page } = await open("/k/");
    const answers = await page.evaluate(`(() => {
      const handler = () => {};
      kintone.events.on(["a", "b"], handler);
      return [
        kintone.events.off("a", () => {}),
        kintone.events.off("a", handler),
        kintone.events.off("a"),
        kintone.events.off(["a", "b"]),
        kintone.events.off(),
      ];
    })()`);
    expect(answers).toEqual([false, true, false, true, false]);
  });
});
