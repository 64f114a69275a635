import { describe, expect, test } from "vitest";
import { useFormProbes } from "../../support/form-probes.ts";
import type { Ask, Json } from "../../support/form-probes.ts";

/*
 * Which lists a real site took and which it refused: kintone-labs/kintone-java-sdk,
 * src/test/java/com/cybozu/kintone/client/module/app/AppTest.java (testUpdateView…).
 */

const { taken, refused, send } = useFormProbes();

const LIST = { type: "LIST", index: "1", fields: ["レコード番号", "text"] };
const CALENDAR = { type: "CALENDAR", index: "1" };
const CUSTOM = { type: "CUSTOM", index: "1", html: "" };

const putting =
  (views: unknown, more: Json = {}): Ask =>
  () => ["PUT", "preview/app/views", { views, ...more }];
const view = (more: Json, kind: Json = LIST) =>
  putting({ one: { name: "one", ...kind, ...more } });
const filtered = (filterCond: string) => view({ filterCond });
const sorted = (sort: string) => view({ sort });
const columns = (...fields: string[]) => view({ fields });

describe("a list", () => {
  taken({
    "of a few fields": view({}),
    "of one's own making, without a device": view({}, CUSTOM),
    "of days": view({ date: "day", title: "text" }, CALENDAR),
    "of days, titled by groups": view(
      { date: "day", title: "groups" },
      CALENDAR,
    ),
    "of days, titled by organisations": view(
      { date: "day", title: "organizations" },
      CALENDAR,
    ),
    "of this week": filtered("day > THIS_WEEK()"),
    "of the last three days": filtered("day > FROM_TODAY(-3, DAYS)"),
    "of the year that begins": filtered("moment <= FROM_TODAY(1, YEARS)"),
    "of a day under several names": filtered(
      "day = TODAY() and day = LAST_MONTH() and day = THIS_MONTH() and day = THIS_YEAR()",
    ),
    "of related records": filtered('related.name in ("aaa")'),
    "in an order": sorted("レコード番号 asc"),
    "with no revision": view({}, { ...LIST, revision: null }),
  });

  refused({
    "without lists": putting(null),
    "without an app": putting({}, { app: null }),
    "of an app that is not there": putting({}, { app: 99999 }),
    "of app 0": putting({}, { app: 0 }),
    "of app -1": putting({}, { app: -1 }),
    "with an old revision": putting({}, { revision: 1 }),
    "with the revision -2": putting({}, { revision: -2 }),
    "under another key than its name": putting({
      other: { ...LIST, name: "one" },
    }),
    "without a name": putting({ one: LIST }),
    "with an empty name": putting({ "": { ...LIST, name: "" } }),
    "with a name of 65 letters": putting({
      ["a".repeat(65)]: { ...LIST, name: "a".repeat(65) },
    }),
    "with the name of the list of everything": putting({
      "（すべて）": { ...LIST, name: "（すべて）" },
    }),
    "without a type": view({ type: undefined }),
    "without an index": view({ index: undefined }),
    "beyond a thousand": putting(
      Object.fromEntries(
        Array.from({ length: 1001 }, (_, i) => [
          `a${i}`,
          { ...LIST, name: `a${i}`, index: i },
        ]),
      ),
    ),
    "of HTML without an end": view({ html: "a".repeat(100_000) }, CUSTOM),
  });
});

describe("columns, days and titles", () => {
  refused({
    "no columns": view({ fields: undefined }),
    "an empty list of columns": view({ fields: [] }),
    "an empty code": columns(""),
    "a code of 129 letters": columns("a".repeat(129)),
    "a field that is not there": columns("nothing"),
    "a field twice": columns("text", "text"),
    "a column of a table": columns("cell"),
    "a group": columns("group"),
    "related records": columns("related"),
    "the status while there is none": columns("ステータス"),
    "the assignee while there is none": columns("作業者"),
    "categories while there are none": columns("カテゴリー"),
    "a text as the day": view({ date: "text" }, CALENDAR),
    "a day that is not there": view({ date: "nothing" }, CALENDAR),
    "an empty day": view({ date: "" }, CALENDAR),
    "a day of 129 letters": view({ date: "a".repeat(129) }, CALENDAR),
    "a drop-down as the title": view({ title: "drop" }, CALENDAR),
    "a title that is not there": view({ title: "nothing" }, CALENDAR),
    "an empty title": view({ title: "" }, CALENDAR),
    "a title of 129 letters": view({ title: "a".repeat(129) }, CALENDAR),
  });
});

describe("an order", () => {
  refused({
    "by a column of a table": sorted("cell asc"),
    "by a field of related records": sorted("related.name asc"),
    "by a group": sorted("group asc"),
    "by the status while there is none": sorted("ステータス asc"),
    "by a field that is not there": sorted("nothing asc"),
    "that is none": sorted("text upwards"),
    "by six fields": sorted(
      "number asc, text asc, day asc, time asc, moment asc, other asc",
    ),
  });
});

describe("a condition", () => {
  refused({
    "that is one word": filtered("aaa"),
    "on a field that is not there": filtered("nothing = 100"),
    "with an order": filtered("レコード番号 >= 1 order by レコード番号"),
    "with a limit": filtered("レコード番号 = 1 limit 10"),
    "with an offset": filtered("レコード番号 = 1 offset 10"),
    "that is negated as a whole": filtered("not レコード番号 = 1"),
    "on a text with an order of numbers": filtered('text < "aaa"'),
    "that searches for nothing": filtered('text like ""'),
    "that leaves out nothing": filtered('text not like ""'),
    "on a column of a table by equality": filtered("count = 1"),
    "on a group of fields": filtered('group in ("AAA")'),
    "on related records as a whole": filtered("related in (1)"),
    "on a field that related records do not have": filtered("related.x = 1"),
    "on the categories of related records": filtered(
      'related.カテゴリー in ("A")',
    ),
    "on the status while there is none": filtered('ステータス in ("未処理")'),
    "that compares a record number with today": filtered(
      "レコード番号 = TODAY()",
    ),
    "that compares a day with this moment": filtered("day = NOW()"),
    "on a user who is not there": filtered('作成者 in ("nobody")'),
    "on a user who is a group": filtered('groups in ("member")'),
    "on a user who is an organisation": filtered('organizations in ("member")'),
    "on a fraction of a month": filtered("作成日時 < LAST_MONTH(0.1)"),
    "on a word for a day of the month": filtered("作成日時 < LAST_MONTH(AAA)"),
    "on a word for a day of the week": filtered("作成日時 < LAST_WEEK(AAA)"),
    "on a word for a number of days": filtered(
      "作成日時 < FROM_TODAY(AAA, DAYS)",
    ),
    "on a unit that is none": filtered("作成日時 < FROM_TODAY(1, AAA)"),
    "on a year beyond 9999": filtered("作成日時 < FROM_TODAY(9999, YEARS)"),
    "on a moment with slashes": filtered('moment = "2013/01/01T19:55Z"'),
    "on a time of one digit": filtered('time = "1:1"'),
    "on a day with slashes": filtered('day = "2013/01/01"'),
  });
});

describe("a list that is changed", () => {
  const listed = async (kind: Json) => {
    const { status, body } = await send(view({}, kind));
    expect(status, JSON.stringify(body)).toBe(200);
  };
  const changedTo = async (kind: Json) =>
    (await send(putting({ one: { name: "new", index: "1", ...kind } }))).status;

  test("from days to a table without columns is taken", async () => {
    await listed({ ...CALENDAR, date: "day", title: "text" });
    expect(await changedTo({ type: "LIST", filterCond: 'text = "aaa"' })).toBe(
      200,
    );
  });

  test("from a table to days without a day and a title is taken", async () => {
    await listed(LIST);
    expect(await changedTo({ type: "CALENDAR" })).toBe(200);
  });

  test("from one's own making to days is refused", async () => {
    await listed({ ...CUSTOM, html: "<b>test</b>", pager: true });
    expect(await changedTo({ type: "CALENDAR" })).toBe(400);
  });

  test("from a table to one's own making is refused", async () => {
    await listed(LIST);
    expect(await changedTo({ type: "CUSTOM" })).toBe(400);
  });
});

describe("with process management", () => {
  const switchOn: Ask = () => ["PUT", "preview/app/status", { enable: true }];

  test("the status can be a column, a condition and an order", async () => {
    await send(switchOn);
    const { views } = (await send(() => ["GET", "preview/app/views", {}]))
      .body as { views: Json };
    const ask = putting({
      ...views,
      one: {
        ...LIST,
        name: "one",
        fields: ["ステータス", "作業者"],
        filterCond: 'ステータス in ("未処理", "処理中")',
        sort: "ステータス asc",
      },
    });
    expect((await send(ask)).status).toBe(200);
  });

  test("the list of one's own work cannot be left out", async () => {
    await send(switchOn);
    expect((await send(view({}))).body.code).toBe("GAIA_IL44");
  });

  test("the list of one's own work keeps its condition", async () => {
    await send(switchOn);
    const { views } = (await send(() => ["GET", "preview/app/views", {}]))
      .body as { views: Record<string, Json> };
    const changed = Object.fromEntries(
      Object.entries(views).map(([name, it]) => [
        name,
        { ...it, filterCond: 'text = "a"' },
      ]),
    );
    expect((await send(putting(changed))).status).toBe(400);
  });
});

test("lists are changed by administrators of the app only", async () => {
  expect((await send(view({}), "member")).body.code).toBe("CB_NO02");
});

// The same probe with one kind of link is taken: the control beside "that searches for nothing".
test("a condition that joins by and, or by or alone, is taken", async () => {
  for (const word of ["and", "or"]) {
    const ask = filtered(
      `レコード番号 = 1 ${word} レコード番号 = 2 ${word} レコード番号 = 3`,
    );
    expect((await send(ask)).status).toBe(200);
  }
});
