import { headingOver, isConceptLabel } from "./around.ts";
import type { Found } from "./found.ts";
import { isLeft, meaningOf } from "./meanings.ts";
import { rules } from "./rules/index.ts";
import type { SheetSubject } from "./meanings.ts";
import { NOBODY } from "./owners.ts";
import { toLabel } from "./label.ts";
import { placeInSlot } from "./place.ts";
import { readLabels } from "./resolve.ts";
import type { Reading } from "./resolve.ts";
import { isBlank, looksLikeField } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import type { Spot } from "./spots.ts";
import { conceptsOf } from "./concepts.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Right of the label, or after values printed in a table: 「セキュリティ」 「20点」 [ ]. */
const boxesOf = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  spot: Spot | null,
): readonly Slot[] => {
  if (spot) return spot.side === "left" ? spot.run.filter(isBlank) : [];
  const right = grid
    .inRow(label.top)
    .filter(({ top, left }) => top === label.top && left > label.right);
  const end = right.findIndex(
    (slot) => isConceptLabel(vocabulary, slot) || !slot.edges.bottom,
  );
  return (end < 0 ? right : right.slice(0, end)).filter(
    (slot) => isBlank(slot) && looksLikeField(grid, slot),
  );
};

const isLabelTogether = (
  vocabulary: Vocabulary,
  label: Slot,
  heading: Slot,
): boolean => {
  const [own, over] = [label, heading].map(
    ({ text }) => toLabel(vocabulary, text).main,
  );
  return conceptsOf(vocabulary, `${own}${over}`).length > 0;
};

/** A box with the label at its left and the heading above it, which are one label together. */
export type Crossing = {
  readonly slot: Slot;
  readonly heading: Slot;
  readonly reading: Reading;
};

const readCrossing = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  spot: Spot | null,
  slot: Slot,
): readonly Crossing[] => {
  const heading = headingOver(grid, slot);
  if (!heading) return [];
  // Most pairs of a table of data are no label together, and are read no further.
  if (spot === null && !isLabelTogether(vocabulary, label, heading)) return [];
  const reading = readLabels(vocabulary, [label.text, heading.text]);
  const isWhole =
    reading.concepts.length > 0 &&
    reading.scope === null &&
    !reading.isUnderUnknown &&
    reading.concepts.every((concept) => !concept.startsWith("?"));
  return isWhole ? [{ slot, heading, reading }] : [];
};

/** 「登録」 at the left and 「件数」 above: the two together ask for 登録件数. */
export const findCrossings = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  spot: Spot | null,
): readonly Crossing[] =>
  // 「20」 in the column of 配点 asks for nothing.
  /\p{L}/u.test(label.text)
    ? boxesOf(vocabulary, grid, label, spot).flatMap((slot) =>
        readCrossing(vocabulary, grid, label, spot, slot),
      )
    : [];

/** The values that the crossings of a label ask for on this sheet. */
export const placeCrossings = (
  vocabulary: Vocabulary,
  label: Slot,
  crossings: readonly Crossing[],
  sheet: SheetSubject,
): readonly Found[] =>
  crossings.flatMap(({ slot, heading, reading }) => {
    const meaning = meaningOf(vocabulary, reading, NOBODY, sheet);
    const placed = isLeft(meaning)
      ? null
      : placeInSlot(vocabulary, slot, meaning.keys, []);
    return placed
      ? [
          {
            slot,
            label,
            words: `${label.text} ${heading.text}`,
            rule: rules.rowAndColumn,
            placed: [placed],
            confidence: 0.85,
          },
        ]
      : [];
  });
