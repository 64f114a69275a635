import { sumDecimals } from "./decimal.ts";
import type { ScoreItem } from "./score-rules.ts";

/** The smallest set of further はい that closes the gap. */
export type ClosingItems = {
  /** So many items are enough; fewer are not. */
  readonly size: number;
  /** Every item that belongs to at least one such set: blank ones first, then いいえ. */
  readonly candidates: readonly string[];
  /** True when any `size` of the candidates close the gap. */
  readonly anyOfThem: boolean;
  /** One set that does, of the most points. */
  readonly example: readonly string[];
};

type OpenItem = { readonly id: string; readonly points: number };

const isStillOpen = ({ answer, itemPoints }: ScoreItem): boolean =>
  (answer === null || answer === "いいえ") && (itemPoints ?? 0) > 0;

const toOpenItem = ({ itemId, itemPoints }: ScoreItem): OpenItem => ({
  id: itemId,
  points: itemPoints ?? 0,
});

// Blank before いいえ: asking again is easier than hearing the opposite.
const openItemsOf = (items: readonly ScoreItem[]): OpenItem[] => {
  const open = items.filter(isStillOpen);
  return [
    ...open.filter(({ answer }) => answer === null),
    ...open.filter(({ answer }) => answer !== null),
  ].map(toOpenItem);
};

const pointsOf = (items: readonly OpenItem[]): number =>
  sumDecimals(items.map(({ points }) => points));

const smallestSize = (
  byPoints: readonly OpenItem[],
  gap: number,
): number | null => {
  for (let size = 1; size <= byPoints.length; size += 1) {
    if (pointsOf(byPoints.slice(0, size)) >= gap) {
      return size;
    }
  }
  return null;
};

/**
 * Which items would close a gap of points, by the fewest answers. Items that are
 * 対象外 or worth nothing are left alone. Null when there is no gap, or when all
 * items together do not close it.
 */
export const itemsThatClose = (
  items: readonly ScoreItem[],
  gap: number,
): ClosingItems | null => {
  if (gap <= 0) {
    return null;
  }
  const open = openItemsOf(items);
  const byPoints = open.toSorted((a, b) => b.points - a.points);
  const size = smallestSize(byPoints, gap);
  if (size === null) {
    return null;
  }
  // An item belongs to a closing set when it closes the gap with the best others.
  const candidates = open.filter((item) => {
    const others = byPoints.filter((other) => other !== item);
    return pointsOf([item, ...others.slice(0, size - 1)]) >= gap;
  });
  const fewestPoints = candidates.toSorted((a, b) => a.points - b.points);
  return {
    size,
    candidates: candidates.map(({ id }) => id),
    anyOfThem: pointsOf(fewestPoints.slice(0, size)) >= gap,
    example: byPoints.slice(0, size).map(({ id }) => id),
  };
};
