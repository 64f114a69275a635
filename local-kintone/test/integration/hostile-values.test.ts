import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { expectKintoneAnswer } from "../support/kintone-answer.ts";
import { mutate, pathsOf } from "../support/mutate-json.ts";
import { startVictim } from "../support/victim-site.ts";
import type { Victim } from "../support/victim-site.ts";

/*
 * Every parameter of every endpoint meets every value of this list: objects that
 * cannot become a text or a number, and names that every JavaScript object knows.
 */

let victim: Victim;
const complaints = vi.spyOn(console, "error").mockReturnValue(undefined);

beforeAll(async () => {
  victim = await startVictim();
});
beforeEach(() => complaints.mockClear());
afterAll(() => {
  complaints.mockRestore();
  return victim.close();
});

// JSON.parse, because `__proto__` in a literal would set the prototype.
const json = (text: string): unknown => JSON.parse(text);

const VALUES: unknown[] = [
  json('{"toString": null, "valueOf": null}'),
  json('{"toString": {}, "valueOf": 1, "toJSON": "x", "then": 1}'),
  json('[{"toString": 1, "valueOf": 1}]'),
  json('{"__proto__": {"length": 3, "code": "x", "value": {"__proto__": 1}}}'),
  json('{"length": 2, "0": "a", "1": "b"}'),
  json('{"value": [{"toString": 1, "code": {"toString": 1}}]}'),
  "__proto__",
  ["constructor", "toString"],
];

/** In a usual run every place meets the first value and some of the others in turn. */
const isThorough = process.env.HOSTILE_VALUES === "all";
const inTurn = <T>(values: readonly T[], count: number, turn: number): T[] =>
  isThorough
    ? [...values]
    : Array.from(
        { length: count },
        (_, i) => values[(turn + i) % values.length],
      ).filter((it) => it !== undefined);

const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty"];

test("no value breaks any parameter of any endpoint, and every refusal is worded as kintone's", async () => {
  const refused = new Set<string>();
  let turn = 0;
  for (const template of victim.templates)
    for (const path of pathsOf(template.body))
      for (const value of [VALUES[0], ...inTurn(VALUES, 2, (turn += 1))]) {
        const change = { at: 0, kind: "replace", value } as const;
        const body = JSON.stringify(mutate(template.body, path, change));
        const sent = await victim.send(template, body, 0);
        if (expectKintoneAnswer(sent, String(complaints.mock.lastCall)))
          refused.add(`${template.method} ${template.path}`);
      }
  expect(complaints.mock.calls).toEqual([]);
  // Nothing is wrong with any value here: these look at nothing, or take anything.
  const accepting = victim.templates
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => !refused.has(name));
  expect(accepting).toEqual([]);
});

test("no name breaks an object of any request", async () => {
  let turn = 0;
  for (const template of victim.templates)
    for (const path of pathsOf(template.body).slice(1))
      for (const value of inTurn(NAMES, 1, (turn += 1))) {
        const change = { at: 0, kind: "rename", value } as const;
        const body = JSON.stringify(mutate(template.body, path, change));
        const sent = await victim.send(template, body, 0);
        expectKintoneAnswer(sent, String(complaints.mock.lastCall));
      }
  expect(complaints.mock.calls).toEqual([]);
});
