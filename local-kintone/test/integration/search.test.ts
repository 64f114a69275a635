import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

let it: ClientSite;
let open: number;
let closed: number;
let space: number;

const text = (code: string, type = "SINGLE_LINE_TEXT") => ({
  [code]: { type, code, label: `${code}の名前` },
});

type Hit = { type: string; snippets: string[]; url: string } & Record<
  string,
  Record<string, unknown> & { attachedTo?: string }
>;

/** The hits of a user, and the rest of the answer. */
const search = async (
  body: object,
  login = "sato",
): Promise<{ hits: Hit[]; nextPageToken: string | null }> => {
  const answer = await it.call("POST", "/k/v1/search.json", body, { login });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body as { hits: Hit[]; nextPageToken: string | null };
};
const all = (...keywords: string[]) => ({ operator: "AND", keywords });

beforeAll(async () => {
  it = await startWithClient();
  it.addUser("sato", { name: "佐藤" });
  const form = {
    ...text("title"),
    ...text("body", "RICH_TEXT"),
    ...text("secret"),
    ...text("file", "FILE"),
    table: {
      type: "SUBTABLE",
      code: "table",
      label: "表",
      fields: text("cell"),
    },
  };
  open = await it.liveApp("open", form);
  closed = await it.liveApp("closed", form);
  await it.call("PUT", "/k/v1/app/acl.json", {
    app: closed,
    rights: [
      {
        entity: { type: "CREATOR" },
        appEditable: true,
        recordViewable: true,
        recordAddable: true,
      },
    ],
  });
  await it.call("PUT", "/k/v1/field/acl.json", {
    app: open,
    rights: [
      {
        code: "secret",
        entities: [
          {
            accessibility: "WRITE",
            entity: { type: "USER", code: "Administrator" },
          },
        ],
      },
    ],
  });
  const fileKey = await it.upload(
    new TextEncoder().encode("1"),
    "mountain map.txt",
  );
  for (const app of [open, closed])
    await it.client.record.addRecord({
      app,
      record: { title: { value: "river house" } },
    });
  await it.client.record.addRecord({
    app: open,
    record: {
      title: { value: "river bank" },
      body: { value: "<b>mountain</b> view" },
      secret: { value: "treasure" },
      file: { value: [{ fileKey }] },
      table: { value: [{ value: { cell: { value: "valley" } } }] },
    },
  });
  await it.client.record.addRecordComment({
    app: open,
    record: 2,
    comment: { text: "a valley comment" },
  });
  space = Number((await it.control("POST", "spaces", { name: "valley" })).id);
  const { defaultThread } = await it.client.space.getSpace({ id: space });
  await it.client.space.addThreadComment({
    space,
    thread: defaultThread,
    comment: { text: "mountain thread" },
  });
});
afterAll(() => it.close());

describe("search", () => {
  test("finds words in records that the caller may see", async () => {
    const { hits } = await search({ query: [all("river")] });
    expect(hits.map(({ record }) => [record?.appId, record?.recordId])).toEqual(
      expect.arrayContaining([
        [String(open), "1"],
        [String(open), "2"],
      ]),
    );
    expect(hits).toHaveLength(2);
    const mine = await search({ query: [all("river")] }, "Administrator");
    expect(mine.hits).toHaveLength(3);
  });

  test("never finds a record by a field that the caller may not see", async () => {
    expect((await search({ query: [all("treasure")] })).hits).toEqual([]);
    const mine = await search({ query: [all("treasure")] }, "Administrator");
    expect(mine.hits).toMatchObject([
      {
        record: { matchedFields: [{ code: "secret", label: "secretの名前" }] },
      },
    ]);
  });

  test("tells the kinds of what it finds", async () => {
    const found = async (keyword: string) =>
      (await search({ query: [all(keyword)] })).hits.map(({ type }) => type);
    expect((await found("mountain")).sort()).toEqual([
      "ATTACHMENT",
      "RECORD",
      "THREAD_COMMENT",
    ]);
    expect((await found("valley")).sort()).toEqual([
      "RECORD",
      "RECORD_COMMENT",
      "SPACE",
      "THREAD",
    ]);
  });

  test("knows and, or and not, and finds nothing with not alone", async () => {
    const ids = async (...query: object[]) =>
      (await search({ query, types: ["RECORD"] })).hits
        .map(({ record }) => record?.recordId)
        .sort();
    const not = { operator: "NOT", keywords: ["bank"] };
    expect(await ids(all("river", "mountain"))).toEqual(["2"]);
    expect(await ids({ operator: "OR", keywords: ["house", "bank"] })).toEqual([
      "1",
      "2",
    ]);
    expect(await ids(all("river"), not)).toEqual(["1"]);
    expect(await ids(not)).toEqual([]);
  });

  test("keeps to its scopes", async () => {
    const types = async (more: object) =>
      (await search({ query: [all("mountain")], ...more })).hits.map(
        ({ type }) => type,
      );
    const app = { scope: "APP", ids: [open] };
    expect(await types({ scopes: [{ scope: "SPACE" }] })).toEqual([
      "THREAD_COMMENT",
    ]);
    expect(await types({ scopes: [app], excludeScopes: [app] })).toEqual([]);
    expect(await types({ excludeScopes: [app] })).toEqual(["THREAD_COMMENT"]);
    expect(await types({ creators: ["sato"] })).toEqual([]);
    expect(await types({ createdBefore: "2000-01-01T00:00:00Z" })).toEqual([]);
  });

  test("goes page by page", async () => {
    const query = [all("river")];
    const first = await search({ query, limit: 1 });
    expect(first.hits).toHaveLength(1);
    const second = await search({
      query,
      limit: 1,
      pageToken: first.nextPageToken,
    });
    expect(second.nextPageToken).toBeNull();
    expect(second.hits).not.toEqual(first.hits);
  });

  const query = [all("river")];
  test.each<[string, object, string]>([
    ["no query", {}, "query"],
    ["an empty query", { query: [] }, "query"],
    ["a blank keyword", { query: [all("")] }, "query[0].keywords[0]"],
    [
      "a keyword of 51 letters",
      { query: [all("x".repeat(51))] },
      "query[0].keywords[0]",
    ],
    [
      "21 keywords",
      { query: [all(...Array(20).fill("x")), all("y")] },
      "query",
    ],
    ["an unknown kind", { query, types: ["APP"] }, "types[0]"],
    [
      "codes of apps",
      { query, scopes: [{ scope: "APP", codes: ["x"] }] },
      "scopes[0].codes",
    ],
    [
      "the least relevant first",
      { query, sort: { order: "ASC" } },
      "sort.order",
    ],
    ["21 at a time", { query, limit: 21 }, "limit"],
    ["a token of somebody else", { query, pageToken: "x" }, "pageToken"],
  ])("refuses %s", async (_, body, path) => {
    const answer = await it.call("POST", "/k/v1/search.json", body);
    expect(answer).toMatchObject({ status: 400, body: { code: "CB_VA01" } });
    expect(Object.keys(answer.body.errors as object)).toEqual([path]);
  });
});
