import { afterEach, beforeEach, expect, test } from "vitest";
import { appKeys, type AppKey } from "../../src/apps/index.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import type { Programme } from "../../src/programmes/index.ts";
import {
  differenceText,
  listDifferences,
} from "../../src/provision/plan/list-differences.ts";
import { planSetUp } from "../../src/provision/set-up/plan-set-up.ts";
import { createMemory } from "../../src/provision/site/memory.ts";
import {
  BASE_URL,
  createBareSite,
  type BareSite,
} from "../support/bare-site.ts";
import { cells } from "../support/nomination-site.ts";

const { afterSheet: _unknownThere, ...award } = cloudPracticeAward;

/** The award as another build declares it: less to do, an area less, other words and days. */
const otherBuild: Programme = {
  ...award,
  milestones: award.milestones
    .filter(({ id }) => id !== "case")
    .map((milestone) =>
      milestone.id === "contact"
        ? {
            ...milestone,
            label: { ja: "県連への報せ", en: "Notice to the federation" },
            remindDaysBefore: 3,
          }
        : milestone,
    ),
  areas: award.areas.slice(0, -1),
  appNames: { ...award.appNames, answers: "回答票" },
};
const builds = { here: cloudPracticeAward, other: otherBuild };

let bare: BareSite;
beforeEach(() => {
  bare = createBareSite();
});
afterEach(() => {
  bare.close();
});

const plan = (programme: Programme) =>
  planSetUp({ connection: bare.connection, programme, memory: createMemory() });

const linesOf = async (programme: Programme): Promise<string[]> => {
  const { plan: rest, desired, actual } = await plan(programme);
  return listDifferences(
    rest.steps,
    desired,
    (key) => actual.apps[key]?.settings,
  ).map((one) => `${one.app} ${differenceText(one, "ja")}`);
};

const idsOf = async (programme: Programme): Promise<Record<AppKey, string>> => {
  const { actual } = await plan(programme);
  return Object.fromEntries(
    appKeys.map((key) => [key, actual.apps[key]?.id ?? ""]),
  ) as Record<AppKey, string>; // one entry per key
};

const listFieldRights = async (programme: Programme): Promise<string[]> => {
  const { actual } = await plan(programme);
  const rights = actual.apps.nominations?.settings.fieldAcl ?? [];
  return rights.map((right) => JSON.stringify(right));
};

/** A society, an edition, a nomination on its way, and a field and a list of the clerk's own. */
const addContents = async (apps: Record<AppKey, string>): Promise<void> => {
  const { client, directory } = bare.connection;
  await directory.addOrganizations([{ code: "S01", name: "北山商工会" }]);
  await directory.setUserGroups("Administrator", [
    "Administrators",
    "federation",
  ]);
  const add = (app: AppKey, values: Record<string, unknown>) =>
    client.record.addRecord({ app: apps[app], record: cells(values) });
  await client.app.addFormFields({
    app: apps.nominations,
    properties: {
      memo: { type: "SINGLE_LINE_TEXT", code: "memo", label: "メモ" },
    },
  });
  const { views } = await client.app.getViews({
    app: apps.nominations,
    preview: true,
  });
  await client.app.updateViews({
    app: apps.nominations,
    views: {
      ...views,
      電話帳: { type: "LIST", name: "電話帳", index: "99", fields: ["memo"] },
    } as never, // the client's type for writing lacks what reading returns
  });
  const { rights } = await client.app.getFieldAcl({
    app: apps.nominations,
    preview: true,
  });
  await client.app.updateFieldAcl({
    app: apps.nominations,
    rights: [
      ...rights,
      {
        code: "memo",
        entities: [
          {
            entity: { type: "GROUP", code: "federation" },
            accessibility: "WRITE",
          },
        ],
      },
    ],
  });
  await client.app.deployApp({ apps: [{ app: apps.nominations }] });
  await add("societies", {
    name: "北山商工会",
    code: "S01",
    organization: [{ code: "S01" }],
    active: "有効",
  });
  await add("editions", {
    name: "クラウド実践大賞 2026",
    fiscalYear: "2026",
    editionState: "募集中",
    contactDate: "2026-07-27",
    registerDate: "2026-07-31",
    threshold: "12",
    checklistStatus: "公式",
  });
  const { id } = await add("nominations", {
    edition: "クラウド実践大賞 2026",
    society: "北山商工会",
    registeredName: "株式会社波止場",
    memo: "手書きの控え",
    checklist: [
      {
        value: cells({
          itemId: "A1",
          itemArea: "顧客満足度の向上",
          itemText: "予約を受け付けている",
          itemPoints: "2",
          answer: "はい",
        }),
      },
    ],
  });
  const response = await fetch(`${BASE_URL}/k/v1/record/status.json`, {
    method: "PUT",
    headers: {
      "Content-Type": "application/json",
      "X-Cybozu-Authorization": btoa("Administrator:Administrator"),
    },
    body: JSON.stringify({
      app: apps.nominations,
      id,
      action: "県連へ連絡する",
    }),
  });
  expect(response.status).toBe(200);
};

const readRecords = async (apps: Record<AppKey, string>) =>
  Object.fromEntries(
    await Promise.all(
      appKeys.map(async (key) => {
        const { records } = await bare.connection.client.record.getRecords({
          app: apps[key],
        });
        return [key, records] as const;
      }),
    ),
  );

/** Records without the fields that were added since. */
const known = (
  records: Awaited<ReturnType<typeof readRecords>>,
  before: Awaited<ReturnType<typeof readRecords>>,
) =>
  Object.fromEntries(
    Object.entries(records).map(([key, list]) => [
      key,
      list.map((record, index) =>
        Object.fromEntries(
          Object.entries(record).filter(
            ([code]) => before[key]?.[index]?.[code] !== undefined,
          ),
        ),
      ),
    ]),
  );

test.each([
  [
    "an earlier build",
    builds.other,
    builds.here,
    [
      "editions フィールド・「実践事例の提出 期限」：なし → 実践事例の提出 期限",
      "nominations フィールド・「県連への連絡 済」・名前：県連への報せ 済 → 県連への連絡 済",
      "nominations フィールド・「募集回」・ルックアップ・ほかのフィールドのコピー・実践事例の提出 期限：なし → あり",
      "nominations フィールドのアクセス権・実践事例の提出 済：なし → あり",
      "nominations リマインダー・通知・【あと5日】「県連への連絡」の期限です：なし → あり",
      "answers 一般設定・名前：回答票 → 回答",
    ],
  ],
  [
    "a later build",
    builds.here,
    builds.other,
    [
      "nominations 一覧・すべての案件・項目・実践事例の提出 期限：あり → なし",
      "nominations リマインダー・通知・【あと3日】「県連への報せ」の期限です：なし → あり",
      "answers 一般設定・名前：回答 → 回答票",
    ],
  ],
] as const)(
  "a tenant of %s is brought to this one: records, own fields and lists stay",
  async (_name, from, to, told) => {
    await bare.connection.client.app.addApp({ name: "推薦" });
    await bare.press({ programme: from });
    const apps = await idsOf(from);
    await addContents(apps);
    expect(await linesOf(from)).toEqual([]);
    const before = await readRecords(apps);
    expect(before.nominations?.[0]?.memo?.value).toBe("手書きの控え");

    const rightsBefore = await listFieldRights(from);
    const lines = await linesOf(to);
    expect(lines).toEqual(expect.arrayContaining([...told]));
    // Codes of fields and words of the API are not shown.
    expect(lines.filter((line) => /[a-z][A-Z]/u.test(line))).toEqual([]);
    await bare.press({ programme: to });

    expect(await linesOf(to)).toEqual([]);
    expect(await idsOf(to)).toEqual(apps);
    expect(known(await readRecords(apps), before)).toEqual(before);
    // A right left out would open the field to everybody.
    expect(await listFieldRights(to)).toEqual(
      expect.arrayContaining(rightsBefore),
    );
    const { actual } = await plan(to);
    expect(actual.apps.nominations?.settings).toMatchObject({
      fields: { memo: { label: "メモ" } },
      views: { 電話帳: { type: "LIST" } },
    });
  },
);
