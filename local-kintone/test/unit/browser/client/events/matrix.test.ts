import { describe, expect, test } from "vitest";
import { abilitiesOf } from "../../../../../src/browser/client/events/matrix.ts";
import type { Abilities } from "../../../../../src/browser/client/events/matrix.ts";

/**
 * The table of https://cybozu.dev/ja/kintone/docs/js-api/events/event-object-actions/ :
 * V values, D disabled, E field error, T event.error, L lookup, U url, P Promise.
 */
const documented: Record<string, string> = {
  "app.record.index.show": "P",
  "app.record.index.edit.show": "DP",
  "app.record.index.edit.change.金額": "VDET",
  "app.record.index.edit.submit": "VETP",
  "app.record.index.edit.submit.success": "U",
  "app.record.index.delete.submit": "TP",
  "app.record.detail.show": "P",
  "app.record.detail.delete.submit": "TP",
  "app.record.detail.process.proceed": "VTP",
  "app.record.create.show": "VDETLP",
  "app.record.create.change.金額": "VDETL",
  "app.record.create.submit": "VETP",
  "app.record.create.submit.success": "UP",
  "app.record.edit.show": "VDETLP",
  "app.record.edit.change.金額": "VDETL",
  "app.record.edit.submit": "VETP",
  "app.record.edit.submit.success": "UP",
  "app.record.print.show": "P",
  "app.report.show": "P",
  "portal.show": "P",
  "space.portal.show": "P",
};

const letters: Array<[keyof Abilities, string]> = [
  ["values", "V"],
  ["disabled", "D"],
  ["fieldError", "E"],
  ["message", "T"],
  ["lookup", "L"],
  ["url", "U"],
  ["waits", "P"],
];
const inLetters = (abilities: Abilities): string =>
  letters
    .filter(([name]) => abilities[name])
    .map(([, letter]) => letter)
    .join("");

describe("abilitiesOf", () => {
  test.each(Object.entries(documented))("%s can %s", (type, can) => {
    expect(inLetters(abilitiesOf(type))).toBe(can);
  });

  test("mobile events can the same, but for messages of deleting and of actions", () => {
    for (const [type, can] of Object.entries(documented)) {
      const isPcOnly = /detail\.(delete|process)/.test(type);
      const expected = isPcOnly ? can.replace("T", "") : can;
      expect(inLetters(abilitiesOf(`mobile.${type}`)), type).toBe(expected);
    }
  });

  test("lookup keys can be written in show events only", () => {
    const withKey = Object.keys(documented).filter(
      (type) => abilitiesOf(type).lookupKey,
    );
    expect(withKey).toEqual(["app.record.create.show", "app.record.edit.show"]);
  });

  test("a field called like an event changes nothing", () => {
    expect(inLetters(abilitiesOf("app.record.create.change.submit"))).toBe(
      "VDETL",
    );
  });
});
