import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { allEndpoints } from "../../src/rooms/endpoints.ts";
import { parseRestPath } from "../../src/model/endpoint-table.ts";
import { expectKintoneAnswer } from "../support/kintone-answer.ts";
import { mutate, pathsOf } from "../support/mutate-json.ts";
import type { Mutation } from "../support/mutate-json.ts";
import { SECRET, startVictim } from "../support/victim-site.ts";
import type { Victim } from "../support/victim-site.ts";

let victim: Victim;

beforeAll(async () => {
  victim = await startVictim();
});
afterAll(() => victim.close());

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

const applyAll = (
  body: Record<string, unknown>,
  changes: Mutation[],
): unknown =>
  changes.reduce<unknown>((value, change) => {
    const paths = pathsOf(value);
    return mutate(value, paths[change.at % paths.length] ?? [], change);
  }, body);

describe("random requests", () => {
  test(
    "leave the process alive, answer as kintone does, change nothing when refused, tell strangers nothing",
    { timeout: 300_000 },
    async () => {
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
        const template = victim.templates[index % victim.templates.length];
        if (!template) return;
        const body = JSON.stringify(applyAll(template.body, changes));
        const sent = await victim.send(template, body, who, language);
        seen.set(sent.status, (seen.get(sent.status) ?? 0) + 1);
        expectKintoneAnswer(sent, String(complaints.mock.lastCall));
        const isQuoted = body.includes(SECRET);
        if (sent.isStranger && !isQuoted)
          expect(sent.text, sent.about).not.toContain(SECRET);
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
      victim.templates.map(({ method, path }) => {
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
