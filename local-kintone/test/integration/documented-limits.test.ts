import { describe, expect, test } from "vitest";
import {
  field,
  lookupTo,
  options,
  useFormProbes,
} from "../support/form-probes.ts";
import type { Ask, Json } from "../support/form-probes.ts";

/*
 * Limits of settings and records, each at its edge: what is just within is taken, one more is
 * refused. Sources: kintone's OpenAPI description (maxLength and the words of a parameter), and
 * https://jp.cybozu.help/k/ja/admin/limitation/limit.html (graphs, lists and plug-ins of an app).
 */

const { probe, send } = useFormProbes();

const many = <T>(count: number, of: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => of(i + 1));
const long = (length: number) => "a".repeat(length);
const ask =
  (method: string, path: string, body: Json): Ask =>
  () => [method, path, body];

const fields = (properties: Json) =>
  ask("POST", "preview/app/form/fields", { properties });
const aRight = { entity: { type: "USER", code: "member" } };
const process = (more: Json): Ask =>
  ask("PUT", "preview/app/status", {
    enable: true,
    states: {
      未処理: { name: "first", index: 0 },
      ...more,
    },
  });
const graph = (more: Json) => ({
  chartType: "BAR",
  chartMode: "NORMAL",
  index: 0,
  name: "g",
  groups: [{ code: "text" }],
  aggregations: [{ type: "COUNT" }],
  sorts: [{ by: "TOTAL", order: "DESC" }],
  ...more,
});
const graphs = (name: string, more: Json = {}) =>
  ask("PUT", "preview/app/reports", {
    reports: { [name]: graph({ name, ...more }) },
  });
const notice = (more: Json) =>
  ask("PUT", "preview/app/notifications/perRecord", {
    notifications: [{ filterCond: "", targets: [aRight], ...more }],
  });
const reminder = (more: Json, timing: Json = {}) =>
  ask("PUT", "preview/app/notifications/reminder", {
    timezone: "Asia/Tokyo",
    notifications: [
      {
        timing: { code: "day", daysLater: 0, time: "09:00", ...timing },
        targets: [aRight],
        ...more,
      },
    ],
  });
const action =
  (name: string): Ask =>
  ({ source }) => [
    "PUT",
    "preview/app/actions",
    {
      actions: {
        [name]: {
          name,
          index: 0,
          destApp: { app: source },
          mappings: [{ srcType: "RECORD_URL", destField: "name" }],
          entities: [{ type: "GROUP", code: "everyone" }],
        },
      },
    },
  ];
const related =
  (size: number): Ask =>
  ({ source }) => [
    "POST",
    "preview/app/form/fields",
    {
      properties: field("more", "REFERENCE_TABLE", {
        referenceTable: {
          relatedApp: { app: source },
          condition: { field: "text", relatedField: "name" },
          displayFields: ["key"],
          size,
        },
      }),
    },
  ];
const comment = (text: string, mentions: number) =>
  ask("POST", "record/comment", {
    record: 1,
    comment: { text, mentions: many(mentions, () => aRight.entity) },
  });

/** Both sides of each limit: the largest that is taken, and one more. */
const limits: Record<string, readonly [within: Ask, beyond: Ask]> = {
  "128 letters of a field's name": [
    fields(field("a", "NUMBER", { label: long(128) })),
    fields(field("a", "NUMBER", { label: long(129) })),
  ],
  "128 letters of a unit": [
    fields(field("a", "NUMBER", { unit: long(128) })),
    fields(field("a", "NUMBER", { unit: long(129) })),
  ],
  "128 letters of an option": [
    fields(field("a", "DROP_DOWN", { options: options(long(128)) })),
    fields(field("a", "DROP_DOWN", { options: options(long(129)) })),
  ],
  "10 decimal places": [
    fields(field("a", "NUMBER", { displayScale: "10" })),
    fields(field("a", "NUMBER", { displayScale: "11" })),
  ],
  "50 related records at a time": [related(50), related(51)],
  "64 letters of a status": [
    process({ [long(64)]: { name: long(64), index: 1 } }),
    process({ [long(65)]: { name: long(65), index: 1 } }),
  ],
  "64 letters of a graph": [graphs(long(64)), graphs(long(65))],
  "10 functions of a graph": [
    graphs("g", { aggregations: many(10, () => ({ type: "COUNT" })) }),
    graphs("g", { aggregations: many(11, () => ({ type: "COUNT" })) }),
  ],
  "3 groups of a graph": [
    graphs("g", {
      groups: ["text", "drop", "radio"].map((code) => ({ code })),
    }),
    graphs("g", {
      groups: ["text", "drop", "radio", "check"].map((code) => ({ code })),
    }),
  ],
  "32 letters of an action": [action(long(32)), action(long(33))],
  "64 letters of a list": [
    ask("PUT", "preview/app/views", {
      views: {
        [long(64)]: {
          type: "LIST",
          name: long(64),
          index: 0,
          fields: ["text"],
        },
      },
    }),
    ask("PUT", "preview/app/views", {
      views: {
        [long(65)]: {
          type: "LIST",
          name: long(65),
          index: 0,
          fields: ["text"],
        },
      },
    }),
  ],
  "100 letters of a notice": [
    notice({ title: long(100) }),
    notice({ title: long(101) }),
  ],
  "100 letters of a reminder": [
    reminder({ title: long(100) }),
    reminder({ title: long(101) }),
  ],
  "10,000 days after a day": [
    reminder({}, { daysLater: 10_000 }),
    reminder({}, { daysLater: 10_001 }),
  ],
  "10,000 days before a day": [
    reminder({}, { daysLater: -10_000 }),
    reminder({}, { daysLater: -10_001 }),
  ],
  "10,000 letters of notes for administrators": [
    ask("PUT", "preview/app/adminNotes", { content: long(10_000) }),
    ask("PUT", "preview/app/adminNotes", { content: long(10_001) }),
  ],
  "10,000 letters of a description": [
    ask("PUT", "preview/app/settings", { description: long(10_000) }),
    ask("PUT", "preview/app/settings", { description: long(10_001) }),
  ],
  "64 letters of an app's name": [
    ask("PUT", "preview/app/settings", { name: long(64) }),
    ask("PUT", "preview/app/settings", { name: long(65) }),
  ],
  "100 records added at once": [
    ask("POST", "records", { records: many(100, () => ({})) }),
    ask("POST", "records", { records: many(101, () => ({})) }),
  ],
  "65,535 letters of a comment": [
    comment(long(65_535), 0),
    comment(long(65_536), 0),
  ],
  "10 mentions": [comment("a", 10), comment("a", 11)],
  "10 comments read at once": [
    ask("GET", "record/comments", { record: 1, limit: 10 }),
    ask("GET", "record/comments", { record: 1, limit: 11 }),
  ],
  "500 records read at once": [
    ask("GET", "records", { query: "limit 500" }),
    ask("GET", "records", { query: "limit 501" }),
  ],
  "10,000 records skipped": [
    ask("GET", "records", { query: "limit 1 offset 10000" }),
    ask("GET", "records", { query: "limit 1 offset 10001" }),
  ],
  "500 records of a cursor at once": [
    ask("POST", "records/cursor", { size: 500 }),
    ask("POST", "records/cursor", { size: 501 }),
  ],
};

describe("limits", () => {
  test.each(Object.entries(limits))("%s", async (_title, [within, beyond]) => {
    const { it, app } = probe();
    await it.send("POST", "/k/v1/record.json", { app, record: {} });
    const taken = await send(within);
    expect(taken.status, JSON.stringify(taken.body)).toBe(200);
    const refused = await send(beyond);
    expect(refused.status, JSON.stringify(refused.body)).toBe(400);
  });

  test("1,000 graphs of an app", async () => {
    const reports = (count: number) =>
      Object.fromEntries(
        many(count, (n) => [`g${n}`, graph({ name: `g${n}`, index: n })]),
      );
    const put = (count: number) =>
      send(ask("PUT", "preview/app/reports", { reports: reports(count) }));
    expect((await put(1000)).status).toBe(200);
    expect((await put(1001)).status).toBe(400);
  });

  test("100 fields deleted at once", async () => {
    const codes = many(101, (n) => `f${n}`);
    await send(
      fields(
        Object.assign({}, ...codes.map((it) => field(it, "NUMBER"))) as Json,
      ),
    );
    const remove = (list: string[]) =>
      send(ask("DELETE", "preview/app/form/fields", { fields: list }));
    expect((await remove(codes)).status).toBe(400);
    expect((await remove(codes.slice(1))).status).toBe(200);
  });

  test("100 records changed, moved or deleted at once", async () => {
    const { it, app } = probe();
    for (const count of [100, 1])
      await it.send("POST", "/k/v1/records.json", {
        app,
        records: many(count, () => ({})),
      });
    const ids = many(101, (n) => n);
    const all: Array<[string, string, (list: number[]) => Json]> = [
      ["PUT", "records", (list) => ({ records: list.map((id) => ({ id })) })],
      ["GET", "records/acl/evaluate", (list) => ({ ids: list })],
      ["DELETE", "records", (list) => ({ ids: list })],
    ];
    for (const [method, path, body] of all) {
      expect((await send(ask(method, path, body(ids)))).status, path).toBe(400);
      const within = await send(ask(method, path, body(ids.slice(1))));
      expect(within.status, path).toBe(200);
    }
  });

  test("64 letters of an update key", async () => {
    const update = (length: number) =>
      send(({ source }) => [
        "PUT",
        "record",
        { app: source, updateKey: { field: "key", value: long(length) } },
      ]);
    expect((await update(64)).body.code).toBe("GAIA_RE20");
    expect((await update(65)).body.code).toBe("CB_VA01");
  });

  test("100 assignees", async () => {
    const name = (count: number) =>
      send(
        ask("PUT", "record/assignees", {
          id: 1,
          assignees: many(count, (n) => `user${n}`),
        }),
      );
    const beyond = (await name(101)).body.errors as Json;
    expect(Object.keys(beyond)).toEqual(["assignees"]);
    expect((await name(100)).body.errors ?? {}).not.toHaveProperty("assignees");
  });

  test("20 plug-ins of an app", async () => {
    const { it, app } = probe();
    const ids = many(21, (n) => `plugin${n}`);
    for (const id of ids)
      it.site.store.savePlugin({
        id,
        version: "1",
        manifest: { name: { ja: id, en: id } },
        files: new Map(),
        installedAt: "",
      });
    const add = (list: string[]) =>
      it.call("POST", "/k/v1/preview/app/plugins.json", { app, ids: list });
    expect((await add(ids)).status).toBe(400);
    expect((await add(ids.slice(1))).status).toBe(200);
    expect((await add(ids.slice(0, 1))).status).toBe(400);
  });
});

test("a lookup's order has no more fields than the screens offer", async () => {
  const lookup =
    (sort: string): Ask =>
    ({ source }) => [
      "POST",
      "preview/app/form/fields",
      {
        properties: field("another", "SINGLE_LINE_TEXT", {
          lookup: lookupTo(source, { sort }),
        }),
      },
    ];
  const five = "key asc, name asc, amount asc, $id asc, 更新日時 asc";
  expect((await send(lookup(`${five}, 作成日時 asc`))).status).toBe(400);
  expect((await send(lookup(five))).status).toBe(200);
});
