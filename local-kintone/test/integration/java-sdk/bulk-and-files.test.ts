import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  test,
} from "vitest";
import { restoreSnapshot, takeSnapshot } from "../../../src/index.ts";
import { startRecordedSite } from "../../support/recorded-site.ts";

/*
 * Bulk requests and files that a real site took or refused, in our own words:
 * kintone-labs/kintone-java-sdk, src/test (BulkRequestTest.java, FileTest.java). It tells whether,
 * not with which code.
 */

type Body = Record<string, unknown>;
type Part = readonly [method: string, path: string, payload: Body];

let site: Awaited<ReturnType<typeof startRecordedSite>>;
let before: ReturnType<typeof takeSnapshot>;
beforeAll(async () => {
  site = await startRecordedSite();
  site.it.addUser("idle", { valid: false });
  before = takeSnapshot(site.it.site);
});
beforeEach(() => restoreSnapshot(site.it.site, before));
afterAll(() => site.it.close());

const value = (it: unknown) => ({ value: it });
const wanted = { wanted: value("x") };

/** The nine requests that the suite puts into a bulk request, each one that is taken. */
const parts: Record<string, Part> = {
  "adding a record": ["POST", "record", { record: wanted }],
  "adding records": ["POST", "records", { records: [wanted, wanted] }],
  "updating by id": ["PUT", "record", { id: 1, record: wanted, revision: 1 }],
  "updating by key": [
    "PUT",
    "record",
    { updateKey: { field: "text", value: "taken" }, record: wanted },
  ],
  "updating records": [
    "PUT",
    "records",
    { records: [{ id: 1, record: wanted }] },
  ],
  "deleting records": ["DELETE", "records", { ids: [1] }],
  "deleting at a revision": ["DELETE", "records", { ids: [1], revisions: [1] }],
  "naming assignees": ["PUT", "record/assignees", { id: 3, assignees: [] }],
  "moving a record": ["PUT", "record/status", { id: 1, action: "skip" }],
  "moving records": [
    "PUT",
    "records/status",
    { records: [{ id: 1, action: "skip" }] },
  ],
};

const bulk = (...list: readonly Part[]) =>
  site.it.call("POST", "/k/v1/bulkRequest.json", {
    requests: list.map(([method, path, payload]) => ({
      method,
      api: `/k/v1/${path}.json`,
      payload: { app: site.app, ...payload },
    })),
  });

const recordsKept = () => [...(site.it.site.store.records(site.app) ?? [])];

const expectRefused = async (...list: readonly Part[]) => {
  const kept = recordsKept();
  const { status, body } = await bulk(...list);
  expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400);
  expect(recordsKept()).toEqual(kept);
};

const over = (part: Part, more: Body): Part => [
  part[0],
  part[1],
  { ...part[2], ...more },
];
const wrong: Part = ["POST", "record", { app: 99999, record: wanted }];

describe.each(Object.entries(parts))("%s in a bulk request", (_title, part) => {
  test("is taken", async () => {
    const { status, body } = await bulk(part);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.results).toHaveLength(1);
  });

  test("is refused without an app, and in one that is none", async () => {
    await expectRefused(over(part, { app: null }));
    await expectRefused(over(part, { app: -1 }));
    await expectRefused(over(part, { app: 99999 }));
  });

  test("is taken back when the second request is wrong", () =>
    expectRefused(part, wrong));

  test("is refused as one of 21", () =>
    expectRefused(...Array.from({ length: 21 }, () => part)));
});

describe("a bulk request", () => {
  test("of nothing is refused", async () => {
    expect((await bulk()).status).toBe(400);
  });

  test("adds a record without values", async () => {
    const { status } = await bulk(["POST", "record", { app: site.bare }]);
    expect(status).toBe(200);
  });

  test.each([
    ["an update without values", "updating by id", { record: undefined }],
    ["an update of any revision", "updating by id", { revision: null }],
    ["an update by key without values", "updating by key", { record: null }],
    ["assignees of any revision", "naming assignees", { revision: -1 }],
    ["a move of any revision", "moving a record", { revision: null }],
  ])("takes %s", async (_title, kind, more) => {
    const part = parts[kind];
    if (!part) throw new Error(kind);
    const { status, body } = await bulk(over(part, more));
    expect(status, JSON.stringify(body)).toBe(200);
  });

  const first = (kind: string): Part => {
    const part = parts[kind];
    if (!part) throw new Error(kind);
    return part;
  };
  test.each<[string, () => Part]>([
    [
      "a key that is no field",
      () =>
        over(first("updating by key"), {
          updateKey: { field: "nothing", value: "taken" },
        }),
    ],
    [
      "a stale revision of an update",
      () => over(first("updating by id"), { revision: 100 }),
    ],
    [
      "a stale revision of an update by key",
      () => over(first("updating by key"), { revision: 100 }),
    ],
    [
      "a record that is not there",
      () =>
        over(first("updating records"), {
          records: [{ id: 99, record: wanted }],
        }),
    ],
    [
      "records that are none",
      () => over(first("updating records"), { records: [{ id: 1 }, {}] }),
    ],
    [
      "deletions at a stale revision",
      () => over(first("deleting at a revision"), { revisions: [100] }),
    ],
    [
      "assignees who do not exist",
      () => over(first("naming assignees"), { assignees: ["nobody"] }),
    ],
    [
      "assignees at a stale revision",
      () => over(first("naming assignees"), { revision: 100 }),
    ],
    [
      "a move to somebody who does not exist",
      () => over(first("moving a record"), { assignee: "nobody" }),
    ],
    [
      "a move at a stale revision",
      () => over(first("moving a record"), { revision: 100 }),
    ],
    [
      "a move by an action of another state",
      () => over(first("moving a record"), { action: "finish" }),
    ],
    [
      "moves of records that are not there",
      () =>
        over(first("moving records"), {
          records: [{ id: 99, action: "skip" }],
        }),
    ],
    [
      "moves by an action that is none",
      () =>
        over(first("moving records"), { records: [{ id: 1, action: "x" }] }),
    ],
    [
      "moves at a stale revision",
      () =>
        over(first("moving records"), {
          records: [{ id: 1, action: "skip", revision: 100 }],
        }),
    ],
    [
      "moves to somebody who does not exist",
      () =>
        over(first("moving records"), {
          records: [{ id: 1, action: "skip", assignee: "nobody" }],
        }),
    ],
  ])("refuses %s", (_title, part) => expectRefused(part()));
});

describe("files", () => {
  const download = (query: string, login?: string) =>
    site.it.ask(`/k/v1/file.json${query}`, {
      ...(login !== undefined && { login }),
    });
  const attach = async (): Promise<string> => {
    const { it } = site;
    const app = await it.liveApp("files", {
      f: { type: "FILE", code: "f", label: "f" },
    });
    const keys = await Promise.all(
      ["a.txt", "b.txt"].map((name) =>
        it.upload(new TextEncoder().encode(name), name),
      ),
    );
    const { id } = await it.client.record.addRecord({
      app,
      record: { f: { value: keys.map((fileKey) => ({ fileKey })) } },
    });
    await it.send("PUT", "/k/v1/app/acl.json", {
      app,
      rights: [
        {
          entity: { type: "USER", code: "Administrator" },
          appEditable: true,
          recordViewable: true,
        },
      ],
    });
    const { record } = await it.client.record.getRecord({ app, id });
    const { value: files } = record.f as { value: Array<{ fileKey: string }> };
    expect(files).toHaveLength(2);
    return files[0]?.fileKey ?? "";
  };

  test("two of one field are kept, and read by their own keys", async () => {
    const fileKey = await attach();
    expect((await download(`?fileKey=${fileKey}`)).status).toBe(200);
  });

  test("are refused to those who may not see the record", async () => {
    const fileKey = await attach();
    const answer = await download(`?fileKey=${fileKey}`, "stranger");
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });

  test.each(["?fileKey=nothing", "", "?fileKey="])(
    "a key that is none is refused: %j",
    async (query) => {
      expect((await download(query)).status).toBeGreaterThanOrEqual(400);
    },
  );

  test("a record with a key of no upload is refused", async () => {
    const { it } = site;
    const app = await it.liveApp("files", {
      f: { type: "FILE", code: "f", label: "f" },
    });
    const answer = await it.call("POST", "/k/v1/record.json", {
      app,
      record: { f: { value: [{ fileKey: "nothing" }] } },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
  });
});
