import { afterEach, beforeEach, expect, test } from "vitest";
import type { AppKey } from "../../src/apps/index.ts";
import { cloudPracticeAward } from "../../src/programmes/index.ts";
import {
  differenceText,
  listDifferences,
} from "../../src/provision/plan/list-differences.ts";
import { planSetUp } from "../../src/provision/set-up/plan-set-up.ts";
import { createMemory } from "../../src/provision/site/memory.ts";
import { createBareSite, type BareSite } from "../support/bare-site.ts";

let bare: BareSite;
beforeEach(async () => {
  bare = createBareSite();
  await bare.connection.client.app.addApp({ name: "推薦" });
  await bare.press();
});
afterEach(() => {
  bare.close();
});

const plan = () =>
  planSetUp({
    connection: bare.connection,
    programme: cloudPracticeAward,
    memory: createMemory(),
  });

const idOf = async (key: AppKey): Promise<string> =>
  (await plan()).actual.apps[key]?.id ?? "";

const lines = async (): Promise<string[]> => {
  const { plan: rest, desired, actual } = await plan();
  return listDifferences(
    rest.steps,
    desired,
    (key) => actual.apps[key]?.settings,
  ).map((one) => `${one.app} ${differenceText(one, "ja")}`);
};

test("apps as they were made differ in nothing", async () => {
  expect(await lines()).toEqual([]);
});

test("a field renamed by hand is told with both names", async () => {
  await bare.connection.client.app.updateFormFields({
    app: await idOf("societies"),
    properties: {
      kana: { type: "SINGLE_LINE_TEXT", code: "kana", label: "よみ" },
    },
  });
  expect(await lines()).toEqual([
    "societies フィールド・「フリガナ」・名前：よみ → フリガナ",
  ]);
});

test("a reminder sent to somebody else is told by its text, from whom to whom", async () => {
  const { client } = bare.connection;
  const app = await idOf("answers");
  const { notifications } = await client.app.getReminderNotifications({ app });
  await client.app.updateReminderNotifications({
    app,
    notifications: notifications.map((one, index) =>
      index === 0
        ? {
            ...one,
            targets: [
              {
                entity: { type: "USER" as const, code: "Administrator" },
                includeSubs: false,
              },
            ],
          }
        : one,
    ) as never, // the client's type for writing lacks what reading returns
  });
  const where =
    "answers リマインダー・通知・【あと5営業日】推薦のご回答をお願いします・宛先";
  expect(await lines()).toEqual([
    `${where}・商工会の組織：なし → あり`,
    `${where}・Administrator：あり → なし`,
  ]);
});

test("a right taken away is told with the one who lost it", async () => {
  const { client } = bare.connection;
  const app = await idOf("nominations");
  const { rights } = await client.app.getAppAcl({ app });
  await client.app.updateAppAcl({
    app,
    rights: rights.map((right) =>
      right.entity.type === "GROUP" && right.entity.code === "federation"
        ? { ...right, recordEditable: false }
        : right,
    ),
  });
  expect(await lines()).toEqual([
    "nominations アプリのアクセス権・県連・レコード編集：なし → あり",
  ]);
});

test("an update brings the settings back, and leaves records and what others added", async () => {
  const { client, directory } = bare.connection;
  const app = await idOf("societies");
  await directory.addOrganizations([{ code: "S01", name: "北山商工会" }]);
  await directory.setUserGroups("Administrator", [
    "Administrators",
    "federation",
  ]);
  const readRecords = async () =>
    (await client.record.getRecords({ app })).records.map(
      ({ name, code, organization, $revision }) => ({
        name,
        code,
        organization,
        $revision,
      }),
    );
  await client.record.addRecord({
    app,
    record: {
      name: { value: "北山商工会" },
      code: { value: "S01" },
      organization: { value: [{ code: "S01" }] },
      active: { value: "有効" },
    },
  });
  await client.app.deleteFormFields({ app, fields: ["kana"] });
  await client.app.addFormFields({
    app,
    properties: {
      memo: { type: "SINGLE_LINE_TEXT", code: "memo", label: "メモ" },
    },
  });
  const { views } = await client.app.getViews({ app, preview: true });
  const { すべての商工会: _gone, ...others } = views;
  await client.app.updateViews({
    app,
    views: {
      ...others,
      電話帳: { type: "LIST", name: "電話帳", index: "5", fields: ["name"] },
    } as never, // the client's type for writing lacks what reading returns
  });
  await client.app.deployApp({ apps: [{ app }] });
  const records = await readRecords();
  const planned = await lines();
  expect(planned).toContain(
    "societies フィールド・「フリガナ」：なし → フリガナ",
  );
  expect(planned.join("\n")).toContain("一覧・すべての商工会");

  await bare.press();

  const { plan: rest, actual } = await plan();
  expect(rest.steps).toEqual([]);
  expect(rest.undeclared).toEqual([
    { app: "societies", what: "field", name: "memo" },
    { app: "societies", what: "view", name: "電話帳" },
  ]);
  expect(Object.keys(actual.apps.societies?.settings.fields ?? {})).toContain(
    "kana",
  );
  expect(records).toHaveLength(1);
  expect(await readRecords()).toEqual(records);
});
