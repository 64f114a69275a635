/** Rules of a real kintone, checked on every declaration. */
import { describe, expect, test } from "vitest";
import { toAppSettings } from "../../../src/app-kit/app-settings.ts";
import { isLookup } from "../../../src/app-kit/field.ts";
import type { Field } from "../../../src/app-kit/field.ts";
import { appKeys, apps } from "../../../src/apps/index.ts";
import type { AppKey } from "../../../src/apps/index.ts";
import { declareApps } from "../../../src/apps/declarations.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";
import { tinyProgramme } from "../../support/tiny-programme.ts";

const fieldsOf = (key: string): Readonly<Record<string, Field>> =>
  apps[key as AppKey].fields; // every target of a lookup is a key of ours

const copies = appKeys.flatMap((key) =>
  Object.values(fieldsOf(key))
    .filter(isLookup)
    .flatMap(({ lookup }) =>
      Object.entries(lookup.copies).map(
        ([own, theirs]) =>
          [
            `${key}.${own}`,
            fieldsOf(key)[own]?.type,
            `${lookup.app}.${theirs}`,
            fieldsOf(lookup.app)[theirs]?.type,
          ] as const,
      ),
    ),
);

describe("a lookup", () => {
  test.each(copies)("%s (%s) copies from %s (%s) of the same type", (...it) => {
    const [, own, , theirs] = it;
    expect(own).toBeDefined();
    expect(own).toBe(theirs);
  });
});

const conditionsIn = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) =>
        name === "filterCond" && typeof inner === "string"
          ? [inner]
          : conditionsIn(inner),
      );

const outsideQuotes = (condition: string): string =>
  condition.replace(/"(?:[^"\\]|\\.)*"/gu, '""');

describe.each([cloudPracticeAward, tinyProgramme])(
  "the apps of $name",
  (it) => {
    const settings = Object.values(declareApps(it)).map(toAppSettings);

    test("no stored condition mixes and with or", () => {
      const conditions = settings.flatMap(conditionsIn).map(outsideQuotes);
      expect(conditions.filter(Boolean).length).toBeGreaterThan(10);
      const mixed = conditions.filter(
        (text) => / and /u.test(text) && / or /u.test(text),
      );
      expect(mixed).toEqual([]);
    });

    test("「レコードを再利用する」 is there where the guide and the page rely on it, and nowhere else", () => {
      const reusable = Object.entries(declareApps(it))
        .filter(([, app]) => toAppSettings(app).general.enableDuplicateRecord)
        .map(([key]) => key);
      expect(reusable).toEqual(["editions", "nominations"]);
    });

    const entitiesIn = (value: unknown): Array<Record<string, unknown>> => {
      if (typeof value !== "object" || value === null) return [];
      return "includeSubs" in value
        ? [value as Record<string, unknown>] // the settings' own shape
        : Object.values(value).flatMap(entitiesIn);
    };

    // kintone fixes assignees when a status moves; later members of a group are none of them.
    test("no action of any app waits for who was in a group when the status moved", () => {
      const processes = Object.values(declareApps(it)).flatMap(
        ({ process }) => process ?? [],
      );
      expect(processes.length).toBeGreaterThan(1);
      for (const { states, actions } of processes) {
        expect(states.flatMap(({ assignees }) => assignees)).toEqual([]);
        const openTo = actions.map(({ executableBy = [] }) => executableBy);
        expect(openTo.filter((entities) => entities.length === 0)).toEqual([]);
        expect(openTo.flat().filter(({ type }) => type === "USER")).toEqual([]);
      }
    });

    test("an organisation reaches the staff of its sections too", () => {
      const organizations = settings
        .flatMap(entitiesIn)
        .filter(
          ({ entity }) =>
            (entity as { type: string }).type === "FIELD_ENTITY" ||
            (entity as { type: string }).type === "ORGANIZATION",
        );
      expect(organizations.length).toBeGreaterThan(5);
      expect(
        organizations.filter(({ includeSubs }) => includeSubs !== true),
      ).toEqual([]);
    });
  },
);
