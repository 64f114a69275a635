import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { restoreSnapshot, takeSnapshot } from "../../../src/index.ts";
import { startRecordedSite } from "../../support/recorded-site.ts";

/*
 * Requests about records that a real site took or refused, in our own words: the tests of
 * https://github.com/kintone-labs/kintone-java-sdk (src/test, on a real site up to July 2020,
 * MIT) tell whether, not with which code.
 */

let site: Awaited<ReturnType<typeof startRecordedSite>>;
let before: ReturnType<typeof takeSnapshot>;
beforeAll(async () => {
  site = await startRecordedSite();
  site.it.addUser("idle", { valid: false });
  before = takeSnapshot(site.it.site);
});
afterAll(() => site.it.close());

type Body = Record<string, unknown>;
type Request = readonly [
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body: Body,
  login?: string,
];

/** `app` and `bare` in a request stand for the two apps. */
const send = async ([method, path, body, login]: Request) => {
  restoreSnapshot(site.it.site, before);
  const { app, bare } = site;
  const apps: Record<string, unknown> = { app, bare };
  const named =
    typeof body.app === "string" ? (apps[body.app] ?? body.app) : body.app;
  return site.it.call(
    method === "GET" ? "POST" : method,
    `/k/v1/${path}.json`,
    { ...body, ...("app" in body && { app: named }) },
    {
      ...(login !== undefined && { login }),
      headers: method === "GET" ? { "X-HTTP-Method-Override": "GET" } : {},
    },
  );
};

const refused = (requests: Readonly<Record<string, Request>>) =>
  test.each(Object.entries(requests))("%s is refused", async (_, request) => {
    const { status, body } = await send(request);
    expect([status >= 400, typeof body.code]).toEqual([true, "string"]);
    expect(String(body.code)).not.toMatch(/^LOCAL_/u);
  });

const taken = (requests: Readonly<Record<string, Request>>) =>
  test.each(Object.entries(requests))("%s is taken", async (_, request) => {
    const { status, body } = await send(request);
    expect([status, body.code]).toEqual([200, undefined]);
  });

const value = (text: unknown) => ({ value: text });
const wanted = { wanted: value("x") };
const many = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

/** Each app that is none. */
const wrongApps = (
  method: Request[0],
  path: string,
  body: Body,
): Record<string, Request> =>
  Object.fromEntries(
    (
      [
        ["a negative app", -1],
        ["app 0", 0],
        ["an unknown app", 99999],
      ] as const
    )
      .map(([title, app]): [string, Request] => [
        title,
        [method, path, { ...body, app }],
      ])
      .concat([["no app", [method, path, body]]]),
  );

describe("adding a record", () => {
  const add = (record: Body, app = "app", login?: string): Request => [
    "POST",
    "record",
    { app, record },
    login,
  ];
  refused({
    ...wrongApps("POST", "record", { record: wanted }),
    "a value that another record has": add({ ...wanted, text: value("taken") }),
    "a word for a number": add({ ...wanted, number: value("abc") }),
    "a number over the maximum": add({ ...wanted, number: value("65") }),
    "a record without what is required": add({}),
    "a state": add({ ...wanted, ステータス: value("open") }),
    "an assignee": add({ ...wanted, 作業者: value([{ code: "assignee" }]) }),
    "a creator who does not exist": add({
      ...wanted,
      作成者: value({ code: "x" }),
    }),
    "a modifier who does not exist": add({
      ...wanted,
      更新者: value({ code: "x" }),
    }),
    "a creation time that is none": add({ ...wanted, 作成日時: value("x") }),
    "a field that one may not write": add(
      { text: value("a") },
      "bare",
      "stranger",
    ),
  });
  taken({
    "a record without values": ["POST", "record", { app: "bare" }],
    "a field that is not there": add({ ...wanted, nowhere: value("a") }),
    "a table": add({
      ...wanted,
      table: value([{ value: { cell: value("1") } }]),
    }),
  });
});

describe("updating a record", () => {
  const put = (body: Body): Request => [
    "PUT",
    "record",
    { app: "app", record: {}, ...body },
  ];
  const byKey = (field: string, key: string): Request =>
    put({ updateKey: { field, value: key } });
  refused({
    ...wrongApps("PUT", "record", { id: 1, record: {} }),
    "a negative id": put({ id: -1 }),
    "id 0": put({ id: 0 }),
    "an unknown id": put({ id: 9999 }),
    "no id": put({}),
    "a revision below -1": put({ id: 1, revision: -2 }),
    "revision 0": put({ id: 1, revision: 0 }),
    "a revision to come": put({ id: 1, revision: 99 }),
    "a creator": put({
      id: 1,
      record: { 作成者: value({ code: "stranger" }) },
    }),
    "a value that another record has": put({
      id: 2,
      record: { text: value("taken") },
    }),
    "a word for a number": put({ id: 1, record: { number: value("abc") } }),
    "a number over the maximum": put({
      id: 1,
      record: { number: value("65") },
    }),
    "an empty required field": put({ id: 1, record: { wanted: value("") } }),
    "a key that is not unique": byKey("wanted", "x"),
    "a key that no record has": byKey("text", "nobody"),
  });
  taken({
    "no values": put({ id: 1 }),
    "revision -1": put({ id: 1, revision: -1 }),
    "a unique key": byKey("text", "taken"),
    "a field that is not there": put({
      id: 1,
      record: { nowhere: value("a") },
    }),
  });
});

describe("reading", () => {
  const list = (body: Body): Request => [
    "GET",
    "records",
    { app: "app", ...body },
  ];
  const cursor = (body: Body): Request => [
    "POST",
    "records/cursor",
    { app: "app", ...body },
  ];
  refused({
    ...wrongApps("GET", "records", {}),
    "a query that is none": list({ query: "text ?" }),
    "more than 500 at once": list({ query: "limit 501" }),
    "a negative limit": list({ query: "limit -1" }),
    "a negative offset": list({ query: "offset -1" }),
    "an unknown record": ["GET", "record", { app: "app", id: 9999 }],
    "record 0": ["GET", "record", { app: "app", id: 0 }],
    "a list by somebody who is out of use": [
      "GET",
      "records",
      { app: "app" },
      "idle",
    ],
    "a cursor whose query has a limit": cursor({ query: "limit 1" }),
    "a cursor whose query has an offset": cursor({ query: "offset 1" }),
    "a cursor of size 0": cursor({ size: 0 }),
    "a cursor of 501 at once": cursor({ size: 501 }),
    "a cursor of more than 1000 fields": cursor({
      fields: many(1001).map(String),
    }),
    "a cursor without an app": ["POST", "records/cursor", {}],
  });
  taken({
    "no more than a count": list({ query: "limit 0", totalCount: true }),
    "a cursor without a query": cursor({}),
    "a cursor for a field that is not there": cursor({ fields: ["nowhere"] }),
  });
});

describe("comments", () => {
  const add = (comment: Body, record = 1): Request => [
    "POST",
    "record/comment",
    { app: "app", record, comment },
  ];
  const mention = (type: string, code = "nobody"): Request =>
    add({ text: "a", mentions: [{ type, code }] });
  const list = (body: Body): Request => [
    "GET",
    "record/comments",
    { app: "app", record: 1, ...body },
  ];
  const remove = (body: Body): Request => [
    "DELETE",
    "record/comment",
    { app: "app", record: 1, ...body },
  ];
  refused({
    ...wrongApps("POST", "record/comment", {
      record: 1,
      comment: { text: "a" },
    }),
    "a blank text": add({ text: "" }),
    "65,536 characters": add({ text: "a".repeat(65_536) }),
    "a user who does not exist": mention("USER"),
    "a group that does not exist": mention("GROUP"),
    "an organisation that does not exist": mention("ORGANIZATION"),
    "eleven mentions": add({
      text: "a",
      mentions: many(11).map(() => ({ type: "USER", code: "assignee" })),
    }),
    "a comment of record 0": add({ text: "a" }, 0),
    "another order": list({ order: "newest" }),
    "eleven at once": list({ limit: 11 }),
    "a negative limit": list({ limit: -1 }),
    "a negative offset": list({ offset: -1 }),
    "an unknown comment": remove({ comment: 9999 }),
    "comment 0": remove({ comment: 0 }),
    "no comment": remove({}),
    "a comment where they are off": [
      "POST",
      "record/comment",
      { app: "bare", record: 1, comment: { text: "a" } },
    ],
  });
  taken({
    "a text without mentions": add({ text: "a" }),
    "none at once": list({ limit: 0 }),
    "one's own comment": remove({ comment: 1 }),
  });
});

describe("process management", () => {
  const assign = (body: Body, id = 3): Request => [
    "PUT",
    "record/assignees",
    { app: "app", id, ...body },
  ];
  const act = (body: Body, login?: string): Request => [
    "PUT",
    "record/status",
    { app: "app", id: 1, ...body },
    login,
  ];
  refused({
    ...wrongApps("PUT", "record/assignees", { id: 3, assignees: [] }),
    "no list of assignees": assign({}),
    "more than one assignee of one": assign({
      assignees: ["assignee", "stranger"],
    }),
    "an assignee who is out of use": assign({ assignees: ["idle"] }),
    "an assignee who does not exist": assign({ assignees: ["nobody"] }),
    "101 assignees": assign({ assignees: many(101).map(String) }),
    "assignees at a revision below -1": assign({ assignees: [], revision: -2 }),
    "assignees at revision 0": assign({ assignees: [], revision: 0 }),
    "assignees where the process is off": [
      "PUT",
      "record/assignees",
      { app: "bare", id: 1, assignees: [] },
    ],
    "no action": act({}),
    "an action that is not there": act({ action: "x" }),
    "an action without the assignee it wants": act({ action: "start" }),
    "an action for somebody who does not exist": act({
      action: "start",
      assignee: "nobody",
    }),
    "an action at another revision": act({ action: "skip", revision: 99 }),
    "an action in a state that it does not leave": act({ action: "finish" }),
    "an action by somebody else than the assignee": act(
      { id: 3, action: "finish" },
      "stranger",
    ),
    "101 actions at once": [
      "PUT",
      "records/status",
      { app: "app", records: many(101).map((id) => ({ id, action: "skip" })) },
    ],
  });
  taken({
    "one assignee twice": assign({ assignees: ["assignee", "assignee"] }),
    "assignees at revision -1": assign({
      assignees: ["assignee"],
      revision: -1,
    }),
    "an action with its assignee": act({
      action: "start",
      assignee: "assignee",
    }),
    "an action that wants none, at revision -1": act({
      action: "skip",
      revision: -1,
    }),
  });
});

describe("deleting records", () => {
  const remove = (body: Body): Request => [
    "DELETE",
    "records",
    { app: "app", ...body },
  ];
  refused({
    ...wrongApps("DELETE", "records", { ids: [1] }),
    "no ids": remove({}),
    "an unknown id": remove({ ids: [9999] }),
    "id 0": remove({ ids: [0] }),
    "a negative id": remove({ ids: [-1] }),
    "101 ids": remove({ ids: many(101) }),
    "one id twice": remove({ ids: [1, 1], revisions: [1, 1] }),
    "revision 0": remove({ ids: [1], revisions: [0] }),
    "a revision below -1": remove({ ids: [1], revisions: [-2] }),
    "records that one may not delete": [
      "DELETE",
      "records",
      { app: "bare", ids: [1] },
      "stranger",
    ],
  });
  taken({
    "one record": remove({ ids: [2] }),
    "a record at revision -1": remove({ ids: [2], revisions: [-1] }),
  });
});
