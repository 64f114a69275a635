import { keyOfRole } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { isBlank, looksLikeField } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import { meaningOf } from "../values/choices.ts";
import type { Range } from "../xlsx/formula/address.ts";
import type { Found } from "./found.ts";
import { labelsIn } from "./labels-in.ts";
import { placeInRun } from "./place-run.ts";
import { rules } from "./rules/index.ts";
import { isInside } from "./zones.ts";

/** The choice whose words say what is asked without any label: 法人 and 個人. */
export const circledKey = (
  vocabulary: Vocabulary,
  text: string,
): ValueKey | null => {
  const key = keyOfRole(vocabulary, "firm.kind");
  return key !== null && meaningOf(vocabulary, key, text) >= 0 ? key : null;
};

/** The words with a box before each, or one after each. */
const runsAround = (
  grid: SlotGrid,
  words: readonly Slot[],
): ReadonlyArray<readonly Slot[]> => {
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return [];
  const row = grid.inRow(first.top);
  const [from, to] = [row.indexOf(first), row.indexOf(last)];
  const isBox = (slot: Slot | undefined): boolean =>
    slot !== undefined && isBlank(slot) && looksLikeField(grid, slot);
  return [
    ...(isBox(row[from - 1]) ? [row.slice(from - 1, to + 1)] : []),
    ...(isBox(row[to + 1]) ? [row.slice(from, to + 2)] : []),
  ];
};

/** [ ] 法人 [ ] 個人 without a label that asks for it. */
export const findCircles = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  excluded: readonly Range[],
  taken: ReadonlySet<string>,
): readonly Found[] => {
  const rows = new Map<number, Slot[]>();
  for (const slot of labelsIn(grid)) {
    if (circledKey(vocabulary, slot.text) === null || isInside(excluded, slot))
      continue;
    rows.set(slot.top, [...(rows.get(slot.top) ?? []), slot]);
  }
  return [...rows.values()].flatMap((words) => {
    const [first] = words;
    const key = first && circledKey(vocabulary, first.text);
    if (!first || !key || words.length < 2) return [];
    const placed = runsAround(grid, words)
      .map((run) => placeInRun(vocabulary, run, key))
      .find((one) => one !== null);
    if (!placed || placed.some(({ slot }) => taken.has(slot.address)))
      return [];
    return [
      {
        slot: placed[0]?.slot ?? first,
        label: first,
        words: words.map(({ text }) => text).join("・"),
        placed,
        rule: rules.circleBesideWord,
        confidence: 0.85,
      },
    ];
  });
};
