import {
  setImmediate as nextTurn,
  setTimeout as wait,
} from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trafficOf } from "../../src/model/traffic.ts";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

const RECORDS = 40_000;

let it: ClientSite;
let app: number;

beforeAll(async () => {
  it = await startWithClient();
  app = await it.liveApp("案件", {
    t: { type: "MULTI_LINE_TEXT", code: "t", label: "t" },
  });
  const now = "2022-07-20T00:00:00Z";
  const { store } = it.site;
  store.transaction(() => {
    for (let n = 1; n <= RECORDS; n += 1)
      store.saveRecord(app, {
        id: store.nextId(`record:${app}`),
        revision: 1,
        values: { t: `${n}社がクラウドを導入し、業務時間を半減した` },
        creator: "Administrator",
        createdAt: now,
        modifier: "Administrator",
        updatedAt: now,
        status: null,
        assignees: [],
        statusHistory: [],
        comments: [],
        nextCommentId: 1,
      });
  });
});
afterAll(() => it.close());

const search = (query: string) =>
  it.client.record.getRecords({ app, query, totalCount: true });

/** Waits until a search has begun; it is then far from its end. */
const begun = async (): Promise<void> => {
  while (trafficOf(it.site).running === 0) await nextTurn();
  await wait(30);
};

test("other requests are answered while a large app is searched", async () => {
  const order: string[] = [];
  const searching = search('t like "業務"').then((found) => {
    order.push("search");
    return found;
  });
  await begun();
  await it.client.app.getApp({ id: app });
  order.push("app");
  const { totalCount } = await searching;
  expect(order).toEqual(["app", "search"]);
  expect(totalCount).toBe(String(RECORDS));
});

test("a search answers what was there when it began", async () => {
  const searching = search('t like "業務"');
  await begun();
  const { id } = await it.client.record.addRecord({
    app,
    record: { t: { value: "業務" } },
  });
  const before = await searching;
  const after = await search('t like "業務" order by $id desc limit 1');
  expect(Number(after.totalCount)).toBe(Number(before.totalCount) + 1);
  expect(after.records[0]?.$id?.value).toBe(id);
});

test("a refused query is refused in a large app, too", async () => {
  await expect(search("nothing = 1")).rejects.toMatchObject({ status: 400 });
});

test.each([
  ["$id > 100 order by $id asc limit 3", ["101", "102", "103"]],
  ["$id > 100 order by $id asc limit 2 offset 1", ["102", "103"]],
  ["$id < 40000 order by $id desc limit 2", ["39999", "39998"]],
  ["$id > 39998 and $id < 40000 order by $id desc limit 5", ["39999"]],
])("a page by record ids without a count: %s", async (query, ids) => {
  const { records } = await it.client.record.getRecords({ app, query });
  expect(records.map(({ $id }) => $id?.value)).toEqual(ids);
});
