import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../src/model/model.ts";
import { someSettings } from "../support/app-settings.ts";
import { seedApp, seedUser, startKintone } from "../support/records-site.ts";
import type { TestKintone } from "../support/records-site.ts";

let kintone: TestKintone;
const admin = () => kintone.as("Administrator");

beforeAll(async () => {
  kintone = await startKintone();
  for (const code of ["sato", "ito", "kato"]) seedUser(kintone.site, code);
  kintone.site.store.saveGroup({ id: 50, code: "staff", name: "職員" });
  kintone.site.store.saveOrganization({
    id: 60,
    code: "sales",
    name: "営業部",
    parentCode: null,
  });
});
afterAll(async () => {
  await kintone.server.close();
  kintone.site.close();
});

describe("comments", () => {
  let app: App;
  let id: string;
  beforeAll(async () => {
    app = seedApp(kintone.site, someSettings({}));
    ({ id } = await admin().record.addRecord({ app: app.id, record: {} }));
  });
  const comment = (code: string, text: string, mentions: unknown[] = []) =>
    kintone.as(code).record.addRecordComment({
      app: app.id,
      record: id,
      comment: { text, mentions: mentions as never },
    });
  const list = (given = {}) =>
    admin().record.getRecordComments({ app: app.id, record: id, ...given });

  test("are read newest first, with a blank at the end, and in pages", async () => {
    for (const text of ["一", "二", "三"]) await comment("sato", text);
    const all = await list();
    expect(all.comments.map((it) => it.text)).toEqual(["三 ", "二 ", "一 "]);
    expect(all).toMatchObject({ older: false, newer: false });
    expect(all.comments[0]).toMatchObject({
      id: "3",
      creator: { code: "sato", name: "sato" },
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      mentions: [],
    });
    const middle = await list({ order: "asc", offset: 1, limit: 1 });
    expect(middle.comments.map((it) => it.text)).toEqual(["二 "]);
    expect(middle).toMatchObject({ older: true, newer: true });
    expect(await list({ offset: 1, limit: 2 })).toMatchObject({
      older: false,
      newer: true,
    });
  });

  test("mentions stand before the text by their names", async () => {
    await comment("sato", "見てください", [
      { code: "ito", type: "USER" },
      { code: "staff", type: "GROUP" },
      { code: "sales", type: "ORGANIZATION" },
    ]);
    const { comments } = await list({ limit: 1 });
    expect(comments[0]?.text).toBe("ito 職員 営業部 見てください ");
    expect(comments[0]?.mentions).toEqual([
      { code: "ito", type: "USER" },
      { code: "staff", type: "GROUP" },
      { code: "sales", type: "ORGANIZATION" },
    ]);
  });

  test("one's own can be deleted, nobody else's, and none twice", async () => {
    const { id: mine } = await comment("sato", "x");
    const remove = (code: string) =>
      kintone.as(code).record.deleteRecordComment({
        app: app.id,
        record: id,
        comment: mine,
      });
    await expect(remove("ito")).rejects.toMatchObject({ code: "GAIA_RE03" });
    await remove("sato");
    await expect(remove("sato")).rejects.toMatchObject({
      code: "GAIA_RE02",
      status: 400,
      message: expect.stringContaining("指定したコメントが存在しません。"),
    });
  });

  test.each([
    [{ text: "" }, "comment.text"],
    [{}, "comment.text"],
    [
      { text: "a", mentions: [{ code: "x", type: "WHO" }] },
      "comment.mentions[0].type",
    ],
    [
      {
        text: "a",
        mentions: Array.from({ length: 11 }, () => ({
          code: "ito",
          type: "USER",
        })),
      },
      "comment.mentions",
    ],
  ])("%j is refused under %s", async (body, path) => {
    const answer = await kintone.raw(
      "sato",
      "POST",
      "/k/v1/record/comment.json",
      { app: app.id, record: id, comment: body },
    );
    expect(answer.body.code).toBe("CB_VA01");
    expect(Object.keys(answer.body.errors as object)).toContain(path);
  });

  test("a wrong order and a record that is not there", async () => {
    const { body } = await kintone.raw(
      "sato",
      "GET",
      `/k/v1/record/comments.json?app=${app.id}&record=${id}&order=wrong`,
    );
    expect(body.errors).toEqual({
      order: {
        messages: ["Enum値のいずれかでなければなりません。"],
      },
    });
    await expect(
      admin().record.getRecordComments({ app: app.id, record: 999 }),
    ).rejects.toMatchObject({ code: "GAIA_RE01" });
  });

  test("an app can go without comments", async () => {
    const silent = seedApp(
      kintone.site,
      someSettings({}, { general: { enableComments: false } }),
    );
    const { id: record } = await admin().record.addRecord({
      app: silent.id,
      record: {},
    });
    await expect(
      admin().record.addRecordComment({
        app: silent.id,
        record,
        comment: { text: "x" },
      }),
    ).rejects.toMatchObject({ code: "GAIA_RE12" });
  });
});

describe("bulkRequest", () => {
  let first: App;
  let second: App;
  beforeAll(() => {
    first = seedApp(
      kintone.site,
      someSettings({ t: { type: "SINGLE_LINE_TEXT", maxLength: "3" } }),
    );
    second = seedApp(
      kintone.site,
      someSettings({ t: { type: "SINGLE_LINE_TEXT" } }),
    );
  });
  const count = async (app: App) =>
    (await admin().record.getRecords({ app: app.id })).records.length;
  const post = (app: App, value: string, path = "record.json") => ({
    method: "POST" as const,
    api: `/k/v1/${path}`,
    payload: { app: app.id, record: { t: { value } } },
  });

  test("runs over several apps and answers in order", async () => {
    const { results } = await admin().bulkRequest({
      requests: [
        post(first, "a"),
        post(second, "b"),
        {
          method: "PUT",
          api: "/k/v1/records.json",
          payload: {
            app: first.id,
            records: [{ id: 1, record: { t: { value: "c" } } }],
          },
        },
      ],
    });
    expect(results).toEqual([
      { id: "1", revision: "1" },
      { id: "1", revision: "1" },
      { records: [{ id: "1", revision: "2" }] },
    ]);
  });

  test("a failure undoes all, and is told in its place", async () => {
    const before = [await count(first), await count(second)];
    const answer = await kintone.raw(
      "Administrator",
      "POST",
      "/k/v1/bulkRequest.json",
      { requests: [post(second, "b"), post(first, "long"), post(second, "c")] },
    );
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      results: [
        {},
        {
          code: "CB_VA01",
          id: expect.any(String),
          message: "入力内容が正しくありません。",
          errors: {
            "record.t.value": {
              messages: ["4文字より短くなければなりません。"],
            },
          },
        },
        {},
      ],
    });
    expect([await count(first), await count(second)]).toEqual(before);
    await expect(
      admin().bulkRequest({
        requests: [post(second, "b"), post(first, "long")],
      }),
    ).rejects.toMatchObject({ code: "CB_VA01", bulkRequestIndex: 1 });
  });

  test("twenty at most, and only of the allowed kind", async () => {
    const many = Array.from({ length: 21 }, () => post(first, "a"));
    await expect(admin().bulkRequest({ requests: many })).rejects.toMatchObject(
      { code: "CB_VA01" },
    );
    for (const api of [
      "/k/v1/record/comment.json",
      "/k/v1/bulkRequest.json",
      "/k/guest/1/v1/record.json",
      "/k/v1/preview/app.json",
      "nonsense",
    ])
      await expect(
        admin().bulkRequest({
          requests: [{ ...post(first, "a"), api }],
        }),
      ).rejects.toMatchObject({ code: "CB_VA01" });
    const { body } = await kintone.raw(
      "Administrator",
      "POST",
      "/k/v1/bulkRequest.json",
      {},
    );
    expect(body.errors).toEqual({ requests: { messages: ["必須です。"] } });
  });
});

describe("files", () => {
  test("uploads become files of a record, and leave it when no longer named", async () => {
    const app = seedApp(
      kintone.site,
      someSettings({ papers: { type: "FILE" } }),
    );
    const { file, record } = admin();
    const upload = async (name: string) =>
      (await file.uploadFile({ file: { name, data: name } })).fileKey;
    const temporary = await upload("ä 一.txt");
    const { id } = await record.addRecord({
      app: app.id,
      record: { papers: { value: [{ fileKey: temporary }] } },
    });
    type Paper = { fileKey: string; name: string; size: string };
    const papers = async () =>
      (await record.getRecord({ app: app.id, id })).record.papers
        ?.value as unknown as Paper[];
    const [paper] = await papers();
    expect(paper).toMatchObject({ name: "ä 一.txt", size: "10" });
    const key = paper?.fileKey ?? "";
    expect(key).not.toBe(temporary);
    const bytes = await file.downloadFile({ fileKey: key });
    expect(new TextDecoder().decode(bytes)).toBe("ä 一.txt");
    // An upload is used up by its first record.
    await expect(
      record.addRecord({
        app: app.id,
        record: { papers: { value: [{ fileKey: temporary }] } },
      }),
    ).rejects.toMatchObject({ code: "GAIA_BL01" });
    // Keys of files already there keep them.
    await record.updateRecord({
      app: app.id,
      id,
      record: {
        papers: { value: [{ fileKey: key }, { fileKey: await upload("b") }] },
      },
    });
    expect((await papers()).map((it) => it.name)).toEqual(["ä 一.txt", "b"]);
    await record.updateRecord({
      app: app.id,
      id,
      record: { papers: { value: [] } },
    });
    await expect(file.downloadFile({ fileKey: key })).rejects.toMatchObject({
      status: 404,
    });
  });

  test("a long key of another record is none here", async () => {
    const app = seedApp(
      kintone.site,
      someSettings({ papers: { type: "FILE" } }),
    );
    const { file, record } = admin();
    const { fileKey } = await file.uploadFile({
      file: { name: "a", data: "a" },
    });
    await record.addRecord({
      app: app.id,
      record: { papers: { value: [{ fileKey }] } },
    });
    const read = await record.getRecord({ app: app.id, id: 1 });
    await expect(
      record.addRecord({
        app: app.id,
        record: { papers: { value: read.record.papers?.value as never } },
      }),
    ).rejects.toMatchObject({ code: "GAIA_BL01" });
  });
});
