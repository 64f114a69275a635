import { sumDecimals } from "./decimal.ts";
import type { ChecklistAnswer } from "./model.ts";

/** One checklist row, as far as scoring reads it. */
export type ScoreItem = {
  readonly itemId: string;
  readonly itemArea: string | null;
  readonly itemPoints: number | null;
  /** Null until it is answered. */
  readonly answer: ChecklistAnswer | null;
};

/**
 * A rule of a checklist. A programme combines any of them. An item that is 対象外 earns nothing, and `allRequired` and
 * `knockOut` pass over it.
 */
export type ScoreRule =
  | { readonly kind: "sumAtLeast"; readonly points: number }
  | {
      readonly kind: "areaAtLeast";
      readonly area: string;
      readonly points: number;
    }
  | { readonly kind: "allRequired"; readonly items: readonly string[] }
  | {
      readonly kind: "atLeastKofN";
      readonly count: number;
      readonly items: readonly string[];
    }
  /** One いいえ here and no score helps; a blank is not yet a pass either. */
  | { readonly kind: "knockOut"; readonly item: string };

export type FailedRule = {
  readonly rule: ScoreRule;
  /** Points for sums, items for the others; more than 0. */
  readonly missing: number;
  /** The items that are asked for and not はい; empty for sums. */
  readonly items: readonly string[];
};

/** Exactly what kintone calculates into `earned`. */
export const earnedOf = ({ answer, itemPoints }: ScoreItem): number =>
  answer === "はい" ? (itemPoints ?? 0) : 0;

/** Points that a checklist has earned, without floating-point error. */
export type Earned = {
  readonly total: number;
  readonly areas: ReadonlyArray<{
    readonly area: string;
    readonly earned: number;
  }>;
};

const earnedIn = ({ areas }: Earned, name: string): number =>
  areas.find(({ area }) => area === name)?.earned ?? 0;

const failedSum = (
  rule: ScoreRule,
  points: number,
  earned: number,
): FailedRule | null => {
  const missing = sumDecimals([points, -earned]);
  return missing > 0 ? { rule, missing, items: [] } : null;
};

const answersById = (
  items: readonly ScoreItem[],
): ReadonlyMap<string, ChecklistAnswer | null> =>
  new Map(items.map(({ itemId, answer }) => [itemId, answer]));

const failedRequired = (
  rule: ScoreRule,
  required: readonly string[],
  items: readonly ScoreItem[],
): FailedRule | null => {
  const answers = answersById(items);
  const unmet = required.filter((id) => {
    const answer = answers.get(id) ?? null;
    return answer !== "はい" && answer !== "対象外";
  });
  return unmet.length > 0
    ? { rule, missing: unmet.length, items: unmet }
    : null;
};

const failedKofN = (
  rule: ScoreRule & { kind: "atLeastKofN" },
  items: readonly ScoreItem[],
): FailedRule | null => {
  const answers = answersById(items);
  const notYes = rule.items.filter((id) => answers.get(id) !== "はい");
  const missing = rule.count - (rule.items.length - notYes.length);
  return missing > 0 ? { rule, missing, items: notYes } : null;
};

/** The failure of a rule; null when it holds. */
export const failureOf = (
  rule: ScoreRule,
  items: readonly ScoreItem[],
  earned: Earned,
): FailedRule | null => {
  switch (rule.kind) {
    case "sumAtLeast":
      return failedSum(rule, rule.points, earned.total);
    case "areaAtLeast":
      return failedSum(rule, rule.points, earnedIn(earned, rule.area));
    case "allRequired":
      return failedRequired(rule, rule.items, items);
    case "knockOut":
      return failedRequired(rule, [rule.item], items);
    case "atLeastKofN":
    default:
      return failedKofN(rule, items);
  }
};
