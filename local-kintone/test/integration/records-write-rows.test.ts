import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../src/model/model.ts";
import { options, someSettings, states } from "../support/app-settings.ts";
import { seedApp, startKintone } from "../support/records-site.ts";
import type { TestKintone } from "../support/records-site.ts";

/*
 * Answers that SonicGarden/kintone-emulator (doc/, packages/core/tests, April 2026)
 * recorded on a real kintone, and what the official docs say.
 */
let kintone: TestKintone;
beforeAll(async () => {
  kintone = await startKintone();
});
afterAll(async () => {
  await kintone.server.close();
  kintone.site.close();
});

const admin = () => kintone.as("Administrator");
type Fields = Parameters<typeof someSettings>[0];
const anApp = (fields: Fields): App =>
  seedApp(kintone.site, someSettings(fields));

/** Adds a record and reads it back. */
const addAndGet = async (app: App, record: Record<string, unknown>) => {
  const { id } = await admin().record.addRecord({
    app: app.id,
    record: record as never,
  });
  return (await admin().record.getRecord({ app: app.id, id })).record;
};

const refusal = async (app: App, record: Record<string, unknown>) => {
  const answer = await kintone.raw(
    "Administrator",
    "POST",
    "/k/v1/record.json",
    {
      app: app.id,
      record,
    },
  );
  expect(answer.status).toBe(400);
  return answer.body;
};

describe("tables", () => {
  let app: App;
  beforeAll(() => {
    app = anApp({
      title: { type: "SINGLE_LINE_TEXT" },
      items: {
        type: "SUBTABLE",
        fields: {
          name: { type: "SINGLE_LINE_TEXT", required: true, maxLength: "5" },
          qty: { type: "NUMBER", maxValue: "1000" },
          kind: {
            type: "RADIO_BUTTON",
            options: options("A", "B"),
            defaultValue: "A",
          },
          cbx: { type: "CHECK_BOX", options: options("P", "Q") },
          double: { type: "CALC", expression: "qty * 2", format: "NUMBER" },
        },
      },
      total: { type: "CALC", expression: "SUM(qty)", format: "NUMBER" },
    });
  });
  type Row = { id: string; value: Record<string, { value: unknown }> };
  const rowsOf = async (id: string): Promise<Row[]> => {
    const { record } = await admin().record.getRecord({ app: app.id, id });
    return record.items?.value as unknown as Row[];
  };
  const seed = async () => {
    const { id } = await admin().record.addRecord({
      app: app.id,
      record: {
        items: {
          value: [
            { value: { name: { value: "r1" }, qty: { value: "10" } } },
            { value: { name: { value: "r2" }, qty: { value: "20" } } },
            { value: { name: { value: "r3" }, qty: { value: "30" } } },
          ],
        },
      },
    });
    return { id, rows: await rowsOf(id) };
  };
  const update = async (id: string, rows: unknown) => {
    await admin().record.updateRecord({
      app: app.id,
      id,
      record: { items: { value: rows } } as never,
    });
    return rowsOf(id);
  };

  test("rows get ids, defaults and formulas", async () => {
    const { id, rows } = await seed();
    expect(rows[0]).toMatchObject({
      id: expect.stringMatching(/^\d+$/),
      value: {
        name: { type: "SINGLE_LINE_TEXT", value: "r1" },
        qty: { type: "NUMBER", value: "10" },
        kind: { type: "RADIO_BUTTON", value: "A" },
        cbx: { type: "CHECK_BOX", value: [] },
        double: { type: "CALC", value: "20" },
      },
    });
    const { record } = await admin().record.getRecord({ app: app.id, id });
    expect(record.total?.value).toBe("60");
  });

  test("rows that are not named are kept without the table, and gone with it", async () => {
    const { id, rows } = await seed();
    await admin().record.updateRecord({
      app: app.id,
      id,
      record: { title: { value: "t" } },
    });
    expect(await rowsOf(id)).toEqual(rows);
    const [first] = rows;
    const left = await update(id, [
      { id: first?.id, value: { qty: { value: "999" } } },
    ]);
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({
      id: first?.id,
      value: { name: { value: "r1" }, qty: { value: "999" } },
    });
    expect(await update(id, [])).toEqual([]);
  });

  test("rows without or with an unknown id are new", async () => {
    const { id, rows } = await seed();
    const known = rows.map((row) => row.id);
    const after = await update(id, [
      { id: known[0], value: { qty: { value: "11" } } },
      { value: { name: { value: "new" } } },
      { id: "9999999", value: { name: { value: "odd" } } },
      { id: known[0], value: { name: { value: "twice" } } },
    ]);
    expect(after[0]?.id).toBe(known[0]);
    const fresh = after.slice(1).map((row) => row.id);
    expect(new Set(fresh).size).toBe(3);
    for (const it of fresh) expect([...known, "9999999"]).not.toContain(it);
    expect(after[1]?.value.kind).toMatchObject({ value: "A" });
  });

  test("what is wrong is told by row and column; what is no number is dropped", async () => {
    const body = await refusal(app, {
      items: {
        value: [
          { value: { qty: { value: "2000" }, kind: { value: "Z" } } },
          { value: { name: { value: "toolong" }, cbx: { value: ["P", "Z"] } } },
        ],
      },
    });
    expect(body.errors).toEqual({
      "record.items.value[0].value.name.value": { messages: ["必須です。"] },
      "record.items.value[0].value.qty.value": {
        messages: ["1000以下である必要があります。"],
      },
      "record.items.value[0].value.kind.value": {
        messages: ['"Z"は選択肢にありません。'],
      },
      "record.items.value[1].value.name.value": {
        messages: ["6文字より短くなければなりません。"],
      },
      "record.items.value[1].value.cbx.values[1].value": {
        messages: ['"Z"は選択肢にありません。'],
      },
    });
    const record = await addAndGet(app, {
      items: {
        value: [{ value: { name: { value: "x" }, qty: { value: "12abc" } } }],
      },
    });
    expect(record.items?.value).toMatchObject([
      { value: { qty: { value: "" } } },
    ]);
  });
});

describe("keys, revisions and limits", () => {
  const fields: Fields = {
    key: { type: "SINGLE_LINE_TEXT", unique: true },
    plain: { type: "SINGLE_LINE_TEXT" },
  };
  const put = (body: Record<string, unknown>) =>
    kintone.raw("Administrator", "PUT", "/k/v1/record.json", body);

  test("a stale revision changes nothing; -1 and none are unchecked", async () => {
    const app = anApp(fields);
    const { id } = await admin().record.addRecord({ app: app.id, record: {} });
    const change = (revision: unknown) =>
      put({ app: app.id, id, revision, record: { plain: { value: "x" } } });
    expect(await change(2)).toMatchObject({
      status: 409,
      body: {
        code: "GAIA_CO02",
        message:
          "指定したrevisionは最新ではありません。ほかのユーザーがレコードを更新した可能性があります。",
      },
    });
    expect((await change(-1)).body).toEqual({ revision: "2" });
    expect((await change(undefined)).body).toEqual({ revision: "3" });
    expect((await change("3")).body).toEqual({ revision: "4" });
  });

  test("a record is named by its id or by a unique field, not by both", async () => {
    const app = anApp(fields);
    const { id } = await admin().record.addRecord({
      app: app.id,
      record: { key: { value: "k" } },
    });
    const updateKey = { field: "key", value: "k" };
    const record = { plain: { value: "x" } };
    expect((await put({ app: app.id, updateKey, record })).body).toEqual({
      revision: "2",
    });
    const both = await put({ app: app.id, id, updateKey, record });
    expect(Object.keys(both.body.errors as object)).toEqual([
      "updateKey",
      "id",
    ]);
    const wrong = (field: string, value: string) =>
      put({ app: app.id, updateKey: { field, value }, record });
    expect(await wrong("plain", "x")).toMatchObject({
      body: { code: "GAIA_IQ27" },
    });
    expect(await wrong("nope", "x")).toMatchObject({
      body: { code: "GAIA_IQ11" },
    });
    expect(await wrong("key", "z")).toMatchObject({
      body: { code: "GAIA_RE20" },
    });
    expect(await put({ app: app.id, id: 99999, record })).toMatchObject({
      status: 404,
      body: {
        code: "GAIA_RE01",
        message: "指定したレコード（id: 99999）が見つかりません。",
      },
    });
  });

  test("upsert inserts what it does not find", async () => {
    const app = anApp(fields);
    await admin().record.addRecord({
      app: app.id,
      record: { key: { value: "a" } },
    });
    const { records } = await admin().record.updateRecords({
      app: app.id,
      upsert: true,
      records: [
        { updateKey: { field: "key", value: "a" }, record: {} },
        { updateKey: { field: "key", value: "b" }, record: {} },
        { id: 777, record: { key: { value: "c" } } },
      ],
    });
    expect(records).toEqual([
      { id: "1", operation: "UPDATE", revision: "2" },
      { id: "2", operation: "INSERT", revision: "1" },
      { id: "3", operation: "INSERT", revision: "1" },
    ]);
    const found = await admin().record.getRecords({
      app: app.id,
      query: 'key in ("b", "c") order by $id asc',
    });
    expect(found.records.map((it) => it.$id?.value)).toEqual(["2", "3"]);
  });

  test("one failure takes everything back", async () => {
    const app = anApp(fields);
    const { ids } = await admin().record.addRecords({
      app: app.id,
      records: [{}, {}],
    });
    await expect(
      admin().record.updateRecords({
        app: app.id,
        records: [
          { id: ids[0] ?? "", record: { plain: { value: "changed" } } },
          { id: "99999", record: {} },
        ],
      }),
    ).rejects.toMatchObject({ code: "GAIA_RE01" });
    await expect(
      admin().record.deleteRecords({ app: app.id, ids: [ids[0] ?? "", 99999] }),
    ).rejects.toMatchObject({ code: "GAIA_RE01" });
    const { records } = await admin().record.getRecords({ app: app.id });
    expect(records).toHaveLength(2);
    expect(records[1]?.plain?.value).toBe("");
  });

  test("a hundred records at most, none at the least", async () => {
    const app = anApp(fields);
    const many = Array.from({ length: 101 }, () => ({}));
    const post = (records: unknown) =>
      kintone.raw("Administrator", "POST", "/k/v1/records.json", {
        app: app.id,
        records,
      });
    expect((await post(many)).body.errors).toEqual({
      records: { messages: ["一度に100件までのレコードを追加できます。"] },
    });
    expect((await post([])).body).toEqual({ ids: [], revisions: [] });
    const putMany = (records: unknown) =>
      kintone.raw("Administrator", "PUT", "/k/v1/records.json", {
        app: app.id,
        records,
      });
    expect((await putMany(many)).body.errors).toEqual({
      records: { messages: ["一度に100件までのレコードを更新できます。"] },
    });
    expect((await putMany([])).body).toEqual({ records: [] });
    const missing = await kintone.raw(
      "Administrator",
      "DELETE",
      "/k/v1/records.json",
      { app: app.id },
      { "Accept-Language": "ja" },
    );
    expect(missing.body.errors).toEqual({
      ids: {
        messages: [
          "必須です。",
          "一度に1件から100件までのレコードを削除できます。",
        ],
      },
    });
  });

  test("who and when may be told by administrators of the app when adding, never when updating", async () => {
    const app = anApp(fields);
    const record = await addAndGet(app, {
      作成者: { value: { code: "Administrator" } },
      作成日時: { value: "2020-01-01T00:00:00Z" },
    });
    expect(record.作成日時?.value).toBe("2020-01-01T00:00:00Z");
    const update = (code: string, value: unknown) =>
      put({
        app: app.id,
        id: record.$id?.value,
        record: { [code]: { value } },
      });
    for (const [code, value, name] of [
      ["作成日時", "2021-01-01T00:00:00Z", "CREATED_AT"],
      ["更新日時", "2021-01-01T00:00:00Z", "MODIFIED_AT"],
      ["作成者", { code: "x" }, "CREATOR"],
      ["更新者", { code: "x" }, "MODIFIER"],
      ["レコード番号", "9", "RECORD_ID"],
    ] as const)
      expect(await update(code, value)).toMatchObject({
        status: 400,
        body: {
          code: "GAIA_UN10",
          message: `${name}型のフィールドに値を設定することはできません。`,
        },
      });
  });

  test("what nobody writes is refused by name while it is switched on, and unknown otherwise", async () => {
    const refusalOf = async (app: App, code: string) =>
      (
        await kintone.raw("Administrator", "POST", "/k/v1/record.json", {
          app: app.id,
          record: { [code]: { value: "x" } },
        })
      ).body.code;
    const on = seedApp(
      kintone.site,
      someSettings(
        {
          カテゴリー: { type: "CATEGORY", enabled: true },
          box: { type: "GROUP" },
          others: { type: "REFERENCE_TABLE" },
        },
        { process: { enable: true, states: states("未処理"), actions: [] } },
      ),
    );
    expect(await refusalOf(on, "ステータス")).toBe("GAIA_UN10");
    expect(await refusalOf(on, "作業者")).toBe("GAIA_UN10");
    expect(await refusalOf(on, "box")).toBe("GAIA_UN10");
    expect(await refusalOf(on, "カテゴリー")).toBe("GA_UO01");
    expect(await refusalOf(on, "others")).toBe("CB_IJ01");
    expect(await refusalOf(on, "$revision")).toBeUndefined();
    const off = seedApp(kintone.site, someSettings({}));
    expect(await refusalOf(off, "ステータス")).toBeUndefined();
    expect(await refusalOf(off, "カテゴリー")).toBeUndefined();
  });

  test("apps that are missing or not live are not found", async () => {
    const draft = seedApp(kintone.site, someSettings({}), { live: null });
    for (const app of [draft.id, 99999])
      expect(
        await kintone.raw("Administrator", "POST", "/k/v1/record.json", {
          app,
        }),
      ).toMatchObject({ status: 404, body: { code: "GAIA_AP01" } });
  });
});
