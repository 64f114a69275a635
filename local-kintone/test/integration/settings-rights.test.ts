import { describe, expect, test } from "vitest";
import {
  app,
  everyone,
  get,
  it,
  put,
  useSettingsSite,
} from "../support/settings-site.ts";

useSettingsSite();

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
      // The live settings are shown to who may view records.
      rights: [{ ...admin, recordViewable: true }],
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
