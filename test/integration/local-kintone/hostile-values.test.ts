import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { expectKintoneAnswer } from "../../support/kintone-answer.ts";
import { mutate, pathsOf } from "../../support/mutate-json.ts";
import { startVictim } from "../../support/victim-site.ts";
import type { Victim } from "../../support/victim-site.ts";

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

const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty"];

test("no value breaks any parameter of any endpoint", async () => {
  for (const template of victim.templates)
    for (const path of pathsOf(template.body))
      for (const value of VALUES) {
        const change = { at: 0, kind: "replace", value } as const;
        const body = JSON.stringify(mutate(template.body, path, change));
        const sent = await victim.send(template, body, 0);
        expectKintoneAnswer(sent, String(complaints.mock.lastCall));
      }
  expect(complaints.mock.calls).toEqual([]);
});

test("no name breaks an object of any request", async () => {
  for (const template of victim.templates)
    for (const path of pathsOf(template.body))
      for (const value of path.length === 0 ? [] : NAMES) {
        const change = { at: 0, kind: "rename", value } as const;
        const body = JSON.stringify(mutate(template.body, path, change));
        const sent = await victim.send(template, body, 0);
        expectKintoneAnswer(sent, String(complaints.mock.lastCall));
      }
  expect(complaints.mock.calls).toEqual([]);
});
