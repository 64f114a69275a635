import type { Placement } from "../map/schema.ts";
import { nearTexts } from "../near/near.ts";
import { parseAddress } from "../xlsx/formula/address.ts";
import type { FormSheet } from "../xlsx/sheet/form-model.ts";
import { findBodies } from "./body.ts";
import type { Body } from "./body.ts";
import { placeOwn } from "./place-at-spot.ts";
import { readInCell } from "./in-cell.ts";
import { placeInRun } from "./place-run.ts";
import { placeInSlot } from "./place.ts";
import type { Placed } from "./place.ts";
import { isBlank, toSlotGrid } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** A cell of a value that a person placed. */
export type HandPlacement = { readonly cell: string } & Placement;

/** Boxes of one value: the era and thirteen digits with dashes between need no more. */
const LONGEST_RUN = 20;

const toHandPlacement = ({ slot, ...placement }: Placed): HandPlacement => ({
  cell: slot.address,
  ...placement,
});

/** Digits of their own boxes, or words printed between the boxes, say that they belong together. */
const belongTogether = (
  run: readonly Slot[],
  placed: readonly Placed[],
): boolean => {
  const at = placed.map(({ slot }) => run.indexOf(slot));
  const between = run.slice(Math.min(...at), Math.max(...at));
  return (
    between.some((slot) => !isBlank(slot)) ||
    placed.every(({ part }) => part?.startsWith("digit") === true)
  );
};

const placeInBoxes = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
  key: string,
): readonly Placed[] | null => {
  const row = grid.inRow(slot.top).filter(({ left }) => left >= slot.left);
  for (let length = Math.min(LONGEST_RUN, row.length); length > 1; length--) {
    const run = row.slice(0, length);
    const placed = placeInRun(vocabulary, run, key);
    const isOurs = placed?.some((one) => one.slot === slot) === true;
    if (placed && isOurs && belongTogether(run, placed)) return placed;
  }
  return null;
};

const placeBehindLabel = (
  vocabulary: Vocabulary,
  slot: Slot,
  key: string,
): readonly Placed[] => {
  const inCell = isBlank(slot) ? null : readInCell(vocabulary, slot.text);
  return inCell
    ? placeOwn(
        vocabulary,
        slot,
        { side: "own", label: inCell.label, inCell, certainty: 1 },
        key,
      )
    : [];
};

/**
 * Finds the way to write a value where a person put it. Words printed in the cell stay
 * where they wait for a value (「担当者：」, 「法人・個人」, the signs of a date), and boxes
 * for single digits or for year, month and day are taken together. Any other
 * cell takes the value as it is.
 *
 * @param cell - the top left cell of a merge
 * @param key - a value key, or several joined by `+`
 */
export const placeByHand = (
  vocabulary: Vocabulary,
  sheet: FormSheet,
  cell: string,
  key: string,
): readonly HandPlacement[] => {
  const at = parseAddress(cell);
  if (!at) return [];
  const grid = toSlotGrid(sheet);
  const slot = grid.at(at.row, at.column);
  const near = nearTexts(grid, slot.top, slot.left, () => false);
  const notes = [near.left, near.above].filter((text) => text !== undefined);
  const inBoxes = isBlank(slot)
    ? placeInBoxes(vocabulary, grid, slot, key)
    : null;
  if (inBoxes) return inBoxes.map(toHandPlacement);
  const single = placeInSlot(vocabulary, slot, key, notes);
  const placed = single ? [single] : placeBehindLabel(vocabulary, slot, key);
  return placed.length > 0
    ? placed.map(toHandPlacement)
    : [{ cell: slot.address, key }];
};

/** The equal rows among which a cell is; null when it is alone. */
export const repeatedRowsAt = (
  vocabulary: Vocabulary,
  sheet: FormSheet,
  row: number,
): Body | null =>
  findBodies(vocabulary, toSlotGrid(sheet)).find(
    ({ firstRow, rowsPerEntry, entries }) =>
      row >= firstRow && row < firstRow + entries * rowsPerEntry,
  ) ?? null;
