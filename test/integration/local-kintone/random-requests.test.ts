import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { allEndpoints } from "../../../local-kintone/src/server/endpoints.ts";
import { parseRestPath } from "../../../local-kintone/src/server/endpoint-table.ts";
import { createRestApi } from "../../../local-kintone/src/server/rest-api.ts";
import {
  memoryStoreOf,
  restoreSnapshot,
  takeSnapshot,
} from "../../../local-kintone/src/site/create-site.ts";
import type { Snapshot } from "../../../local-kintone/src/site/create-site.ts";
import type { Site } from "../../../local-kintone/src/site/site.ts";
import { requestTemplates } from "../../support/request-templates.ts";
import { startWithClient } from "../../support/site-client.ts";
import type { ClientSite } from "../../support/site-client.ts";
import { packPlugin } from "../../support/test-plugin.ts";

const SECRET = "SECRET-";

let it: ClientSite;
let base: Snapshot;
let templates: ReturnType<typeof requestTemplates>;
let token: string;

const choices = { a: { label: "a", index: 0 }, b: { label: "b", index: 1 } };
const field = (code: string, type: string, more: object = {}) => ({
  [code]: { type, code, label: code, ...more },
});

beforeAll(async () => {
  it = await startWithClient({ deployDelayMs: 60_000 });
  // Settings go live at once here: a permission update on the live path deploys.
  const live = async (app: number, rights: object[]) => {
    const answer = await it.call("PUT", "/k/v1/app/acl.json", { app, rights });
    expect(answer.status).toBe(200);
  };
  const mine = {
    appEditable: true,
    recordViewable: true,
    recordAddable: true,
    recordEditable: true,
    recordDeletable: true,
  };
  const creator = { entity: { type: "CREATOR" }, ...mine };
  it.addUser("stranger");
  await it.call("POST", "/v1/organizations.json", {
    organizations: [{ code: "org", name: "org" }],
  });
  const source = await it.addApp("source", {
    ...field("key", "SINGLE_LINE_TEXT", { unique: true }),
    ...field("info", "SINGLE_LINE_TEXT"),
  });
  await live(source, [creator]);
  await it.client.record.addRecord({
    app: source,
    record: { key: { value: "k" }, info: { value: `${SECRET}info` } },
  });
  const app = await it.addApp("victim", {
    ...field("title", "SINGLE_LINE_TEXT", { unique: true }),
    ...field("n", "NUMBER"),
    ...field("d", "DROP_DOWN", { options: choices }),
    ...field("c", "CHECK_BOX", { options: choices }),
    ...field("day", "DATE"),
    ...field("moment", "DATETIME"),
    ...field("who", "USER_SELECT"),
    ...field("t", "SUBTABLE", {
      fields: {
        ...field("inner", "SINGLE_LINE_TEXT"),
        ...field("inner2", "NUMBER"),
      },
    }),
    ...field("copy", "SINGLE_LINE_TEXT"),
    ...field("look", "SINGLE_LINE_TEXT", {
      lookup: {
        relatedApp: { app: source },
        relatedKeyField: "key",
        fieldMappings: [{ field: "copy", relatedField: "info" }],
      },
    }),
    ...field("file", "FILE"),
    ...field("g", "GROUP"),
    ...field("twice", "CALC", { expression: "n * 2" }),
  });
  const nobody = { type: "ONE", entities: [] };
  await it.call("PUT", "/k/v1/preview/app/status.json", {
    app,
    enable: true,
    states: {
      未: { name: "未", index: 0, assignee: nobody },
      済: { name: "済", index: 1, assignee: nobody },
    },
    actions: [{ name: "進める", from: "未", to: "済" }],
  });
  await live(app, [creator]);
  const upload = () =>
    it.upload(
      new TextEncoder().encode(`${SECRET}content`),
      `${SECRET}name.txt`,
    );
  await it.client.record.addRecord({
    app,
    record: {
      title: { value: `${SECRET}title` },
      n: { value: 5 },
      look: { value: "k" },
      file: { value: [{ fileKey: await upload() }] },
      t: { value: [{ value: { inner: { value: `${SECRET}inner` } } }] },
    },
  });
  await it.client.record.addRecordComment({
    app,
    record: 1,
    comment: { text: `${SECRET}comment` },
  });
  const { record } = await it.client.record.getRecord({ app, id: 1 });
  const [attached] = record.file?.value as Array<{ fileKey: string }>;
  const { plugin, id } = await packPlugin({ desktop: ["1"] });
  await it.call("POST", "/k/v1/plugin.json", {
    fileKey: await it.upload(Uint8Array.from(plugin), "p.zip"),
  });
  token = String(
    (await it.control("POST", "tokens", { app, rights: ["view", "add"] }))
      .token,
  );
  templates = requestTemplates(app, source, {
    upload: await upload(),
    attached: attached?.fileKey ?? "",
    plugin: id,
  });
  base = takeSnapshot(it.site);
});
afterAll(() => it.close());

const deep = (levels: number): unknown =>
  levels === 0 ? 1 : [deep(levels - 1)];
const hostile = fc.constantFrom<unknown>(
  null,
  "",
  " ",
  0,
  -1,
  1.5,
  1e21,
  true,
  "true",
  [],
  {},
  [[]],
  [null],
  [{}],
  { a: { b: [] } },
  "\u0000",
  "\ud800",
  "__proto__",
  "constructor",
  "toString",
  "x".repeat(70_000),
  "９",
  "2022-02-30",
  "0001-01-01",
  "99999-01-01T00:00:00Z",
  "LOGINUSER()",
  "$id",
  'a" or "1"="1',
  "n > ",
  "(((",
  "n in ()",
  `${"(".repeat(500)}n > 1`,
  "レコード番号",
  "ステータス",
  "title",
  "everyone",
  "Administrator",
  "FIELD_ENTITY",
  deep(300),
  Array(102).fill("x"),
  Array(600).fill({}),
  "1+",
  "IF(",
  "n+n+n+n",
  "../../etc/passwd",
  "data:text/html,<script>",
  2_147_483_648,
  "9007199254740993",
  "-0",
  "1e400",
  "NaN",
);

type Path = Array<string | number>;
const pathsOf = (value: unknown, at: Path = []): Path[] => {
  if (typeof value !== "object" || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, member]) =>
      pathsOf(member, [...at, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
};

type Mutation = {
  at: number;
  kind: "replace" | "remove" | "rename" | "double";
  value: unknown;
};
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(1000),
  kind: fc.constantFrom(
    "replace",
    "replace",
    "replace",
    "remove",
    "rename",
    "double",
  ),
  value: fc.oneof(
    { weight: 4, arbitrary: hostile },
    { weight: 1, arbitrary: fc.jsonValue() },
  ),
});

/** The same value with something else at one place. */
const mutate = (body: unknown, path: Path, change: Mutation): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return change.kind === "replace" ? change.value : body;
  if (Array.isArray(body)) {
    const list = [...(body as unknown[])];
    const index = Number(key);
    if (rest.length === 0 && change.kind === "remove") list.splice(index, 1);
    else if (rest.length === 0 && change.kind === "double")
      list.push(list[index]);
    else list[index] = mutate(list[index], rest, change);
    return list;
  }
  const entries = Object.entries(body as object).flatMap(
    ([name, member]): Array<[string, unknown]> => {
      if (name !== key) return [[name, member]];
      if (rest.length > 0) return [[name, mutate(member, rest, change)]];
      if (change.kind === "remove") return [];
      if (change.kind === "rename") return [[String(change.value), member]];
      return [[name, change.kind === "replace" ? change.value : member]];
    },
  );
  return Object.fromEntries(entries);
};

const applyAll = (
  body: Record<string, unknown>,
  changes: Mutation[],
): unknown =>
  changes.reduce<unknown>((value, change) => {
    const paths = pathsOf(value);
    return mutate(value, paths[change.at % paths.length] ?? [], change);
  }, body);

const login = (name: string) => ({
  "X-Cybozu-Authorization": Buffer.from(`${name}:${name}`).toString("base64"),
});
const callers = (): Array<Record<string, string>> => [
  login("Administrator"),
  login("stranger"),
  { "X-Cybozu-API-Token": token },
  {},
];

const contentOf = (site: Site) =>
  new Map(
    memoryStoreOf(site)
      .entries()
      .map(({ table, key, value }) => [`${table}/${key}`, value]),
  );

/** What changed between two moments; values are never changed in place. */
const changesBetween = (
  before: Map<string, unknown>,
  after: Map<string, unknown>,
): string[] => {
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key));
};

describe("random requests", () => {
  test(
    "leave the process alive, answer as kintone does, change nothing when refused, tell strangers nothing",
    { timeout: 300_000 },
    async () => {
      const rest = createRestApi(it.site, allEndpoints);
      const complaints = vi
        .spyOn(console, "error")
        .mockImplementation(() => undefined);
      const seen = new Map<number, number>();
      const run = async (
        index: number,
        changes: Mutation[],
        who: number,
        language: string,
      ) => {
        restoreSnapshot(it.site, base);
        const template = templates[index % templates.length];
        const headers = callers()[who];
        if (!template || !headers) return;
        const before = contentOf(it.site);
        const body = JSON.stringify(applyAll(template.body, changes));
        const isGet = template.method === "GET";
        const answer = await rest(
          new Request(`http://localhost${template.path}`, {
            method: isGet ? "POST" : template.method,
            headers: {
              ...headers,
              "Content-Type": "application/json",
              "Accept-Language": language,
              ...(isGet && { "X-HTTP-Method-Override": "GET" }),
            },
            body,
          }),
        );
        const status = answer?.status ?? 0;
        const text = (await answer?.text()) ?? "";
        seen.set(status, (seen.get(status) ?? 0) + 1);
        const about = `${template.method} ${template.path} ${body.slice(0, 2000)} -> ${status} ${text.slice(0, 300)}`;
        const isLoud = status === 501 && text.includes("LOCAL_UNSUPPORTED");
        expect(
          status === 200 ||
            status === 520 ||
            (status >= 400 && status < 500) ||
            isLoud,
          `${about} ${String(complaints.mock.lastCall)}`,
        ).toBe(true);
        if (status !== 200) {
          const parsed = JSON.parse(text) as Record<string, unknown>;
          const isBulk = Array.isArray(parsed.results);
          expect(isBulk || typeof parsed.code === "string", about).toBe(true);
          expect(changesBetween(before, contentOf(it.site)), about).toEqual([]);
        }
        const isStranger = who === 1 || who === 3;
        const sent = body.includes(SECRET);
        if (isStranger && !sent) expect(text, about).not.toContain(SECRET);
      };
      await fc.assert(
        fc.asyncProperty(
          fc.nat(),
          fc.array(mutation, { maxLength: 3 }),
          fc.nat(3),
          fc.constantFrom("ja", "en"),
          run,
        ),
        { numRuns: Number(process.env.RANDOM_REQUESTS ?? 3000) },
      );
      complaints.mockRestore();
      console.log(
        `Random requests by status: ${JSON.stringify(Object.fromEntries(seen))}`,
      );
    },
  );

  test("know every endpoint there is", () => {
    const named = new Set(
      templates.map(({ method, path }) => {
        const rest = parseRestPath(path);
        return `${method} ${rest?.path ?? path}`;
      }),
    );
    const missing = allEndpoints
      .map(({ method, path }) => `${method} ${path}`)
      .filter((name) => !named.has(name));
    // Files come as a form, not as JSON.
    expect(missing.filter((name) => name !== "POST file")).toEqual([]);
  });
});
