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

describe("required", () => {
  const required = (type: string, more = {}) => ({
    type,
    required: true,
    ...more,
  });
  const choice = { options: options("A", "B") };
  let app: App;
  beforeAll(() => {
    app = anApp({
      text: required("SINGLE_LINE_TEXT"),
      memo: required("MULTI_LINE_TEXT"),
      rich: required("RICH_TEXT"),
      number: required("NUMBER"),
      date: required("DATE"),
      time: required("TIME"),
      moment: required("DATETIME"),
      drop: required("DROP_DOWN", choice),
      check: required("CHECK_BOX", choice),
      multi: required("MULTI_SELECT", choice),
      file: required("FILE"),
      user: required("USER_SELECT"),
      team: required("ORGANIZATION_SELECT"),
      group: required("GROUP_SELECT"),
      radio: required("RADIO_BUTTON", choice),
      calc: required("CALC", { expression: "1 / 0", format: "NUMBER" }),
    });
  });
  const messages = (text: string) => ({ messages: [text] });
  const paths = [
    "text.value",
    "memo.value",
    "rich.value",
    "number.value",
    "date.value",
    "time.value",
    "moment.value",
    "drop.value",
    "check.values",
    "multi.values",
    "file.values",
    "user.values.value",
    "team.values.value",
    "group.values.value",
  ];

  test("every missing value is told under the path of its type", async () => {
    const body = await refusal(app, {});
    expect(body).toMatchObject({
      code: "CB_VA01",
      message: "入力内容が正しくありません。",
    });
    expect(body.errors).toEqual(
      Object.fromEntries(
        paths.map((path) => [`record.${path}`, messages("必須です。")]),
      ),
    );
    expect(body.id).toMatch(/^[A-Za-z0-9]{20}$/);
  });

  test("in English", async () => {
    const { body } = await kintone.raw(
      "Administrator",
      "POST",
      "/k/v1/record.json",
      { app: app.id, record: {} },
      { "Accept-Language": "en" },
    );
    expect(body).toMatchObject({
      message: "Missing or invalid input.",
      errors: { "record.text.value": messages("Required.") },
    });
  });

  test("records of a list are told by their place", async () => {
    const { body } = await kintone.raw(
      "Administrator",
      "POST",
      "/k/v1/records.json",
      { app: app.id, records: [{}, {}] },
    );
    expect(Object.keys(body.errors as object)).toContain(
      "records[1].check.values",
    );
  });
});

describe("values", () => {
  test("lengths are told as the first number that is wrong, empty texts included", async () => {
    const app = anApp({
      text: { type: "SINGLE_LINE_TEXT", maxLength: "5", minLength: "2" },
    });
    const length = async (value: string) =>
      (await refusal(app, { text: { value } })).errors;
    expect(await length("123456")).toEqual({
      "record.text.value": { messages: ["6文字より短くなければなりません。"] },
    });
    const tooShort = {
      "record.text.value": { messages: ["1文字より長くなければなりません。"] },
    };
    expect(await length("x")).toEqual(tooShort);
    expect(await length("")).toEqual(tooShort);
  });

  test("ranges of numbers", async () => {
    const app = anApp({
      n: { type: "NUMBER", maxValue: "100", minValue: "10" },
    });
    expect((await refusal(app, { n: { value: "150" } })).errors).toEqual({
      "record.n.value": { messages: ["100以下である必要があります。"] },
    });
    expect((await refusal(app, { n: { value: 5 } })).errors).toEqual({
      "record.n.value": { messages: ["10以上である必要があります。"] },
    });
  });

  test("what is no number is told in brackets, and is missing where required", async () => {
    const app = anApp({ n: { type: "NUMBER", required: true } });
    expect((await refusal(app, { n: { value: "1,000" } })).errors).toEqual({
      "record[n].value": { messages: ["数字でなければなりません。"] },
      "record.n.value": { messages: ["必須です。"] },
    });
  });

  test.each([
    ["1.5e1", "15"],
    [" 42 ", "42"],
    ["100", "100"],
    ["-0.50", "-0.5"],
    ["12.34567", "12.3457"],
    ["0.00005", "0"],
    ["999999999999", "999999999999"],
    ["", ""],
  ])("the number %j is stored as %j", async (sent, stored) => {
    const app = anApp({ n: { type: "NUMBER" } });
    const record = await addAndGet(app, { n: { value: sent } });
    expect(record.n).toEqual({ type: "NUMBER", value: stored });
  });

  test("thirteen digits before the point are too many", async () => {
    const app = anApp({ n: { type: "NUMBER" } });
    expect(
      (await refusal(app, { n: { value: "9999999999999" } })).errors,
    ).toEqual({
      "record.n.value": { messages: ["有効桁数を超えています。"] },
    });
  });

  test("choices must be options", async () => {
    const app = anApp({
      radio: { type: "RADIO_BUTTON", options: options("A") },
      drop: { type: "DROP_DOWN", options: options("A") },
      check: { type: "CHECK_BOX", options: options("A") },
    });
    const body = await refusal(app, {
      radio: { value: "Z" },
      drop: { value: "Q" },
      check: { value: ["A", "X"] },
    });
    expect(body.errors).toEqual({
      "record.radio.value": { messages: ['"Z"は選択肢にありません。'] },
      "record.drop.value": { messages: ['"Q"は選択肢にありません。'] },
      "record.check.values[1].value": {
        messages: ['"X"は選択肢にありません。'],
      },
    });
  });

  test("a link that is none adds a message to that of its length", async () => {
    const app = anApp({
      link: { type: "LINK", protocol: "WEB", minLength: "3" },
    });
    const { errors } = await refusal(app, { link: { value: "ab" } });
    expect(
      (errors as Record<string, { messages: string[] }>)["record.link.value"]
        ?.messages,
    ).toEqual([
      "2文字より長くなければなりません。",
      expect.stringContaining("URLの形式が正しくありません"),
    ]);
  });

  test("a moment with an offset is stored as UTC without seconds", async () => {
    const app = anApp({ at: { type: "DATETIME" }, day: { type: "DATE" } });
    const record = await addAndGet(app, {
      at: { value: "2026-04-25T09:30:45+09:00" },
    });
    expect(record.at?.value).toBe("2026-04-25T00:30:00Z");
    expect(record.day?.value).toBeNull();
  });

  test.each([
    [{ day: { value: "2026-02-30" } }, "record[day].value"],
    [{ at: { value: "yesterday" } }, "record[at].value"],
    [{ time: { value: "25:00" } }, "record[time].value"],
  ])("%j is no date, time or moment", async (record, path) => {
    const app = anApp({
      day: { type: "DATE" },
      at: { type: "DATETIME" },
      time: { type: "TIME" },
    });
    const { errors } = await refusal(app, record);
    expect(Object.keys(errors as object)).toEqual([path]);
  });

  test("values of the wrong shape are no JSON kintone understands", async () => {
    const app = anApp({
      text: { type: "SINGLE_LINE_TEXT" },
      check: { type: "CHECK_BOX", options: options("A") },
      who: { type: "USER_SELECT" },
    });
    for (const record of [
      { text: { value: ["a"] } },
      { text: "a" },
      { check: { value: "A" } },
      { who: { value: { code: "Administrator" } } },
      { who: { value: ["Administrator"] } },
    ])
      expect(await refusal(app, record)).toMatchObject({ code: "CB_IJ01" });
  });

  test("unknown fields and names of JavaScript are ignored", async () => {
    const app = anApp({ text: { type: "SINGLE_LINE_TEXT" } });
    const record = await addAndGet(
      app,
      JSON.parse(
        '{"text":{"value":"a"},"nope":{"value":1},"__proto__":{"value":1},"constructor":{"value":1}}',
      ) as Record<string, unknown>,
    );
    expect(record.text?.value).toBe("a");
    expect(Object.keys(record)).not.toContain("nope");
  });

  test("a person who does not exist", async () => {
    const app = anApp({ who: { type: "USER_SELECT" } });
    expect(
      await refusal(app, { who: { value: [{ code: "nobody" }] } }),
    ).toMatchObject({ code: "GAIA_IL26" });
  });

  test("hostile texts come back as they went in", async () => {
    const app = anApp({ text: { type: "SINGLE_LINE_TEXT" } });
    for (const value of [
      "<script>alert(1)</script>",
      '"; drop table',
      "\u202Eabc",
      "あ".repeat(10_000),
      "\ud800",
      "a\u0000b",
    ]) {
      const record = await addAndGet(app, { text: { value } });
      expect(record.text?.value).toBe(value);
    }
  });
});

describe("unique", () => {
  const fields: Fields = {
    text: { type: "SINGLE_LINE_TEXT", unique: true },
    n: { type: "NUMBER", unique: true },
    other: { type: "SINGLE_LINE_TEXT" },
  };
  const duplicate = (path: string) => ({
    errors: {
      [path]: { messages: ["値がほかのレコードと重複しています。"] },
    },
  });

  test("a value of another record is refused, also for numbers written otherwise", async () => {
    const app = anApp(fields);
    await addAndGet(app, { text: { value: "abc" }, n: { value: "1" } });
    expect(await refusal(app, { text: { value: "abc" } })).toMatchObject(
      duplicate("record.text.value"),
    );
    expect(await refusal(app, { n: { value: "1.0" } })).toMatchObject(
      duplicate("record.n.value"),
    );
  });

  test("empty values and the record itself are no duplicates", async () => {
    const app = anApp(fields);
    await addAndGet(app, { text: { value: "" } });
    const { id } = await admin().record.addRecord({
      app: app.id,
      record: { text: { value: "" } },
    });
    const update = (value: string) =>
      admin().record.updateRecord({
        app: app.id,
        id,
        record: { text: { value } },
      });
    await update("abc");
    expect((await update("abc")).revision).toBe("3");
  });

  test("a value is free again when its record changed, was deleted or was never saved", async () => {
    const app = anApp(fields);
    const { id } = await admin().record.addRecord({
      app: app.id,
      record: { text: { value: "a" } },
    });
    await admin().record.updateRecord({
      app: app.id,
      id,
      record: { text: { value: "b" } },
    });
    await addAndGet(app, { text: { value: "a" } });
    await admin().record.deleteRecords({ app: app.id, ids: [id] });
    await addAndGet(app, { text: { value: "b" } });
    await expect(
      admin().record.addRecords({
        app: app.id,
        records: [{ text: { value: "c" } }, { text: { value: "a" } }],
      }),
    ).rejects.toMatchObject(duplicate("records[1].text.value"));
    await addAndGet(app, { text: { value: "c" } });
  });
});

describe("defaults", () => {
  const fields: Fields = {
    txt: {
      type: "SINGLE_LINE_TEXT",
      defaultValue: "デフォルト",
      required: true,
    },
    num: { type: "NUMBER", defaultValue: "42" },
    check: {
      type: "CHECK_BOX",
      options: options("A", "B"),
      defaultValue: ["A", "B"],
    },
    radio: {
      type: "RADIO_BUTTON",
      options: options("A", "B"),
      defaultValue: "B",
    },
    drop: { type: "DROP_DOWN", options: options("A") },
    dateDef: { type: "DATE", defaultValue: "2020-01-15" },
    dateNow: { type: "DATE", defaultNowValue: true },
    momentNow: { type: "DATETIME", defaultNowValue: true },
    timeNow: { type: "TIME", defaultNowValue: true },
    who: {
      type: "USER_SELECT",
      defaultValue: [{ type: "FUNCTION", code: "LOGINUSER()" }],
    },
  };

  test("fields that are not named get theirs, in the user's time zone", async () => {
    const record = await addAndGet(anApp(fields), {});
    expect(record).toMatchObject({
      txt: { value: "デフォルト" },
      num: { value: "42" },
      check: { value: ["A", "B"] },
      radio: { value: "B" },
      drop: { type: "DROP_DOWN", value: null },
      dateDef: { value: "2020-01-15" },
      // 10:00Z is 19:00 in Tokyo.
      dateNow: { value: "2026-04-25" },
      momentNow: { value: expect.stringMatching(/^2026-04-25T10:\d\d:00Z$/) },
      timeNow: { value: expect.stringMatching(/^19:\d\d$/) },
      who: { value: [{ code: "Administrator", name: "Administrator" }] },
    });
  });

  test("an explicit empty value stays empty", async () => {
    const app = anApp(fields);
    const record = await addAndGet(app, {
      check: { value: [] },
      num: { value: "" },
      drop: { value: "" },
    });
    expect(record).toMatchObject({
      check: { value: [] },
      num: { value: "" },
      drop: { value: null },
    });
    expect((await refusal(app, { txt: { value: "" } })).errors).toMatchObject({
      "record.txt.value": { messages: ["必須です。"] },
    });
  });
});

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
