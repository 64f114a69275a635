import fc from "fast-check";
import { expect, test } from "vitest";
import type { FieldValue } from "local-kintone";
import { calculateRecord } from "local-kintone/testing";
import { toFieldProperties } from "../../../src/app-kit/field-properties.ts";
import { createApps } from "../../../src/apps/index.ts";
import type { ChecklistAnswer } from "../../../src/domain/model.ts";
import { cloudPracticeAward } from "../../../src/programmes/index.ts";
import type { ScoreItem } from "../../../src/domain/score-rules.ts";
import {
  VERDICT_TEXTS,
  scoreChecklist,
  thresholdRules,
} from "../../../src/domain/scoring.ts";

const { checklist, requiredScore, scoreTotal, answeredCount, verdict } =
  createApps(cloudPracticeAward).nominations.fields;

/** The nominations app's own declaration, as provisioning sends it. */
const fields =
  // Both describe the properties of one REST payload, each package in its own words.
  toFieldProperties({
    checklist,
    requiredScore,
    scoreTotal,
    answeredCount,
    verdict,
  }) as Parameters<typeof calculateRecord>[0];

const toText = (value: number | null): string =>
  value === null ? "" : String(value);

const toRow = (item: ScoreItem, index: number) => ({
  id: String(index + 1),
  value: {
    itemId: item.itemId,
    itemArea: item.itemArea ?? "",
    itemText: "",
    itemPoints: toText(item.itemPoints),
    answer: item.answer,
    evidence: "",
  },
});

const inKintone = (
  items: readonly ScoreItem[],
  threshold: number | null,
): Record<string, FieldValue> =>
  calculateRecord(fields, {
    checklist: items.map(toRow),
    requiredScore: toText(threshold),
  });

const points = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 0, max: 5000 }).map((thousandths) => thousandths / 1000),
  ),
);

const anyItems = fc.array(
  fc.record({
    itemId: fc.string({ maxLength: 3 }),
    itemArea: fc.option(fc.string({ maxLength: 3 })),
    itemPoints: points,
    answer: fc.constantFrom<ChecklistAnswer | null>(
      "はい",
      "いいえ",
      "対象外",
      null,
    ),
  }),
  { maxLength: 40 },
);

test("the panel's score is what the app's own formulas calculate", () => {
  fc.assert(
    fc.property(anyItems, points, (items, threshold) => {
      const score = scoreChecklist(items, thresholdRules(threshold));
      const stored = inKintone(items, threshold);
      expect({
        scoreTotal: Number(stored.scoreTotal),
        answeredCount: Number(stored.answeredCount),
        verdict: stored.verdict,
      }).toEqual({
        scoreTotal: score.total,
        answeredCount: score.answeredCount,
        verdict: VERDICT_TEXTS[score.verdict],
      });
    }),
    { numRuns: 300 },
  );
});

test("exactly the threshold is enough, a tenth less is not", () => {
  const tenths = Array.from({ length: 30 }, (_, index) => ({
    itemId: String(index),
    itemArea: null,
    itemPoints: 0.1,
    answer: "はい" as const,
  }));
  expect(inKintone(tenths, 3).verdict).toBe("基準以上");
  expect(inKintone(tenths.slice(1), 3)).toMatchObject({
    scoreTotal: "2.9",
    verdict: "基準未満",
  });
  expect(scoreChecklist(tenths, thresholdRules(3)).verdict).toBe("eligible");
});
