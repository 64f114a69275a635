import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App, JsonObject, User } from "../../src/model/model.ts";
import { availableActions } from "../../src/rooms/records/process.ts";
import { options, someSettings } from "../support/app-settings.ts";
import { seedApp, seedUser, startKintone } from "../support/records-site.ts";
import type { TestKintone } from "../support/records-site.ts";

let kintone: TestKintone;
const admin = () => kintone.as("Administrator");

beforeAll(async () => {
  kintone = await startKintone();
  for (const code of ["sato", "ito", "kato"]) seedUser(kintone.site, code);
  kintone.site.store.saveGroup({ id: 50, code: "staff", name: "職員" });
  kintone.site.store.saveOrganization({
    id: 60,
    code: "sales",
    name: "営業部",
    parentCode: null,
  });
});
afterAll(async () => {
  await kintone.server.close();
  kintone.site.close();
});

describe("lookups", () => {
  let master: App;
  let orders: App;
  const lookup = (key: string, ...mappings: Array<[string, string]>) => ({
    lookup: {
      relatedApp: { app: String(master.id), code: "" },
      relatedKeyField: key,
      fieldMappings: mappings.map(([field, relatedField]) => ({
        field,
        relatedField,
      })),
      lookupPickerFields: [],
      filterCond: "",
      sort: "",
    },
  });
  beforeAll(async () => {
    master = seedApp(
      kintone.site,
      someSettings({
        code: { type: "SINGLE_LINE_TEXT", unique: true },
        name: { type: "SINGLE_LINE_TEXT" },
        price: { type: "NUMBER" },
        team: { type: "ORGANIZATION_SELECT" },
        due: { type: "DATE" },
      }),
    );
    await admin().record.addRecords({
      app: master.id,
      records: [
        {
          code: { value: "P001" },
          name: { value: "りんご" },
          price: { value: "100" },
          team: { value: [{ code: "sales" }] },
          due: { value: "2026-05-01" },
        },
        { code: { value: "P002" }, name: { value: "みかん" } },
      ],
    });
    orders = seedApp(
      kintone.site,
      someSettings({
        prod: {
          type: "SINGLE_LINE_TEXT",
          ...lookup(
            "code",
            ["prodName", "name"],
            ["prodPrice", "price"],
            ["prodTeam", "team"],
            ["prodDue", "due"],
          ),
        },
        prodName: { type: "SINGLE_LINE_TEXT" },
        prodPrice: { type: "NUMBER" },
        prodTeam: { type: "ORGANIZATION_SELECT" },
        prodDue: { type: "DATE" },
        qty: { type: "NUMBER" },
        sum: { type: "CALC", expression: "prodPrice * qty", format: "NUMBER" },
        byNo: { type: "NUMBER", ...lookup("レコード番号", ["noName", "name"]) },
        noName: { type: "SINGLE_LINE_TEXT" },
        items: {
          type: "SUBTABLE",
          fields: {
            rowProd: {
              type: "SINGLE_LINE_TEXT",
              ...lookup("code", ["rowName", "name"]),
            },
            rowName: { type: "SINGLE_LINE_TEXT" },
          },
        },
      }),
    );
  });
  const add = async (record: Record<string, unknown>) => {
    const { id } = await admin().record.addRecord({
      app: orders.id,
      record: record as never,
    });
    return id;
  };
  const get = async (id: string) =>
    (await admin().record.getRecord({ app: orders.id, id })).record;
  const put = (id: string, record: Record<string, unknown>) =>
    admin().record.updateRecord({
      app: orders.id,
      id,
      record: record as never,
    });

  test("a key brings the values of its record, whatever is sent for them", async () => {
    const record = await get(
      await add({
        prod: { value: "P001" },
        prodName: { value: "直接" },
        qty: { value: "3" },
      }),
    );
    expect(record).toMatchObject({
      prod: { value: "P001" },
      prodName: { value: "りんご" },
      prodPrice: { value: "100" },
      prodTeam: { value: [{ code: "sales", name: "営業部" }] },
      prodDue: { value: "2026-05-01" },
      sum: { value: "300" },
    });
  });

  test("another key copies anew, none keeps, an empty one clears", async () => {
    const id = await add({ prod: { value: "P001" } });
    await put(id, { qty: { value: "1" }, prodName: { value: "x" } });
    expect((await get(id)).prodName?.value).toBe("りんご");
    await put(id, { prod: { value: "P002" } });
    expect((await get(id)).prodName?.value).toBe("みかん");
    await put(id, { prod: { value: "" } });
    expect(await get(id)).toMatchObject({
      prodName: { value: "" },
      prodTeam: { value: [] },
      prodDue: { value: null },
    });
  });

  test("a key that is not there is refused without a field path, and all of a list with it", async () => {
    const { body } = await kintone.raw(
      "Administrator",
      "POST",
      "/k/v1/records.json",
      {
        app: orders.id,
        records: [{ prod: { value: "P001" } }, { prod: { value: "P999" } }],
      },
    );
    expect(body).toMatchObject({
      code: "GAIA_LO04",
      message:
        "フィールド「prod」の値「P999」が、ルックアップの参照先のフィールドにないか、またはアプリやフィールドの閲覧権限がありません。",
    });
    expect(body).not.toHaveProperty("errors");
  });

  test("record numbers can be keys", async () => {
    expect((await get(await add({ byNo: { value: "2" } }))).noName?.value).toBe(
      "みかん",
    );
    await expect(add({ byNo: { value: "99999" } })).rejects.toMatchObject({
      code: "GAIA_LO04",
    });
  });

  test("rows of a table have lookups of their own", async () => {
    const id = await add({
      items: {
        value: [
          { value: { rowProd: { value: "P001" } } },
          { value: { rowName: { value: "ignored" } } },
        ],
      },
    });
    expect((await get(id)).items?.value).toMatchObject([
      { value: { rowName: { value: "りんご" } } },
      { value: { rowName: { value: "" } } },
    ]);
  });

  test("later changes of the source do not come through", async () => {
    const id = await add({ prod: { value: "P002" } });
    await admin().record.updateRecord({
      app: master.id,
      updateKey: { field: "code", value: "P002" },
      record: { price: { value: "80" } },
    });
    expect((await get(id)).prodPrice?.value).toBe("");
  });
});

describe("process management", () => {
  const state = (
    index: number,
    type: string,
    ...entities: Array<{ type: string; code: string }>
  ): JsonObject => ({
    index: String(index),
    assignee: {
      type,
      entities: entities.map((entity) => ({ entity, includeSubs: false })),
    },
  });
  const named = (states: Record<string, JsonObject>) =>
    Object.fromEntries(
      Object.entries(states).map(([name, it]) => [name, { name, ...it }]),
    );
  const user = (code: string) => ({ type: "USER", code });
  const action = (
    name: string,
    from: string,
    to: string,
    more: JsonObject = {},
  ): JsonObject => ({
    name,
    from,
    to,
    filterCond: "",
    type: "PRIMARY",
    ...more,
  });

  let app: App;
  beforeAll(() => {
    app = seedApp(
      kintone.site,
      someSettings(
        {
          ready: { type: "RADIO_BUTTON", options: options("no", "yes") },
          chief: { type: "USER_SELECT" },
        },
        {
          process: {
            enable: true,
            states: named({
              未処理: state(0, "ONE", { type: "FIELD_ENTITY", code: "作成者" }),
              選択: state(1, "ONE", user("sato"), user("ito")),
              誰か: state(2, "ANY", user("sato"), user("ito")),
              全員: state(3, "ALL", user("sato"), user("ito")),
              完了: state(4, "ONE"),
            }),
            actions: [
              action("選ぶ", "未処理", "選択"),
              action("進む", "選択", "誰か"),
              action("全員へ", "誰か", "全員"),
              action("終える", "全員", "完了"),
              action("条件つき", "未処理", "完了", {
                filterCond: 'ready in ("yes")',
              }),
              action("割り込む", "未処理", "完了", {
                type: "SECONDARY",
                executableUser: {
                  entities: [
                    {
                      entity: { type: "USER", code: "kato" },
                      includeSubs: false,
                    },
                    {
                      entity: { type: "FIELD_ENTITY", code: "chief" },
                      includeSubs: false,
                    },
                  ],
                },
              }),
            ],
          },
        },
      ),
    );
  });
  const add = async (record = {}) =>
    (await kintone.as("sato").record.addRecord({ app: app.id, record })).id;
  const act = (
    code: string,
    id: string,
    name: string,
    more: { assignee?: string; revision?: string } = {},
  ) =>
    kintone
      .as(code)
      .record.updateRecordStatus({ app: app.id, id, action: name, ...more });
  const read = async (id: string) => {
    const { record } = await admin().record.getRecord({ app: app.id, id });
    return {
      status: record.ステータス?.value,
      assignees: (record.作業者?.value as Array<{ code: string }>).map(
        ({ code }) => code,
      ),
    };
  };

  test("a new record stands in the first state, its creator assigned", async () => {
    expect(await read(await add())).toEqual({
      status: "未処理",
      assignees: ["sato"],
    });
  });

  test("only assignees act; a choice of assignees must be made from those set", async () => {
    const id = await add();
    await expect(act("ito", id, "選ぶ")).rejects.toMatchObject({
      code: "GAIA_NT01",
      status: 403,
      message: expect.stringContaining("作業者のみがステータスを変更できます"),
    });
    await expect(act("sato", id, "選ぶ")).rejects.toMatchObject({
      code: "GAIA_SA01",
    });
    await expect(
      act("sato", id, "選ぶ", { assignee: "kato" }),
    ).rejects.toMatchObject({ code: "GAIA_SA04" });
    await expect(
      act("sato", id, "選ぶ", { assignee: "nobody" }),
    ).rejects.toMatchObject({ code: "GAIA_IL26" });
    const { revision } = await act("sato", id, "選ぶ", { assignee: "ito" });
    // Running the action and changing the status are two revisions.
    expect(revision).toBe("3");
    expect(await read(id)).toEqual({ status: "選択", assignees: ["ito"] });
  });

  test("a group assigns its members of that moment; who joins it later cannot act", async () => {
    const crew = { id: 51, code: "crew", name: "班" };
    kintone.site.store.saveGroup(crew);
    const join = (code: string) =>
      kintone.site.store.saveUser({
        ...(kintone.site.store.users.get(code) as User),
        groups: ["crew"],
      });
    join("ito");
    const grouped = seedApp(
      kintone.site,
      someSettings(
        {},
        {
          process: {
            enable: true,
            states: named({
              未処理: state(0, "ONE", { type: "FIELD_ENTITY", code: "作成者" }),
              班: state(1, "ANY", { type: "GROUP", code: "crew" }),
              完了: state(2, "ONE"),
            }),
            actions: [
              action("頼む", "未処理", "班"),
              action("終える", "班", "完了"),
            ],
          },
        },
      ),
    );
    const { record } = kintone.as("sato");
    const { id } = await record.addRecord({ app: grouped.id, record: {} });
    await record.updateRecordStatus({ app: grouped.id, id, action: "頼む" });
    join("kato");
    const finish = (code: string) =>
      kintone
        .as(code)
        .record.updateRecordStatus({ app: grouped.id, id, action: "終える" });
    await expect(finish("kato")).rejects.toMatchObject({ code: "GAIA_NT01" });
    await expect(finish("ito")).resolves.toHaveProperty("revision");
  });

  test("ANY assigns all of whom one acts, ALL waits for each of them", async () => {
    const id = await add();
    await act("sato", id, "選ぶ", { assignee: "sato" });
    await act("sato", id, "進む");
    expect(await read(id)).toEqual({
      status: "誰か",
      assignees: ["sato", "ito"],
    });
    await act("ito", id, "全員へ");
    await act("ito", id, "終える");
    expect(await read(id)).toEqual({ status: "全員", assignees: ["sato"] });
    await expect(act("ito", id, "終える")).rejects.toMatchObject({
      code: "GAIA_NT01",
    });
    await act("sato", id, "終える");
    expect(await read(id)).toEqual({ status: "完了", assignees: [] });
    const history = kintone.site.store
      .records(app.id)
      .get(Number(id))?.statusHistory;
    expect(history?.map((it) => [it.status, it.changedBy])).toEqual([
      ["選択", "sato"],
      ["誰か", "sato"],
      ["全員", "ito"],
      ["完了", "sato"],
    ]);
  });

  test("actions from elsewhere, without their condition or unknown are refused alike", async () => {
    const id = await add();
    for (const name of ["進む", "条件つき", "知らない"])
      await expect(act("sato", id, name)).rejects.toMatchObject({
        code: "GAIA_IL03",
        message: expect.stringContaining("ステータスの変更に失敗しました。"),
      });
    await admin().record.updateRecord({
      app: app.id,
      id,
      record: { ready: { value: "yes" } },
    });
    await act("sato", id, "条件つき");
    expect((await read(id)).status).toBe("完了");
  });

  test("secondary actions belong to the users set, by name or by a field", async () => {
    await act("kato", await add(), "割り込む");
    const id = await add({ chief: { value: [{ code: "ito" }] } });
    await act("ito", id, "割り込む");
    await expect(act("sato", await add(), "割り込む")).rejects.toMatchObject({
      code: "GAIA_NT01",
    });
  });

  test("pages learn which actions a user has, and whom to choose from", async () => {
    const id = Number(await add());
    const offered = (code: string) => {
      const { store } = kintone.site;
      const record = store.records(app.id).get(id);
      const person = store.users.get(code);
      if (!record || !person) throw new Error("not seeded");
      return availableActions(kintone.site, person, app, record).map(
        ({ name, candidates }) => [name, candidates],
      );
    };
    expect(offered("sato")).toEqual([["選ぶ", ["sato", "ito"]]]);
    expect(offered("kato")).toEqual([["割り込む", []]]);
    expect(offered("ito")).toEqual([]);
  });

  test("one failure in a list takes all back", async () => {
    const [first, second] = [await add(), await add()];
    await expect(
      kintone.as("sato").record.updateRecordsStatus({
        app: app.id,
        records: [
          { id: first, action: "選ぶ", assignee: "ito" },
          { id: second, action: "終える" },
        ],
      }),
    ).rejects.toMatchObject({ code: "GAIA_IL03" });
    expect((await read(first)).status).toBe("未処理");
  });

  test("assignees are changed by administrators of the app", async () => {
    const id = await add();
    const { revision } = await admin().record.updateRecordAssignees({
      app: app.id,
      id,
      assignees: ["kato"],
    });
    expect(revision).toBe("2");
    expect((await read(id)).assignees).toEqual(["kato"]);
    await expect(
      admin().record.updateRecordAssignees({
        app: app.id,
        id,
        assignees: ["nobody"],
      }),
    ).rejects.toMatchObject({ code: "GAIA_IL26" });
  });

  test("status and assignees can be asked for; states sort in their order", async () => {
    const { records } = await admin().record.getRecords({
      app: app.id,
      query: 'ステータス = "未処理" and 作業者 in ("kato")',
    });
    expect(records.length).toBeGreaterThan(0);
    const sorted = await admin().record.getRecords({
      app: app.id,
      query: "order by ステータス desc limit 1",
    });
    expect(sorted.records[0]?.ステータス?.value).toBe("完了");
  });

  test("without process management there is no status, no action and no query for it", async () => {
    const plain = seedApp(kintone.site, someSettings({}));
    const { record } = admin();
    const { id } = await record.addRecord({ app: plain.id, record: {} });
    const read1 = await record.getRecord({ app: plain.id, id });
    expect(read1.record).not.toHaveProperty("ステータス");
    await expect(
      record.updateRecordStatus({ app: plain.id, id, action: "選ぶ" }),
    ).rejects.toMatchObject({
      code: "GAIA_ST02",
      message: expect.stringContaining(
        "プロセス管理機能が無効化されています。",
      ),
    });
    await expect(
      record.getRecords({ app: plain.id, query: 'ステータス = "未処理"' }),
    ).rejects.toMatchObject({ code: "GAIA_ST02" });
  });
});
