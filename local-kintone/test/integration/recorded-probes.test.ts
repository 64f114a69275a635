import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

/*
 * Probes against a real kintone in July 2026, published in
 * https://github.com/rex0220/kintone-sql-tools (docs/internal/evidence: b29, b33,
 * b34, b43, b44; docs/internal/ksql_b152_*).
 */

let it: ClientSite;
let app: number;
const field = (code: string, type: string, more: object = {}) => ({
  [code]: { type, code, label: code, ...more },
});

beforeAll(async () => {
  it = await startWithClient();
  app = await it.liveApp("probed", {
    ...field("text", "SINGLE_LINE_TEXT"),
    ...field("amount", "NUMBER"),
    ...field("table", "SUBTABLE", {
      fields: {
        ...field("cell", "SINGLE_LINE_TEXT"),
        ...field("count", "NUMBER", { defaultValue: "1000" }),
      },
    }),
  });
});
afterAll(() => it.close());

const add = (record: object) =>
  it.call("POST", "/k/v1/record.json", { app, record });
const read = async (id: unknown) =>
  (await it.client.record.getRecord({ app, id: String(id) })).record;

describe("numbers (b29)", () => {
  test("the precision of an app is told in texts", async () => {
    const { numberPrecision } = await it.client.app.getAppSettings({ app });
    expect(numberPrecision).toEqual({
      digits: "16",
      decimalPlaces: "4",
      roundingMode: "HALF_EVEN",
    });
  });

  test("a whole part of twelve digits is taken, of thirteen refused", async () => {
    const good = await add({ amount: { value: "9".repeat(12) } });
    expect(good.status).toBe(200);
    const bad = await add({ amount: { value: "9".repeat(13) } });
    expect(bad.status).toBe(400);
    expect(bad.body).toMatchObject({
      code: "CB_VA01",
      errors: {
        "record.amount.value": { messages: ["有効桁数を超えています。"] },
      },
    });
  });

  test.each([
    ["12.34567", "12.3457"],
    ["0.00005", "0"],
    ["12.345678901234567", "12.3457"],
  ])("%s is rounded to %s without a word", async (sent, stored) => {
    const { body } = await add({ amount: { value: sent } });
    expect((await read(body.id)).amount?.value).toBe(stored);
  });
});

describe("cursors (b33)", () => {
  const open = () => it.call("POST", "/k/v1/records/cursor.json", { app });
  const close = (id: unknown) =>
    it.call("DELETE", "/k/v1/records/cursor.json", { id });
  const gone = {
    status: 404,
    body: {
      code: "GAIA_CN01",
      message: "指定したカーソルは存在しないか、既に有効期限が切れています。",
    },
  };

  test("one that was deleted, or read to its end, is not there", async () => {
    const deleted = (await open()).body.id;
    expect(await close(deleted)).toMatchObject({ status: 200, body: {} });
    expect(await close(deleted)).toMatchObject(gone);
    const { id } = (await open()).body;
    const page = await it.ask(`/k/v1/records/cursor.json?id=${String(id)}`);
    expect(page.body.next).toBe(false);
    expect(await close(id)).toMatchObject(gone);
  });

  test("the eleventh of a domain is refused, and a deleted one makes room", async () => {
    const ids: unknown[] = [];
    for (let i = 0; i < 10; i += 1) ids.push((await open()).body.id);
    expect(await open()).toMatchObject({
      status: 429,
      body: {
        code: "GAIA_TM12",
        message:
          "作成できるカーソルの上限に達しているため、カーソルを作成できません。不要なカーソルを削除するか、しばらく経ってから再実行してください。",
      },
    });
    for (const id of ids) expect((await close(id)).status).toBe(200);
    const { status, body } = await open();
    expect(status).toBe(200);
    await close(body.id);
  });
});

test("the code of a column is ignored beside its table (b34)", async () => {
  const { status, body } = await add({ cell: { value: "x" } });
  expect(status).toBe(200);
  expect((await read(body.id)).table?.value).toEqual([]);
});

test("a row added without a value for a column takes its default (b44)", async () => {
  const { body } = await add({
    table: { value: [{ value: { cell: { value: "a" } } }] },
  });
  const table = (await read(body.id)).table?.value;
  expect(table).toMatchObject([
    { value: { cell: { value: "a" }, count: { value: "1000" } } },
  ]);
});

test("rows that are named stay in order with their ids and unsent cells (b44)", async () => {
  type Rows = Array<{
    id: string;
    value: Record<string, { value: string }>;
  }>;
  const cell = (value: string, count: number) => ({
    value: { cell: { value }, count: { value: count } },
  });
  const { body } = await add({
    table: { value: [cell("a", 10), cell("b", 20), cell("c", 30)] },
  });
  const before = (await read(body.id)).table?.value as Rows;
  const [first, second, third] = before.map((row) => row.id);
  await it.call("PUT", "/k/v1/record.json", {
    app,
    id: body.id,
    record: {
      text: { value: "changed with its rows" },
      table: {
        value: [
          { id: first },
          { id: third, value: { cell: { value: "changed" } } },
          { value: { cell: { value: "new" } } },
        ],
      },
    },
  });
  const record = await read(body.id);
  expect(record.text?.value).toBe("changed with its rows");
  const after = record.table?.value as Rows;
  expect(after.map((row) => row.id).slice(0, 2)).toEqual([first, third]);
  expect(after.map((row) => row.id)).not.toContain(second);
  expect(
    after.map((row) => [row.value.cell?.value, row.value.count?.value]),
  ).toEqual([
    ["a", "10"],
    ["changed", "30"],
    ["new", "1000"],
  ]);
});

test("rows that break a later rule keep the rest of a record from being saved (b43)", async () => {
  const strict = await it.liveApp("strict", {
    ...field("text", "SINGLE_LINE_TEXT"),
    ...field("table", "SUBTABLE", {
      fields: field("cell", "SINGLE_LINE_TEXT"),
    }),
  });
  await it.client.record.addRecord({
    app: strict,
    record: {
      table: {
        value: [
          { value: { cell: { value: "a" } } },
          { value: { cell: { value: "long enough" } } },
        ],
      },
    },
  });
  await it.call("PUT", "/k/v1/preview/app/form/fields.json", {
    app: strict,
    properties: {
      table: {
        type: "SUBTABLE",
        fields: { cell: { type: "SINGLE_LINE_TEXT", minLength: "3" } },
      },
    },
  });
  await it.deploy(strict);
  const answer = await it.call("PUT", "/k/v1/record.json", {
    app: strict,
    id: 1,
    record: { text: { value: "x" } },
  });
  expect(answer.status).toBe(400);
  expect(answer.body.errors).toEqual({
    "record.table.value[0].value.cell.value": {
      messages: ["2文字より長くなければなりません。"],
    },
  });
});

test("texts are equal to the letter: case and width count (b152)", async () => {
  await add({ text: { value: "Abc" } });
  const count = async (value: string) =>
    (await it.client.record.getRecords({ app, query: `text = "${value}"` }))
      .records.length;
  expect(await count("Abc")).toBe(1);
  expect(await count("abc")).toBe(0);
  expect(await count("Ａｂｃ")).toBe(0);
});
