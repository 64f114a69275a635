import { connect } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import {
  memoryStoreOf,
  restoreSnapshot,
  takeSnapshot,
} from "../../src/rooms/create-site.ts";
import type { Snapshot } from "../../src/rooms/create-site.ts";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

/* Several people at once, connections that break off, several sites in a process. */

const fields = {
  key: {
    type: "SINGLE_LINE_TEXT",
    code: "key",
    label: "key",
    unique: true,
  },
  count: { type: "NUMBER", code: "count", label: "count" },
};

let it: ClientSite;
let app: number;
let base: Snapshot;
beforeAll(async () => {
  it = await startWithClient();
  app = await it.liveApp("shared", fields);
  for (let i = 0; i < 20; i += 1) it.addUser(`user${i}`);
  await it.client.record.addRecord({ app, record: { count: { value: 0 } } });
  base = takeSnapshot(it.site);
});
beforeEach(() => restoreSnapshot(it.site, base));
afterAll(() => it.close());

const people = Array.from({ length: 20 }, (_, i) => `user${i}`);
const ask = (login: string, method: string, path: string, body: object) =>
  it.call(method, `/k/v1/${path}.json`, { app, ...body }, { login });
const read = async () =>
  (await it.client.record.getRecord({ app, id: 1 })).record;

test("of many who change the same revision one wins, and the others are told", async () => {
  const answers = await Promise.all(
    people.map((login, i) =>
      ask(login, "PUT", "record", {
        id: 1,
        revision: 1,
        record: { count: { value: i + 1 } },
      }),
    ),
  );
  const winners = answers.flatMap(({ status }, i) =>
    status === 200 ? [i] : [],
  );
  expect(winners).toHaveLength(1);
  for (const { status, body } of answers)
    if (status !== 200) expect([status, body.code]).toEqual([409, "GAIA_CO02"]);
  const record = await read();
  expect(record.$revision?.value).toBe("2");
  expect(record.count?.value).toBe(String((winners[0] ?? 0) + 1));
  expect(record.更新者?.value).toMatchObject({ code: people[winners[0] ?? 0] });
});

test("nobody's change is lost when everyone reads, adds one and tries again", async () => {
  const addOne = async (login: string): Promise<void> => {
    const client = it.clientOf(login);
    const { record } = await client.record.getRecord({ app, id: 1 });
    const { status } = await ask(login, "PUT", "record", {
      id: 1,
      revision: record.$revision?.value,
      record: { count: { value: Number(record.count?.value) + 1 } },
    });
    if (status === 409) await addOne(login);
    else expect(status).toBe(200);
  };
  await Promise.all(people.slice(0, 8).map(addOne));
  expect((await read()).count?.value).toBe("8");
});

test("of many who add the same unique value one wins", async () => {
  const answers = await Promise.all(
    people.map((login) =>
      ask(login, "POST", "record", { record: { key: { value: "one" } } }),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const { records } = await it.client.record.getRecords({
    app,
    query: 'key = "one"',
  });
  expect(records).toHaveLength(1);
});

test("records that are added at once all get ids of their own", async () => {
  const answers = await Promise.all(
    people.map((login) =>
      ask(login, "POST", "records", { records: [{}, {}, {}] }),
    ),
  );
  const ids = answers.flatMap(({ body }) => body.ids as string[]);
  expect(new Set(ids).size).toBe(60);
  for (const { body } of answers) {
    const [first = 0, ...rest] = (body.ids as string[]).map(Number);
    expect(rest).toEqual([first + 1, first + 2]);
  }
});

test("bulk requests that touch the same record do not mix", async () => {
  const both = (login: string, value: number) =>
    it.call(
      "POST",
      "/k/v1/bulkRequest.json",
      {
        requests: [1, 2].map((step) => ({
          method: "PUT",
          api: "/k/v1/record.json",
          payload: {
            app,
            id: 1,
            record: { count: { value: value * 10 + step } },
          },
        })),
      },
      { login },
    );
  const answers = await Promise.all(people.map((login, i) => both(login, i)));
  for (const { body } of answers) {
    const results = body.results as Array<{ revision: string }>;
    const [a, b] = results.map((result) => Number(result.revision));
    // One's own two steps follow each other, with nobody in between.
    expect(b).toBe((a ?? 0) + 1);
  }
  const record = await read();
  expect(record.$revision?.value).toBe("41");
  expect(Number(record.count?.value) % 10).toBe(2);
});

const everything = () => JSON.stringify(memoryStoreOf(it.site).entries());

/** Sends the beginning of a request and hangs up. */
const sendPart = (method: string, path: string, body: string, bytes: number) =>
  new Promise<void>((resolve) => {
    const { port, hostname } = new URL(it.baseUrl);
    const login = Buffer.from("Administrator:Administrator").toString("base64");
    const head = [
      `${method} ${path} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      `X-Cybozu-Authorization: ${login}`,
      "Content-Type: application/json",
      `Content-Length: ${Buffer.byteLength(body)}`,
      "",
      "",
    ].join("\r\n");
    const whole = Buffer.from(head + body);
    const socket = connect(Number(port), hostname, () => {
      socket.write(whole.subarray(0, Math.min(bytes, whole.length - 1)), () =>
        socket.destroy(),
      );
    });
    // The server may end the connection first: that is what is wanted.
    socket.once("error", () => resolve());
    socket.once("close", () => resolve());
  });

test("requests that break off anywhere change nothing", async () => {
  const before = everything();
  const requests: Array<[method: string, path: string, body: object]> = [
    ["POST", "record", { record: { count: { value: 5 } } }],
    ["PUT", "record", { id: 1, record: { count: { value: 5 } } }],
    ["DELETE", "records", { ids: [1] }],
    ["POST", "record/comment", { record: 1, comment: { text: "half" } }],
    [
      "POST",
      "bulkRequest",
      {
        requests: [
          {
            method: "DELETE",
            api: "/k/v1/records.json",
            payload: { app, ids: [1] },
          },
        ],
      },
    ],
  ];
  for (const [method, path, body] of requests)
    for (const bytes of [1, 40, 150, 230, 280, 10_000])
      await sendPart(
        method,
        `/k/v1/${path}.json`,
        JSON.stringify({ app, ...body }),
        bytes,
      );
  // The server has seen them all once it answers a whole request that came later.
  expect((await read()).$revision?.value).toBe("1");
  expect(everything()).toBe(before);
});

test("snapshots of several sites in one process bring back their own site only", async () => {
  const others = await Promise.all(
    Array.from({ length: 5 }, () => startWithClient()),
  );
  const sites = await Promise.all(
    others.map(async (other, i) => {
      const own = await other.liveApp(`site ${i}`, fields);
      const add = (value: number) =>
        other.client.record.addRecord({
          app: own,
          record: { count: { value } },
        });
      await add(i);
      const snapshot = takeSnapshot(other.site);
      await add(100 + i);
      return { other, own, snapshot };
    }),
  );
  const counts = () =>
    Promise.all(
      sites.map(async ({ other, own }) => {
        const { records } = await other.client.record.getRecords({ app: own });
        return records.map((record) => record.count?.value);
      }),
    );
  const now = [0, 1, 2, 3, 4].map((i) => [String(100 + i), String(i)]);
  expect(await counts()).toEqual(now);
  const back = now.map((both, i) => (i % 2 === 0 ? both.slice(1) : both));
  sites.forEach(({ other, snapshot }, i) => {
    if (i % 2 === 0) restoreSnapshot(other.site, snapshot);
  });
  expect(await counts()).toEqual(back);
  await Promise.all(others.map((other) => other.close()));
});
