import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChecklistAnswer } from "../../../src/domain/model.ts";
import type { ScoreItem, ScoreRule } from "../../../src/domain/score-rules.ts";
import {
  VERDICT_TEXTS,
  parseVerdict,
  scoreChecklist,
  thresholdRules,
} from "../../../src/domain/scoring.ts";
import {
  SAMPLE_AREAS,
  itemsOf,
  sampleChecklist,
} from "../../support/domain-records.ts";

const score = (...yes: string[]) =>
  scoreChecklist(sampleChecklist(...yes), thresholdRules(12));

describe("the sample checklist with a threshold of 12", () => {
  test("A, B and C in full are exactly 12 and eligible", () => {
    expect(score(...itemsOf("A", "B", "C"))).toMatchObject({
      verdict: "eligible",
      total: 12,
      missingPoints: 0,
      failing: [],
    });
  });

  test("without C4 one point is missing", () => {
    const yes = itemsOf("A", "B", "C").filter((id) => id !== "C4");
    expect(score(...yes)).toMatchObject({
      verdict: "below",
      total: 11,
      missingPoints: 1,
    });
  });

  test("E alone is 4, eight short", () => {
    expect(score(...itemsOf("E"))).toMatchObject({
      verdict: "below",
      total: 4,
      missingPoints: 8,
    });
  });

  test("all of it is 20", () => {
    expect(score(...itemsOf("A", "B", "C", "D", "E"))).toMatchObject({
      verdict: "eligible",
      total: 20,
      maximum: 20,
      threshold: 12,
    });
  });

  test("nothing answered is not scored, rather than 0 points", () => {
    expect(score()).toMatchObject({
      verdict: "notScored",
      total: 0,
      answeredCount: 0,
      itemCount: 20,
      missingPoints: 12,
    });
  });

  test("いいえ alone is an answer", () => {
    const items = sampleChecklist().map((item, index) =>
      index === 0 ? { ...item, answer: "いいえ" as const } : item,
    );
    expect(scoreChecklist(items, thresholdRules(12))).toMatchObject({
      verdict: "below",
      answeredCount: 1,
    });
  });

  test("areas come in the order of the sheet with their own totals", () => {
    const { areas } = score("A1", "A2", "C1");
    expect(areas.map(({ area }) => area)).toEqual(SAMPLE_AREAS);
    expect(areas.map(({ earned }) => earned)).toEqual([2, 0, 1, 0, 0]);
    expect(areas[0]).toEqual({
      area: "顧客満足度の向上",
      earned: 2,
      maximum: 4,
      answered: 2,
      items: 4,
    });
  });
});

const item = (
  itemId: string,
  answer: ChecklistAnswer | null,
  itemPoints: number | null = 1,
  itemArea = "area",
): ScoreItem => ({ itemId, answer, itemPoints, itemArea });

const failing = (items: readonly ScoreItem[], ...rules: ScoreRule[]) =>
  scoreChecklist(items, rules).failing.map(({ missing, items: ids }) => ({
    missing,
    ids,
  }));

describe("rules of other programmes", () => {
  test("points can be halves, doubles and tenths, and add up as written", () => {
    const items = [
      item("a", "はい", 0.1),
      item("b", "はい", 0.2),
      item("c", "はい", 0.5),
      item("d", "はい", 2),
      item("e", "はい", null),
    ];
    expect(scoreChecklist(items, thresholdRules(2.8))).toMatchObject({
      verdict: "eligible",
      total: 2.8,
      maximum: 2.8,
    });
    expect(scoreChecklist(items, thresholdRules(3)).missingPoints).toBe(0.2);
  });

  test("an area can ask for a minimum of its own", () => {
    const items = [
      item("a", "はい", 3, "x"),
      item("b", "はい", 1, "y"),
      item("c", null, 1, "y"),
    ];
    const rule = { kind: "areaAtLeast", area: "y", points: 2 } as const;
    const result = scoreChecklist(items, [...thresholdRules(4), rule]);
    expect(result.verdict).toBe("below");
    expect(result.missingPoints).toBe(0);
    expect(result.failing).toEqual([{ rule, missing: 1, items: [] }]);
  });

  test("all required items must be はい, unless they are 対象外", () => {
    const rule: ScoreRule = {
      kind: "allRequired",
      items: ["a", "b", "c", "d"],
    };
    expect(
      failing(
        [
          item("a", "はい"),
          item("b", "対象外"),
          item("c", "いいえ"),
          item("d", null),
        ],
        rule,
      ),
    ).toEqual([{ missing: 2, ids: ["c", "d"] }]);
  });

  test("an item that the sheet no longer has cannot be met", () => {
    expect(
      failing([item("a", "はい")], { kind: "allRequired", items: ["gone"] }),
    ).toEqual([{ missing: 1, ids: ["gone"] }]);
  });

  test("at least two of three, as in the Shikoku award", () => {
    const rule: ScoreRule = {
      kind: "atLeastKofN",
      count: 2,
      items: ["a", "b", "c"],
    };
    expect(
      failing([item("a", "はい"), item("b", "対象外"), item("c", null)], rule),
    ).toEqual([{ missing: 1, ids: ["b", "c"] }]);
    expect(
      failing(
        [item("a", "はい"), item("b", "はい"), item("c", "いいえ")],
        rule,
      ),
    ).toEqual([]);
  });

  test("a knock-out item beats any score", () => {
    const rules: ScoreRule[] = [
      { kind: "sumAtLeast", points: 80 },
      { kind: "knockOut", item: "checkups" },
    ];
    const items = [item("rest", "はい", 99), item("checkups", "いいえ", 1)];
    expect(scoreChecklist(items, rules)).toMatchObject({
      verdict: "below",
      missingPoints: 0,
      failing: [{ missing: 1, items: ["checkups"] }],
    });
  });

  test("without any rule everything answered is eligible", () => {
    expect(scoreChecklist([item("a", "いいえ")], [])).toMatchObject({
      verdict: "eligible",
      threshold: null,
      missingPoints: 0,
    });
  });
});

test("the words of kintone's verdict and ours are the same three", () => {
  expect(parseVerdict("未採点")).toBe("notScored");
  expect(parseVerdict("基準未満")).toBe("below");
  expect(parseVerdict("基準以上")).toBe("eligible");
  expect(parseVerdict("")).toBe("notScored");
});

/**
 * The apps' formulas, calculated a second way, with whole hundredths:
 * earned `IF(answer="はい",itemPoints,0)`, scoreTotal `SUM(earned)`, answeredCount,
 * verdict. A blank number counts as 0 in kintone.
 */
const kintoneFormulas = (
  items: readonly ScoreItem[],
  requiredScore: number | null,
) => {
  const hundredths = items
    .filter(({ answer }) => answer === "はい")
    .reduce((sum, one) => sum + Math.round((one.itemPoints ?? 0) * 100), 0);
  const answeredCount = items.filter(({ answer }) =>
    ["はい", "いいえ", "対象外"].includes(answer ?? ""),
  ).length;
  const isReached = hundredths >= Math.round((requiredScore ?? 0) * 100);
  const verdict = isReached ? "基準以上" : "基準未満";
  return {
    scoreTotal: hundredths / 100,
    answeredCount,
    verdict: answeredCount === 0 ? "未採点" : verdict,
  };
};

const points = fc.option(
  fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100),
);
const answers = fc.constantFrom<ChecklistAnswer | null>(
  "はい",
  "いいえ",
  "対象外",
  null,
);
const anyItems = fc.array(
  fc.record({
    itemId: fc.string({ maxLength: 3 }),
    itemArea: fc.option(fc.constantFrom(...SAMPLE_AREAS)),
    itemPoints: points,
    answer: answers,
  }),
  { maxLength: 40 },
);

test("the engine and kintone's calculated fields never disagree", () => {
  fc.assert(
    fc.property(anyItems, points, (items, threshold) => {
      const result = scoreChecklist(items, thresholdRules(threshold));
      expect({
        scoreTotal: result.total,
        answeredCount: result.answeredCount,
        verdict: VERDICT_TEXTS[result.verdict],
      }).toEqual(kintoneFormulas(items, threshold));
    }),
  );
});

test("the areas add up to the whole", () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const { areas, total, answeredCount } = scoreChecklist(items, []);
      const sum = areas.reduce((all, { earned }) => all + earned, 0);
      expect(sum).toBeCloseTo(total, 6);
      expect(areas.reduce((all, { answered }) => all + answered, 0)).toBe(
        answeredCount,
      );
    }),
  );
});
