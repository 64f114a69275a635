import { afterEach, beforeEach, expect, test } from "vitest";
import type { AppKey } from "../../src/apps/index.ts";
import {
  differenceText,
  listDifferences,
} from "../../src/provision/plan/list-differences.ts";
import { planProvision } from "../../src/provision/plan/plan-provision.ts";
import type { SetUp } from "../../src/provision/set-up/plan-set-up.ts";
import {
  createBareSite,
  settingsOf,
  type BareSite,
} from "../support/bare-site.ts";
import { toEarlierVersion } from "../support/earlier-version.ts";

let bare: BareSite;
beforeEach(async () => {
  bare = createBareSite();
  await bare.connection.client.app.addApp({ name: "推薦" });
});
afterEach(() => {
  bare.close();
});

/** Plans as the settings page of an earlier version does. */
const planEarlier = async (): Promise<SetUp> => {
  const { actual, ...setUp } = await bare.plan();
  const desired = toEarlierVersion(setUp.desired);
  return { desired, actual, plan: planProvision(desired, actual) };
};

const linesOf = ({ plan, desired, actual }: SetUp): string[] =>
  listDifferences(plan.steps, desired, (key) => actual.apps[key]?.settings).map(
    (one) => `${one.app} ${differenceText(one, "ja")}`,
  );

/** A society, an edition, an answer and a nomination, entered with the earlier version. */
const enterRecords = async (): Promise<void> => {
  const { client, directory } = bare.connection;
  await directory.addOrganizations([{ code: "S01", name: "北山商工会" }]);
  await directory.setUserGroups("Administrator", [
    "Administrators",
    "federation",
  ]);
  const { actual } = await bare.plan();
  const add = async (key: AppKey, values: Record<string, unknown>) =>
    client.record.addRecord({
      app: actual.apps[key]?.id ?? "",
      record: Object.fromEntries(
        Object.entries(values).map(([code, value]) => [code, { value }]),
      ) as never, // the values are plain JSON
    });
  await add("societies", {
    name: "北山商工会",
    code: "S01",
    organization: [{ code: "S01" }],
    active: "有効",
  });
  await add("editions", {
    name: "クラウド実践大賞 2026",
    fiscalYear: 2026,
    editionState: "募集中",
    contactDate: "2026-07-27",
    registerDate: "2026-07-31",
    reportDate: "2026-07-31",
    caseDate: "2026-08-14",
    threshold: 12,
    target: 1,
  });
  await add("answers", {
    edition: "クラウド実践大賞 2026",
    society: "北山商工会",
    answer: "確認済",
    answerDue: "2026-07-27",
  });
  await add("nominations", {
    edition: "クラウド実践大賞 2026",
    society: "北山商工会",
    registeredName: "株式会社波止場",
  });
};

const readRecords = async () => {
  const { actual } = await bare.plan();
  return Promise.all(
    (["societies", "editions", "answers", "nominations"] as const).map(
      async (key) => {
        const { records } = await bare.connection.client.record.getRecords({
          app: actual.apps[key]?.id ?? "",
        });
        return records;
      },
    ),
  );
};

type Entered = Awaited<ReturnType<typeof readRecords>>;

/** The values of the fields that the earlier version has. */
const valuesLikeIn = (before: Entered, now: Entered): unknown =>
  now.map((records, app) =>
    records.map((record, index) =>
      Object.fromEntries(
        Object.entries(record).filter(
          ([code]) => before[app]?.[index]?.[code] !== undefined,
        ),
      ),
    ),
  );

test("a tenant of an earlier version is told every change from → to, is updated, and goes back again", async () => {
  await bare.press();
  const fresh = settingsOf(bare.site);
  bare.close();
  bare = createBareSite();
  await bare.connection.client.app.addApp({ name: "推薦" });
  await bare.apply(await planEarlier());
  expect(linesOf(await planEarlier())).toEqual([]);
  await enterRecords();
  const entered = await readRecords();

  const upwards = await bare.plan();
  expect(linesOf(upwards)).toMatchInlineSnapshot(`
    [
      "societies フィールド・「状態」・選択肢・統合・廃止：なし → あり",
      "nominations プロセス管理・アクション・報告を取り消す（報告済）：なし → 報告を取り消す",
      "nominations アプリのアクセス権・県連・ファイル書き出し：なし → あり",
      "answers フィールド・「期限をのばした理由」：なし → 期限をのばした理由",
      "answers フィールド・「回答期限」・名前：回答の締切 → 回答期限",
      "answers フォームを配置",
      "answers 一覧・すべての回答・項目・事業者への周知：なし → あり",
      "answers 一覧・返事待ち：なし → あり",
      "answers 一覧・登録後の提出・訂正の依頼（未対応）・項目・事業者への周知：なし → あり",
      "answers 一覧・未開封・項目・事業者への周知：なし → あり",
      "answers 一覧・確認済・項目・事業者への周知：なし → あり",
      "answers 一覧・候補あり・項目・事業者への周知：なし → あり",
      "answers 一覧・該当なし・項目・事業者への周知：なし → あり",
      "answers フィールドのアクセス権・期限をのばした理由：なし → あり",
      "answers リマインダー・通知・【明日まで】推薦のご回答をお願いします・時期・時刻：08:00 → 09:00",
      "answers リマインダー・通知・【期限超過】推薦のご回答をお待ちしています：なし → あり",
    ]
  `);
  await bare.apply(upwards);
  expect(linesOf(await bare.plan())).toEqual([]);
  expect(settingsOf(bare.site)).toEqual(fresh);
  const updated = await readRecords();
  expect(valuesLikeIn(entered, updated)).toEqual(entered);

  const downwards = await planEarlier();
  expect(linesOf(downwards)).toMatchInlineSnapshot(`
    [
      "nominations プロセス管理・アクション・順番",
      "nominations アプリのアクセス権・県連・ファイル書き出し：あり → なし",
      "answers フィールド・「回答の締切」・名前：回答期限 → 回答の締切",
      "answers 一覧・すべての回答・項目・事業者への周知：あり → なし",
      "answers 一覧・登録後の提出・訂正の依頼（未対応）・項目・事業者への周知：あり → なし",
      "answers 一覧・未開封・項目・事業者への周知：あり → なし",
      "answers 一覧・確認済・項目・事業者への周知：あり → なし",
      "answers 一覧・候補あり・項目・事業者への周知：あり → なし",
      "answers 一覧・該当なし・項目・事業者への周知：あり → なし",
      "answers リマインダー・通知・【明日まで】推薦のご回答をお願いします・時期・時刻：09:00 → 08:00",
      "answers リマインダー・通知・【期限超過】推薦のご回答をお待ちしています：あり → なし",
    ]
  `);
  expect(downwards.plan.undeclared).toMatchInlineSnapshot(`
    [
      {
        "app": "answers",
        "name": "dueReason",
        "what": "field",
      },
      {
        "app": "answers",
        "name": "返事待ち",
        "what": "view",
      },
    ]
  `);
  await bare.apply(downwards);
  const back = await planEarlier();
  expect(linesOf(back)).toEqual([]);
  expect(await readRecords()).toEqual(updated);
  // The field that stays is not opened to anybody.
  const { fieldAcl = [] } = back.actual.apps.answers?.settings ?? {};
  expect(fieldAcl.map(({ code }) => code)).toContain("dueReason");

  await bare.press();
  expect(settingsOf(bare.site)).toEqual(fresh);
});
