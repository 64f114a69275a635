import type { Placement } from "../map/schema.ts";
import { loosely } from "../values/character-forms.ts";
import type { Slot, SlotGrid } from "./slot-grid.ts";

export type Near = NonNullable<Placement["near"]>;

const wordsOf = (slot: Slot): string => loosely(slot.text).slice(0, 60);

const isPrinted = (slot: Slot): boolean => slot.kind === "text";

/**
 * Printed text by which a cell is known again in another year's form: its own,
 * the nearest to the left and the nearest above, without blanks.
 */
export const nearTexts = (grid: SlotGrid, slot: Slot): Near => {
  const left = grid
    .inRow(slot.top)
    .findLast((other) => other.right < slot.left && isPrinted(other));
  let above: Slot | undefined;
  for (let row = slot.top - 1; row >= 1 && !above; row -= 1) {
    const over = grid.at(row, slot.left);
    if (isPrinted(over)) above = over;
  }
  return {
    ...(isPrinted(slot) && { own: wordsOf(slot) }),
    ...(left && { left: wordsOf(left) }),
    ...(above && { above: wordsOf(above) }),
  };
};
