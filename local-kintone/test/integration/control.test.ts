import { request as httpRequest } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

let it: ClientSite;
let app: number;
beforeAll(async () => {
  it = await startWithClient();
  app = await it.liveApp("a", { n: { type: "NUMBER", code: "n", label: "n" } });
});
afterAll(() => it.close());
afterEach(() => it.control("DELETE", "faults"));

const read = () => it.ask(`/k/v1/app.json?id=${app}`);
const addRecord = () =>
  it.call("POST", "/k/v1/record.json", { app, record: {} });
const count = async () =>
  (await it.client.record.getRecords({ app, totalCount: true })).totalCount;

describe("the clock", () => {
  test("is set to a moment and goes on ticking", async () => {
    expect(
      await it.control("POST", "clock", { now: "2022-07-20T23:59:30+09:00" }),
    ).toMatchObject({ now: expect.stringMatching(/^2022-07-20T14:59:3/) });
    const { id } = await it.client.record.addRecord({ app, record: {} });
    const { record } = await it.client.record.getRecord({ app, id });
    expect(record.作成日時?.value).toBe("2022-07-20T14:59:00Z");
    const { now } = await it.control("POST", "clock", { now: null });
    expect(Math.abs(Date.parse(String(now)) - Date.now())).toBeLessThan(5000);
  });

  test.each([{ now: "tomorrow" }, {}, { now: 5 }])(
    "%j is refused",
    async (body) => {
      await expect(it.control("POST", "clock", body)).rejects.toThrow(
        "LOCAL_CLOCK",
      );
    },
  );
});

describe("faults", () => {
  test("hit the nth request that matches, as often as was said", async () => {
    await it.control("POST", "faults", {
      path: "/k/v1/app*",
      method: "GET",
      skip: 1,
      count: 2,
      status: 503,
      body: "<html>busy</html>",
    });
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await read()).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect((await it.ask("/k/v1/records.json?app=1")).status).toBe(200);
  });

  test("answer JSON or text, as the official client sees them", async () => {
    await it.control("POST", "faults", {
      status: 429,
      body: { code: "GAIA_TO04", id: "x", message: "busy" },
    });
    await expect(it.client.app.getApp({ id: app })).rejects.toMatchObject({
      code: "GAIA_TO04",
      status: 429,
    });
    await it.control("POST", "faults", { status: 503, body: "<html>" });
    await expect(it.client.app.getApp({ id: app })).rejects.toThrow(
      "503: Service Unavailable",
    );
  });

  test("delay", async () => {
    await it.control("POST", "faults", { delayMs: 150 });
    const before = Date.now();
    expect((await read()).status).toBe(200);
    expect(Date.now() - before).toBeGreaterThanOrEqual(140);
  });

  test("drop the connection before the work or after it", async () => {
    const before = await count();
    await it.control("POST", "faults", {
      path: "*record.json",
      drop: "before",
    });
    await expect(addRecord()).rejects.toThrow();
    expect(await count()).toBe(before);
    await it.control("POST", "faults", { path: "*record.json", drop: "after" });
    await expect(addRecord()).rejects.toThrow();
    expect(await count()).toBe(String(Number(before) + 1));
  });

  test("may answer wrongly though the work was done", async () => {
    const before = await count();
    await it.control("POST", "faults", {
      path: "*record.json",
      status: 500,
      afterwards: true,
    });
    expect((await addRecord()).status).toBe(500);
    expect(await count()).toBe(String(Number(before) + 1));
  });

  test("are listed and cleared, and never hit the control doors", async () => {
    await it.control("POST", "faults", { status: 500, count: 0 });
    expect((await read()).status).toBe(500);
    expect(await it.control("GET", "faults")).toMatchObject({
      faults: [{ id: 1, hits: 1, status: 500 }],
    });
    await it.control("DELETE", "faults");
    expect((await read()).status).toBe(200);
  });

  test.each([
    { status: 700 },
    { drop: "now" },
    { skip: -1 },
    { method: "PATCH" },
  ])("%j is refused", async (body) => {
    await expect(it.control("POST", "faults", body)).rejects.toThrow("CB_VA01");
  });
});

test("requests are counted per app and address, and logged", async () => {
  await it.control("DELETE", "stats");
  await it.ask(`/k/v1/records.json?app=${app}`);
  await it.ask(`/k/v1/records.json?app=${app}`);
  await it.ask("/k/v1/records.json", { login: null });
  await it.client.app.getApps({});
  const stats = await it.control("GET", "stats");
  expect(stats).toMatchObject({
    total: 4,
    running: 0,
    apps: { [app]: 2 },
    requests: [
      { method: "GET", path: "/k/v1/records.json", app, count: 2 },
      { path: "/k/v1/records.json", app: null, count: 1 },
      { path: "/k/v1/apps.json", app: null, count: 1 },
    ],
  });
  expect(stats.log).toMatchObject([
    { user: "Administrator", status: 200 },
    {},
    { user: null, status: 401 },
    {},
  ]);
});

describe("snapshots", () => {
  test("bring records, settings, users and counters back", async () => {
    await it.control("POST", "snapshot", { name: "before" });
    const records = await count();
    await addRecord();
    await it.client.app.updateAppSettings({ app, name: "other" });
    it.addUser("guest");
    await it.control("POST", "restore", { name: "before" });
    expect(await count()).toBe(records);
    expect(
      await it.client.app.getAppSettings({ app, preview: true }),
    ).toMatchObject({ name: "a" });
    expect(it.site.store.users.has("guest")).toBe(false);
    await expect(
      it.control("POST", "restore", { name: "nothing" }),
    ).rejects.toThrow("LOCAL_SNAPSHOT");
  });

  test("forget what was looked up meanwhile", async () => {
    const unique = await it.liveApp("u", {
      k: { type: "SINGLE_LINE_TEXT", code: "k", label: "k", unique: true },
    });
    await it.control("POST", "snapshot");
    const add = () =>
      it.call("POST", "/k/v1/record.json", {
        app: unique,
        record: { k: { value: "x" } },
      });
    expect((await add()).status).toBe(200);
    expect((await add()).status).toBe(400);
    await it.control("POST", "restore");
    expect((await add()).status).toBe(200);
  });
});

test("an app can be deleted, as only the screen can on a real site", async () => {
  const doomed = await it.liveApp("doomed");
  await it.control("DELETE", "apps", { app: doomed });
  expect((await it.ask(`/k/v1/app.json?id=${doomed}`)).body.code).toBe(
    "GAIA_AP01",
  );
  await expect(it.control("DELETE", "apps", { app: doomed })).rejects.toThrow(
    "GAIA_AP01",
  );
});

test("an app deleted in the middle of its deploy does no harm", async () => {
  const slow = await startWithClient({ deployDelayMs: 1000 });
  const doomed = await slow.addApp("doomed");
  const other = await slow.addApp("other");
  await slow.call("POST", "/k/v1/preview/app/deploy.json", {
    apps: [{ app: doomed }, { app: other }],
  });
  await slow.control("DELETE", "apps", { app: doomed });
  await expect
    .poll(
      async () =>
        (await slow.client.app.getDeployStatus({ apps: [other] })).apps[0]
          ?.status,
      { timeout: 10_000 },
    )
    .toBe("CANCEL");
  await slow.close();
});

test("reset leaves an empty site", async () => {
  const other = await startWithClient();
  await other.liveApp("a");
  other.addUser("sato");
  await other.control("POST", "reset");
  expect((await other.client.app.getApps({})).apps).toEqual([]);
  expect([...other.site.store.users.keys()]).toEqual(["Administrator"]);
  expect(await other.liveApp("again")).toBe(1);
  await other.close();
});

test("sites in one process know nothing of each other", async () => {
  const [one, two] = await Promise.all([startWithClient(), startWithClient()]);
  await one.liveApp("only here");
  expect((await two.client.app.getApps({})).apps).toEqual([]);
  await Promise.all([one.close(), two.close()]);
});

test("a request under another name of the machine is refused", async () => {
  const { port } = new URL(it.baseUrl);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    httpRequest(
      {
        host: "localhost",
        port,
        path: "/_local/stats",
        headers: { Host: "kintone.example.com" },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    )
      .on("error", reject)
      .end();
  });
  expect(status).toBe(403);
});

test("a token is letters and digits, so that no command line takes it for an option", async () => {
  for (let i = 0; i < 40; i += 1) {
    const { token } = await it.control("POST", "tokens", {
      app,
      rights: ["view"],
    });
    expect(token).toMatch(/^[A-Za-z0-9]{40}$/u);
  }
});
