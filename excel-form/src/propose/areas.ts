import type { Group } from "./groups.ts";
import { conceptsOf } from "./vocabulary.ts";
import { toLabel } from "./label.ts";

/** The five areas of the checklist. */
const AREAS = 5;

const SCORED = /採点|診断|チェック|得点|分野/;

const numberOf = ({ words }: Group): number => {
  const leaf = (words.at(-1) ?? "").normalize("NFKC").trim();
  return Number(/^(?:領域|分野)?\(?([1-5])[).]?$/.exec(leaf)?.[1] ?? 0);
};

const isScored = ({ words }: Group): boolean =>
  words
    .slice(0, -1)
    .map((word) => toLabel(word).main)
    .some((word) => SCORED.test(word) || conceptsOf(word)[0] === "score.total");

/** 「自己採点」 over ① to ⑤: the area of each column, from 1. */
export const findAreas = <G extends Group>(
  groups: readonly G[],
): ReadonlyMap<G, number> => {
  const areas = new Map<G, number>();
  groups.forEach((_, at) => {
    const five = groups.slice(at, at + AREAS);
    const areOurs =
      five.length === AREAS &&
      five.every(
        (group, i) =>
          numberOf(group) === i + 1 &&
          group.subrow === five[0]?.subrow &&
          isScored(group),
      );
    if (areOurs) five.forEach((group, i) => areas.set(group, i + 1));
  });
  return areas;
};
