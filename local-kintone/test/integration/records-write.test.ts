import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../src/model/model.ts";
import { options, someSettings } from "../support/app-settings.ts";
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
