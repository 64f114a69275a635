import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  countUnread,
  listNotifications,
  markNotifications,
} from "../../src/rooms/notifications/inbox.ts";
import { deliverDueReminders } from "../../src/rooms/notifications/reminders.ts";
import type { App, AppSettings, JsonObject } from "../../src/model/model.ts";
import { someSettings, states } from "../support/app-settings.ts";
import { seedApp, seedUser, startKintone } from "../support/records-site.ts";
import type { TestKintone } from "../support/records-site.ts";

let kintone: TestKintone;
const fields = {
  title: { type: "SINGLE_LINE_TEXT" },
  amount: { type: "NUMBER" },
  due: { type: "DATE" },
  at: { type: "DATETIME" },
  who: { type: "USER_SELECT" },
};

beforeEach(async () => {
  kintone = await startKintone("2026-07-01T00:00:00Z");
  for (const code of ["sato", "ito", "kato"])
    seedUser(kintone.site, code, { groups: ["staff"] });
  kintone.site.store.saveGroup({ id: 9, code: "staff", name: "職員" });
  deliverDueReminders(kintone.site);
});
afterEach(async () => {
  await kintone.server.close();
  kintone.site.close();
});

const anApp = (rest: Partial<AppSettings>): App =>
  seedApp(kintone.site, someSettings(fields, rest));
const target = (type: string, code: string): JsonObject => ({
  entity: { type, code },
  includeSubs: false,
});
const heard = (code: string) => {
  const user = kintone.site.store.users.get(code);
  if (!user) throw new Error(`no ${code}`);
  return listNotifications(kintone.site, user).map(
    ({ kind, title, sender }) => [kind, title, sender],
  );
};
const add = async (app: App, by: string, record = {}) =>
  (await kintone.as(by).record.addRecord({ app: app.id, record })).id;

describe("general notifications", () => {
  const settings = (more: JsonObject): Partial<AppSettings> => ({
    generalNotifications: {
      notifications: [
        {
          ...target("GROUP", "staff"),
          recordAdded: true,
          recordEdited: false,
          commentAdded: false,
          statusChanged: true,
          fileImported: true,
          ...more,
        },
      ],
      notifyToCommenter: true,
    },
  });

  test("tell all but the one who did it", async () => {
    const app = anApp(settings({}));
    await add(app, "sato", { title: { value: "新しい" } });
    expect(heard("ito")).toEqual([["general", "新しい", "sato"]]);
    expect(heard("kato")).toHaveLength(1);
    expect(heard("sato")).toEqual([]);
  });

  test("tell only of what is switched on", async () => {
    const app = anApp(settings({ recordAdded: false }));
    const id = await add(app, "sato");
    await kintone.as("sato").record.updateRecord({
      app: app.id,
      id,
      record: { title: { value: "x" } },
    });
    expect(heard("ito")).toEqual([]);
  });

  test("tell nothing of a record that one may not see, nor the words of a hidden field", async () => {
    const app = anApp({
      ...settings({}),
      recordAcl: [
        {
          filterCond: "",
          entities: [
            {
              ...target("USER", "ito"),
              viewable: false,
              editable: false,
              deletable: false,
            },
            {
              ...target("GROUP", "everyone"),
              viewable: true,
              editable: true,
              deletable: true,
            },
          ],
        },
      ],
      fieldAcl: [
        {
          code: "title",
          entities: [
            { ...target("USER", "kato"), accessibility: "NONE" },
            { ...target("GROUP", "everyone"), accessibility: "WRITE" },
          ],
        },
      ],
    });
    await add(app, "sato", { title: { value: "秘密" } });
    expect(heard("ito")).toEqual([]);
    expect(heard("kato")).toEqual([["general", "1", "sato"]]);
  });

  test("a title that is closed later is no longer read", async () => {
    const app = anApp(settings({}));
    await add(app, "sato", { title: { value: "秘密" } });
    expect(heard("kato")).toEqual([["general", "秘密", "sato"]]);
    const live = app.live ?? app.preview;
    const fieldAcl = [
      {
        code: "title",
        entities: [{ ...target("USER", "kato"), accessibility: "NONE" }],
      },
    ];
    kintone.site.store.saveApp({
      ...app,
      live: { ...live, settings: { ...live.settings, fieldAcl } },
    });
    expect(heard("kato")).toEqual([["general", "1", "sato"]]);
  });

  test("what failed is told to nobody", async () => {
    const app = anApp(settings({}));
    await expect(
      kintone.as("sato").record.addRecords({
        app: app.id,
        records: [{}, { amount: { value: "many" } }],
      }),
    ).rejects.toMatchObject({ code: "CB_VA01" });
    expect(heard("ito")).toEqual([]);
  });
});

describe("record notifications", () => {
  test("are sent when a record comes to meet the condition, not while it goes on to", async () => {
    const app = anApp({
      perRecordNotifications: [
        {
          filterCond: "amount >= 100",
          title: "高額です",
          targets: [target("FIELD_ENTITY", "who")],
        },
      ],
    });
    const who = { who: { value: [{ code: "ito" }] } };
    const id = await add(app, "sato", { ...who, amount: { value: 50 } });
    expect(heard("ito")).toEqual([]);
    const update = (amount: number) =>
      kintone.as("sato").record.updateRecord({
        app: app.id,
        id,
        record: { amount: { value: amount } },
      });
    await update(100);
    expect(heard("ito")).toEqual([["perRecord", "高額です", "sato"]]);
    await update(200);
    expect(heard("ito")).toHaveLength(1);
    await update(0);
    await update(100);
    expect(heard("ito")).toHaveLength(2);
  });
});

describe("comments", () => {
  test("mentions reach the mentioned once, others by setting or because they commented", async () => {
    const app = anApp({});
    const id = await add(app, "sato");
    const comment = (by: string, mentions: unknown[] = []) =>
      kintone.as(by).record.addRecordComment({
        app: app.id,
        record: id,
        comment: { text: "連絡です", mentions: mentions as never },
      });
    await comment("kato");
    await comment("sato", [
      { code: "staff", type: "GROUP" },
      { code: "ito", type: "USER" },
    ]);
    expect(heard("ito").map(([kind]) => kind)).toEqual(["mention"]);
    expect(heard("kato").map(([kind]) => kind)).toEqual(["mention"]);
    expect(heard("sato")).toEqual([]);
    await comment("ito");
    expect(heard("kato").map(([kind]) => kind)).toEqual(["comment", "mention"]);
    expect(heard("sato").map(([kind]) => kind)).toEqual(["comment"]);
  });
});

describe("assignees", () => {
  test("hear that a record is theirs now", async () => {
    const app = anApp({
      process: {
        enable: true,
        states: {
          ...states("未処理"),
          処理中: {
            name: "処理中",
            index: "1",
            assignee: { type: "ONE", entities: [target("GROUP", "staff")] },
          },
        },
        actions: [
          {
            name: "渡す",
            from: "未処理",
            to: "処理中",
            filterCond: "",
            type: "PRIMARY",
          },
        ],
      },
    });
    const id = await add(app, "sato", { title: { value: "案件" } });
    await kintone.as("sato").record.updateRecordStatus({
      app: app.id,
      id,
      action: "渡す",
      assignee: "ito",
    });
    expect(heard("ito")).toEqual([["assignee", "案件", "sato"]]);
  });
});

describe("reminders", () => {
  const remind = (
    timing: JsonObject,
    filterCond = "",
  ): Partial<AppSettings> => ({
    reminderNotifications: {
      timezone: "Asia/Tokyo",
      notifications: [
        {
          timing,
          filterCond,
          title: "締切前日",
          targets: [target("GROUP", "staff")],
        },
      ],
    },
  });
  const at = (now: string) => {
    kintone.site.clock.set(Date.parse(now));
    deliverDueReminders(kintone.site);
  };

  test("fall due on the day before at nine in the morning of Japan", async () => {
    const app = anApp(
      remind({ code: "due", daysLater: "-1", time: "9:00" }, "amount > 0"),
    );
    const due = { due: { value: "2026-07-27" } };
    await add(app, "sato", { ...due, amount: { value: 1 } });
    await add(app, "sato", { ...due, amount: { value: 0 } });
    at("2026-07-25T23:59:00Z");
    expect(heard("ito")).toEqual([]);
    at("2026-07-26T00:00:00Z");
    // A reminder has no actor, so its author gets it too.
    expect(heard("sato")).toEqual([["reminder", "締切前日", null]]);
    expect(heard("ito")).toHaveLength(1);
    at("2026-07-30T00:00:00Z");
    expect(heard("ito")).toHaveLength(1);
  });

  test("look at the record as it is at that moment", async () => {
    const app = anApp(
      remind({ code: "due", daysLater: "0", time: "10:00" }, "amount > 0"),
    );
    const id = await add(app, "sato", {
      due: { value: "2026-07-02" },
      amount: { value: 1 },
    });
    await kintone.as("sato").record.updateRecord({
      app: app.id,
      id,
      record: { amount: { value: 0 } },
    });
    at("2026-07-03T00:00:00Z");
    expect(heard("ito")).toEqual([]);
  });

  test("count hours from a moment, and carry the time at which they were due", async () => {
    const app = anApp(remind({ code: "at", daysLater: "1", hoursLater: "2" }));
    await add(app, "sato", { at: { value: "2026-07-10T03:00:00Z" } });
    at("2026-07-20T00:00:00Z");
    const [only] = kintone.site.store.notifications("ito");
    expect(only?.createdAt).toBe("2026-07-11T05:00:00Z");
  });

  test("go out before a request after the clock was set changes the record", async () => {
    const app = anApp(remind({ code: "due", daysLater: "0", time: "9:00" }));
    const id = await add(app, "sato", { due: { value: "2026-07-02" } });
    kintone.site.clock.set(Date.parse("2026-07-02T12:00:00Z"));
    await kintone.as("sato").record.updateRecord({
      app: app.id,
      id,
      record: { due: { value: "2026-09-01" } },
    });
    expect(heard("ito")).toHaveLength(1);
  });

  test("are not lost with a request that is refused", async () => {
    const app = anApp(remind({ code: "due", daysLater: "0", time: "9:00" }));
    await add(app, "sato", { due: { value: "2026-07-02" } });
    kintone.site.clock.set(Date.parse("2026-07-02T12:00:00Z"));
    await expect(
      kintone.as("sato").record.getRecord({ app: app.id, id: 99 }),
    ).rejects.toMatchObject({ code: "GAIA_RE01" });
    deliverDueReminders(kintone.site);
    expect(heard("ito")).toHaveLength(1);
  });

  test("what was due before a record came in is not sent afterwards", async () => {
    const app = anApp(remind({ code: "due", daysLater: "0", time: "9:00" }));
    await add(app, "sato", { due: { value: "2026-06-01" } });
    at("2026-07-02T00:00:00Z");
    expect(heard("ito")).toEqual([]);
  });
});

describe("the list", () => {
  test("is read, and forgets after seventy days and with its record", async () => {
    const app = anApp({
      generalNotifications: {
        notifications: [{ ...target("USER", "ito"), recordAdded: true }],
        notifyToCommenter: false,
      },
    });
    const first = await add(app, "sato");
    await add(app, "sato");
    const { site } = kintone;
    const ito = site.store.users.get("ito");
    if (!ito) throw new Error("no ito");
    expect(countUnread(site, ito)).toBe(2);
    const [newest] = listNotifications(site, ito);
    markNotifications(site, ito, [newest?.id ?? 0], true);
    expect(countUnread(site, ito)).toBe(1);
    await kintone.as("sato").record.deleteRecords({
      app: app.id,
      ids: [first],
    });
    expect(listNotifications(site, ito)).toHaveLength(1);
    site.clock.set(site.clock.now() + 71 * 86_400_000);
    expect(listNotifications(site, ito)).toEqual([]);
  });
});
