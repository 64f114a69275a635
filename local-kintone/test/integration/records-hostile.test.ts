import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createHandler } from "../../src/start-server.ts";
import { createSite, memoryStoreOf } from "../../src/rooms/create-site.ts";
import type { Site } from "../../src/model/site.ts";
import { options, someSettings, states } from "../support/app-settings.ts";
import { seedApp } from "../support/records-site.ts";

/*
 * Random nonsense at every record endpoint: an answer that kintone could give, never
 * an error of the server, and nothing changed where something was refused.
 */

const fields = {
  text: { type: "SINGLE_LINE_TEXT", unique: true, maxLength: "20" },
  memo: { type: "MULTI_LINE_TEXT" },
  rich: { type: "RICH_TEXT" },
  n: { type: "NUMBER" },
  calc: { type: "CALC", expression: "n * 2 + SUM(qty)", format: "NUMBER" },
  day: { type: "DATE" },
  at: { type: "DATETIME" },
  time: { type: "TIME" },
  drop: { type: "DROP_DOWN", options: options("a", "b") },
  check: { type: "CHECK_BOX", options: options("a", "b") },
  who: { type: "USER_SELECT" },
  paper: { type: "FILE" },
  link: { type: "LINK", protocol: "WEB" },
  items: {
    type: "SUBTABLE",
    fields: {
      qty: { type: "NUMBER" },
      name: { type: "SINGLE_LINE_TEXT", required: true },
    },
  },
};

let site: Site;
let handler: ReturnType<typeof createHandler>;
const complaints = vi.spyOn(console, "error").mockReturnValue(undefined);

beforeAll(async () => {
  site = createSite({ now: Date.parse("2026-04-25T10:00:00Z") });
  handler = createHandler(site);
  seedApp(
    site,
    someSettings(fields, {
      process: {
        enable: true,
        states: states("未処理", "完了"),
        actions: [
          {
            name: "完了する",
            from: "未処理",
            to: "完了",
            filterCond: "",
            type: "PRIMARY",
          },
        ],
      },
    }),
  );
  const answer = await send("POST", "records", {
    app: 1,
    records: [{ text: { value: "one" } }, { n: { value: 2 } }],
  });
  expect(answer.status).toBe(200);
});
beforeEach(() => complaints.mockClear());
afterAll(() => {
  complaints.mockRestore();
  site.close();
});

const send = async (method: string, path: string, body: unknown) => {
  const response = await handler.fetch(
    new Request(`http://localhost/k/v1/${path}.json`, {
      method: method === "GET" ? "POST" : method,
      headers: {
        "X-Cybozu-Authorization": btoa("Administrator:Administrator"),
        "Content-Type": "application/json",
        ...(method === "GET" && { "X-HTTP-Method-Override": "GET" }),
      },
      body: JSON.stringify(body),
    }),
  );
  return { status: response.status, text: await response.text() };
};

const endpoints: Array<[method: string, path: string]> = [
  ["GET", "record"],
  ["POST", "record"],
  ["PUT", "record"],
  ["GET", "records"],
  ["POST", "records"],
  ["PUT", "records"],
  ["DELETE", "records"],
  ["PUT", "record/status"],
  ["PUT", "records/status"],
  ["PUT", "record/assignees"],
  ["GET", "record/comments"],
  ["POST", "record/comment"],
  ["DELETE", "record/comment"],
  ["POST", "records/cursor"],
  ["GET", "records/cursor"],
  ["DELETE", "records/cursor"],
  ["GET", "records/acl/evaluate"],
  ["POST", "bulkRequest"],
];

const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    "",
    0,
    -1,
    1,
    2,
    99,
    "1",
    1e308,
    "__proto__",
    "constructor",
    [],
    {},
    [null],
    "\ud800",
    "<script>",
    "9".repeat(400),
    "1e999",
    "2026-02-30",
    "2026-04-25",
    "完了する",
    "asc",
    "a",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const codes = [...Object.keys(fields), "qty", "name", "$id", "作成者", "nope"];
const operators = [
  "=",
  "!=",
  ">",
  "<=",
  "in",
  "not in",
  "like",
  "is empty",
  "is not empty",
  "==",
];

const queryText = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...codes),
        fc.constantFrom(...operators),
        fc.constantFrom(
          '"a"',
          "1",
          '("a","b")',
          "TODAY()",
          "FROM_TODAY(1)",
          "LOGINUSER()",
          "(LOGINUSER())",
          "",
          '"',
        ),
        fc.constantFrom("and", "or", "order by", "limit", "(", ")"),
      ),
      { maxLength: 4 },
    )
    .map((parts) => parts.flat().join(" ")),
);

const record = fc.dictionary(
  fc.constantFrom(...codes),
  fc.oneof(
    nonsense,
    nonsense.map((value) => ({ value })),
    fc.array(nonsense, { maxLength: 3 }).map((value) => ({ value })),
    fc
      .array(
        fc.record({
          id: nonsense,
          value: fc.dictionary(
            fc.constantFrom("qty", "name"),
            nonsense.map((value) => ({ value })),
          ),
        }),
        { maxLength: 3 },
      )
      .map((value) => ({ value })),
  ),
  { maxKeys: 5 },
);

const parameters = fc.record(
  {
    app: fc.oneof({ weight: 6, arbitrary: fc.constant<unknown>(1) }, nonsense),
    id: fc.oneof(fc.constantFrom<unknown>(1, 2), nonsense),
    record: fc.oneof<Array<fc.Arbitrary<unknown>>>(
      fc.constantFrom(1, 2),
      record,
      nonsense,
    ),
    records: fc.oneof(
      fc.array(
        fc.oneof(
          record,
          fc.record(
            { id: fc.constantFrom(1, 2, 99), record },
            { requiredKeys: [] },
          ),
          nonsense,
        ),
        { maxLength: 3 },
      ),
      nonsense,
    ),
    query: fc.oneof(queryText, nonsense),
    fields: nonsense,
    totalCount: nonsense,
    ids: fc.oneof(
      fc.array(fc.oneof(fc.constantFrom<unknown>(1, 2, 99), nonsense), {
        maxLength: 3,
      }),
      nonsense,
    ),
    revisions: nonsense,
    revision: nonsense,
    updateKey: fc.oneof(
      nonsense,
      fc.record({ field: fc.constantFrom(...codes), value: nonsense }),
    ),
    upsert: nonsense,
    action: nonsense,
    assignee: nonsense,
    assignees: nonsense,
    comment: fc.oneof(
      nonsense,
      fc.record({ text: nonsense, mentions: nonsense }),
    ),
    order: nonsense,
    offset: nonsense,
    limit: nonsense,
    size: nonsense,
    requests: fc.oneof(
      nonsense,
      fc.array(
        fc.record(
          {
            method: fc.constantFrom("POST", "PUT", "DELETE", "GET"),
            api: fc.constantFrom(
              "/k/v1/record.json",
              "/k/v1/records.json",
              "/k/v1/apps.json",
            ),
            payload: fc.oneof(
              fc.record({ app: fc.constant(1), record }),
              nonsense,
            ),
          },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      ),
    ),
  },
  { requiredKeys: [] },
);

const everything = () => JSON.stringify(memoryStoreOf(site).entries());

test("no request breaks the server, and what is refused changes nothing", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...endpoints),
      parameters,
      async ([method, path], body) => {
        const before = everything();
        const answer = await send(method, path, body);
        expect(complaints.mock.calls).toEqual([]);
        const parsed = JSON.parse(answer.text) as Record<string, unknown>;
        if (answer.status === 200) return;
        expect([400, 403, 404, 409, 429, 520]).toContain(answer.status);
        const results = parsed.results as Array<{ code?: string }> | undefined;
        const code = results?.find((it) => it.code)?.code ?? parsed.code;
        expect(code).toMatch(/^(CB|GAIA)_[A-Z]{2}\d\d$/);
        expect(everything()).toBe(before);
      },
    ),
    { numRuns: Number(process.env.RANDOM_REQUESTS ?? 600) },
  );
});
