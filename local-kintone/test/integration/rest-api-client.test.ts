import {
  KintoneAllRecordsError,
  KintoneRestAPIClient,
} from "@kintone/rest-api-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  everyMethod,
  isSpaceMethod,
  noting,
} from "../support/client-methods.ts";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";
import { packPlugin } from "../../src/testing/pack-plugin.ts";

const succeeded = new Set<string>();

let it: ClientSite;
let client: KintoneRestAPIClient;
let app: string;
let source: string;

const everyone = { type: "GROUP" as const, code: "everyone" };
const text = (code: string, more: object = {}) => ({
  [code]: { type: "SINGLE_LINE_TEXT" as const, code, label: code, ...more },
});
const number = (code: string) => ({
  [code]: { type: "NUMBER" as const, code, label: code, maxValue: "100000" },
});

const deployed = async (...apps: string[]) => {
  await client.app.deployApp({ apps: apps.map((one) => ({ app: one })) });
  await expect
    .poll(async () => {
      const answer = await client.app.getDeployStatus({ apps });
      return answer.apps.map(({ status }) => status);
    })
    .toEqual(apps.map(() => "SUCCESS"));
};

beforeAll(async () => {
  it = await startWithClient();
  it.addUser("sato");
  client = noting(it.client, succeeded);
});
afterAll(() => it.close());

describe("apps", () => {
  test("are made, given a form and deployed", async () => {
    source = (await client.app.addApp({ name: "元" })).app;
    await client.app.addFormFields({
      app: source,
      properties: { ...text("key", { unique: true }), ...text("info") },
    });
    await deployed(source);
    app = (await client.app.addApp({ name: "アプリ" })).app;
    const { revision } = await client.app.addFormFields({
      app,
      properties: {
        ...text("key", { unique: true }),
        ...text("memo"),
        ...text("doomed"),
        ...number("n"),
        file: { type: "FILE", code: "file", label: "file" },
        day: { type: "DATE", code: "day", label: "day" },
        table: {
          type: "SUBTABLE",
          code: "table",
          label: "table",
          fields: { ...text("item"), ...number("count") },
        },
      },
    });
    const updated = await client.app.updateFormFields({
      app,
      properties: { memo: { type: "SINGLE_LINE_TEXT", label: "メモ" } },
      revision,
    });
    expect(Number(updated.revision)).toBe(Number(revision) + 1);
    await client.app.deleteFormFields({ app, fields: ["doomed"] });
    const { layout } = await client.app.getFormLayout({ app, preview: true });
    await client.app.updateFormLayout({
      app,
      layout: [...layout].reverse() as typeof layout,
    });
    await deployed(app);
    const { properties } = await client.app.getFormFields({ app });
    expect(properties).toMatchObject({ memo: { label: "メモ" } });
    expect(properties).not.toHaveProperty("doomed");
  });

  test("keep every setting that is written", async () => {
    await client.app.updateAppSettings({ app, name: "新しい名前" });
    await client.app.updateViews({
      app,
      views: {
        表: { type: "LIST", index: 0, name: "表", fields: ["key", "n"] },
      },
    });
    await client.app.updateProcessManagement({
      app,
      enable: true,
      states: {
        未: {
          name: "未",
          index: 0,
          assignee: { type: "ONE", entities: [] },
        },
        済: {
          name: "済",
          index: 1,
          assignee: { type: "ANY", entities: [{ entity: everyone }] },
        },
      },
      actions: [{ name: "進める", from: "未", to: "済", filterCond: "" }],
    });
    await client.app.updateAppAcl({
      app,
      rights: [
        { entity: { type: "CREATOR" }, ...allRights },
        { entity: everyone, ...allRights, appEditable: false },
      ],
    });
    await client.app.updateRecordAcl({
      app,
      rights: [
        {
          filterCond: "n > 99990",
          entities: [
            {
              entity: everyone,
              viewable: true,
              editable: true,
              deletable: false,
            },
          ],
        },
      ],
    });
    await client.app.updateFieldAcl({
      app,
      rights: [
        {
          code: "memo",
          entities: [{ entity: everyone, accessibility: "WRITE" }],
        },
      ],
    });
    await client.app.updateGeneralNotifications({
      app,
      notifications: [{ entity: everyone, recordAdded: true }],
    });
    await client.app.updatePerRecordNotifications({
      app,
      notifications: [
        { filterCond: "n > 1", title: "題", targets: [{ entity: everyone }] },
      ],
    });
    await client.app.updateReminderNotifications({
      app,
      timezone: "Asia/Tokyo",
      notifications: [
        {
          timing: { code: "day", daysLater: 1, time: "09:00" },
          filterCond: "",
          title: "題",
          targets: [{ entity: everyone }],
        },
      ],
    });
    await client.app.updateReports({
      app,
      reports: {
        棒: {
          name: "棒",
          index: 0,
          chartType: "BAR",
          chartMode: "NORMAL",
          groups: [{ code: "key" }],
          aggregations: [{ type: "COUNT" }],
          filterCond: "",
          sorts: [],
        },
      },
    });
    await client.app.updateAppActions({
      app,
      actions: {
        写す: {
          name: "写す",
          index: 0,
          destApp: { app: source },
          mappings: [{ srcType: "FIELD", srcField: "memo", destField: "info" }],
          entities: [everyone],
        },
      },
    });
    await client.app.updateAdminNotes({
      app,
      content: "控え",
      includeInTemplateAndDuplicates: true,
    });
    const { fileKey } = await client.file.uploadFile({
      file: { name: "a.js", data: "1" },
    });
    await client.app.updateAppCustomize({
      app,
      scope: "ALL",
      desktop: { js: [{ type: "FILE", file: { fileKey } }], css: [] },
    });
    await deployed(app);

    const { app: api } = client;
    expect((await api.getAppSettings({ app })).name).toBe("新しい名前");
    expect(Object.keys((await api.getViews({ app })).views)).toContain("表");
    expect((await api.getProcessManagement({ app })).enable).toBe(true);
    expect((await api.getAppAcl({ app })).rights).toHaveLength(2);
    expect((await api.getRecordAcl({ app })).rights).toHaveLength(1);
    expect((await api.getFieldAcl({ app })).rights).toHaveLength(1);
    expect(
      (await api.getGeneralNotifications({ app })).notifications,
    ).toHaveLength(1);
    expect(
      (await api.getPerRecordNotifications({ app })).notifications,
    ).toMatchObject([{ title: "題" }]);
    expect(
      (await api.getReminderNotifications({ app })).notifications,
    ).toMatchObject([{ timing: { code: "day", time: "09:00" } }]);
    expect((await api.getReports({ app })).reports).toHaveProperty("棒");
    expect((await api.getAppActions({ app })).actions).toHaveProperty("写す");
    expect((await api.getAdminNotes({ app })).content).toBe("控え");
    const { desktop } = await api.getAppCustomize({ app });
    expect(desktop.js).toMatchObject([{ file: { name: "a.js", size: "1" } }]);
    expect((await api.getApp({ id: app })).name).toBe("新しい名前");
    expect((await api.getApps({ ids: [app, source] })).apps).toHaveLength(2);
    expect((await api.getStatistics({})).apps.length).toBeGreaterThan(1);
  });
});

const allRights = {
  appEditable: true,
  recordViewable: true,
  recordAddable: true,
  recordEditable: true,
  recordDeletable: true,
  recordImportable: true,
  recordExportable: true,
};

describe("records", () => {
  test("one by one", async () => {
    const { record: api } = client;
    const { fileKey } = await client.file.uploadFile({
      file: { name: "添付.txt", data: "内容" },
    });
    const { id } = await api.addRecord({
      app,
      record: {
        key: { value: "one" },
        n: { value: 1 },
        file: { value: [{ fileKey }] },
        table: { value: [{ value: { item: { value: "a" } } }] },
      },
    });
    await api.updateRecord({ app, id, record: { memo: { value: "x" } } });
    const upsert = (key: string) =>
      api.upsertRecord({
        app,
        updateKey: { field: "key", value: key },
        record: { n: { value: 2 } },
      });
    expect(await upsert("one")).toMatchObject({ id, revision: "3" });
    const { id: second } = await upsert("two");
    expect(second).not.toBe(id);
    const { record } = await api.getRecord({ app, id });
    expect(record).toMatchObject({
      memo: { value: "x" },
      n: { value: "2" },
      table: { value: [{ value: { item: { value: "a" } } }] },
    });
    const [file] = record.file?.value as Array<{ fileKey: string }>;
    const bytes = await client.file.downloadFile({
      fileKey: file?.fileKey ?? "",
    });
    expect(new TextDecoder().decode(bytes)).toBe("内容");

    const { id: comment } = await api.addRecordComment({
      app,
      record: id,
      comment: { text: "どうぞ", mentions: [{ code: "sato", type: "USER" }] },
    });
    const told = await api.getRecordComments({ app, record: id });
    expect(told.comments).toMatchObject([{ id: comment }]);
    await api.deleteRecordComment({ app, record: id, comment });

    await api.updateRecordAssignees({ app, id, assignees: ["Administrator"] });
    await api.updateRecordStatus({ app, id, action: "進める" });
    await api.updateRecordsStatus({
      app,
      records: [{ id: second, action: "進める" }],
    });
    const { rights } = await client.app.evaluateRecordsAcl({ app, ids: [id] });
    expect(rights[0]?.record).toMatchObject({ viewable: true });
    await api.deleteRecords({ app, ids: [id, second] });
  });

  test("a hundred at a time, and page by page", async () => {
    const { record: api } = client;
    const { ids } = await api.addRecords({
      app,
      records: [{ key: { value: "a" } }, { key: { value: "b" } }],
    });
    await api.updateRecords({
      app,
      records: ids.map((id) => ({ id, record: { n: { value: 5 } } })),
    });
    const { records, totalCount } = await api.getRecords({
      app,
      query: "n = 5 order by key asc",
      fields: ["key"],
      totalCount: true,
    });
    expect(totalCount).toBe("2");
    expect(records.map(({ key }) => key?.value)).toEqual(["a", "b"]);
    const cursor = await api.createCursor({ app, size: 1 });
    expect(await api.getRecordsByCursor({ id: cursor.id })).toMatchObject({
      next: true,
    });
    await api.deleteCursor({ id: cursor.id });
    const { results } = await client.bulkRequest({
      requests: [
        {
          method: "POST",
          api: "/k/v1/record.json",
          payload: { app, record: { key: { value: "c" } } },
        },
        {
          method: "DELETE",
          api: "/k/v1/records.json",
          payload: { app, ids },
        },
      ],
    });
    expect(results).toHaveLength(2);
    await api.deleteAllRecords({
      app,
      records: (await api.getAllRecords({ app })).map(({ $id }) => ({
        id: String($id?.value),
      })),
    });
  });

  describe("more than two thousand", () => {
    const COUNT = 2500;
    const keyOf = (i: number) => `k${String(i).padStart(5, "0")}`;
    const rows = () =>
      Array.from({ length: COUNT }, (_, i) => ({
        key: { value: keyOf(i) },
        n: { value: i },
      }));
    const tokenClient = async () => {
      const { token } = await it.control("POST", "tokens", {
        app: Number(app),
        rights: ["view", "add", "edit", "delete", "manage"],
      });
      return new KintoneRestAPIClient({
        baseUrl: it.baseUrl,
        auth: { apiToken: String(token) },
      });
    };
    const failureOf = async (promise: Promise<unknown>) => {
      const error: unknown = await promise.then(
        () => null,
        (reason: unknown) => reason,
      );
      if (!(error instanceof KintoneAllRecordsError)) throw error;
      return error;
    };

    test("are added, read in every way, updated and deleted", async () => {
      const { record: api } = client;
      const { records: added } = await api.addAllRecords({
        app,
        records: rows(),
      });
      expect(added).toHaveLength(COUNT);
      const byId = await api.getAllRecordsWithId({ app, fields: ["key"] });
      expect(byId).toHaveLength(COUNT);
      const byOffset = await api.getAllRecordsWithOffset({
        app,
        orderBy: "key desc",
        fields: ["key"],
      });
      expect(byOffset[0]?.key?.value).toBe(keyOf(COUNT - 1));
      const byCursor = await api.getAllRecordsWithCursor({
        app,
        query: "n >= 1000 order by key asc",
        fields: ["key"],
      });
      expect(byCursor).toHaveLength(COUNT - 1000);
      const some = await api.getAllRecords({
        app,
        condition: "n < 2200",
        orderBy: "n desc",
        fields: ["n"],
      });
      expect(some.map(({ n }) => Number(n?.value))).toEqual(
        Array.from({ length: 2200 }, (_, i) => 2199 - i),
      );

      const updates = rows().map(({ key }, i) => ({
        updateKey: { field: "key", value: key.value },
        record: { n: { value: COUNT - i } },
      }));
      const updated = await api.updateAllRecords({ app, records: updates });
      expect(updated.records).toHaveLength(COUNT);
      const upserted = await api.updateAllRecords({
        app,
        upsert: true,
        records: [
          ...updates,
          {
            updateKey: { field: "key", value: "new" },
            record: { n: { value: 1 } },
          },
        ],
      });
      expect(
        upserted.records.map((one) =>
          "operation" in one ? one.operation : "",
        ),
      ).toEqual([...updates.map(() => "UPDATE"), "INSERT"]);

      await api.deleteAllRecords({
        app,
        records: upserted.records.map(({ id }) => ({ id })),
      });
      const left = await api.getRecords({ app, totalCount: true });
      expect(left.totalCount).toBe("0");
    });

    test("with one that is wrong tell which, and keep the two thousand before it", async () => {
      const { record: api } = await tokenClient();
      const records = rows();
      records[2250] = { key: { value: "bad" }, n: { value: 100_001 } };
      const error = await failureOf(api.addAllRecords({ app, records }));
      expect(error).toMatchObject({
        errorIndex: 2250,
        numOfProcessedRecords: 2000,
        numOfAllRecords: COUNT,
        unprocessedRecords: { length: 500 },
        error: { status: 400, code: "CB_VA01", bulkRequestIndex: 2 },
      });
      expect(Object.keys(error.error.errors ?? {})).toEqual([
        "records[50].n.value",
      ]);
      const left = await api.getRecords({ app, totalCount: true });
      expect(left.totalCount).toBe("2000");
    });

    test("with an update that is wrong do the same", async () => {
      const { record: api } = await tokenClient();
      await api.addAllRecords({ app, records: rows().slice(2000) });
      const records = rows().map(({ key }) => ({
        updateKey: { field: "key", value: key.value },
        record: { memo: { value: "new" } },
      }));
      records[2100] = {
        updateKey: { field: "key", value: "nobody" },
        record: { memo: { value: "new" } },
      };
      const error = await failureOf(api.updateAllRecords({ app, records }));
      expect(error).toMatchObject({
        numOfProcessedRecords: 2000,
        error: { code: "GAIA_RE20", bulkRequestIndex: 1 },
      });
      const touched = await api.getRecords({
        app,
        query: 'memo = "new"',
        totalCount: true,
      });
      expect(touched.totalCount).toBe("2000");
    });

    test("with a deletion that is wrong do the same", async () => {
      const { record: api } = await tokenClient();
      const all = await api.getAllRecordsWithId({ app, fields: ["$id"] });
      const records = all.map(({ $id }) => ({ id: String($id?.value) }));
      records[2010] = { id: "99999999" };
      const error = await failureOf(api.deleteAllRecords({ app, records }));
      expect(error).toMatchObject({
        numOfProcessedRecords: 2000,
        error: { status: 404, code: "GAIA_RE01", bulkRequestIndex: 0 },
      });
      const left = await api.getRecords({ app, totalCount: true });
      expect(left.totalCount).toBe("500");
    });
  });
});

test("plugins are installed, updated, put on an app and removed", async () => {
  const { plugin } = await packPlugin({ desktop: ["1"] });
  const upload = async () =>
    (
      await client.file.uploadFile({
        file: { name: "p.zip", data: plugin },
      })
    ).fileKey;
  const { id } = await client.plugin.installPlugin({ fileKey: await upload() });
  await client.plugin.updatePlugin({ id, fileKey: await upload() });
  await client.app.addPlugins({ app, ids: [id] });
  await deployed(app);
  expect((await client.app.getPlugins({ app })).plugins).toMatchObject([
    { id, enabled: true },
  ]);
  expect((await client.plugin.getApps({ id })).apps).toMatchObject([
    { id: app },
  ]);
  const { plugins } = await client.plugin.getPlugins({});
  expect(plugins).toMatchObject([{ id, isMarketPlugin: false }]);
  await client.plugin.uninstallPlugin({ id });
  expect((await client.plugin.getRequiredPlugins({})).plugins).toMatchObject([
    { id },
  ]);
});

test("the whole site is searched", async () => {
  await client.record.addRecord({
    app,
    record: { key: { value: "searched" }, memo: { value: "推薦の準備" } },
  });
  const { hits, nextPageToken } = await client.search({
    query: [{ operator: "AND", keywords: ["推薦"] }],
    types: ["RECORD"],
  });
  expect(nextPageToken).toBeNull();
  expect(hits).toMatchObject([
    {
      type: "RECORD",
      snippets: ["推薦の準備"],
      record: { appId: app, matchedFields: [{ code: "memo" }] },
    },
  ]);
});

test("no method of the client was forgotten, none failed", () => {
  const methods = everyMethod(it.client).filter((name) => !isSpaceMethod(name));
  console.log(`rest-api-client: ${methods.length} methods called.`);
  expect(methods.filter((name) => !succeeded.has(name))).toEqual([]);
});
