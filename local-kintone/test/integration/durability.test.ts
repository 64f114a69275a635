import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { killAll, startProcess } from "../support/kintone-process.ts";
import type { KintoneProcess } from "../support/kintone-process.ts";

/** `KILLS=100` looks longer than every test run can. */
const KILLS = Number(process.env.KILLS ?? 5);

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "local-kintone-"));
});
afterEach(() => {
  killAll();
  rmSync(dataDir, { recursive: true, force: true });
});

const ask = async (
  { baseUrl }: KintoneProcess,
  method: string,
  path: string,
  body: unknown,
): Promise<Record<string, unknown>> => {
  const response = await fetch(`${baseUrl}${path}`, {
    method: method === "GET" ? "POST" : method,
    headers: {
      "X-Cybozu-Authorization": btoa("Administrator:Administrator"),
      "Content-Type": "application/json",
      ...(method === "GET" && { "X-HTTP-Method-Override": "GET" }),
    },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
};

const makeApp = async (kintone: KintoneProcess): Promise<number> => {
  const { app } = await ask(kintone, "POST", "/k/v1/preview/app.json", {
    name: "案件",
  });
  await ask(kintone, "POST", "/k/v1/preview/app/form/fields.json", {
    app,
    properties: { t: { type: "MULTI_LINE_TEXT", code: "t", label: "t" } },
  });
  await ask(kintone, "POST", "/k/v1/preview/app/deploy.json", {
    apps: [{ app }],
  });
  await expect
    .poll(() => ask(kintone, "GET", "/k/v1/app.json", { id: app }), {
      timeout: 10_000,
    })
    .toMatchObject({ appId: app });
  return Number(app);
};

/** Text of every record by its id, in pages of 500. */
const readAll = async (
  kintone: KintoneProcess,
  app: number,
): Promise<Map<string, string>> => {
  const found = new Map<string, string>();
  for (let last = 0; ;) {
    const { records } = (await ask(kintone, "GET", "/k/v1/records.json", {
      app,
      query: `$id > ${last} order by $id asc limit 500`,
    })) as { records: Array<{ $id: Value; t: Value }> };
    for (const { $id, t } of records) found.set($id.value, t.value);
    if (records.length < 500) return found;
    last = Number(records.at(-1)?.$id.value);
  }
};
type Value = { value: string };

/** Adds and changes records until the process dies or refuses; notes what was acknowledged. */
const write = async (
  kintone: KintoneProcess,
  app: number,
  acknowledged: Map<string, string>,
  text: (n: number) => string,
): Promise<void> => {
  try {
    for (let n = 0; ; n += 1) {
      const added = text(n);
      const { id } = await ask(kintone, "POST", "/k/v1/record.json", {
        app,
        record: { t: { value: added } },
      });
      acknowledged.set(String(id), added);
      if (n % 3 > 0) continue;
      const changed = `${added} changed`;
      // From here to the answer either text may be the one that is kept.
      acknowledged.delete(String(id));
      await ask(kintone, "PUT", "/k/v1/record.json", {
        app,
        id,
        record: { t: { value: changed } },
      });
      acknowledged.set(String(id), changed);
    }
  } catch {
    // The process is gone or has refused: this write was not acknowledged.
  }
};

const lost = (
  acknowledged: ReadonlyMap<string, string>,
  kept: ReadonlyMap<string, string>,
): string[] =>
  [...acknowledged]
    .filter(([id, text]) => kept.get(id) !== text)
    .map(([id]) => id);

/** Starts on what is there, looks whether it is all there, and writes on until `end` is over. */
const writeUntil = async (
  options: Parameters<typeof startProcess>[0],
  app: number,
  acknowledged: Map<string, string>,
  end: (kintone: KintoneProcess) => Promise<void>,
  text: (writer: number, n: number) => string,
): Promise<void> => {
  const kintone = await startProcess(options);
  expect(lost(acknowledged, await readAll(kintone, app))).toEqual([]);
  const before = acknowledged.size;
  const writers = [1, 2, 3, 4].map((writer) =>
    write(kintone, app, acknowledged, (n) => text(writer, n)),
  );
  await Promise.all([end(kintone), ...writers]);
  await kintone.kill();
  expect(acknowledged.size).toBeGreaterThanOrEqual(before);
};

const firstStart = async (
  options: Parameters<typeof startProcess>[0],
): Promise<number> => {
  const kintone = await startProcess(options);
  const app = await makeApp(kintone);
  await kintone.kill();
  return app;
};

test(
  `${KILLS} kills at random moments, compactions included, lose no acknowledged write`,
  async () => {
    const acknowledged = new Map<string, string>();
    const options = { dataDir, compactAboveBytes: 50_000 };
    const app = await firstStart(options);
    const killSoon = async (kintone: KintoneProcess) => {
      await wait(100 + Math.random() * 700);
      await kintone.kill();
    };
    for (let round = 1; round <= KILLS; round += 1)
      await writeUntil(
        options,
        app,
        acknowledged,
        killSoon,
        (writer, n) => `${round}/${writer}/${n}`,
      );
    const kintone = await startProcess(options);
    expect(lost(acknowledged, await readAll(kintone, app))).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(KILLS);
    await kintone.kill();
  },
  60_000 + KILLS * 10_000,
);

test("a disk that fills up, a kill and a start on the full disk lose no acknowledged write", async () => {
  const acknowledged = new Map<string, string>();
  const full = { dataDir, diskKilobytes: 150 };
  const app = await firstStart(full);
  for (let round = 1; round <= 3; round += 1)
    await writeUntil(
      full,
      app,
      acknowledged,
      async () => undefined,
      (writer, n) => `${writer}/${n} ${"本文".repeat(99)}`,
    );
  expect(acknowledged.size).toBeGreaterThan(50);

  const withRoom = await startProcess({ dataDir });
  expect(lost(acknowledged, await readAll(withRoom, app))).toEqual([]);
  await ask(withRoom, "POST", "/k/v1/record.json", { app, record: {} });
  await withRoom.kill();
}, 90_000);
