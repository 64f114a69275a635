import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

/*
 * Answers of a real kintone when a record was updated with things that do not
 * belong there: measured in August 2026 and published in
 * https://github.com/cy-takeuchi/monosashi (packages/tsumekae/fixtures/write-behavior.md).
 */

let it: ClientSite;
let app: number;
const field = (code: string, type: string, more: object = {}) => ({
  [code]: { type, code, label: code, ...more },
});

beforeAll(async () => {
  it = await startWithClient();
  const source = await it.liveApp("source", {
    ...field("key", "SINGLE_LINE_TEXT", { unique: true }),
    ...field("title", "SINGLE_LINE_TEXT"),
    ...field("price", "NUMBER"),
  });
  await it.client.record.addRecords({
    app: source,
    records: [
      {
        key: { value: "first" },
        title: { value: "一" },
        price: { value: 100 },
      },
      {
        key: { value: "second" },
        title: { value: "二" },
        price: { value: 200 },
      },
    ],
  });
  app = await it.addApp("target", {
    ...field("text", "SINGLE_LINE_TEXT"),
    ...field("number", "NUMBER"),
    ...field("double", "CALC", { expression: "number * 2" }),
    ...field("file", "FILE"),
    ...field("group", "GROUP"),
    ...field("copiedTitle", "SINGLE_LINE_TEXT"),
    ...field("copiedPrice", "NUMBER"),
    ...field("table", "SUBTABLE", {
      fields: field("cell", "SINGLE_LINE_TEXT"),
    }),
    ...field("lookup", "SINGLE_LINE_TEXT", {
      lookup: {
        relatedApp: { app: source },
        relatedKeyField: "key",
        fieldMappings: [
          { field: "copiedTitle", relatedField: "title" },
          { field: "copiedPrice", relatedField: "price" },
        ],
      },
    }),
    ...field("related", "REFERENCE_TABLE", {
      referenceTable: {
        relatedApp: { app: source },
        condition: { field: "text", relatedField: "title" },
        displayFields: ["key"],
      },
    }),
  });
  const assignee = { type: "ONE", entities: [] };
  await it.call("PUT", "/k/v1/preview/app/status.json", {
    app,
    enable: true,
    states: {
      未処理: { name: "未処理", index: 0, assignee },
      処理中: { name: "処理中", index: 1, assignee },
    },
    actions: [{ name: "始める", from: "未処理", to: "処理中" }],
  });
  await it.deploy(app);
  await it.client.record.addRecord({
    app,
    record: {
      table: {
        value: [
          { value: { cell: { value: "a" } } },
          { value: { cell: { value: "b" } } },
        ],
      },
    },
  });
});
afterAll(() => it.close());

const update = (record: object) =>
  it.call("PUT", "/k/v1/record.json", { app, id: 1, record });
const read = async () =>
  (await it.client.record.getRecord({ app, id: 1 })).record;

describe("an update is taken, and what does not count is ignored", () => {
  test("the key of a lookup alone fills its copies", async () => {
    expect((await update({ lookup: { value: "second" } })).status).toBe(200);
    expect(await read()).toMatchObject({
      copiedTitle: { value: "二" },
      copiedPrice: { value: "200" },
    });
  });

  test("a copy sent beside its key loses against the source", async () => {
    const record = {
      lookup: { value: "first" },
      copiedTitle: { value: "typed by hand" },
    };
    expect((await update(record)).status).toBe(200);
    expect(await read()).toMatchObject({ copiedTitle: { value: "一" } });
  });

  test("a copy sent alone stays as it was", async () => {
    await update({ lookup: { value: "first" } });
    const answer = await update({ copiedTitle: { value: "typed by hand" } });
    expect(answer.status).toBe(200);
    expect(await read()).toMatchObject({ copiedTitle: { value: "一" } });
  });

  test.each([
    [
      "what the page API adds to a lookup",
      {
        lookup: {
          type: "SINGLE_LINE_TEXT",
          value: "first",
          confirmed: true,
          recordId: "1",
        },
      },
    ],
    [
      "what the page API adds to any field",
      { text: { value: "x", disabled: true, error: null } },
    ],
    ["a calculated value", { double: { type: "CALC", value: "999" } }],
    [
      "id and revision",
      {
        $id: { type: "__ID__", value: "2" },
        $revision: { type: "__REVISION__", value: "1" },
        text: { value: "x" },
      },
    ],
    ["a field that does not exist", { nowhere: { value: "x" } }],
  ])("%s", async (_name, record) => {
    const answer = await update(record);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(["revision"]);
  });

  test("a file may come with everything that reading it gave", async () => {
    const bytes = new TextEncoder().encode("abc");
    const file = async (more: object) => [
      { fileKey: await it.upload(bytes, "probe.txt"), ...more },
    ];
    const shapes = [
      {},
      { contentType: "text/plain", name: "other.txt", size: "3" },
    ];
    for (const more of shapes) {
      const answer = await update({ file: { value: await file(more) } });
      expect(answer.status).toBe(200);
      const [stored] = (await read()).file?.value as object[];
      expect(Object.keys(stored ?? {}).sort()).toEqual([
        "contentType",
        "fileKey",
        "name",
        "size",
      ]);
      expect(stored).toMatchObject({ name: "probe.txt", size: "3" });
    }
  });

  test("rows keep their id when it is sent, and are replaced when not", async () => {
    const rows = async () =>
      (await read()).table?.value as Array<{ id: string }>;
    const ids = (await rows()).map((row) => row.id);
    expect(ids).toHaveLength(2);
    await update({
      table: {
        value: ids.map((id) => ({ id, value: { cell: { value: id } } })),
      },
    });
    expect((await rows()).map((row) => row.id)).toEqual(ids);
    await update({ table: { value: [{ value: { cell: { value: "c" } } }] } });
    const [replaced, ...others] = await rows();
    expect(others).toEqual([]);
    expect(ids).not.toContain(replaced?.id);
  });
});

describe("an update is refused", () => {
  const unwritable = (name: string) => ({
    status: 400,
    code: "GAIA_UN10",
    message: `${name}型のフィールドに値を設定することはできません。`,
  });
  test.each([
    ["レコード番号", "999", unwritable("RECORD_ID")],
    ["作成日時", "2020-01-01T00:00:00Z", unwritable("CREATED_AT")],
    ["作成者", { code: "x", name: "x" }, unwritable("CREATOR")],
    ["更新者", { code: "x", name: "x" }, unwritable("MODIFIER")],
    ["更新日時", "2020-01-01T00:00:00Z", unwritable("MODIFIED_AT")],
    ["作業者", [], unwritable("STATUS_ASSIGNEE")],
    ["ステータス", "処理中", unwritable("STATUS")],
    ["group", "", unwritable("GROUP")],
    [
      "related",
      [],
      {
        status: 400,
        code: "CB_IJ01",
        message: "不正なJSON文字列です。",
      },
    ],
  ])("with a value for %s", async (code, value, { status, ...error }) => {
    const before = await read();
    const answer = await update({ [code]: { value }, text: { value: "new" } });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(error);
    expect(await read()).toEqual(before);
  });
});
