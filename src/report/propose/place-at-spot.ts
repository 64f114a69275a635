import { toKeys } from "../map/key-list.ts";
import { isConceptLabel } from "./around.ts";
import { placeInRun } from "./place-run.ts";
import { placeInSlot } from "./place.ts";
import type { Placed } from "./place.ts";
import type { Reading } from "./resolve.ts";
import { isBlank } from "./slot-grid.ts";
import type { Slot, SlotGrid } from "./slot-grid.ts";
import type { Spot } from "./spots.ts";

/** Behind a label in the same cell. */
export const placeOwn = (
  slot: Slot,
  spot: Spot & { side: "own" },
  keys: string,
): Placed[] => {
  const { before, blank } = spot.inCell;
  const list = toKeys(keys) ?? [];
  if (!blank || blank.kind === "free") {
    const places = list.map((key) => `{${key}}`).join("　");
    return [{ slot, key: keys, text: before + places }];
  }
  // The printed remainder is judged as if it stood in a cell of its own.
  const rest = placeInSlot(
    { ...slot, kind: "text", text: restText(slot.text, before) },
    keys,
    [],
  );
  if (!rest) return [];
  const text = rest.text ?? `{${rest.key}}`;
  return [{ ...rest, slot, text: before + text }];
};

const restText = (text: string, before: string): string =>
  text.startsWith(before.trimEnd())
    ? text.slice(before.trimEnd().length)
    : text;

/** Below a label or above one: the box belongs to another column of the form. */
const isInLabelColumn = (grid: SlotGrid, box: Slot): boolean =>
  [box.top - 1, box.bottom + 1].some((row) => {
    if (row < 1 || row > grid.bottom) return false;
    const other = grid.at(row, box.left);
    return other.left === box.left && isConceptLabel(other);
  });

const placeBeside = (
  grid: SlotGrid,
  run: readonly Slot[],
  keys: string,
  notes: readonly string[],
): readonly Placed[] => {
  const foreign = run.findIndex(
    (slot, i) =>
      i > 0 && isBlank(slot) && slot.width > 6 && isInLabelColumn(grid, slot),
  );
  const own = foreign < 0 ? run : run.slice(0, foreign);
  const all = placeInRun(own, keys, notes);
  if (all) return all;
  const printed = own.filter((slot) => !isBlank(slot)).map(({ text }) => text);
  const boxes = own.filter(isBlank);
  const [first] = boxes.length > 0 ? boxes : own;
  if (!first || boxes.length > 1) return [];
  const single = placeInSlot(first, keys, [...notes, ...printed]);
  return single ? [single] : [];
};

/** How the values are written at the place of a label; empty when they do not fit it. */
export const placeAtSpot = (
  grid: SlotGrid,
  label: Slot,
  spot: Spot,
  keys: string,
  reading: Reading,
): readonly Placed[] =>
  spot.side === "own"
    ? placeOwn(label, spot, keys)
    : placeBeside(grid, spot.run, keys, reading.notes);

/** The cell that stands for the place. */
export const firstSlotOf = (label: Slot, spot: Spot): Slot =>
  spot.side === "own"
    ? label
    : (spot.run.find(isBlank) ?? spot.run[0] ?? label);
