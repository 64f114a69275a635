import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../src/model/model.ts";
import { options, someSettings } from "../support/app-settings.ts";
import { seedApp, startKintone } from "../support/records-site.ts";
import type { TestKintone } from "../support/records-site.ts";

let kintone: TestKintone;
let app: App;
const admin = () => kintone.as("Administrator");

beforeAll(async () => {
  kintone = await startKintone();
  app = seedApp(
    kintone.site,
    someSettings({
      title: { type: "SINGLE_LINE_TEXT" },
      n: { type: "NUMBER" },
      drop: { type: "DROP_DOWN", options: options("high", "low") },
      who: { type: "USER_SELECT" },
      items: {
        type: "SUBTABLE",
        fields: { name: { type: "SINGLE_LINE_TEXT" } },
      },
    }),
    { code: "CASE" },
  );
  await admin().record.addAllRecords({
    app: app.id,
    records: Array.from({ length: 2100 }, (_, i) => ({
      title: { value: `no ${i}` },
      n: { value: String(i % 7) },
      drop: { value: i % 2 ? "high" : "low" },
    })),
  });
});
afterAll(async () => {
  await kintone.server.close();
  kintone.site.close();
});

const titles = async (query: string) => {
  const { records } = await admin().record.getRecords({ app: app.id, query });
  return records.map((record) => record.title?.value);
};

describe("GET record", () => {
  test("system fields, record number with app code, empty values by type", async () => {
    const { record } = await admin().record.getRecord({ app: app.id, id: 1 });
    expect(record).toEqual({
      レコード番号: { type: "RECORD_NUMBER", value: "CASE-1" },
      作成者: {
        type: "CREATOR",
        value: { code: "Administrator", name: "Administrator" },
      },
      更新者: {
        type: "MODIFIER",
        value: { code: "Administrator", name: "Administrator" },
      },
      作成日時: { type: "CREATED_TIME", value: "2026-04-25T10:00:00Z" },
      更新日時: { type: "UPDATED_TIME", value: "2026-04-25T10:00:00Z" },
      title: { type: "SINGLE_LINE_TEXT", value: "no 0" },
      n: { type: "NUMBER", value: "0" },
      drop: { type: "DROP_DOWN", value: "low" },
      who: { type: "USER_SELECT", value: [] },
      items: { type: "SUBTABLE", value: [] },
      $revision: { type: "__REVISION__", value: "1" },
      $id: { type: "__ID__", value: "1" },
    });
  });

  test.each([
    [`?app=`, "app", "必須です。"],
    [`?app=0&id=1`, "app", "最小でも1以上です。"],
    [`?app=1`, "id", "必須です。"],
  ])("%s is told under %s", async (query, key, message) => {
    const { status, body } = await kintone.raw(
      "Administrator",
      "GET",
      `/k/v1/record.json${query}`,
    );
    expect(status).toBe(400);
    expect((body.errors as Record<string, unknown>)[key]).toEqual({
      messages: [message],
    });
  });
});

describe("GET records", () => {
  test("newest first, a hundred, no count unless asked", async () => {
    const answer = await admin().record.getRecords({ app: app.id });
    expect(answer.records).toHaveLength(100);
    expect(answer.records[0]?.$id?.value).toBe("2100");
    expect(answer.totalCount).toBeNull();
    const counted = await admin().record.getRecords({
      app: app.id,
      query: 'drop in ("high") limit 1',
      totalCount: true,
    });
    expect(counted.records).toHaveLength(1);
    expect(counted.totalCount).toBe("1050");
  });

  test("only the fields asked for, without the id unless it is one of them", async () => {
    const { records } = await admin().record.getRecords({
      app: app.id,
      fields: ["title", "nope"],
      query: "limit 1",
    });
    expect(Object.keys(records[0] ?? {})).toEqual(["title"]);
  });

  test("fields and query also come as a query string", async () => {
    const params = new URLSearchParams({
      app: String(app.id),
      query: "$id = 5",
      "fields[0]": "title",
      "fields[1]": "$id",
    });
    const { body } = await kintone.raw(
      "Administrator",
      "GET",
      `/k/v1/records.json?${params.toString()}`,
    );
    expect(body).toEqual({
      records: [
        {
          title: { type: "SINGLE_LINE_TEXT", value: "no 4" },
          $id: { type: "__ID__", value: "5" },
        },
      ],
      totalCount: null,
    });
  });

  test("sorting by several fields, choices by their place among the options", async () => {
    expect(await titles("$id <= 4 order by drop asc, $id desc")).toEqual([
      "no 3",
      "no 1",
      "no 2",
      "no 0",
    ]);
    expect(
      await titles("$id <= 14 order by n desc, $id asc limit 3 offset 1"),
    ).toEqual(["no 13", "no 5", "no 12"]);
  });

  test("pages of a sorted list fit together without gaps", async () => {
    const whole: unknown[] = [];
    for (let offset = 0; offset < 2100; offset += 500)
      whole.push(
        ...(await titles(`order by n asc, $id asc limit 500 offset ${offset}`)),
      );
    const expected = Array.from({ length: 2100 }, (_, i) => i)
      .sort((a, b) => (a % 7) - (b % 7) || a - b)
      .map((i) => `no ${i}`);
    expect(whole).toEqual(expected);
  });

  test.each([
    ["limit 501", "GAIA_QU01"],
    ["offset 10001", "GAIA_QU02"],
    ["limit -1", "CB_VA01"],
    ["order by who asc", "GAIA_IS02"],
    ["order by items asc", "GAIA_IS02"],
    ["order by name asc", "GAIA_IS02"],
    ["order by nope asc", "GAIA_IQ11"],
    ["title ===", "CB_VA01"],
  ])("%s is refused with %s", async (query, code) => {
    await expect(titles(query)).rejects.toMatchObject({ code });
  });

  test("limit 0 and an offset behind the end answer nothing", async () => {
    expect(await titles("limit 0")).toEqual([]);
    expect(await titles("offset 9999")).toEqual([]);
  });

  test("the notation is told under query, in the caller's language", async () => {
    const path = `/k/v1/records.json?app=${app.id}&query=${encodeURIComponent("a b")}`;
    const { body } = await kintone.raw("Administrator", "GET", path);
    expect(body).toMatchObject({
      code: "CB_VA01",
      errors: { query: { messages: ["クエリ記法が間違っています。"] } },
    });
  });
});

describe("the official client's helpers over 2,000 records", () => {
  test.each([
    ["by id", {}],
    ["by cursor", { orderBy: "n asc, $id asc" }],
    ["by offset", { orderBy: "n asc, $id asc", withCursor: false }],
    ["with a condition", { condition: "n < 7" }],
  ])("getAllRecords %s", async (_, given) => {
    const records = await admin().record.getAllRecords({
      app: app.id,
      ...given,
    });
    expect(records).toHaveLength(2100);
    expect(new Set(records.map((it) => it.$id?.value)).size).toBe(2100);
  });

  test("addAllRecords, updateAllRecords, upsert and deleteAllRecords", async () => {
    const other = seedApp(
      kintone.site,
      someSettings({ key: { type: "SINGLE_LINE_TEXT", unique: true } }),
    );
    const { record } = admin();
    const records = Array.from({ length: 2050 }, (_, i) => ({
      key: { value: String(i) },
    }));
    await record.addAllRecords({ app: other.id, records });
    const all = await record.getAllRecordsWithId({ app: other.id });
    expect(all).toHaveLength(2050);
    await record.updateAllRecords({
      app: other.id,
      records: all.map((it) => ({
        id: String(it.$id?.value),
        record: { key: { value: `${it.key?.value as string}!` } },
      })),
    });
    await record.upsertRecord({
      app: other.id,
      updateKey: { field: "key", value: "0!" },
      record: {},
    });
    await record.upsertRecord({
      app: other.id,
      updateKey: { field: "key", value: "new" },
      record: {},
    });
    const changed = await record.getAllRecords({ app: other.id });
    expect(changed).toHaveLength(2051);
    await record.deleteAllRecords({
      app: other.id,
      records: changed.map((it) => ({ id: String(it.$id?.value) })),
    });
    expect(await record.getAllRecords({ app: other.id })).toEqual([]);
  });
});

describe("cursors", () => {
  const create = (params: Record<string, unknown> = {}) =>
    admin().record.createCursor({ app: app.id, size: 500, ...params });

  test("the last page ends the cursor", async () => {
    const { id, totalCount } = await create({ query: "$id <= 700" });
    expect(totalCount).toBe("700");
    const first = await admin().record.getRecordsByCursor({ id });
    expect(first.records).toHaveLength(500);
    expect(first.next).toBe(true);
    const second = await admin().record.getRecordsByCursor({ id });
    expect(second.records).toHaveLength(200);
    expect(second.next).toBe(false);
    await expect(
      admin().record.getRecordsByCursor({ id }),
    ).rejects.toMatchObject({ code: "GAIA_CN01", status: 404 });
    await expect(admin().record.deleteCursor({ id })).rejects.toMatchObject({
      code: "GAIA_CN01",
    });
  });

  test("ten at a time, each for ten minutes", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 10; i += 1) ids.push((await create()).id);
    await expect(create()).rejects.toMatchObject({
      code: "GAIA_TM12",
      status: 429,
    });
    await admin().record.deleteCursor({ id: ids[0] ?? "" });
    const { id } = await create();
    kintone.site.clock.set(kintone.site.clock.now() + 10 * 60_000 + 1);
    await expect(
      admin().record.getRecordsByCursor({ id }),
    ).rejects.toMatchObject({ code: "GAIA_CN01" });
    await admin().record.deleteCursor({ id: (await create()).id });
  });

  test("rows and order stay, values are those of now, deleted rows are left out", async () => {
    const small = seedApp(
      kintone.site,
      someSettings({ t: { type: "SINGLE_LINE_TEXT" } }),
    );
    const { record } = admin();
    await record.addRecords({
      app: small.id,
      records: ["a", "b", "c"].map((value) => ({ t: { value } })),
    });
    const { id } = await record.createCursor({
      app: small.id,
      query: "order by t asc",
      size: 2,
    });
    await record.deleteRecords({ app: small.id, ids: [1] });
    await record.updateRecord({
      app: small.id,
      id: 2,
      record: { t: { value: "z" } },
    });
    await record.addRecord({ app: small.id, record: { t: { value: "d" } } });
    const first = await record.getRecordsByCursor({ id });
    expect(first.records.map((it) => it.t?.value)).toEqual(["z"]);
    const second = await record.getRecordsByCursor({ id });
    expect(second.records.map((it) => it.t?.value)).toEqual(["c"]);
    expect(second.next).toBe(false);
  });

  test("limit and offset do not belong into a cursor's query", async () => {
    await expect(create({ query: "limit 10" })).rejects.toMatchObject({
      code: "CB_VA01",
    });
    await expect(create({ size: 501 })).rejects.toMatchObject({
      code: "CB_VA01",
    });
  });
});
