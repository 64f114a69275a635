import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findProgrammeIssues } from "../../scripts/programme/rules.ts";
import {
  parseProgramme,
  type CheckedProgramme,
} from "../../scripts/programme/shape.ts";
import { toSkeleton } from "../../scripts/programme/skeleton.ts";
import type { Programme } from "../../src/programmes/index.ts";
import { aProgramme } from "../support/generated-programme.ts";
import { tryOnStandIn } from "../../scripts/programme/try-on-stand-in.ts";

const MILESTONES_AT_MOST = 8;
const AREAS_AT_MOST = 12;
const ITEMS_AT_MOST = 200;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "suisen-programme-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = async (...args: string[]) => {
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["scripts/run-source.mjs", "scripts/programme.ts", ...args],
      { cwd: path.resolve(import.meta.dirname, "../..") },
    );
    return { code: 0, text: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, text: stderr };
  }
};

const writeDefinition = async (text: string): Promise<string> => {
  const file = path.join(folder, `definition-${text.length}.ts`);
  const door = path.resolve(
    import.meta.dirname,
    "../../src/programmes/programme.ts",
  );
  await writeFile(file, text.replace("./programme.ts", door));
  return file;
};

describe("npm run programme", () => {
  test("accepts the skeleton that it writes", async () => {
    const file = await writeDefinition(toSkeleton("staff-award"));
    const { code, text } = await run("--check", file);
    expect(text).toContain("the definition holds");
    expect(code).toBe(0);
  });

  test("names each fault of a definition in a sentence, without a stack", async () => {
    const file = await writeDefinition(
      toSkeleton("staff-award")
        .replace('id: "entry"', 'id: "consent"')
        .replace('state: "提出済"', 'state: "取下げ"'),
    );
    const { code, text } = await run("--check", file);
    expect(code).toBe(1);
    expect(text).toContain("consentDate");
    expect(text).toContain("The state “取下げ” is there twice.");
    expect(text).not.toMatch(/^\s+at /mu);
  });

  test("does not overwrite a definition that is there", async () => {
    const { code, text } = await run("--new", "cloud-practice-award");
    expect(code).toBe(1);
    expect(text.trim().split("\n")).toHaveLength(1);
    expect(text).toContain("exists already");
  });
});

const message = (word: string) => ({ ja: word, en: word });

const stepOf = (index: number) => ({
  action: `手続き${index}`,
  state: `済み${index}`,
  performer: fc.constantFrom("anyone" as const, "federation" as const),
  requires: fc.subarray(["prerequisites" as const]),
});

const milestone = (index: number) =>
  fc.record({
    id: fc.constant(`m${index}`),
    label: fc.constant(message(`節目${index}`)),
    actor: fc.constantFrom(
      "society" as const,
      "societyOrFederation" as const,
      "federation" as const,
      "business" as const,
    ),
    lateness: fc.constantFrom(
      "allowed" as const,
      "allowedAfterReport" as const,
      "overdue" as const,
      "closed" as const,
    ),
    scope: fc.constantFrom("nomination" as const, "edition" as const),
    optional: fc.constant(false),
    remindDaysBefore: fc.integer({ min: 0, max: 366 }),
    step: fc.record({
      ...stepOf(index),
      action: fc.constant(stepOf(index).action),
      state: fc.constant(stepOf(index).state),
    }),
  });

const definition: fc.Arbitrary<CheckedProgramme> = fc
  .record({
    milestoneCount: fc.integer({ min: 1, max: MILESTONES_AT_MOST }),
    areaCount: fc.integer({ min: 1, max: AREAS_AT_MOST }),
    itemCount: fc.integer({ min: 1, max: ITEMS_AT_MOST }),
    hasMinimum: fc.boolean(),
    hasPersons: fc.boolean(),
  })
  .chain(({ milestoneCount, areaCount, itemCount, hasMinimum, hasPersons }) =>
    fc.record({
      id: fc.constant("generated"),
      name: fc.constant("生成された制度"),
      milestones: fc.tuple(
        ...Array.from({ length: milestoneCount }, (_, index) =>
          milestone(index + 1),
        ),
      ),
      areas: fc.constant(
        Array.from({ length: areaCount }, (_, index) => ({
          id: `a${index + 1}`,
          name: message(`分野${index + 1}`),
          ...(hasMinimum && index < itemCount && { minimum: 0.5 }),
        })),
      ),
      threshold: fc.constant(0.5),
      target: fc.integer({ min: 1, max: 50 }),
      prerequisites: fc.subarray([
        "consent" as const,
        "score" as const,
        "securityAction" as const,
        "nameCheck" as const,
      ]),
      sheet: fc.constant({ name: "名簿", title: "生成された制度 名簿" }),
      ...(hasPersons && { persons: fc.constant({ grades: [10, 20] }) }),
      checklist: fc.constant({
        status: "サンプル" as const,
        items: Array.from({ length: itemCount }, (_, index) => ({
          id: `i${index + 1}`,
          area: `a${(index % areaCount) + 1}`,
          text: `項目${index + 1}`,
          points: 0.5,
        })),
      }),
      editions: fc.constant([]),
      appNames: fc.constant({
        editions: "回",
        societies: "会",
        nominations: "案件",
        answers: "答え",
        deliveries: "台帳",
      }),
    }),
  );

/** Parts of the cycle, no area at all, and 200 items of half a point. */
const withItems = (programme: Programme): CheckedProgramme => {
  const areas = programme.areas.map(({ id }) => id);
  const checked = parseProgramme({
    ...programme,
    checklist: {
      status: "サンプル",
      items: Array.from(
        { length: areas.length === 0 ? 0 : ITEMS_AT_MOST },
        (_none, index) => ({
          id: `i${index}`,
          area: areas[index % areas.length],
          text: `項目${index}`,
          points: 0.5,
        }),
      ),
    },
  });
  if ("issues" in checked) throw new Error(checked.issues.join("\n"));
  return checked.programme;
};

test("the stand-in sets up programmes of any shape that the rules accept", async () => {
  await fc.assert(
    fc.asyncProperty(aProgramme.map(withItems), async (programme) => {
      fc.pre(findProgrammeIssues(programme).length === 0);
      expect(await tryOnStandIn(programme)).toEqual([]);
    }),
    { numRuns: 6 },
  );
});

test("the stand-in sets up every definition that the rules accept", async () => {
  await fc.assert(
    fc.asyncProperty(definition, async (programme) => {
      expect(findProgrammeIssues(programme)).toEqual([]);
      expect(await tryOnStandIn(programme)).toEqual([]);
    }),
    { numRuns: 8 },
  );
});
