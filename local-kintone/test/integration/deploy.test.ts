import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

let it: ClientSite;
beforeAll(async () => {
  it = await startWithClient();
});
afterAll(() => it.close());

const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT", code, label: code, ...more },
});
const options = (...names: string[]) =>
  Object.fromEntries(names.map((label, index) => [label, { label, index }]));
const fieldsPath = "/k/v1/preview/app/form/fields.json";
const put = (app: number, properties: object) =>
  it.call("PUT", fieldsPath, { app, properties });
const add = (app: number, properties: object) =>
  it.call("POST", fieldsPath, { app, properties });
const remove = (app: number, ...fields: string[]) =>
  it.call("DELETE", fieldsPath, { app, fields });
const deploy = (...apps: Array<number | { app: number; revision: number }>) =>
  it.call("POST", "/k/v1/preview/app/deploy.json", {
    apps: apps.map((app) => (typeof app === "number" ? { app } : app)),
  });
const records = async (app: number) => {
  const { records: found } = await it.client.record.getRecords({
    app,
    query: "order by $id asc",
  });
  return found as Array<Record<string, { value: unknown }>>;
};
const values = async (app: number, code: string) =>
  (await records(app)).map((record) => record[code]?.value);

describe("a deploy", () => {
  test("answers PROCESSING once at the least, then SUCCESS", async () => {
    const app = await it.addApp("a");
    expect((await deploy(app)).body).toEqual({});
    const first = await it.client.app.getDeployStatus({ apps: [app] });
    expect(first.apps).toEqual([{ app: String(app), status: "PROCESSING" }]);
    await expect
      .poll(
        async () =>
          (await it.client.app.getDeployStatus({ apps: [app] })).apps[0]
            ?.status,
      )
      .toBe("SUCCESS");
    const live = await it.client.app.getFormFields({ app });
    const preview = await it.client.app.getFormFields({ app, preview: true });
    expect(live.revision).toBe(preview.revision);
    expect(live.revision).toBe("3");
  });

  test("is carried out though nobody asks", async () => {
    const app = await it.addApp("a");
    await deploy(app);
    await expect
      .poll(async () => (await it.ask(`/k/v1/app.json?id=${app}`)).status)
      .toBe(200);
  });

  test("while it runs, settings of the app cannot change", async () => {
    const slow = await startWithClient({ deployDelayMs: 300 });
    const app = await slow.addApp("a");
    await slow.call("POST", "/k/v1/preview/app/deploy.json", {
      apps: [{ app }],
    });
    const write = () =>
      slow.call("PUT", "/k/v1/preview/app/settings.json", { app, name: "b" });
    expect((await write()).status).toBe(400);
    expect(
      (
        await slow.call("POST", "/k/v1/preview/app/deploy.json", {
          apps: [{ app }],
        })
      ).status,
    ).toBe(400);
    await expect.poll(async () => (await write()).status).toBe(200);
    await slow.close();
  });

  // English texts as kintone-labs/kintone-js-sdk recorded them.
  test.each<[string, object[], object]>([
    [
      "no app",
      [],
      { code: "CB_VA01", errors: { apps: { messages: ["Required field."] } } },
    ],
    [
      "an app that is not there",
      [{ app: 99_999 }],
      {
        code: "GAIA_AP01",
        message:
          "The app (ID: 99999) not found. The app may have been deleted.",
      },
    ],
    [
      "301 apps",
      Array.from({ length: 301 }, (_, i) => ({ app: i + 1 })),
      {
        code: "GAIA_TO03",
        message: "The number of parameters exceeds the limit. - apps[300]",
      },
    ],
    [
      "an app twice",
      [{ app: 1 }, { app: 1 }],
      {
        code: "CB_VA01",
        errors: { "apps[1].app": { messages: ["App ID is duplicated."] } },
      },
    ],
    [
      "a revision that is no number",
      [{ app: 1, revision: "x" }],
      {
        code: "CB_VA01",
        errors: {
          "apps[0].revision": { messages: ["Enter an integer value."] },
        },
      },
    ],
  ])("of %s is refused", async (_name, apps, body) => {
    const answer = await it.call(
      "POST",
      "/k/v1/preview/app/deploy.json",
      { apps },
      { headers: { "Accept-Language": "en" } },
    );
    expect(answer.body).toMatchObject(body);
  });

  test("of a stale revision: GAIA_CO03", async () => {
    const app = await it.addApp("a");
    expect(await deploy({ app, revision: 1 })).toMatchObject({
      status: 409,
      body: { code: "GAIA_CO03" },
    });
    expect((await deploy({ app, revision: 2 })).status).toBe(200);
  });

  test("with a wrong formula: GAIA_IL01 at once, and nothing is deployed", async () => {
    const good = await it.addApp("good");
    const bad = await it.addApp("bad", {
      c: { type: "CALC", code: "c", label: "計", expression: "nothing + 1" },
    });
    const answer = await deploy(good, bad);
    expect(answer).toMatchObject({ status: 400, body: { code: "GAIA_IL01" } });
    expect(answer.body.message).toContain(
      "フィールド「計」の計算式が正しくありません。",
    );
    expect((await it.ask(`/k/v1/app.json?id=${good}`)).body.code).toBe(
      "GAIA_AP01",
    );
  });

  test("that duplicates forbid fails, and takes the others back with it", async () => {
    const app = await it.liveApp("dup", text("a"));
    await it.client.record.addRecords({
      app,
      records: [
        { a: { value: "x" } },
        { a: { value: "x" } },
        { a: { value: "" } },
        { a: { value: "" } },
      ],
    });
    const other = await it.liveApp("other");
    await it.client.app.updateAppSettings({ app: other, name: "changed" });
    await put(app, { a: { type: "SINGLE_LINE_TEXT", unique: true } });
    expect(await it.deployAll(app, other)).toEqual(["FAIL", "CANCEL"]);
    expect((await it.client.app.getApp({ id: other })).name).toBe("other");
    expect(
      (await it.client.app.getFormFields({ app })).properties.a,
    ).toMatchObject({ unique: false });
    await it.client.record.deleteRecords({ app, ids: [1] });
    expect(await it.deployAll(app, other)).toEqual(["SUCCESS", "SUCCESS"]);
    expect((await it.client.app.getApp({ id: other })).name).toBe("changed");
  });

  test("revert throws pending changes away", async () => {
    const app = await it.liveApp("kept", text("a"));
    await add(app, text("b"));
    const answer = await it.call("POST", "/k/v1/preview/app/deploy.json", {
      apps: [{ app }],
      revert: true,
    });
    expect(answer.status).toBe(200);
    await expect
      .poll(async () =>
        Object.keys(
          (await it.client.app.getFormFields({ app, preview: true }))
            .properties,
        ),
      )
      .not.toContain("b");
  });

  test("a revert of what was never deployed does nothing and succeeds", async () => {
    // rychhr/terraform-provider-kintone: docs/design, July 2026
    const draft = await it.addApp("draft", text("a"));
    const { properties, revision } = await it.client.app.getFormFields({
      app: draft,
      preview: true,
    });
    await it.client.app.deployApp({ apps: [{ app: draft }], revert: true });
    await expect
      .poll(
        async () =>
          (await it.client.app.getDeployStatus({ apps: [draft] })).apps[0],
      )
      .toEqual({ app: String(draft), status: "SUCCESS" });
    expect(
      await it.client.app.getFormFields({ app: draft, preview: true }),
    ).toEqual({ properties, revision });
    const live = await it.ask(`/k/v1/app.json?id=${draft}`);
    expect(live.body).toMatchObject({ code: "GAIA_AP01" });
  });

  test("two apps that look each other up go live together", async () => {
    const a = await it.liveApp("a", {
      ...text("key", { unique: true }),
      ...text("copy"),
    });
    const b = await it.liveApp("b", {
      ...text("key", { unique: true }),
      ...text("copy"),
    });
    const lookup = (app: number) => ({
      look: {
        type: "SINGLE_LINE_TEXT",
        code: "look",
        label: "l",
        lookup: {
          relatedApp: { app },
          relatedKeyField: "key",
          fieldMappings: [{ field: "copy", relatedField: "key" }],
        },
      },
    });
    await add(a, lookup(b));
    await add(b, lookup(a));
    expect(await it.deployAll(a, b)).toEqual(["SUCCESS", "SUCCESS"]);
    await put(a, { key: { type: "SINGLE_LINE_TEXT", unique: false } });
    expect((await deploy(a)).body.code).toBe("GAIA_LO03");
  });
});

describe("records of an app that is deployed again", () => {
  test("keep their values under renamed fields and options, and lose those of deleted ones", async () => {
    const app = await it.liveApp("moving", {
      ...text("name"),
      ...text("gone"),
      d: {
        type: "DROP_DOWN",
        code: "d",
        label: "d",
        options: options("x", "y"),
      },
      c: {
        type: "CHECK_BOX",
        code: "c",
        label: "c",
        options: options("p", "q", "r"),
      },
      t: {
        type: "SUBTABLE",
        code: "t",
        label: "t",
        fields: {
          ...text("inner"),
          ...text("lost"),
          o: {
            type: "RADIO_BUTTON",
            code: "o",
            label: "o",
            options: options("1", "2"),
          },
        },
      },
    });
    await it.client.record.addRecord({
      app,
      record: {
        name: { value: "株式会社" },
        gone: { value: "bye" },
        d: { value: "x" },
        c: { value: ["p", "r"] },
        t: {
          value: [
            {
              value: {
                inner: { value: "row" },
                lost: { value: "l" },
                o: { value: "2" },
              },
            },
          ],
        },
      },
    });
    await put(app, {
      name: { type: "SINGLE_LINE_TEXT", code: "title" },
      d: {
        type: "DROP_DOWN",
        code: "choice",
        options: { x: { label: "X", index: 0 }, y: { label: "x", index: 1 } },
      },
      c: {
        type: "CHECK_BOX",
        options: { p: { label: "P", index: 0 }, q: { label: "q", index: 1 } },
      },
      t: {
        type: "SUBTABLE",
        code: "rows",
        fields: {
          inner: { type: "SINGLE_LINE_TEXT", code: "cell" },
          o: {
            type: "RADIO_BUTTON",
            options: {
              1: { label: "2", index: 0 },
              2: { label: "1", index: 1 },
            },
          },
        },
      },
    });
    await remove(app, "gone", "lost");
    await add(app, { ...text("gone", { defaultValue: "fresh" }) });
    await it.deploy(app);
    const [record] = await records(app);
    expect(record?.title?.value).toBe("株式会社");
    expect(record?.choice?.value).toBe("X");
    expect(record?.c?.value).toEqual(["P"]);
    expect(record?.gone?.value).toBe("");
    expect(record?.rows?.value).toMatchObject([
      { value: { cell: { value: "row" }, o: { value: "1" } } },
    ]);
    expect(JSON.stringify(record?.rows?.value)).not.toContain("lost");
  });

  test("a renaming in several steps before the deploy counts as one", async () => {
    const app = await it.liveApp("steps", { ...text("a"), ...text("b") });
    await it.client.record.addRecord({
      app,
      record: { a: { value: "A" }, b: { value: "B" } },
    });
    await put(app, { a: { type: "SINGLE_LINE_TEXT", code: "x" } });
    await put(app, {
      b: { type: "SINGLE_LINE_TEXT", code: "a" },
      x: { type: "SINGLE_LINE_TEXT", code: "y" },
    });
    await put(app, { y: { type: "SINGLE_LINE_TEXT", code: "b" } });
    await it.deploy(app);
    expect([await values(app, "a"), await values(app, "b")]).toEqual([
      ["B"],
      ["A"],
    ]);
  });

  test("get the first state when process management is switched on, and follow renamed states", async () => {
    const app = await it.liveApp("flow", text("a"));
    await it.client.record.addRecord({ app, record: {} });
    const nobody = { type: "ONE", entities: [] };
    const status = (body: object) =>
      it.call("PUT", "/k/v1/preview/app/status.json", { app, ...body });
    await status({
      enable: true,
      states: {
        未: { name: "未", index: 0, assignee: nobody },
        中: { name: "中", index: 1, assignee: nobody },
        済: { name: "済", index: 2, assignee: nobody },
      },
      actions: [{ name: "進める", from: "未", to: "中" }],
    });
    await it.deploy(app);
    expect(await values(app, "ステータス")).toEqual(["未"]);
    await it.client.record.updateRecordStatus({ app, id: 1, action: "進める" });
    await it.client.record.addRecord({ app, record: {} });
    await status({
      states: { 未: { name: "新", index: 0 }, 中: { name: "途中", index: 1 } },
    });
    await it.deploy(app);
    expect(await values(app, "ステータス")).toEqual(["途中", "新"]);
    await status({ enable: false });
    await it.deploy(app);
    expect((await records(app))[0]).not.toHaveProperty("ステータス");
  });

  // https://help.cybozu.com/ja/k/user/change_processsettings.html
  test("keep their state: one that records are in cannot be deleted, an empty one can", async () => {
    const app = await it.liveApp("kept flow", text("a"));
    await it.client.record.addRecord({ app, record: {} });
    const status = (body: object) =>
      it.call("PUT", "/k/v1/preview/app/status.json", { app, ...body });
    const states = (...names: string[]) =>
      Object.fromEntries(
        names.map((name, index) => [
          name,
          { name, index, assignee: { type: "ONE", entities: [] } },
        ]),
      );
    await status({
      enable: true,
      states: states("未", "中", "済"),
      actions: [{ name: "進める", from: "未", to: "中" }],
    });
    await it.deploy(app);
    await it.client.record.updateRecordStatus({ app, id: 1, action: "進める" });
    expect(
      await status({ states: states("未", "済"), actions: [] }),
    ).toMatchObject({
      status: 400,
      body: { code: "CB_VA01", errors: { "states[中]": {} } },
    });
    expect(
      (await status({ states: states("未", "中"), actions: [] })).status,
    ).toBe(200);
    await it.deploy(app);
    expect(await values(app, "ステータス")).toEqual(["中"]);
  });

  test("are calculated when a formula is added or changed", async () => {
    const app = await it.liveApp("sum", {
      n: { type: "NUMBER", code: "n", label: "n" },
    });
    await it.client.record.addRecords({
      app,
      records: [{ n: { value: 2 } }, { n: { value: 5 } }],
    });
    await add(app, {
      c: { type: "CALC", code: "c", label: "c", expression: "n * 10" },
    });
    await it.deploy(app);
    expect(await values(app, "c")).toEqual(["20", "50"]);
    await put(app, { c: { type: "CALC", expression: "n + 1" } });
    await it.deploy(app);
    expect(await values(app, "c")).toEqual(["3", "6"]);
  });

  test("are looked up on under the new code of a renamed key", async () => {
    const source = await it.liveApp("source", {
      ...text("key", { unique: true }),
      ...text("info"),
    });
    await it.client.record.addRecord({
      app: source,
      record: { key: { value: "k" }, info: { value: "i" } },
    });
    const app = await it.liveApp("looker", {
      ...text("copy"),
      look: {
        type: "SINGLE_LINE_TEXT",
        code: "look",
        label: "l",
        lookup: {
          relatedApp: { app: source },
          relatedKeyField: "key",
          fieldMappings: [{ field: "copy", relatedField: "info" }],
          lookupPickerFields: ["info"],
          sort: "key asc",
        },
      },
    });
    await put(source, {
      key: { type: "SINGLE_LINE_TEXT", code: "code" },
      info: { type: "SINGLE_LINE_TEXT", code: "text" },
    });
    await it.deploy(source);
    for (const preview of [true, false])
      expect(
        (await it.client.app.getFormFields({ app, preview })).properties.look,
      ).toMatchObject({
        lookup: {
          relatedKeyField: "code",
          fieldMappings: [{ field: "copy", relatedField: "text" }],
          lookupPickerFields: ["text"],
          sort: "code asc",
        },
      });
    await it.client.record.addRecord({ app, record: { look: { value: "k" } } });
    expect(await values(app, "copy")).toEqual(["i"]);
  });
});
