import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listNotifications } from "../../../local-kintone/src/notifications/inbox.ts";
import { createHandler } from "../../../local-kintone/src/server/start-server.ts";
import { createSite } from "../../../local-kintone/src/site/create-site.ts";
import type { App, JsonObject } from "../../../local-kintone/src/site/model.ts";
import type { Site } from "../../../local-kintone/src/site/site.ts";
import { someSettings } from "../../support/local-kintone-form.ts";
import { appRow, seedApp, seedUser } from "../../support/local-kintone-site.ts";

/*
 * Random permissions, and every door through which a value could be seen. What is
 * right is decided here a second time, from the words of the documentation and
 * without a line of the server's code.
 */

type Person = { code: string; organizations: string[]; groups: string[] };
const people: Person[] = [
  { code: "u1", organizations: ["north"], groups: ["g1"] },
  { code: "u2", organizations: ["child"], groups: [] },
  { code: "u3", organizations: [], groups: ["g1", "g2"] },
];
const parents: Record<string, string> = { child: "north" };

type Entity = { type: string; code: string; includeSubs: boolean };
type Rights = { viewable: boolean; editable: boolean; deletable: boolean };
type Accessibility = "READ" | "WRITE" | "NONE";
type Row = { kind: string; owner: string; team: string; title: string };
type Plan = {
  app: Array<{ entity: Entity; viewable: boolean; editable: boolean }>;
  blocks: Array<{
    kinds: string[];
    rows: Array<{ entity: Entity; rights: Rights }>;
  }>;
  fields: Record<string, Array<{ entity: Entity; access: Accessibility }>>;
  records: Row[];
};

/* ---- the second opinion ---- */

const ancestors = (code: string): string[] => {
  const parent = parents[code];
  return parent ? [parent, ...ancestors(parent)] : [];
};
const organizationsOf = (person: Person, includeSubs: boolean) =>
  includeSubs
    ? person.organizations.flatMap((code) => [code, ...ancestors(code)])
    : person.organizations;

const means = (entity: Entity, person: Person, row: Row | null): boolean => {
  switch (entity.type) {
    case "USER":
      return entity.code === person.code;
    case "GROUP":
      return entity.code === "everyone" || person.groups.includes(entity.code);
    case "ORGANIZATION":
      return organizationsOf(person, entity.includeSubs).includes(entity.code);
    default:
      if (entity.code === "owner") return row?.owner === person.code;
      return organizationsOf(person, entity.includeSubs).includes(
        row?.team ?? "",
      );
  }
};

const judge = (plan: Plan) => {
  const app = (person: Person) =>
    plan.app.find(({ entity }) => means(entity, person, null)) ?? {
      viewable: false,
      editable: false,
    };
  const record = (person: Person, row: Row): Rights => {
    const block = plan.blocks.find(
      ({ kinds }) => kinds.length === 0 || kinds.includes(row.kind),
    );
    const own = block?.rows.find(({ entity }) => means(entity, person, row));
    const rights = block
      ? (own?.rights ?? { viewable: false, editable: false, deletable: false })
      : { viewable: true, editable: true, deletable: true };
    const viewable = app(person).viewable && rights.viewable;
    return {
      viewable,
      editable: viewable && app(person).editable && rights.editable,
      deletable: viewable && app(person).editable && rights.deletable,
    };
  };
  const field = (person: Person, row: Row, code: string): Accessibility => {
    const rows = plan.fields[code];
    if (!rows) return "WRITE";
    return (
      rows.find(({ entity }) => means(entity, person, row))?.access ?? "NONE"
    );
  };
  return { app, record, field };
};

/* ---- random plans ---- */

const entity = (withFields: boolean): fc.Arbitrary<Entity> =>
  fc
    .tuple(
      fc.constantFrom(
        ...[
          ["USER", "u1"],
          ["USER", "u2"],
          ["GROUP", "g1"],
          ["GROUP", "g2"],
          ["GROUP", "everyone"],
          ["ORGANIZATION", "north"],
          ["ORGANIZATION", "child"],
        ],
        ...(withFields
          ? [
              ["FIELD_ENTITY", "owner"],
              ["FIELD_ENTITY", "team"],
            ]
          : []),
      ),
      fc.boolean(),
    )
    .map(([[type = "", code = ""], includeSubs]) => ({
      type,
      code,
      includeSubs,
    }));

const rights = fc.record({
  viewable: fc.boolean(),
  editable: fc.boolean(),
  deletable: fc.boolean(),
});
const fieldRows = fc.array(
  fc.record({
    entity: entity(true),
    access: fc.constantFrom<Accessibility>("READ", "WRITE", "NONE"),
  }),
  { maxLength: 3 },
);

const plans: fc.Arbitrary<Plan> = fc.record({
  app: fc.array(
    fc.record({
      entity: entity(false),
      viewable: fc.boolean(),
      editable: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  blocks: fc.array(
    fc.record({
      kinds: fc.subarray(["a", "b", "c"]),
      rows: fc.array(fc.record({ entity: entity(true), rights }), {
        maxLength: 3,
      }),
    }),
    { maxLength: 2 },
  ),
  fields: fc.record(
    { title: fieldRows, secret: fieldRows, paper: fieldRows },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Plan["fields"]>,
  records: fc.array(
    fc.record({
      kind: fc.constantFrom("a", "b", "c"),
      owner: fc.constantFrom("u1", "u2", "u3"),
      team: fc.constantFrom("north", "child"),
      title: fc.constantFrom("alpha", "beta"),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});

/* ---- a site that is set up so ---- */

const toRow = ({ type, code, includeSubs }: Entity): JsonObject => ({
  entity: { type, code },
  includeSubs,
});

type Body = Record<string, unknown>;
type Ask = (
  user: string,
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: Body }>;

const build = async (plan: Plan) => {
  const site = createSite({ now: Date.parse("2026-04-25T10:00:00Z") });
  const handler = createHandler(site);
  for (const code of ["north", "child"])
    site.store.saveOrganization({
      id: 1,
      code,
      name: code,
      parentCode: parents[code] ?? null,
    });
  for (const person of people) seedUser(site, person.code, person);
  const root = { type: "USER", code: "Administrator" };
  const main = seedApp(
    site,
    someSettings(
      {
        key: { type: "SINGLE_LINE_TEXT", unique: true },
        kind: { type: "SINGLE_LINE_TEXT" },
        owner: { type: "USER_SELECT" },
        team: { type: "ORGANIZATION_SELECT" },
        title: { type: "SINGLE_LINE_TEXT" },
        secret: { type: "SINGLE_LINE_TEXT" },
        paper: { type: "FILE" },
      },
      {
        general: { titleField: { selectionMode: "MANUAL", code: "title" } },
        appAcl: [
          appRow(root),
          ...plan.app.map((it) => ({
            ...toRow(it.entity),
            recordViewable: it.viewable,
            recordEditable: it.editable,
            recordDeletable: it.editable,
          })),
        ],
        recordAcl: plan.blocks.map(({ kinds, rows }) => ({
          filterCond: kinds.length
            ? `kind in (${kinds.map((kind) => `"${kind}"`).join(",")})`
            : "",
          entities: [
            {
              ...toRow({ ...root, includeSubs: false }),
              viewable: true,
              editable: true,
              deletable: true,
            },
            ...rows.map((row) => ({ ...toRow(row.entity), ...row.rights })),
          ],
        })),
        fieldAcl: Object.entries(plan.fields).map(([code, rows]) => ({
          code,
          entities: [
            {
              ...toRow({ ...root, includeSubs: false }),
              accessibility: "WRITE",
            },
            ...rows.map((row) => ({
              ...toRow(row.entity),
              accessibility: row.access,
            })),
          ],
        })),
        generalNotifications: {
          notifications: [
            {
              ...toRow({ type: "GROUP", code: "everyone", includeSubs: false }),
              recordAdded: true,
            },
          ],
          notifyToCommenter: false,
        },
      },
    ),
  );
  const lookup = {
    relatedApp: { app: String(main.id), code: "" },
    relatedKeyField: "key",
    fieldMappings: [{ field: "copied", relatedField: "secret" }],
    lookupPickerFields: [],
    filterCond: "",
    sort: "",
  };
  const other = seedApp(
    site,
    someSettings({
      link: { type: "SINGLE_LINE_TEXT", lookup },
      copied: { type: "SINGLE_LINE_TEXT" },
      mains: {
        type: "REFERENCE_TABLE",
        referenceTable: {
          relatedApp: { app: String(main.id), code: "" },
          condition: { field: "word", relatedField: "key" },
          filterCond: "",
        },
      },
      word: { type: "SINGLE_LINE_TEXT" },
    }),
  );
  const ask: Ask = async (user, method, path, body) => {
    const response = await handler.fetch(
      new Request(`http://localhost${path}`, {
        method,
        headers: {
          "X-Cybozu-Authorization": btoa(`${user}:${user}`),
          ...(body !== undefined && { "Content-Type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    const isJson = text.startsWith("{");
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : {}) as Body,
    };
  };
  return { site, main, other, ask };
};

const fillIn = async (site: Site, app: App, ask: Ask, plan: Plan) => {
  for (const [i, row] of plan.records.entries()) {
    const fileKey = `upload-${i}`;
    site.store.saveFile({
      key: fileKey,
      name: "p.txt",
      contentType: "text/plain",
      bytes: new TextEncoder().encode("paper"),
      uploadedBy: "Administrator",
      uploadedAt: "2026-04-25T10:00:00Z",
      kind: "temporary",
    });
    const { status } = await ask("Administrator", "POST", "/k/v1/record.json", {
      app: app.id,
      record: {
        key: { value: `k${i}` },
        kind: { value: row.kind },
        owner: { value: [{ code: row.owner }] },
        team: { value: [{ code: row.team }] },
        title: { value: row.title },
        secret: { value: `s${i % 2}` },
        paper: { value: [{ fileKey }] },
      },
    });
    expect(status).toBe(200);
  }
};

const refusedOr = (
  answer: { status: number; body: Body },
  read: (body: Body) => unknown,
) => (answer.status === 200 ? read(answer.body) : answer.status);

type Rendered = Record<string, { value: unknown }>;
const idsIn = (body: Body) =>
  (body.records as Rendered[]).map((it) => Number(it.$id?.value)).sort();

/* ---- the doors ---- */

type Visit = {
  plan: Plan;
  person: Person;
  site: Site;
  main: App;
  other: App;
  ask: Ask;
};

const opinions = ({ plan, person }: Visit) => {
  const { app, record, field } = judge(plan);
  const rows = plan.records.map((row, i) => ({ row, id: i + 1 }));
  const may = (row: Row) => record(person, row).viewable;
  return {
    isOpen: app(person).viewable,
    rows,
    may,
    sees: (row: Row, code: string) =>
      may(row) && field(person, row, code) !== "NONE",
    rights: (row: Row) => record(person, row),
    mayWrite: (row: Row, code: string) =>
      record(person, row).editable && field(person, row, code) === "WRITE",
    ids: (wanted: (row: Row) => boolean) =>
      rows.filter(({ row }) => wanted(row)).map(({ id }) => id),
  };
};

const search = ({ person, main, ask }: Visit, query: string, app = main) =>
  ask(
    person.code,
    "GET",
    `/k/v1/records.json?app=${app.id}&totalCount=true&query=${encodeURIComponent(query)}`,
  );

const visitLists = async (visit: Visit) => {
  const { person, main, ask } = visit;
  const { isOpen, ids, may } = opinions(visit);
  const list = await search(visit, "");
  expect(refusedOr(list, idsIn)).toEqual(isOpen ? ids(may) : 403);
  expect(refusedOr(list, (it) => it.totalCount)).toEqual(
    isOpen ? String(ids(may).length) : 403,
  );
  const path = "/k/v1/records/cursor.json";
  const cursor = await ask(person.code, "POST", path, { app: main.id });
  expect(cursor.status).toBe(isOpen ? 200 : 403);
  if (!isOpen) return;
  const id = String(cursor.body.id);
  const page = await ask(person.code, "GET", `${path}?id=${id}`);
  expect(idsIn(page.body)).toEqual(ids(may));
};

/** A question about a field answers only for records where it may be seen. */
const visitSearch = async (visit: Visit) => {
  const { ids, sees } = opinions(visit);
  const seen = ids((row) => sees(row, "secret"));
  const asked = await search(visit, 'secret in ("s0", "s1")');
  if (asked.status === 200) expect(idsIn(asked.body)).toEqual(seen);
  else expect([asked.status, seen]).toEqual([403, []]);
  const negated = await search(visit, 'secret != "s0"');
  if (negated.status !== 200) return;
  expect(idsIn(negated.body)).toEqual(seen.filter((id) => id % 2 === 0));
};

const visitRecord = async (visit: Visit, row: Row, id: number) => {
  const { person, main, site, ask } = visit;
  const { may, sees } = opinions(visit);
  const get = (path: string) => ask(person.code, "GET", path);
  const one = await get(`/k/v1/record.json?app=${main.id}&id=${id}`);
  expect(one.status).toBe(may(row) ? 200 : 403);
  const shown = (one.body.record ?? {}) as Rendered;
  for (const code of ["title", "secret", "paper"])
    expect(code in shown).toBe(sees(row, code));
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
  const { isOpen, rights: judged, sees, mayWrite } = opinions(visit);
  const answer = await ask(
    person.code,
    "GET",
    `/k/v1/records/acl/evaluate.json?app=${main.id}&ids[0]=${id}`,
  );
  type Evaluated = { record: Rights; fields: Record<string, unknown> };
  const read = (body: Body) => {
    const [first] = body.rights as Evaluated[];
    return [first?.record, first?.fields.secret];
  };
  const expected = [
    judged(row),
    { viewable: sees(row, "secret"), editable: mayWrite(row, "secret") },
  ];
  expect(refusedOr(answer, read)).toEqual(isOpen ? expected : 403);
};

const visitWrites = async (visit: Visit, row: Row, id: number) => {
  const { person, main, other, site, ask } = visit;
  const { sees, mayWrite } = opinions(visit);
  const stored = site.store.records(main.id).get(id);
  const update = await ask(person.code, "PUT", "/k/v1/record.json", {
    app: main.id,
    id,
    record: { secret: { value: stored?.values.secret } },
  });
  expect(update.status).toBe(mayWrite(row, "secret") ? 200 : 403);
  const copy = await ask(person.code, "POST", "/k/v1/record.json", {
    app: other.id,
    record: { link: { value: `k${id - 1}` } },
  });
  expect(copy.status).toBe(sees(row, "secret") ? 200 : 400);
};

/** A record of the other app names the first one by its key. */
const visitRelated = async (visit: Visit) => {
  const { other, ask } = visit;
  const { rows, sees } = opinions(visit);
  await ask("Administrator", "POST", "/k/v1/record.json", {
    app: other.id,
    record: { word: { value: "k0" } },
  });
  const answer = await search(visit, 'mains.secret in ("s0")', other);
  const first = rows[0]?.row;
  const isShown = first !== undefined && sees(first, "secret");
  if (answer.status === 200)
    expect(idsIn(answer.body).length > 0).toBe(isShown);
  else expect([answer.status, isShown]).toEqual([403, false]);
};

/** Notifications say a title only to those who may read it. */
const visitInbox = (visit: Visit) => {
  const { site, main, person } = visit;
  const { rows, may, sees } = opinions(visit);
  const user = site.store.users.get(person.code);
  if (!user) throw new Error("not seeded");
  const heard = listNotifications(site, user)
    .filter((it) => it.app === main.id)
    .map((it) => [it.record, it.title])
    .sort();
  const expected = rows
    .filter(({ row }) => may(row))
    .map(({ row, id }) => [id, sees(row, "title") ? row.title : String(id)])
    .sort();
  expect(heard).toEqual(expected);
};

describe("whatever the permissions", () => {
  test("no door shows more than they say, and none less", async () => {
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        const built = await build(plan);
        await fillIn(built.site, built.main, built.ask, plan);
        for (const person of people) {
          const visit: Visit = { plan, person, ...built };
          await visitLists(visit);
          await visitSearch(visit);
          for (const { row, id } of opinions(visit).rows) {
            await visitRecord(visit, row, id);
            await visitEvaluation(visit, row, id);
            await visitWrites(visit, row, id);
          }
          await visitRelated(visit);
          visitInbox(visit);
        }
        built.site.close();
      }),
      { numRuns: 40 },
    );
  });
});
