import { scaleOf, sumDecimals } from "./decimal.ts";
import type { Programme } from "../programmes/index.ts";
import type { VerdictText } from "./model.ts";
import { earnedOf, failureOf } from "./score-rules.ts";
import type { FailedRule, ScoreItem, ScoreRule } from "./score-rules.ts";

/** `notScored` is not 0 points: no item is answered yet. */
export type ScoreVerdict = "notScored" | "below" | "eligible";

export type AreaScore = {
  readonly area: string;
  readonly earned: number;
  readonly maximum: number;
  readonly answered: number;
  readonly items: number;
};

export type Score = {
  readonly verdict: ScoreVerdict;
  readonly total: number;
  readonly maximum: number;
  readonly answeredCount: number;
  readonly itemCount: number;
  /** The sum that is asked for; null when no rule asks for one. */
  readonly threshold: number | null;
  /** Points that are missing for the sum; 0 when it is reached. */
  readonly missingPoints: number;
  /** In the order in which the areas first appear. */
  readonly areas: readonly AreaScore[];
  /** Every rule that does not hold, in the order of the rules. */
  readonly failing: readonly FailedRule[];
};

/** The words that kintone calculates into `verdict`. */
export const VERDICT_TEXTS = {
  notScored: "未採点",
  below: "基準未満",
  eligible: "基準以上",
} as const satisfies Record<ScoreVerdict, VerdictText>;

const VERDICT_BY_TEXT: Readonly<Record<string, ScoreVerdict>> = {
  未採点: "notScored",
  基準未満: "below",
  基準以上: "eligible",
};

/** The verdict that kintone stored; a text that is none of its three is 未採点. */
export const parseVerdict = (text: string): ScoreVerdict =>
  VERDICT_BY_TEXT[text] ?? "notScored";

/** The rule of a threshold alone. */
export const thresholdRules = (threshold: number | null): ScoreRule[] => [
  { kind: "sumAtLeast", points: threshold ?? 0 },
];

/**
 * The threshold of the edition and the minimum of each area; none for a programme
 * without a score. A blank threshold counts as 0, because kintone calculates with
 * it that way and the two must agree.
 */
export const scoreRulesOf = (
  { areas, threshold: first }: Pick<Programme, "areas" | "threshold">,
  threshold: number | null,
): ScoreRule[] =>
  first === null
    ? []
    : [
        ...thresholdRules(threshold),
        ...areas.flatMap(({ name, minimum }): ScoreRule[] =>
          minimum === undefined
            ? []
            : [{ kind: "areaAtLeast", area: name.ja, points: minimum }],
        ),
      ];

type Tally = { -readonly [K in keyof AreaScore]: AreaScore[K] };

const toUnits = (points: number, scale: number): number =>
  scale === 1 ? points : Math.round(points * scale);

// One pass and no lists on the way: a board has thousands of these sheets.
const tallyInUnits = (items: readonly ScoreItem[], scale: number): Tally[] => {
  const tallies: Tally[] = [];
  let tally: Tally | undefined;
  for (const item of items) {
    const area = item.itemArea ?? "";
    // The items of an area follow each other.
    if (tally?.area !== area) tally = tallies.find((one) => one.area === area);
    if (tally === undefined) {
      tally = { area, earned: 0, maximum: 0, answered: 0, items: 0 };
      tallies.push(tally);
    }
    tally.earned += toUnits(earnedOf(item), scale);
    tally.maximum += toUnits(item.itemPoints ?? 0, scale);
    tally.answered += item.answer === null ? 0 : 1;
    tally.items += 1;
  }
  return tallies;
};

const isWhole = ({ earned, maximum }: AreaScore): boolean =>
  Number.isInteger(earned) && Number.isInteger(maximum);

// Whole points are the rule; only a sheet with 0.5 somewhere is counted in tenths.
const tallyAreas = (items: readonly ScoreItem[]): AreaScore[] => {
  const areas = tallyInUnits(items, 1);
  if (areas.every(isWhole)) return areas;
  const scale = scaleOf(items.map(({ itemPoints }) => itemPoints ?? 0));
  return tallyInUnits(items, scale).map((tally) => ({
    ...tally,
    earned: tally.earned / scale,
    maximum: tally.maximum / scale,
  }));
};

const verdictOf = (
  answeredCount: number,
  failing: readonly FailedRule[],
): ScoreVerdict => {
  if (answeredCount === 0) {
    return "notScored";
  }
  return failing.length === 0 ? "eligible" : "below";
};

/**
 * The score of a checklist, the same as kintone's calculated fields: `total` is
 * scoreTotal, `answeredCount` answeredCount, and with `thresholdRules` the
 * verdict is the one in `VERDICT_TEXTS`.
 */
export const scoreChecklist = (
  items: readonly ScoreItem[],
  rules: readonly ScoreRule[],
): Score => {
  const areas = tallyAreas(items);
  const total = sumDecimals(areas.map(({ earned }) => earned));
  const failing = rules.flatMap(
    (rule) => failureOf(rule, items, { total, areas }) ?? [],
  );
  const sums = rules.filter((rule) => rule.kind === "sumAtLeast");
  const threshold =
    sums.length === 0 ? null : Math.max(...sums.map(({ points }) => points));
  const answeredCount = areas.reduce((sum, { answered }) => sum + answered, 0);
  return {
    verdict: verdictOf(answeredCount, failing),
    total,
    maximum: sumDecimals(areas.map(({ maximum }) => maximum)),
    answeredCount,
    itemCount: items.length,
    threshold,
    missingPoints: Math.max(0, sumDecimals([threshold ?? 0, -total])),
    areas,
    failing,
  };
};
