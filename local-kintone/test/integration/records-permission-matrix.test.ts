import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listNotifications } from "../../src/rooms/notifications/inbox.ts";
import type { App } from "../../src/model/model.ts";
import type { Site } from "../../src/model/site.ts";
import { build, fillIn, root } from "../support/permission-site.ts";
import type { Ask, Answer, Body } from "../support/permission-site.ts";
import { STATES, judge, people, plans } from "../support/permission-plan.ts";
import type { Person, Plan, Rights, Row } from "../support/permission-plan.ts";

/* Random permissions, and every door through which a value could be seen. */

const refusedOr = (answer: Answer, read: (body: Body) => unknown) =>
  answer.status === 200 ? read(answer.body) : answer.status;

type Rendered = Record<string, { value: unknown }>;
const idsInOrder = (body: Body) =>
  (body.records as Rendered[]).map((it) => Number(it.$id?.value));
const idsIn = (body: Body) => idsInOrder(body).sort();

type Visit = {
  plan: Plan;
  person: Person;
  site: Site;
  main: App;
  other: App;
  ask: Ask;
};

const opinions = ({ plan, person }: Visit) => {
  const rows = plan.records.map((row, i) => ({ row, id: i + 1 }));
  return {
    ...judge(plan, person),
    rows,
    ids: (wanted: (row: Row, id: number) => boolean) =>
      rows.filter(({ row, id }) => wanted(row, id)).map(({ id }) => id),
  };
};

const secretOf = (id: number) => `s${(id - 1) % 2}`;

const search = ({ person, main, ask }: Visit, query: string, app = main) =>
  ask(
    person.code,
    "GET",
    `/k/v1/records.json?app=${app.id}&totalCount=true&query=${encodeURIComponent(query)}`,
  );

const visitApp = async (visit: Visit) => {
  const { person, main, ask } = visit;
  const { app } = opinions(visit);
  const isOpen = app.viewable || app.addable;
  const answer = await ask(person.code, "GET", `/k/v1/app.json?id=${main.id}`);
  expect(answer.status).toBe(app.viewable ? 200 : 403);
  const apps = await ask(person.code, "GET", "/k/v1/apps.json");
  const listed = (apps.body.apps as Array<{ appId: string }>).map((it) =>
    Number(it.appId),
  );
  expect(listed.includes(main.id)).toBe(isOpen);
};

const visitLists = async (visit: Visit) => {
  const { person, main, ask } = visit;
  const { app, ids, may } = opinions(visit);
  const list = await search(visit, "");
  expect(refusedOr(list, idsIn)).toEqual(app.viewable ? ids(may) : 403);
  expect(refusedOr(list, (it) => it.totalCount)).toEqual(
    app.viewable ? String(ids(may).length) : 403,
  );
  const path = "/k/v1/records/cursor.json";
  const cursor = await ask(person.code, "POST", path, { app: main.id });
  expect(cursor.status).toBe(app.viewable ? 200 : 403);
  if (!app.viewable) return;
  expect(cursor.body.totalCount).toBe(String(ids(may).length));
  const id = String(cursor.body.id);
  const page = await ask(person.code, "GET", `${path}?id=${id}`);
  expect(idsIn(page.body)).toEqual(ids(may));
};

/** A question about a field answers only for records where it may be seen. */
const visitSearch = async (visit: Visit) => {
  const { ids, sees } = opinions(visit);
  const questions: Array<[query: string, wanted: number[]]> = [
    ['secret in ("s0", "s1")', ids((row) => sees(row, "secret"))],
    [
      'secret != "s0"',
      ids((row, id) => sees(row, "secret") && secretOf(id) !== "s0"),
    ],
    ['secret = ""', []],
    [
      'title like "alpha"',
      ids((row) => sees(row, "title") && row.title === "alpha"),
    ],
    [
      'title not like "alpha"',
      ids((row) => sees(row, "title") && row.title !== "alpha"),
    ],
    ['paper like "contract"', ids((row) => sees(row, "paper"))],
    ["paper is not empty", ids((row) => sees(row, "paper"))],
    ["paper is empty", []],
  ];
  for (const [query, wanted] of questions) {
    const answer = await search(visit, query);
    if (answer.status === 200)
      expect([query, idsIn(answer.body)]).toEqual([query, wanted]);
    else expect([query, answer.status, wanted]).toEqual([query, 403, []]);
  }
};

/** Words over all apps: of fields, of file names, of comments. */
const visitWords = async (visit: Visit) => {
  const { person, main, ask } = visit;
  const { ids, may, sees } = opinions(visit);
  const find = async (keyword: string, type: string) => {
    const answer = await ask(person.code, "POST", "/k/v1/search.json", {
      query: [{ operator: "AND", keywords: [keyword] }],
      types: [type],
    });
    expect(answer.status).toBe(200);
    type Hit = Record<string, { appId?: string; recordId?: string }>;
    return (answer.body.hits as Hit[])
      .map((hit) => hit.recordComment ?? hit.record)
      .filter((found) => found?.appId === String(main.id))
      .map((found) => Number(found?.recordId))
      .sort();
  };
  const found = {
    title: await find("alpha", "RECORD"),
    secret: await find("s0", "RECORD"),
    paper: await find("contract", "ATTACHMENT"),
    talk: await find("about", "RECORD_COMMENT"),
  };
  expect(found).toEqual({
    title: ids((row) => sees(row, "title") && row.title === "alpha"),
    secret: ids((row, id) => sees(row, "secret") && secretOf(id) === "s0"),
    paper: ids((row) => sees(row, "paper")),
    talk: ids(may),
  });
};

/** The order of records tells nothing of a value that may not be seen. */
const visitOrder = async (visit: Visit) => {
  const { rows, may, sees } = opinions(visit);
  const answer = await search(visit, "order by secret asc, $id asc");
  const shown = rows
    .filter(({ row }) => may(row))
    .map(({ row, id }) => ({
      id,
      key: sees(row, "secret") ? secretOf(id) : "",
    }))
    .sort((a, b) => a.key.localeCompare(b.key) || a.id - b.id);
  if (answer.status === 200)
    expect(idsInOrder(answer.body)).toEqual(shown.map(({ id }) => id));
  else
    expect([answer.status, shown.filter(({ key }) => key !== "")]).toEqual([
      403,
      [],
    ]);
};

const visitRecord = async (visit: Visit, row: Row, id: number) => {
  const { person, main, site, ask } = visit;
  const { may, sees } = opinions(visit);
  const get = (path: string) => ask(person.code, "GET", path);
  const one = await get(`/k/v1/record.json?app=${main.id}&id=${id}`);
  expect(one.status).toBe(may(row) ? 200 : 403);
  const shown = (one.body.record ?? {}) as Rendered;
  const named = await search(visit, `$id = "${id}"`);
  const [listed = {}] = (named.body.records ?? []) as Rendered[];
  for (const code of ["key", "title", "secret", "paper"]) {
    expect(code in shown).toBe(sees(row, code));
    expect(code in listed).toBe(sees(row, code));
  }
  const comments = await get(
    `/k/v1/record/comments.json?app=${main.id}&record=${id}`,
  );
  expect(comments.status).toBe(may(row) ? 200 : 403);
  const stored = site.store.records(main.id).get(id);
  const [paper] = stored?.values.paper as Array<{ fileKey: string }>;
  const file = await get(`/k/v1/file.json?fileKey=${paper?.fileKey ?? ""}`);
  expect(file.status).toBe(sees(row, "paper") ? 200 : 403);
};

const visitEvaluation = async (visit: Visit, row: Row, id: number) => {
  const { person, main, ask } = visit;
  const { app, record, sees, writes } = opinions(visit);
  const answer = await ask(
    person.code,
    "GET",
    `/k/v1/records/acl/evaluate.json?app=${main.id}&ids[0]=${id}`,
  );
  const codes = ["key", "title", "secret", "paper"];
  type Evaluated = { record: Rights; fields: Record<string, unknown> };
  const read = (body: Body) => {
    const [first] = body.rights as Evaluated[];
    return [first?.record, ...codes.map((code) => first?.fields[code])];
  };
  const expected = [
    record(row),
    ...codes.map((code) => ({
      viewable: sees(row, code),
      editable: writes(row, code),
    })),
  ];
  // A caller who may only add records may evaluate rights too, and finds none
  // granted.
  const isOpen = app.viewable || app.addable;
  expect(refusedOr(answer, read)).toEqual(isOpen ? expected : 403);
};

/**
 * Tries requests without leaving a trace: the last part of the bulk request always
 * fails, so what counts is whether it was reached.
 */
const tries = async (
  { person, main, ask, site }: Visit,
  method: string,
  path: string,
  payload: object,
): Promise<number> => {
  const before = JSON.stringify([...site.store.records(main.id)]);
  const requests = [
    {
      method,
      api: `/k/v1/${path}.json`,
      payload: { app: main.id, ...payload },
    },
    {
      method: "PUT",
      api: "/k/v1/record.json",
      payload: { app: main.id, id: 9999, record: {} },
    },
  ];
  const answer = await ask(person.code, "POST", "/k/v1/bulkRequest.json", {
    requests,
  });
  expect(JSON.stringify([...site.store.records(main.id)])).toBe(before);
  const results = answer.body.results as Array<{ code?: string }>;
  return results[1]?.code === "GAIA_RE01" ? 200 : answer.status;
};

const visitWrites = async (visit: Visit, row: Row, id: number) => {
  const { may, record, writes, field, sees } = opinions(visit);
  const secret = { secret: { value: "new" } };
  const is = (allowed: boolean) => (allowed ? 200 : 403);
  const found = {
    update: await tries(visit, "PUT", "record", { id, record: secret }),
    updateAll: await tries(visit, "PUT", "records", {
      records: [{ id, record: secret }],
    }),
    updateByKey: await tries(visit, "PUT", "record", {
      updateKey: { field: "key", value: `k${id - 1}` },
      record: secret,
    }),
    upsert: await tries(visit, "PUT", "records", {
      upsert: true,
      records: [
        {
          updateKey: { field: "key", value: `k${id - 1}` },
          record: secret,
        },
      ],
    }),
    remove: await tries(visit, "DELETE", "records", { ids: [id] }),
    act: await tries(visit, "PUT", "record/status", { id, action: "flip" }),
    actAll: await tries(visit, "PUT", "records/status", {
      records: [{ id, action: "flip" }],
    }),
    assign: await tries(visit, "PUT", "record/assignees", {
      id,
      assignees: [],
    }),
  };
  const update = is(writes(row, "secret"));
  const byKey = is(
    writes(row, "secret") && sees(row, "key") && field(row, "key") !== "NONE",
  );
  expect(found).toEqual({
    update,
    updateAll: update,
    updateByKey: byKey,
    upsert: byKey,
    remove: is(record(row).deletable),
    act: is(may(row)),
    actAll: is(may(row)),
    // Only administrators of the app set assignees.
    assign: 403,
  });
};

/** Comments are not part of bulk requests; one's own is taken back afterwards. */
const visitTalk = async (visit: Visit, row: Row, id: number) => {
  const { person, main, ask } = visit;
  const { may } = opinions(visit);
  const path = "/k/v1/record/comment.json";
  const place = { app: main.id, record: id };
  const added = await ask(person.code, "POST", path, {
    ...place,
    comment: { text: "hello" },
  });
  expect(added.status).toBe(may(row) ? 200 : 403);
  const foreign = await ask(person.code, "DELETE", path, {
    ...place,
    comment: 1,
  });
  expect(foreign.status).toBe(403);
  if (!may(row)) return;
  const comment = Number(added.body.id);
  const removed = await ask(person.code, "DELETE", path, { ...place, comment });
  expect(removed.status).toBe(200);
};

/** A new record is the adder's own; rights on its fields count as it would be. */
const visitAdding = async (visit: Visit) => {
  const { person } = visit;
  const { app, field } = opinions(visit);
  const own: Row = {
    kind: "",
    creator: person.code,
    owner: "",
    team: "",
    crew: "",
    state: STATES[0] ?? "",
    title: "",
  };
  const record = { secret: { value: "new" } };
  const isAllowed = app.addable && field(own, "secret") === "WRITE";
  expect(await tries(visit, "POST", "record", { record })).toBe(
    isAllowed ? 200 : 403,
  );
  expect(await tries(visit, "POST", "records", { records: [{}] })).toBe(
    app.addable ? 200 : 403,
  );
};

const visitLookup = async (visit: Visit, row: Row, id: number) => {
  const { person, other, ask } = visit;
  const { sees } = opinions(visit);
  const copy = await ask(person.code, "POST", "/k/v1/record.json", {
    app: other.id,
    record: { link: { value: `k${id - 1}` } },
  });
  expect(copy.status).toBe(sees(row, "key", "secret") ? 200 : 400);
};

/** A record of the other app names the first one by its key. */
const visitRelated = async (visit: Visit) => {
  const { other, ask } = visit;
  const { rows, sees } = opinions(visit);
  await ask(root.code, "POST", "/k/v1/record.json", {
    app: other.id,
    record: { word: { value: "k0" } },
  });
  const answer = await search(visit, 'mains.secret in ("s0")', other);
  const first = rows[0]?.row;
  const isShown = first !== undefined && sees(first, "key", "secret");
  if (answer.status === 200)
    expect(idsIn(answer.body).length > 0).toBe(isShown);
  else expect([answer.status, isShown]).toEqual([403, false]);
};

/** Notifications say a title only to those who may read it, and nothing to whom the record is closed. */
const visitInbox = (visit: Visit) => {
  const { site, main, person } = visit;
  const { rows, may, sees } = opinions(visit);
  const user = site.store.users.get(person.code);
  if (!user) throw new Error("not seeded");
  const heard = listNotifications(site, user)
    .filter((it) => it.app === main.id && it.kind === "mention")
    .map((it) => [it.record, it.title])
    .sort();
  const expected = rows
    .filter(({ row }) => may(row))
    .map(({ row, id }) => [id, sees(row, "title") ? row.title : String(id)])
    .sort();
  expect(heard).toEqual(expected);
};

const visitAll = async (visit: Visit) => {
  await visitApp(visit);
  await visitLists(visit);
  await visitSearch(visit);
  await visitWords(visit);
  await visitOrder(visit);
  visitInbox(visit);
  for (const { row, id } of opinions(visit).rows) {
    await visitRecord(visit, row, id);
    await visitEvaluation(visit, row, id);
    await visitWrites(visit, row, id);
    await visitTalk(visit, row, id);
    await visitLookup(visit, row, id);
  }
  await visitAdding(visit);
  await visitRelated(visit);
};

describe("whatever the permissions", () => {
  test("no door shows more than they say, and none less", async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const built = await build(plan);
        await fillIn(built.site, built.main, built.ask, plan);
        for (const person of people) await visitAll({ plan, person, ...built });
        built.site.close();
      }),
      { numRuns: Number(process.env.PERMISSION_PLANS ?? 30) },
    );
  });
});
