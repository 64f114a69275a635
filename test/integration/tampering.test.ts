import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDemoSite } from "../support/demo-site.ts";
import type { DemoSite } from "../support/demo-site.ts";

const TODAY = "2022-08-01";

let demo: DemoSite;
beforeAll(async () => {
  demo = await startDemoSite(TODAY);
});
afterAll(() => demo.close());

const federation = () => demo.as("hamano").client;

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
