import { sumDecimals } from "./decimal.ts";
import type { VerdictText } from "./model.ts";
import { earnedBy, failureOf } from "./score-rules.ts";
import type { FailedRule, ScoreItem, ScoreRule } from "./score-rules.ts";

/** `notScored` is not 0 points: nobody has answered anything yet. */
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

/**
 * The rules of an edition that has a threshold only. A blank threshold counts
 * as 0, because kintone calculates with it that way and the two must agree.
 */
export const thresholdRules = (threshold: number | null): ScoreRule[] => [
  { kind: "sumAtLeast", points: threshold ?? 0 },
];

const isAnswered = ({ answer }: ScoreItem): boolean => answer !== null;

const pointsOf = (items: readonly ScoreItem[]): number =>
  sumDecimals(items.map(({ itemPoints }) => itemPoints ?? 0));

const groupByArea = (
  items: readonly ScoreItem[],
): ReadonlyMap<string, ScoreItem[]> => {
  const areas = new Map<string, ScoreItem[]>();
  for (const item of items) {
    const name = item.itemArea ?? "";
    const area = areas.get(name);
    if (area === undefined) {
      areas.set(name, [item]);
    } else {
      area.push(item);
    }
  }
  return areas;
};

const scoreArea = (area: string, items: readonly ScoreItem[]): AreaScore => ({
  area,
  earned: earnedBy(items),
  maximum: pointsOf(items),
  answered: items.filter(isAnswered).length,
  items: items.length,
});

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
  const failing = rules.flatMap((rule) => failureOf(rule, items) ?? []);
  const sums = rules.filter((rule) => rule.kind === "sumAtLeast");
  const threshold =
    sums.length === 0 ? null : Math.max(...sums.map(({ points }) => points));
  const total = earnedBy(items);
  const answeredCount = items.filter(isAnswered).length;
  return {
    verdict: verdictOf(answeredCount, failing),
    total,
    maximum: pointsOf(items),
    answeredCount,
    itemCount: items.length,
    threshold,
    missingPoints: Math.max(0, sumDecimals([threshold ?? 0, -total])),
    areas: [...groupByArea(items)].map(([area, rows]) => scoreArea(area, rows)),
    failing,
  };
};
