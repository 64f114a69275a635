import { describe, expect, test } from "vitest";
import { parseReadings, READINGS } from "../../src/model/readings.ts";
import { field, lookupTo, useFormProbes } from "../support/form-probes.ts";
import type { Ask, Json } from "../support/form-probes.ts";

/* Behaviours that sources tell differently, under each of their readings: docs/behaviour.md §8. */

const filtered =
  (filterCond: string): Ask =>
  () => [
    "PUT",
    "preview/app/views",
    {
      views: {
        one: {
          name: "one",
          type: "LIST",
          index: 1,
          fields: ["text"],
          filterCond,
        },
      },
    },
  ];
const MIXED = "number = 1 and number = 2 or number = 3";
const BRACKETED = "number = 1 and (number = 2 or number = 3)";

const copied =
  (target: string, relatedField: string): Ask =>
  ({ source }) => [
    "POST",
    "preview/app/form/fields",
    {
      properties: field("new", "SINGLE_LINE_TEXT", {
        lookup: lookupTo(source, {
          fieldMappings: [{ field: target, relatedField }],
        }),
      }),
    },
  ];

const states =
  (given: Json): Ask =>
  () => [
    "PUT",
    "preview/app/status",
    { enable: true, states: given, actions: [] },
  ];
const renamed = states({
  未処理: { name: "準備中", index: 0 },
  済: { name: "済", index: 1 },
});
const added = states({ 準備中: { name: "準備中", index: 0 } });
const reordered = states({
  完了: { name: "完了", index: 0 },
  未処理: { name: "未処理", index: 1 },
});

describe("strictly read", () => {
  const { taken, refused } = useFormProbes({
    "mixed-conditions": "refused",
    "lookup-copy": "same-type",
    "first-status": "renamed-only",
  });

  // kintone-labs/kintone-java-sdk: AppTest.java (testUpdateViewShouldFailWhenSetBothAndORToFilterCond).
  refused({
    "a condition that mixes and with or": filtered(MIXED),
    "a condition that mixes them by brackets": filtered(BRACKETED),
  });
  // SonicGarden/kintone-emulator: doc/kintone-behavior-notes.md §10.
  refused({
    "a number copied into a text": copied("text", "amount"),
    "a text copied into a number": copied("number", "name"),
  });
  // cybozu.dev: update process management settings.
  refused({
    "a first status that is new": added,
    "another status in the first place": reordered,
  });
  taken({
    "a condition of and alone": filtered("number = 1 and number = 2"),
    "a number copied into a number": copied("number", "amount"),
    "a first status under another name": renamed,
  });
});

describe("leniently read", () => {
  const { taken } = useFormProbes({
    "mixed-conditions": "allowed",
    "lookup-copy": "kindred-types",
    "first-status": "free",
  });
  taken({
    "a condition that mixes and with or": filtered(MIXED),
    "a number copied into a text": copied("text", "amount"),
    "a first status that is new": added,
  });
});

describe("the start option", () => {
  test("takes each value of each reading", () => {
    for (const [name, values] of Object.entries(READINGS))
      for (const value of values)
        expect(parseReadings([`${name}=${value}`])).toEqual({ [name]: value });
  });

  test.each(["nothing=x", "first-status", "first-status=else", "toString=x"])(
    "refuses %s and names what there is",
    (text) => {
      expect(() => parseReadings([text])).toThrow(/first-status|renamed-only/);
    },
  );
});
