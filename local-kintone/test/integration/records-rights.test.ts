import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import type { App, JsonObject } from "../../src/model/model.ts";
import { evaluateRecordRights } from "../../src/rooms/rights/evaluate.ts";
import { someSettings } from "../support/app-settings.ts";
import {
  appRow,
  everyone,
  seedApp,
  seedUser,
  startKintone,
} from "../support/records-site.ts";
import type { TestKintone } from "../support/records-site.ts";

let kintone: TestKintone;
const admin = () => kintone.as("Administrator");

const row = (
  type: string,
  code: string,
  rights: JsonObject,
  includeSubs = false,
): JsonObject => ({ entity: { type, code }, includeSubs, ...rights });
const all = { viewable: true, editable: true, deletable: true };
const view = { viewable: true, editable: false, deletable: false };
const none = { viewable: false, editable: false, deletable: false };

beforeAll(async () => {
  kintone = await startKintone();
  const { site } = kintone;
  site.store.saveOrganization({
    id: 1,
    code: "parent",
    name: "本部",
    parentCode: null,
  });
  for (const code of ["north", "south"])
    site.store.saveOrganization({
      id: 2,
      code,
      name: code,
      parentCode: "parent",
    });
  site.store.saveGroup({ id: 90, code: "federation", name: "県連" });
  seedUser(site, "north1", { organizations: ["north"] });
  seedUser(site, "south1", { organizations: ["south"] });
  seedUser(site, "boss", { organizations: ["parent"] });
  seedUser(site, "manager", { groups: ["federation"] });
});
afterAll(async () => {
  await kintone.server.close();
  kintone.site.close();
});

describe("record permissions by a field of organisations", () => {
  let app: App;
  let master: App;
  beforeAll(async () => {
    const fields = {
      firm: { type: "SINGLE_LINE_TEXT", unique: true },
      team: { type: "ORGANIZATION_SELECT" },
      note: { type: "SINGLE_LINE_TEXT" },
      secret: { type: "SINGLE_LINE_TEXT" },
      paper: { type: "FILE" },
    };
    const recordAcl = [
      {
        filterCond: "",
        entities: [
          row("GROUP", "federation", all),
          row("GROUP", "Administrators", all),
          row("FIELD_ENTITY", "team", { ...all, deletable: false }),
        ],
      },
    ];
    const fieldAcl = [
      {
        code: "secret",
        entities: [
          row("GROUP", "federation", { accessibility: "WRITE" }),
          row("GROUP", "Administrators", { accessibility: "WRITE" }),
          row("GROUP", "everyone", { accessibility: "NONE" }),
        ],
      },
      {
        code: "note",
        entities: [
          row("ORGANIZATION", "north", { accessibility: "READ" }),
          row("GROUP", "everyone", { accessibility: "WRITE" }),
        ],
      },
    ];
    master = seedApp(
      kintone.site,
      someSettings(fields, { recordAcl, fieldAcl }),
    );
    const relation = {
      relatedApp: { app: String(master.id), code: "" },
      condition: { field: "firm", relatedField: "firm" },
      filterCond: "",
      displayFields: [],
      sort: "",
      size: "5",
    };
    app = seedApp(
      kintone.site,
      someSettings({
        firm: {
          type: "SINGLE_LINE_TEXT",
          lookup: {
            relatedApp: { app: String(master.id), code: "" },
            relatedKeyField: "firm",
            fieldMappings: [{ field: "copied", relatedField: "note" }],
            lookupPickerFields: [],
            filterCond: "",
            sort: "",
          },
        },
        leak: {
          type: "SINGLE_LINE_TEXT",
          lookup: {
            relatedApp: { app: String(master.id), code: "" },
            relatedKeyField: "firm",
            fieldMappings: [{ field: "leaked", relatedField: "secret" }],
            lookupPickerFields: [],
            filterCond: "",
            sort: "",
          },
        },
        copied: { type: "SINGLE_LINE_TEXT" },
        leaked: { type: "SINGLE_LINE_TEXT" },
        firms: { type: "REFERENCE_TABLE", referenceTable: relation },
      }),
    );
    const { fileKey } = await admin().file.uploadFile({
      file: { name: "n.txt", data: "north" },
    });
    await admin().record.addRecords({
      app: master.id,
      records: [
        {
          firm: { value: "北商店" },
          team: { value: [{ code: "north" }] },
          note: { value: "n" },
          secret: { value: "秘密" },
          paper: { value: [{ fileKey }] },
        },
        {
          firm: { value: "南商店" },
          team: { value: [{ code: "south" }] },
          note: { value: "s" },
          secret: { value: "別" },
        },
      ],
    });
  });

  const firms = async (client: KintoneRestAPIClient, query = "") => {
    const answer = await client.record.getRecords({
      app: master.id,
      query,
      totalCount: true,
    });
    return [
      answer.records.map((it) => it.firm?.value).sort(),
      Number(answer.totalCount),
    ];
  };

  test("lists, counts and cursors hold only what one may see", async () => {
    expect(await firms(kintone.as("north1"))).toEqual([["北商店"], 1]);
    expect(await firms(kintone.as("south1"))).toEqual([["南商店"], 1]);
    expect(await firms(kintone.as("manager"))).toEqual([
      ["北商店", "南商店"],
      2,
    ]);
    // The row names an organisation's members, not those above it.
    expect(await firms(kintone.as("boss"))).toEqual([[], 0]);
    const cursor = await kintone
      .as("north1")
      .record.createCursor({ app: master.id });
    expect(cursor.totalCount).toBe("1");
    await expect(
      kintone.as("south1").record.getRecordsByCursor({ id: cursor.id }),
    ).rejects.toMatchObject({ code: "GAIA_CN01" });
    await kintone.as("north1").record.deleteCursor({ id: cursor.id });
  });

  test("a record of others can neither be read, changed, deleted, commented nor evaluated as visible", async () => {
    const { record } = kintone.as("north1");
    const other = { app: master.id, id: 2 };
    const refused = { code: "CB_NO02", status: 403 };
    await expect(record.getRecord(other)).rejects.toMatchObject(refused);
    await expect(
      record.updateRecord({ ...other, record: { note: { value: "x" } } }),
    ).rejects.toMatchObject(refused);
    await expect(
      record.deleteRecords({ app: master.id, ids: [2] }),
    ).rejects.toMatchObject(refused);
    await expect(
      record.getRecordComments({ app: master.id, record: 2 }),
    ).rejects.toMatchObject(refused);
    await expect(
      record.addRecordComment({
        app: master.id,
        record: 2,
        comment: { text: "x" },
      }),
    ).rejects.toMatchObject(refused);
    const { body } = await kintone.raw(
      "north1",
      "GET",
      `/k/v1/records/acl/evaluate.json?app=${master.id}&ids[0]=1&ids[1]=2`,
    );
    const rights = body.rights as Array<{ record: unknown }>;
    expect(rights[0]?.record).toEqual({
      viewable: true,
      editable: true,
      deletable: false,
    });
    expect(rights[1]?.record).toEqual(none);
  });

  test("rights differ: who may edit may not delete", async () => {
    await expect(
      kintone.as("north1").record.deleteRecords({ app: master.id, ids: [1] }),
    ).rejects.toMatchObject({ code: "CB_NO02" });
  });

  test("a hidden field is in no answer and answers no question", async () => {
    const { record } = kintone.as("north1");
    const read = await record.getRecord({ app: master.id, id: 1 });
    expect(read.record).not.toHaveProperty("secret");
    for (const query of [
      'secret = "秘密"',
      'secret != "x"',
      "order by secret asc",
    ])
      await expect(
        record.getRecords({ app: master.id, query }),
      ).rejects.toMatchObject({ code: "CB_NO02" });
    await expect(
      record.updateRecord({
        app: master.id,
        id: 1,
        record: { secret: { value: "x" } },
      }),
    ).rejects.toMatchObject({ code: "GAIA_FU01" });
    const managed = await kintone
      .as("manager")
      .record.getRecord({ app: master.id, id: 1 });
    expect(managed.record.secret?.value).toBe("秘密");
  });

  test("a field that may only be read refuses an update by name", async () => {
    await expect(
      kintone.as("north1").record.updateRecord({
        app: master.id,
        id: 1,
        record: { note: { value: "x" } },
      }),
    ).rejects.toMatchObject({
      code: "GAIA_FU01",
      status: 403,
      message: expect.stringContaining(
        "フィールド「note」の編集権限がありません。",
      ),
    });
    await kintone.as("manager").record.updateRecord({
      app: master.id,
      id: 1,
      record: { note: { value: "n" } },
    });
  });

  test("lookups neither find nor copy what one may not see", async () => {
    const add = (code: string, field: string, value: string) =>
      kintone
        .as(code)
        .record.addRecord({ app: app.id, record: { [field]: { value } } });
    await add("north1", "firm", "北商店");
    await expect(add("north1", "firm", "南商店")).rejects.toMatchObject({
      code: "GAIA_LO04",
    });
    await expect(add("north1", "leak", "北商店")).rejects.toMatchObject({
      code: "GAIA_LO04",
    });
    await add("manager", "leak", "北商店");
  });

  test("a question over related records sees only the asker's", async () => {
    const found = async (code: string) => {
      const { records } = await kintone.as(code).record.getRecords({
        app: app.id,
        query: 'firms.note in ("n")',
      });
      return records.length;
    };
    expect(await found("north1")).toBe(1);
    expect(await found("south1")).toBe(0);
    await expect(
      kintone.as("north1").record.getRecords({
        app: app.id,
        query: 'firms.secret in ("秘密")',
      }),
    ).rejects.toMatchObject({ code: "CB_NO02" });
  });

  test("a file is read by those who see its record and field", async () => {
    const { record } = await admin().record.getRecord({
      app: master.id,
      id: 1,
    });
    const [{ fileKey = "" } = {}] = record.paper?.value as unknown as Array<{
      fileKey: string;
    }>;
    const download = (code: string) =>
      kintone.as(code).file.downloadFile({ fileKey });
    expect(new TextDecoder().decode(await download("north1"))).toBe("north");
    await expect(download("south1")).rejects.toMatchObject({ status: 403 });
  });

  test("pages ask for the same rights without REST", () => {
    const { store } = kintone.site;
    const record = store.records(master.id).get(1);
    const user = store.users.get("north1");
    if (!record || !user) throw new Error("not seeded");
    expect(evaluateRecordRights(kintone.site, user, master, record)).toEqual({
      record: { viewable: true, editable: true, deletable: false },
      fields: {
        firm: { viewable: true, editable: true },
        team: { viewable: true, editable: true },
        note: { viewable: true, editable: false },
        secret: { viewable: false, editable: false },
        paper: { viewable: true, editable: true },
      },
    });
  });
});

describe("order of priority", () => {
  test("the first block that is about a record decides, in it the first row that means the user", async () => {
    const app = seedApp(
      kintone.site,
      someSettings(
        { kind: { type: "SINGLE_LINE_TEXT" } },
        {
          recordAcl: [
            {
              filterCond: 'kind = "closed"',
              entities: [
                row("USER", "boss", none),
                row("ORGANIZATION", "parent", view, true),
              ],
            },
            {
              filterCond: 'kind in ("closed", "mine")',
              entities: [row("FIELD_ENTITY", "作成者", all)],
            },
          ],
        },
      ),
    );
    const { record } = admin();
    for (const kind of ["closed", "mine", "free"])
      await record.addRecord({
        app: app.id,
        record: { kind: { value: kind } },
      });
    const kinds = async (code: string) => {
      const answer = await kintone
        .as(code)
        .record.getRecords({ app: app.id, query: "order by $id asc" });
      return answer.records.map((it) => it.kind?.value);
    };
    expect(await kinds("boss")).toEqual(["free"]);
    expect(await kinds("north1")).toEqual(["closed", "free"]);
    expect(await kinds("manager")).toEqual(["free"]);
    // The creator is not named in the first block.
    expect(await kinds("Administrator")).toEqual(["mine", "free"]);
    await expect(
      kintone.as("north1").record.updateRecord({
        app: app.id,
        id: 1,
        record: {},
      }),
    ).rejects.toMatchObject({ code: "CB_NO02" });
  });

  test("app permissions stand above: what the app denies no record gives", async () => {
    const app = seedApp(
      kintone.site,
      someSettings(
        { t: { type: "SINGLE_LINE_TEXT" } },
        {
          appAcl: [
            appRow({ type: "USER", code: "Administrator" }),
            appRow({ type: "USER", code: "north1" }, { recordAddable: true }),
            appRow(
              { type: "ORGANIZATION", code: "north" },
              { recordViewable: true },
            ),
            appRow({ type: "USER", code: "south1" }, { recordViewable: true }),
          ],
        },
      ),
    );
    const north = kintone.as("north1").record;
    const { id } = await north.addRecord({ app: app.id, record: {} });
    const refused = { code: "CB_NO02" };
    // The user's own row comes first, so the organisation's does not count.
    await expect(north.getRecord({ app: app.id, id })).rejects.toMatchObject(
      refused,
    );
    const south = kintone.as("south1").record;
    expect((await south.getRecords({ app: app.id })).records).toHaveLength(1);
    await expect(
      south.addRecord({ app: app.id, record: {} }),
    ).rejects.toMatchObject(refused);
    await expect(
      south.updateRecord({ app: app.id, id, record: {} }),
    ).rejects.toMatchObject(refused);
    await expect(
      south.deleteRecords({ app: app.id, ids: [id] }),
    ).rejects.toMatchObject(refused);
    await expect(
      kintone.as("boss").record.getRecords({ app: app.id }),
    ).rejects.toMatchObject(refused);
    const unset = { 作成日時: { value: "2020-01-01T00:00:00Z" } };
    await expect(
      north.addRecord({ app: app.id, record: unset }),
    ).rejects.toMatchObject({ code: "GAIA_BF02" });
  });
});

describe("a field whose rights depend on the record", () => {
  test("is shown, asked for and sorted by only where it may be seen", async () => {
    const app = seedApp(
      kintone.site,
      someSettings(
        {
          n: { type: "NUMBER" },
          pay: { type: "NUMBER" },
          owner: { type: "USER_SELECT" },
        },
        {
          fieldAcl: [
            {
              code: "pay",
              entities: [
                row("FIELD_ENTITY", "owner", { accessibility: "READ" }),
                row("USER", "Administrator", { accessibility: "WRITE" }),
                row("GROUP", "everyone", { accessibility: "NONE" }),
              ],
            },
          ],
        },
      ),
    );
    const own = (code: string) => ({ owner: { value: [{ code }] } });
    await admin().record.addRecords({
      app: app.id,
      records: [
        { n: { value: 1 }, pay: { value: 300 }, ...own("north1") },
        { n: { value: 2 }, pay: { value: 200 }, ...own("south1") },
        { n: { value: 3 }, pay: { value: 100 }, ...own("north1") },
      ],
    });
    const { record } = kintone.as("north1");
    const ask = async (query: string) =>
      (await record.getRecords({ app: app.id, query })).records.map((it) => [
        it.n?.value,
        it.pay?.value,
      ]);
    expect(await ask("order by $id asc")).toEqual([
      ["1", "300"],
      ["2", undefined],
      ["3", "100"],
    ]);
    expect(await ask("pay > 0 order by $id asc")).toEqual([
      ["1", "300"],
      ["3", "100"],
    ]);
    expect(await ask("pay != 300 order by $id asc")).toEqual([["3", "100"]]);
    // A hidden value sorts like an empty one.
    expect(await ask("order by pay asc")).toEqual([
      ["2", undefined],
      ["3", "100"],
      ["1", "300"],
    ]);
  });
});

describe("API tokens", () => {
  let app: App;
  let other: App;
  beforeAll(async () => {
    const acl = [{ filterCond: "", entities: [row("USER", "boss", all)] }];
    other = seedApp(
      kintone.site,
      someSettings({ key: { type: "SINGLE_LINE_TEXT", unique: true } }),
      { tokens: [{ token: "O-VIEW", rights: ["view"] }] },
    );
    await admin().record.addRecord({
      app: other.id,
      record: { key: { value: "k" } },
    });
    app = seedApp(
      kintone.site,
      someSettings(
        {
          t: { type: "SINGLE_LINE_TEXT" },
          link: {
            type: "SINGLE_LINE_TEXT",
            lookup: {
              relatedApp: { app: String(other.id), code: "" },
              relatedKeyField: "key",
              fieldMappings: [],
              lookupPickerFields: [],
              filterCond: "",
              sort: "",
            },
          },
        },
        { recordAcl: acl, appAcl: [appRow(everyone)] },
      ),
      {
        tokens: [
          { token: "VIEW", rights: ["view"] },
          { token: "ADD", rights: ["add"] },
          { token: "EDIT", rights: ["view", "edit"] },
        ],
      },
    );
  });

  test("may do what was ticked for them, as Administrator, whatever records say", async () => {
    const refused = { code: "GAIA_NO01", status: 403 };
    const add = kintone.byToken("ADD").record;
    const { id } = await add.addRecord({ app: app.id, record: {} });
    await expect(add.getRecord({ app: app.id, id })).rejects.toMatchObject(
      refused,
    );
    const read = await kintone
      .byToken("VIEW")
      .record.getRecord({ app: app.id, id });
    expect(read.record.作成者?.value).toMatchObject({ code: "Administrator" });
    await expect(
      kintone
        .byToken("VIEW")
        .record.updateRecord({ app: app.id, id, record: {} }),
    ).rejects.toMatchObject(refused);
    await kintone
      .byToken("EDIT")
      .record.updateRecord({ app: app.id, id, record: {} });
    await expect(
      kintone.byToken("EDIT").record.deleteRecords({ app: app.id, ids: [id] }),
    ).rejects.toMatchObject(refused);
    await expect(
      kintone.byToken("VIEW").record.getRecords({ app: other.id }),
    ).rejects.toMatchObject(refused);
  });

  test("a lookup needs a token of the other app beside", async () => {
    const add = (token: string) =>
      kintone.byToken(token).record.addRecord({
        app: app.id,
        record: { link: { value: "k" } },
      });
    await expect(add("ADD")).rejects.toMatchObject({ code: "GAIA_LO04" });
    await add("ADD,O-VIEW");
  });
});
