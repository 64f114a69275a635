import { isValueKey, keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { isKnownChoice, meaningOf, polarityOf } from "../values/choices.ts";
import type { Group } from "./groups.ts";
import { yearFormat } from "./place-run.ts";
import type { Placed } from "./place.ts";
import { keyOfOptions } from "./resolve.ts";
import type { Reading } from "./resolve.ts";
import { isBlank } from "../near/slot-grid.ts";

const DATE_PARTS: Readonly<Record<string, string>> = {
  元号: "era",
  年号: "era",
  年: "year",
  月: "month",
  日: "day",
};

const leafOf = (group: Group): string =>
  (group.words.at(-1) ?? "").normalize("NFKC").replace(/\s/g, "");

const isPart = (vocabulary: Vocabulary, group: Group): boolean => {
  const leaf = leafOf(group);
  return (
    group.words.length >= 2 &&
    group.run.filter(isBlank).length === 1 &&
    // ① and ② number the columns; they are no stars.
    (leaf in DATE_PARTS ||
      (isKnownChoice(vocabulary, leaf) && !/^\d$/.test(leaf)))
  );
};

const sameParent = (a: Group, b: Group): boolean =>
  a.subrow === b.subrow &&
  a.words.length === b.words.length &&
  a.words.slice(0, -1).every((word, i) => word === b.words[i]);

/** Neighbouring columns that share a heading and are each a piece of one value. */
export const splitGroups = <G extends Group>(
  vocabulary: Vocabulary,
  groups: readonly G[],
): ReadonlyArray<readonly G[]> => {
  const families: G[][] = [];
  let current: G[] = [];
  for (const group of groups) {
    const [first] = current;
    if (isPart(vocabulary, group) && first && sameParent(first, group)) {
      current.push(group);
      continue;
    }
    current = isPart(vocabulary, group) ? [group] : [];
    if (current.length > 0) families.push(current);
  }
  return families.filter((family) => family.length >= 2);
};

const boxOf = ({ run }: Group) => run.find(isBlank);

const ERA = /令和|平成|昭和/;

const asDate = (
  vocabulary: Vocabulary,
  family: readonly Group[],
  key: ValueKey,
  { notes }: Reading,
): Placed[] => {
  const era = notes.map((note) => ERA.exec(note)?.[0]).find(Boolean);
  const format = yearFormat(vocabulary, key, {
    isShort: false,
    isGregorian: notes.some((note) => note.includes("西暦")),
    era,
    eraBox: family
      .filter((group) => DATE_PARTS[leafOf(group)] === "era")
      .map(boxOf)[0],
  });
  return family.flatMap((group) => {
    const slot = boxOf(group);
    const part = DATE_PARTS[leafOf(group)];
    if (!slot || part === undefined) return [];
    return [
      {
        slot,
        key,
        part,
        ...(part === "year" && format !== undefined && { format }),
        ...(part === "year" && era !== undefined && { era }),
      },
    ];
  });
};

const asChoice = (
  vocabulary: Vocabulary,
  family: readonly Group[],
  key: ValueKey,
): Placed[] => {
  const isOurs = family.every((group) => {
    const word = leafOf(group);
    return (
      meaningOf(vocabulary, key, word) >= 0 ||
      polarityOf(vocabulary, key, word) !== undefined
    );
  });
  if (!isOurs) return [];
  return family.flatMap((group) => {
    const slot = boxOf(group);
    return slot ? [{ slot, key, part: `○-beside ${leafOf(group)}` }] : [];
  });
};

/** The pieces with their parts; empty when they do not make up the value. */
export const placeSplit = (
  vocabulary: Vocabulary,
  family: readonly Group[],
  keys: string | null,
  reading: Reading,
): readonly Placed[] => {
  const key =
    keys !== null && isValueKey(vocabulary, keys)
      ? keys
      : keyOfOptions(vocabulary, family.map(leafOf));
  if (key === null) return [];
  const { type } = keyInfo(vocabulary, key);
  if (type === "date") return asDate(vocabulary, family, key, reading);
  return type === "choice" ? asChoice(vocabulary, family, key) : [];
};
