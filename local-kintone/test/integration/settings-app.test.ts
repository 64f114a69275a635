import { describe, expect, test } from "vitest";
import {
  app,
  errorsOf,
  get,
  it,
  put,
  useSettingsSite,
} from "../support/settings-site.ts";

useSettingsSite();

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
    const gif = [0x47, 0x49, 0x46, 0x38];
    const fileKey = await it.upload(new Uint8Array(gif), "icon.gif");
    await put("app/settings", { icon: { type: "FILE", file: { fileKey } } });
    const { icon } = (await get("app/settings")) as {
      icon: { file: { fileKey: string; size: string } };
    };
    expect(icon.file).toMatchObject({ name: "icon.gif", size: "4" });
    expect(icon.file.fileKey).not.toBe(fileKey);
    const bytes = await it.client.file.downloadFile({
      fileKey: icon.file.fileKey,
    });
    expect([...new Uint8Array(bytes)]).toEqual(gif);
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
