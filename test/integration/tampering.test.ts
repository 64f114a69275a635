import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runReport } from "../../scripts/report/run-report.ts";
import { startDemoSite } from "../support/demo-site.ts";
import type { DemoSite } from "../support/demo-site.ts";

const TODAY = "2022-08-01";
const EDITION = "クラウド実践大賞 2022";

let demo: DemoSite;
let folder = "";
beforeAll(async () => {
  demo = await startDemoSite(TODAY);
  folder = await mkdtemp(join(tmpdir(), "suisen-tampering-"));
});
afterAll(async () => {
  await demo.close();
  await rm(folder, { recursive: true, force: true });
});

const federation = () => demo.as("hamano").client;

const listRegistered = async () => {
  const { records } = await federation().record.getRecords({
    app: demo.apps.nominations,
    query: `edition in ("${EDITION}") and ステータス in ("登録済") order by $id asc`,
  });
  return records;
};

/** `npm run report -- --edition …` in this process. */
const report = (out: string) => {
  const { baseUrl, username, password } = demo.credentials("hamano");
  return runReport(["--edition", EDITION, "--out", join(folder, out)], {
    KINTONE_BASE_URL: baseUrl,
    KINTONE_USERNAME: username,
    KINTONE_PASSWORD: password,
  });
};

const update = async (id: string, record: Record<string, { value: unknown }>) =>
  federation().record.updateRecord({
    app: demo.apps.nominations,
    id,
    record,
  });

describe("the command line and a record that was changed after its confirmation", () => {
  test("says what changed and makes no file", async () => {
    const [one] = await listRegistered();
    const name = String(one?.registeredName?.value);
    const id = String(one?.$id?.value);
    await update(id, { registeredName: { value: "改名商店" } });
    const { code, stderr } = await report("renamed.xlsx");
    expect(code).toBe(1);
    expect(stderr).toContain(
      `名称が確認後に変わりました（${name} → 改名商店）`,
    );
    expect(existsSync(join(folder, "renamed.xlsx"))).toBe(false);
    await update(id, { registeredName: { value: name } });
  });

  test("points that were raised by REST block the sheet", async () => {
    const [one] = await listRegistered();
    const id = String(one?.$id?.value);
    const rows = one?.checklist?.value as Array<{
      id: string;
      value: Record<string, { value: unknown }>;
    }>; // the checklist is a table
    const raise = (points: string) =>
      update(id, {
        checklist: {
          value: rows.map((row, index) => ({
            id: row.id,
            value: index === 0 ? { itemPoints: { value: points } } : {},
          })),
        },
      });
    await raise("99");
    const { code, stderr } = await report("raised.xlsx");
    expect(code).toBe(1);
    expect(stderr).toContain("配点が違う項目：A1");
    await raise("1");
  });

  test("a registration in the future blocks the sheet", async () => {
    const [one] = await listRegistered();
    const id = String(one?.$id?.value);
    const done = one?.registerDone?.value;
    await update(id, { registerDone: { value: "2099-08-20" } });
    const { code, stderr } = await report("future.xlsx");
    expect(code).toBe(1);
    expect(stderr).toContain("まだ来ていない日付です");
    await update(id, { registerDone: { value: done } });
  });
});

describe("what is registered is closed to its society", () => {
  const ownOf = async (user: string) => {
    const { records } = await demo.as(user).client.record.getRecords({
      app: demo.apps.nominations,
      query: 'ステータス in ("登録済")',
    });
    return String(records[0]?.$id?.value);
  };

  test("by REST too; the society still reads it", async () => {
    const id = await ownOf("aoki");
    await expect(
      demo.as("aoki").client.record.updateRecord({
        app: demo.apps.nominations,
        id,
        record: { registeredName: { value: "別の名称" } },
      }),
    ).rejects.toMatchObject({ status: 403 });
  });

  test("its practice case goes into its answer, and the federation is told", async () => {
    const { client } = demo.as("aoki");
    const app = demo.apps.answers;
    const { records } = await client.record.getRecords({ app });
    const told = () =>
      demo
        .notificationsOf("hamano")
        .filter(({ text, title }) =>
          `${title}${text}`.includes("登録後の提出・訂正の依頼が届きました"),
        );
    expect(told()).toEqual([]);
    await client.record.updateRecord({
      app,
      id: String(records[0]?.$id?.value),
      record: {
        handIns: {
          value: [
            {
              value: {
                handInFirm: { value: "あおぞら商店" },
                handInKind: { value: "実践事例" },
                handInText: { value: "予約をオンラインにした事例です。" },
              },
            },
          ],
        },
      },
    });
    expect(told()).toHaveLength(1);
  });

  test("an open edition cannot be deleted", async () => {
    const { records } = await federation().record.getRecords({
      app: demo.apps.editions,
      query: 'editionState in ("募集中")',
    });
    const ids = records.map((record) => Number(record.$id?.value));
    expect(ids).not.toEqual([]);
    await expect(
      federation().record.deleteRecords({ app: demo.apps.editions, ids }),
    ).rejects.toMatchObject({ status: 403 });
  });
});
