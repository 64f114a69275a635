import { describe, expect, test } from "vitest";
import {
  app,
  everyone,
  get,
  it,
  put,
  text,
  useSettingsSite,
} from "../support/settings-site.ts";

useSettingsSite();

describe("views", () => {
  const list = (name: string, index: number, more: object = {}) => ({
    [name]: { type: "LIST", name, index, fields: ["name"], ...more },
  });

  test("the set is complete: others go, kept ones keep their id, order follows the index", async () => {
    const first = await put("app/views", {
      views: { ...list("a", 5), ...list("b", 2), ...list("c", 9) },
    });
    expect(first.body.views).toEqual({
      b: { id: expect.any(String) },
      a: { id: expect.any(String) },
      c: { id: expect.any(String) },
    });
    const { views } = first.body as { views: Record<string, { id: string }> };
    const second = await put("app/views", {
      views: {
        b: { type: "LIST", name: "renamed", index: 1 },
        ...list("a", 0, { filterCond: "n > 1", sort: "n desc, name asc" }),
      },
    });
    expect(second.body.views).toEqual({ a: views.a, renamed: views.b });
    expect(await get("app/views")).toMatchObject({
      views: {
        a: { index: "0", filterCond: "n > 1", sort: "n desc, name asc" },
        renamed: { index: "1", fields: ["name"], sort: "レコード番号 desc" },
      },
    });
  });

  test("calendars and custom views have their own members and defaults", async () => {
    await put("app/views", {
      views: {
        cal: { type: "CALENDAR", name: "cal", index: 0, date: "day" },
        own: { type: "CUSTOM", name: "own", index: 1, html: "<i>" },
      },
    });
    expect(await get("app/views")).toMatchObject({
      views: {
        cal: { date: "day", title: "レコード番号" },
        own: { html: "<i>", pager: true, device: "DESKTOP" },
      },
    });
  });

  test.each([
    ["an unknown field", list("a", 0, { fields: ["zz"] }), "GAIA_FC01"],
    ["no fields", { a: { type: "LIST", name: "a", index: 0 } }, "CB_VA01"],
    [
      "another name for a new one",
      { a: { type: "LIST", name: "b", index: 0, fields: [] } },
      "GAIA_IN01",
    ],
    ["no index", { a: { type: "LIST", name: "a", fields: [] } }, "CB_VA01"],
    ["a name of 65", list("a".repeat(65), 0), "CB_VA01"],
    [
      "a calendar of numbers",
      { a: { type: "CALENDAR", name: "a", index: 0, date: "n" } },
      "CB_VA01",
    ],
    [
      "a filter that is no query",
      list("a", 0, { filterCond: "n >" }),
      "CB_VA01",
    ],
    [
      "a filter over an unknown field",
      list("a", 0, { filterCond: "zz > 1" }),
      "GAIA_IQ11",
    ],
    ["a sort that cannot be", list("a", 0, { sort: "who asc" }), "GAIA_IS02"],
    ["a sort with a limit", list("a", 0, { sort: "n asc limit 1" }), "CB_VA01"],
  ])("%s is refused", async (_name, views, code) => {
    expect((await put("app/views", { views })).body.code).toBe(code);
  });

  test("a custom view takes a system administrator, and no token", async () => {
    const mine = Number(
      (await it.clientOf("sato").app.addApp({ name: "mine" })).app,
    );
    const own = { own: { type: "CUSTOM", name: "own", index: 0, html: "" } };
    const answer = await it.call(
      "PUT",
      "/k/v1/preview/app/views.json",
      { app: mine, views: own },
      { login: "sato" },
    );
    expect(answer).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
    await it.deploy(app);
    const { token } = await it.control("POST", "tokens", {
      app,
      rights: ["manage"],
    });
    const byToken = await it.call(
      "PUT",
      "/k/v1/preview/app/views.json",
      { app, views: own },
      { login: null, headers: { "X-Cybozu-API-Token": String(token) } },
    );
    expect(byToken).toMatchObject({ status: 403, body: { code: "GAIA_NO01" } });
  });
});

describe("graphs, actions, notes", () => {
  const report = (name: string, index: number, more: object = {}) => ({
    [name]: {
      chartType: "BAR",
      chartMode: "NORMAL",
      index,
      name,
      groups: [{ code: "day", per: "MONTH" }],
      aggregations: [{ type: "SUM", code: "n" }],
      sorts: [{ by: "TOTAL", order: "DESC" }],
      ...more,
    },
  });

  test("graphs are a set like views", async () => {
    const answer = await put("app/reports", {
      reports: {
        ...report("a", 0),
        ...report("b", 1, {
          periodicReport: { period: { every: "HOUR", minute: 10 } },
        }),
      },
    });
    expect(answer.body.reports).toEqual({
      a: { id: expect.any(String) },
      b: { id: expect.any(String) },
    });
    expect(await get("app/reports")).toMatchObject({
      reports: {
        a: {
          chartType: "BAR",
          index: "0",
          filterCond: "",
          periodicReport: null,
        },
        b: {
          periodicReport: {
            active: true,
            period: { every: "HOUR", minute: "10" },
          },
        },
      },
    });
  });

  test.each([
    [report("a", 0, { chartMode: undefined }), "CB_VA01"],
    [report("a", 0, { aggregations: [] }), "CB_VA01"],
    [report("a", 0, { aggregations: [{ type: "SUM" }] }), "CB_VA01"],
    [report("a", 0, { groups: [{ code: "zz" }] }), "GAIA_FC01"],
    [report("a", 0, { groups: Array(4).fill({ code: "day" }) }), "CB_VA01"],
    [
      report("a", 0, {
        chartType: "PIVOT_TABLE",
        aggregations: [{ type: "COUNT" }, { type: "COUNT" }],
      }),
      "CB_VA01",
    ],
    [{ ...report("a", 0), ...report("b", 0) }, "CB_VA01"],
  ])("graph %j: %s", async (reports, code) => {
    expect((await put("app/reports", { reports })).body.code).toBe(code);
  });

  test("actions need a live app to go to", async () => {
    const dest = await it.liveApp("先", text("title"));
    const action = (more: object = {}) => ({
      写す: {
        name: "写す",
        index: 0,
        destApp: { app: dest },
        mappings: [
          { srcType: "FIELD", srcField: "name", destField: "title" },
          { srcType: "RECORD_URL", destField: "title" },
        ],
        entities: [everyone],
        ...more,
      },
    });
    expect(
      (await put("app/actions", { actions: action() })).body.actions,
    ).toEqual({ 写す: { id: expect.any(String) } });
    expect(await get("app/actions")).toMatchObject({
      actions: {
        写す: { destApp: { app: String(dest), code: "" }, index: "0" },
      },
    });
    expect(
      (await put("app/actions", { actions: action({ destApp: { app } }) })).body
        .code,
    ).toBe("GAIA_AP01");
    expect(
      (
        await put("app/actions", {
          actions: action({
            mappings: [
              { srcType: "FIELD", srcField: "zz", destField: "title" },
            ],
          }),
        })
      ).body.code,
    ).toBe("GAIA_FC01");
    expect(
      (
        await put("app/actions", {
          actions: action({
            mappings: [{ srcType: "WHAT", destField: "title" }],
          }),
        })
      ).body.code,
    ).toBe("CB_VA01");
  });

  test("notes for administrators", async () => {
    await put("app/adminNotes", { content: "<p>x</p>" });
    await put("app/adminNotes", { includeInTemplateAndDuplicates: true });
    expect(await get("app/adminNotes")).toMatchObject({
      content: "<p>x</p>",
      includeInTemplateAndDuplicates: true,
    });
    expect(
      (await put("app/adminNotes", { content: "a".repeat(10_001) })).body.code,
    ).toBe("CB_VA01");
  });
});

describe("customisation", () => {
  test("takes uploads and https addresses, and keeps files by the key it shows", async () => {
    const fileKey = await it.upload(
      new TextEncoder().encode("alert(1)"),
      "a.js",
    );
    await put("app/customize", {
      scope: "ADMIN",
      desktop: {
        js: [
          { type: "FILE", file: { fileKey } },
          { type: "URL", url: "https://example.com/a.js" },
        ],
      },
    });
    const first = (await get("app/customize")) as {
      desktop: {
        js: Array<{ type: string; file: { fileKey: string } }>;
        css: unknown[];
      };
      scope: string;
    };
    expect(first).toMatchObject({
      scope: "ADMIN",
      desktop: {
        js: [
          { type: "FILE", file: { name: "a.js", size: "8" } },
          { type: "URL" },
        ],
        css: [],
      },
      mobile: { js: [], css: [] },
    });
    const kept = first.desktop.js[0];
    expect(
      (await put("app/customize", { desktop: { js: [kept] } })).status,
    ).toBe(200);
    const bytes = await it.client.file.downloadFile({
      fileKey: String(kept?.file.fileKey),
    });
    expect(new TextDecoder().decode(bytes)).toBe("alert(1)");
    const stranger = await it.ask(
      `/k/v1/file.json?fileKey=${kept?.file.fileKey}`,
      { login: "sato" },
    );
    expect(stranger.body.code).toBe("GAIA_BL01");
  });

  test.each([
    [
      { desktop: { js: [{ type: "URL", url: "http://example.com/a.js" }] } },
      "CB_VA01",
    ],
    [
      { desktop: { js: [{ type: "FILE", file: { fileKey: "x" } }] } },
      "GAIA_BL01",
    ],
    [
      {
        desktop: {
          css: Array.from({ length: 31 }, () => ({
            type: "URL",
            url: "https://example.com/",
          })),
        },
      },
      "CB_VA01",
    ],
    [{ scope: "SOME" }, "CB_VA01"],
  ])("%j: %s", async (body, code) => {
    expect((await put("app/customize", body)).body.code).toBe(code);
  });

  test("managing the app is not enough: it takes a system administrator", async () => {
    const mine = Number(
      (await it.clientOf("sato").app.addApp({ name: "mine" })).app,
    );
    const answer = await it.call(
      "PUT",
      "/k/v1/preview/app/customize.json",
      { app: mine, scope: "NONE" },
      { login: "sato" },
    );
    expect(answer).toMatchObject({ status: 403, body: { code: "CB_NO02" } });
  });
});
