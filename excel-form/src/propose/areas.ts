import type { Group } from "./groups.ts";
import { toLabel } from "./label.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

const numberOf = ({ words }: Group): number => {
  const leaf = (words.at(-1) ?? "").normalize("NFKC").trim();
  return Number(/^(?:領域|分野)?\(?(\d)[).]?$/.exec(leaf)?.[1] ?? 0);
};

const isUnder = (
  vocabulary: Vocabulary,
  { words }: Group,
  heading: RegExp,
): boolean =>
  words
    .slice(0, -1)
    .some((word) => heading.test(toLabel(vocabulary, word).main));

/** 「得点」 over ① to ⑤: the key of each column. */
export const findAreas = <G extends Group>(
  vocabulary: Vocabulary,
  groups: readonly G[],
): ReadonlyMap<G, string> => {
  const areas = new Map<G, string>();
  const { keys, under } = vocabulary.numbered ?? { keys: [], under: "" };
  if (keys.length === 0) return areas;
  const heading = new RegExp(under);
  groups.forEach((_, at) => {
    const all = groups.slice(at, at + keys.length);
    const areOurs =
      all.length === keys.length &&
      all.every(
        (group, i) =>
          numberOf(group) === i + 1 &&
          group.subrow === all[0]?.subrow &&
          isUnder(vocabulary, group, heading),
      );
    if (areOurs) all.forEach((group, i) => areas.set(group, keys[i] ?? ""));
  });
  return areas;
};
