import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

let it: ClientSite;
let app: number;

const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more },
});
const number = (code: string) => ({
  [code]: { type: "NUMBER", code, label: code },
});

beforeAll(async () => {
  it = await startWithClient();
  it.addUser("sato");
  it.addUser("ito");
  await it.call("POST", "/v1/organizations.json", {
    organizations: [{ code: "sales", name: "営業" }],
  });
  await it.call("POST", "/v1/groups.json", {
    groups: [{ code: "staff", name: "職員" }],
  });
});
afterAll(() => it.close());
beforeEach(async () => {
  app = await it.addApp("案件", {
    ...text("name"),
    ...number("n"),
    day: { type: "DATE", code: "day", label: "day" },
    who: { type: "USER_SELECT", code: "who", label: "who" },
    t: { type: "SUBTABLE", code: "t", label: "t", fields: text("inner") },
  });
});

const put = (path: string, body: object, init: { login?: string } = {}) =>
  it.call("PUT", `/k/v1/preview/${path}.json`, { app, ...body }, init);
const get = async (path: string) =>
  (await it.ask(`/k/v1/preview/${path}.json?app=${app}`)).body;
const errorsOf = (answer: { body: Record<string, unknown> }) =>
  Object.keys((answer.body.errors ?? {}) as object);
const everyone = { type: "GROUP", code: "everyone" };

describe("apps", () => {
  test("a new one is there for its administrators only, until it is deployed", async () => {
    expect((await it.ask(`/k/v1/app.json?id=${app}`)).body.code).toBe(
      "GAIA_AP01",
    );
    expect(
      (await it.ask(`/k/v1/app/form/fields.json?app=${app}`)).body.code,
    ).toBe("GAIA_AP01");
    expect(
      (
        await it.ask(`/k/v1/preview/app/form/fields.json?app=${app}`, {
          login: "sato",
        })
      ).body.code,
    ).toBe("CB_NO02");
    await it.deploy(app);
    const found = await it.client.app.getApp({ id: app });
    expect(found).toMatchObject({
      appId: String(app),
      name: "案件",
      spaceId: null,
      creator: { code: "Administrator" },
    });
    expect(found.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test("a list is filtered by id, code and part of the name, and paged", async () => {
    const ids = [
      await it.liveApp("Alpha one"),
      await it.liveApp("alpha two"),
      await it.liveApp("Beta"),
    ];
    const { client } = it;
    const names = (list: { apps: Array<{ name: string }> }) =>
      list.apps.map(({ name }) => name);
    expect(names(await client.app.getApps({ name: "ALPHA" }))).toEqual([
      "Alpha one",
      "alpha two",
    ]);
    expect(names(await client.app.getApps({ ids: ids.slice(1) }))).toEqual([
      "alpha two",
      "Beta",
    ]);
    expect(
      names(await client.app.getApps({ ids, offset: 1, limit: 1 })),
    ).toEqual(["alpha two"]);
    expect(names(await client.app.getApps({ codes: ["NONE"] }))).toEqual([]);
    expect((await it.ask("/k/v1/apps.json?limit=101")).body.code).toBe(
      "CB_VA01",
    );
    expect((await it.ask("/k/v1/apps.json?limit=0")).body.code).toBe("CB_VA01");
  });

  test.each([{}, { name: "" }, { name: "a".repeat(65) }, { name: 5 }])(
    "%j makes no app",
    async (body) => {
      expect(
        (await it.call("POST", "/k/v1/preview/app.json", body)).body.code,
      ).toBe("CB_VA01");
    },
  );
});

describe("general settings", () => {
  test("only what is given changes; texts in answers", async () => {
    const answer = await put("app/settings", {
      name: "新しい名前",
      theme: "RED",
      enableComments: "false",
      titleField: { selectionMode: "MANUAL", code: "name" },
      numberPrecision: { digits: 10 },
      firstMonthOfFiscalYear: 4,
    });
    expect(answer.status).toBe(200);
    expect(await get("app/settings")).toMatchObject({
      name: "新しい名前",
      description: "",
      theme: "RED",
      enableComments: false,
      enableThumbnails: true,
      titleField: { selectionMode: "MANUAL", code: "name" },
      numberPrecision: {
        digits: "10",
        decimalPlaces: "4",
        roundingMode: "HALF_EVEN",
      },
      firstMonthOfFiscalYear: "4",
      icon: { type: "PRESET" },
    });
  });

  test.each([
    [{ theme: "PINK" }, "CB_VA01"],
    [{ icon: { type: "PRESET", key: "APP91" } }, "CB_VA01"],
    [{ icon: { type: "FILE", file: { fileKey: "x" } } }, "GAIA_BL01"],
    [{ titleField: { selectionMode: "MANUAL", code: "zz" } }, "GAIA_FC01"],
    [{ titleField: { selectionMode: "MANUAL" } }, "CB_VA01"],
    [{ numberPrecision: { digits: 3, decimalPlaces: 3 } }, "CB_VA01"],
    [{ firstMonthOfFiscalYear: 13 }, "CB_VA01"],
    [{ description: "a".repeat(10_001) }, "CB_VA01"],
  ])("%j: %s", async (body, code) => {
    expect((await put("app/settings", body)).body.code).toBe(code);
  });

  test("an icon comes from an upload, and its file can be read by its new key", async () => {
    const fileKey = await it.upload(new Uint8Array([1, 2, 3]), "icon.png");
    await put("app/settings", { icon: { type: "FILE", file: { fileKey } } });
    const { icon } = (await get("app/settings")) as {
      icon: { file: { fileKey: string; size: string } };
    };
    expect(icon.file).toMatchObject({ name: "icon.png", size: "3" });
    expect(icon.file.fileKey).not.toBe(fileKey);
    const bytes = await it.client.file.downloadFile({
      fileKey: icon.file.fileKey,
    });
    expect([...new Uint8Array(bytes)]).toEqual([1, 2, 3]);
    expect(
      (await put("app/settings", { icon: { type: "FILE", file: { fileKey } } }))
        .body.code,
    ).toBe("GAIA_BL01");
  });
});

describe("the layout", () => {
  const f = (type: string, code: string) => ({ type, code });
  const rows = (): object[] => [
    {
      type: "ROW",
      fields: [
        f("SINGLE_LINE_TEXT", "name"),
        {
          type: "SPACER",
          elementId: "top",
          size: { width: 100, height: "40" },
        },
      ],
    },
    {
      type: "ROW",
      fields: [
        f("NUMBER", "n"),
        f("DATE", "day"),
        f("USER_SELECT", "who"),
        { type: "LABEL", label: "<b>x</b>" },
        { type: "HR" },
      ],
    },
    { type: "SUBTABLE", code: "t", fields: [f("SINGLE_LINE_TEXT", "inner")] },
  ];

  test("is kept with sizes as text", async () => {
    expect((await put("app/form/layout", { layout: rows() })).status).toBe(200);
    expect(await get("app/form/layout")).toMatchObject({
      layout: [
        {
          fields: [
            { code: "name" },
            {
              type: "SPACER",
              elementId: "top",
              size: { width: "100", height: "40" },
            },
          ],
        },
        {
          fields: [
            { code: "n" },
            { code: "day" },
            { code: "who" },
            { label: "<b>x</b>" },
            { type: "HR" },
          ],
        },
        { type: "SUBTABLE", code: "t" },
      ],
    });
  });

  const change = (at: number, row: object) =>
    rows().map((kept, i) => (i === at ? row : kept));
  test.each([
    ["a field left out", () => rows().slice(1), "layout"],
    [
      "a column left out",
      () =>
        change(2, { type: "SUBTABLE", code: "t", fields: [{ type: "HR" }] }),
      "layout[2].fields",
    ],
    [
      "a field twice",
      () => [...rows(), { type: "ROW", fields: [f("NUMBER", "n")] }],
      "layout[3].fields[0].code",
    ],
    [
      "an unknown field",
      () => [...rows(), { type: "ROW", fields: [f("NUMBER", "zz")] }],
      "layout[3].fields[0].code",
    ],
    [
      "another type",
      () => change(0, { type: "ROW", fields: [f("NUMBER", "name")] }),
      "layout[0].fields[0].type",
    ],
    [
      "a space's id twice",
      () => [
        ...rows(),
        { type: "ROW", fields: [{ type: "SPACER", elementId: "top" }] },
      ],
      "layout[3].fields[0].elementId",
    ],
    [
      "a status",
      () => [...rows(), { type: "ROW", fields: [f("STATUS", "ステータス")] }],
      "layout[3].fields[0]",
    ],
    [
      "a row without fields",
      () => [...rows(), { type: "ROW", fields: [] }],
      "layout[3].fields",
    ],
    ["a row of no type", () => [...rows(), { fields: [] }], "layout[3].type"],
    ["nothing", () => undefined, "layout"],
  ])("with %s is refused", async (_name, layout, at) => {
    const answer = await put("app/form/layout", { layout: layout() });
    expect(answer.body.code).toBe("CB_VA01");
    expect(errorsOf(answer)).toContain(at);
  });

  test("a group holds rows only", async () => {
    await it.call("POST", "/k/v1/preview/app/form/fields.json", {
      app,
      properties: { g: { type: "GROUP", code: "g", label: "g" } },
    });
    const inGroup = (row: object) => [
      ...rows().slice(0, 2),
      { type: "GROUP", code: "g", layout: [row] },
    ];
    const table = rows()[2] ?? {};
    expect(
      errorsOf(await put("app/form/layout", { layout: inGroup(table) })),
    ).toContain("layout[2].layout[0]");
    const good = [
      rows()[0],
      { type: "GROUP", code: "g", layout: [rows()[1]] },
      table,
    ];
    expect((await put("app/form/layout", { layout: good })).status).toBe(200);
  });
});

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

describe("process management", () => {
  const nobody = { type: "ONE", entities: [] };
  const states = (more: object = {}) => ({
    未処理: { name: "未処理", index: 0, assignee: nobody },
    完了: { name: "完了", index: 1, assignee: nobody },
    ...more,
  });
  const action = (more: object = {}) => ({
    name: "完了する",
    from: "未処理",
    to: "完了",
    ...more,
  });

  test("is null until it is set up, then shows defaults", async () => {
    expect(await get("app/status")).toMatchObject({
      enable: false,
      states: null,
      actions: null,
    });
    await put("app/status", {
      enable: true,
      states: { a: { name: "a", index: 3 }, b: { name: "b", index: 7 } },
      actions: [{ name: "x", from: "a", to: "b" }],
    });
    const creator = {
      type: "ONE",
      entities: [
        {
          entity: { type: "FIELD_ENTITY", code: "作成者" },
          includeSubs: false,
        },
      ],
    };
    expect(await get("app/status")).toMatchObject({
      enable: true,
      states: {
        a: { name: "a", index: "0", assignee: creator },
        b: { name: "b", index: "1", assignee: creator },
      },
      actions: [
        { name: "x", from: "a", to: "b", filterCond: "", type: "PRIMARY" },
      ],
    });
    expect(await get("app/form/fields")).toMatchObject({
      properties: { ステータス: { enabled: true } },
    });
  });

  test("a state is renamed by its key, actions follow when they are left out", async () => {
    await put("app/status", {
      enable: true,
      states: states(),
      actions: [action()],
    });
    await put("app/status", {
      states: {
        未処理: { name: "受付", index: 0, assignee: nobody },
        完了: { index: 1 },
      },
    });
    expect(await get("app/status")).toMatchObject({
      states: { 受付: {}, 完了: {} },
      actions: [{ from: "受付", to: "完了" }],
    });
  });

  const user = { entity: { type: "USER", code: "sato" } };
  test.each([
    ["empty states", { states: {} }, "CB_VA01"],
    [
      "somebody else in the first state",
      {
        states: states({
          未処理: {
            name: "未処理",
            index: 0,
            assignee: { type: "ONE", entities: [user] },
          },
        }),
      },
      "CB_VA01",
    ],
    [
      "anybody in the first state",
      {
        states: states({
          未処理: {
            name: "未処理",
            index: 0,
            assignee: { type: "ANY", entities: [] },
          },
        }),
      },
      "CB_VA01",
    ],
    [
      "an unknown user",
      {
        states: states({
          完了: {
            name: "完了",
            index: 1,
            assignee: {
              type: "ALL",
              entities: [{ entity: { type: "USER", code: "zz" } }],
            },
          },
        }),
      },
      "GAIA_IL26",
    ],
    [
      "a CREATOR entity, as a real site refused it",
      {
        states: states({
          完了: {
            name: "完了",
            index: 1,
            assignee: {
              type: "ANY",
              entities: [{ entity: { type: "CREATOR" } }],
            },
          },
        }),
      },
      "CB_VA01",
    ],
    [
      "a field of no people",
      {
        states: states({
          完了: {
            name: "完了",
            index: 1,
            assignee: {
              type: "ANY",
              entities: [{ entity: { type: "FIELD_ENTITY", code: "n" } }],
            },
          },
        }),
      },
      "CB_VA01",
    ],
    [
      "an action from nowhere",
      { actions: [action({ from: "zz" })] },
      "CB_VA01",
    ],
    [
      "an action asking for the status",
      { actions: [action({ filterCond: 'ステータス = "完了"' })] },
      "CB_VA01",
    ],
    [
      "an action asking for an unknown field",
      { actions: [action({ filterCond: "zz = 1" })] },
      "GAIA_IQ11",
    ],
    [
      "a secondary action of nobody",
      { actions: [action({ type: "SECONDARY" })] },
      "CB_VA01",
    ],
  ])("%s is refused", async (_name, more, code) => {
    const before = await get("app/status");
    const answer = await put("app/status", {
      enable: true,
      states: states(),
      actions: [action()],
      ...more,
    });
    expect(answer.body.code).toBe(code);
    expect(await get("app/status")).toEqual(before);
  });

  test("switched on without states it begins with three", async () => {
    const fresh = await it.addApp("fresh");
    const change = (body: object) =>
      it.call("PUT", "/k/v1/preview/app/status.json", { app: fresh, ...body });
    expect((await change({ enable: true })).status).toBe(200);
    const { states: begun, actions } = await it.send(
      "GET",
      "/k/v1/preview/app/status.json",
      { app: fresh },
    );
    expect(Object.keys(begun as object)).toEqual(["未処理", "処理中", "完了"]);
    expect(actions).toMatchObject([
      { name: "処理開始", from: "未処理", to: "処理中" },
      { name: "完了する", from: "処理中", to: "完了" },
    ]);
  });

  test("the list of what waits for oneself comes and goes with it", async () => {
    await put("app/status", { enable: true, states: states() });
    await it.deploy(app);
    const { views } = (await get("app/views")) as {
      views: Record<string, object>;
    };
    expect(views["(作業者が自分)"]).toMatchObject({
      type: "LIST",
      builtinType: "ASSIGNEE",
    });
    const fields = ["レコード番号"];
    const other = { a: { type: "LIST", name: "a", index: 0, fields } };
    expect((await put("app/views", { views: other })).body.code).toBe(
      "GAIA_IL44",
    );
    expect(
      (await put("app/views", { views: { ...other, ...views } })).status,
    ).toBe(200);
    await put("app/status", { enable: false });
    await it.deploy(app);
    expect(
      Object.keys(((await get("app/views")) as { views: object }).views),
    ).toEqual(["a"]);
  });
});

describe("permissions", () => {
  const admin = { entity: { type: "CREATOR" }, appEditable: true };

  test("of an app: what is not listed is false, everyone stands last", async () => {
    const answer = await put("app/acl", {
      rights: [{ entity: everyone, recordViewable: true }, admin],
    });
    expect(answer.status).toBe(200);
    expect(await get("app/acl")).toMatchObject({
      rights: [
        {
          entity: { type: "CREATOR", code: null },
          appEditable: true,
          recordViewable: false,
          includeSubs: false,
        },
        { entity: everyone, recordViewable: true, recordAddable: false },
      ],
    });
  });

  test("somebody must be left who manages the app", async () => {
    expect(
      (
        await put("app/acl", {
          rights: [{ entity: everyone, recordViewable: true }],
        })
      ).body.code,
    ).toBe("CB_VA01");
  });

  test("the first row that means a user decides", async () => {
    await put("app/acl", {
      rights: [
        admin,
        { entity: { type: "USER", code: "sato" }, recordAddable: true },
        { entity: everyone, appEditable: true, recordViewable: true },
      ],
    });
    await it.deploy(app);
    expect(
      (
        await it.ask(`/k/v1/preview/app/settings.json?app=${app}`, {
          login: "sato",
        })
      ).body.code,
    ).toBe("CB_NO02");
    expect(
      (
        await it.ask(`/k/v1/preview/app/settings.json?app=${app}`, {
          login: "ito",
        })
      ).status,
    ).toBe(200);
  });

  test("on the live path they deploy everything that is pending", async () => {
    await it.deploy(app);
    await put("app/settings", { name: "pending" });
    const answer = await it.call("PUT", "/k/v1/app/acl.json", {
      app,
      rights: [admin],
    });
    expect(answer.status).toBe(200);
    expect((await it.client.app.getAppSettings({ app })).name).toBe("pending");
    expect(await get("app/acl")).toMatchObject({
      revision: answer.body.revision,
    });
  });

  test("of records: filter, people, fields that name people", async () => {
    const rights = [
      {
        filterCond: "n > 1",
        entities: [
          { entity: everyone, viewable: true },
          {
            entity: { type: "FIELD_ENTITY", code: "who" },
            viewable: true,
            editable: true,
            deletable: true,
          },
        ],
      },
    ];
    expect((await put("record/acl", { rights })).status).toBe(200);
    expect(await get("record/acl")).toMatchObject({
      rights: [
        {
          filterCond: "n > 1",
          entities: [
            { entity: { type: "FIELD_ENTITY", code: "who" }, deletable: true },
            { entity: everyone, editable: false },
          ],
        },
      ],
    });
  });

  test.each([
    [
      "record/acl",
      { rights: [{ filterCond: "n >", entities: [{ entity: everyone }] }] },
      "CB_VA01",
    ],
    ["record/acl", { rights: [{ entities: [] }] }, "CB_VA01"],
    [
      "record/acl",
      {
        rights: [
          { entities: [{ entity: { type: "FIELD_ENTITY", code: "n" } }] },
        ],
      },
      "CB_VA01",
    ],
    [
      "record/acl",
      {
        rights: [
          { entities: [{ entity: { type: "ORGANIZATION", code: "zz" } }] },
        ],
      },
      "GAIA_IL28",
    ],
    [
      "field/acl",
      {
        rights: [
          {
            code: "zz",
            entities: [{ entity: everyone, accessibility: "READ" }],
          },
        ],
      },
      "GAIA_FC01",
    ],
    [
      "field/acl",
      {
        rights: [
          { code: "n", entities: [{ entity: everyone, accessibility: "ALL" }] },
        ],
      },
      "CB_VA01",
    ],
    [
      "app/acl",
      { rights: [{ entity: { type: "USER", code: "zz" }, appEditable: true }] },
      "GAIA_IL26",
    ],
    ["app/acl", {}, "CB_VA01"],
  ])("%s %j: %s", async (path, body, code) => {
    expect((await put(path, body)).body.code).toBe(code);
  });
});

describe("notifications", () => {
  const who = { entity: { type: "FIELD_ENTITY", code: "who" } };

  test("three kinds are kept; an empty list clears, a missing one changes nothing", async () => {
    await put("app/notifications/general", {
      notifications: [{ ...who, recordAdded: true }],
      notifyToCommenter: false,
    });
    await put("app/notifications/general", { notifyToCommenter: true });
    expect(await get("app/notifications/general")).toMatchObject({
      notifications: [
        {
          entity: { code: "who" },
          recordAdded: true,
          recordEdited: false,
          includeSubs: false,
        },
      ],
      notifyToCommenter: true,
    });
    await put("app/notifications/general", { notifications: [] });
    expect(await get("app/notifications/general")).toMatchObject({
      notifications: [],
    });

    await put("app/notifications/perRecord", {
      notifications: [{ filterCond: "n > 1", title: "大", targets: [who] }],
    });
    expect(await get("app/notifications/perRecord")).toMatchObject({
      notifications: [
        {
          filterCond: "n > 1",
          title: "大",
          targets: [{ entity: { code: "who" }, includeSubs: false }],
        },
      ],
    });

    await put("app/notifications/reminder", {
      timezone: "Asia/Tokyo",
      notifications: [
        {
          timing: { code: "day", daysLater: -3, time: "09:30" },
          filterCond: "",
          title: "",
          targets: [who],
        },
        {
          timing: { code: "day", daysLater: "1", hoursLater: 2 },
          targets: [who],
        },
      ],
    });
    expect(await get("app/notifications/reminder")).toMatchObject({
      timezone: "Asia/Tokyo",
      notifications: [
        { timing: { code: "day", daysLater: "-3", time: "09:30" } },
        { timing: { daysLater: "1", hoursLater: "2" } },
      ],
    });
  });

  const reminder = (timing: object) => ({
    notifications: [{ timing, targets: [who] }],
  });
  test.each([
    [
      "perRecord",
      { notifications: [{ title: "a".repeat(101), targets: [who] }] },
      "CB_VA01",
    ],
    ["perRecord", { notifications: [{ targets: [] }] }, "CB_VA01"],
    ["perRecord", {}, "CB_VA01"],
    [
      "reminder",
      reminder({ code: "n", daysLater: 0, time: "09:00" }),
      "CB_VA01",
    ],
    [
      "reminder",
      reminder({ code: "zz", daysLater: 0, time: "09:00" }),
      "GAIA_FC01",
    ],
    [
      "reminder",
      reminder({ code: "day", daysLater: 0, time: "09:05" }),
      "CB_VA01",
    ],
    [
      "reminder",
      reminder({ code: "day", daysLater: 0, time: "24:00" }),
      "CB_VA01",
    ],
    [
      "reminder",
      reminder({ code: "day", daysLater: 10_001, time: "09:00" }),
      "CB_VA01",
    ],
    ["reminder", reminder({ code: "day", daysLater: 0 }), "CB_VA01"],
    ["reminder", { timezone: "Mars/Olympus" }, "CB_VA01"],
    [
      "general",
      { notifications: [{ entity: { type: "FIELD_ENTITY", code: "n" } }] },
      "CB_VA01",
    ],
  ])("%s %j: %s", async (kind, body, code) => {
    expect((await put(`app/notifications/${kind}`, body)).body.code).toBe(code);
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

test("every settings write counts the revision up and refuses a stale one", async () => {
  const writes: Array<[string, object]> = [
    ["app/settings", { name: "x" }],
    ["app/views", { views: {} }],
    ["app/status", { enable: false }],
    [
      "app/acl",
      { rights: [{ entity: { type: "CREATOR" }, appEditable: true }] },
    ],
    ["record/acl", { rights: [] }],
    ["field/acl", { rights: [] }],
    ["app/notifications/general", {}],
    ["app/notifications/perRecord", { notifications: [] }],
    ["app/notifications/reminder", {}],
    ["app/reports", { reports: {} }],
    ["app/actions", { actions: {} }],
    ["app/adminNotes", { content: "" }],
    ["app/customize", { scope: "ALL" }],
  ];
  let revision = Number((await get("app/settings")).revision);
  for (const [path, body] of writes) {
    const stale = await put(path, { ...body, revision: revision - 1 });
    expect([path, stale.status, stale.body.code]).toEqual([
      path,
      409,
      "GAIA_CO03",
    ]);
    const good = await put(path, { ...body, revision: String(revision) });
    revision += 1;
    expect([path, good.status, good.body.revision]).toEqual([
      path,
      200,
      String(revision),
    ]);
  }
});

test("the old form.json lists the form in the order of its layout", async () => {
  const { properties } = await get("form");
  expect(properties).toMatchObject([
    {
      type: "SINGLE_LINE_TEXT",
      code: "name",
      label: "name",
      noLabel: false,
      required: false,
      maxLength: null,
      defaultValue: "",
    },
    { type: "NUMBER", code: "n", minValue: null, digit: false },
    { type: "DATE", code: "day", defaultExpression: null },
    { type: "USER_SELECT", code: "who" },
    { type: "SUBTABLE", code: "t", fields: [{ code: "inner" }] },
  ]);
  expect((await it.ask(`/k/v1/form.json?app=${app}`)).body.code).toBe(
    "GAIA_AP01",
  );
});
