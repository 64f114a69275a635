import { toKeys } from "../map/key-list.ts";
import { keyInfo } from "../map/vocabulary.ts";
import { headingOver, isConceptLabel } from "./around.ts";
import { isBox, toBlankText } from "./blank-text.ts";
import { isFillable } from "./body.ts";
import { placeInRun } from "./place-run.ts";
import { placeInSlot } from "./place.ts";
import type { Placed } from "./place.ts";
import type { Reading } from "./resolve.ts";
import { isBlank } from "../near/slot-grid.ts";
import { textWidth } from "../values/text-width.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import type { Spot } from "./spots.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Room after a label in the same cell. */
export const placeOwn = (
  vocabulary: Vocabulary,
  slot: Slot,
  spot: Spot & { side: "own" },
  keys: string,
): Placed[] => {
  const { before, blank, after = "" } = spot.inCell;
  const list = toKeys(vocabulary, keys) ?? [];
  if (!blank || blank.kind === "free") {
    const places = list.map((key) => `{${key}}`).join("　");
    return [{ slot, key: keys, text: before + places + after }];
  }
  // The printed remainder is judged as if it stood in a cell of its own.
  const rest = placeInSlot(
    vocabulary,
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

/** Below or above a label or a remark: the box belongs to another column of the form. */
const isInOtherColumn = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  box: Slot,
  first: Slot,
): boolean =>
  [box.top - 1, box.bottom + 1].some((row) => {
    if (row < 1 || row > grid.bottom) return false;
    const other = grid.at(row, box.left);
    if (other.left !== box.left) return false;
    const isRemark =
      isPrinted(vocabulary, grid, other) &&
      textWidth(other.text) > MAX_UNIT &&
      other.right === box.right &&
      // In a row of headings every column has one.
      !isPrinted(vocabulary, grid, grid.at(row, first.left));
    return isConceptLabel(vocabulary, other) || isRemark;
  });

/** 「千 円」, in characters. */
const MAX_UNIT = 6;

/** Room for a word, in characters. */
const MIN_WORD = 8;

/**
 * Lines around every cell, though one value is asked for: people write into the
 * first. Under headings, or one digit wide, each cell takes something else.
 */
const arePaper = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  boxes: readonly Slot[],
  keys: string,
): boolean =>
  (toKeys(vocabulary, keys) ?? []).every((key) =>
    ["text", "digits"].includes(keyInfo(vocabulary, key).type),
  ) &&
  boxes.every(
    (box) =>
      isBlank(box) &&
      box.width >= MIN_WORD &&
      !box.isMerged &&
      headingOver(grid, box) === null,
  );

const isPrinted = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
): boolean => slot.kind === "text" && !isFillable(vocabulary, grid, slot);

/** Boxes from which a row of single digits is known. */
const MIN_DIGITS = 7;

/** 「( ) － 」 or a row of single digits, and an empty end of the row after it. */
const withoutEnd = (run: readonly Slot[]): readonly Slot[] | null => {
  const [last, before] = [run.at(-1), run.at(-2)];
  if (!last || !before || !isBlank(last)) return null;
  const rest = run.slice(0, -1);
  const between = rest.some((slot, i) => i > 0 && !isBlank(slot));
  const isWider = isBlank(before) && last.width > 2 * before.width;
  const areDigits = isWider && rest.length >= MIN_DIGITS;
  return areDigits || (between && (isWider || !isBlank(before))) ? rest : null;
};

/** 「－」 or a bracket before the box: one value goes on in it. */
const goesOn = (run: readonly Slot[], at: number): boolean =>
  /^[-－―ー‐−()（）]$/.test(run[at - 1]?.text.trim() ?? "");

export const placeBeside = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  run: readonly Slot[],
  keys: string,
  notes: readonly string[],
): readonly Placed[] => {
  const foreign = run.findIndex(
    (slot, i) =>
      i > 0 &&
      isBlank(slot) &&
      slot.width > 6 &&
      !goesOn(run, i) &&
      !/^\s*[年月日]/.test(run[i + 1]?.text ?? "") &&
      isInOtherColumn(vocabulary, grid, slot, run.find(isBlank) ?? slot),
  );
  const own = foreign < 0 ? run : run.slice(0, foreign);
  const shorter = withoutEnd(own);
  const all =
    placeInRun(vocabulary, own, keys, notes) ??
    (shorter && placeInRun(vocabulary, shorter, keys, notes));
  if (all) return all;
  if (own.some(({ text }) => isBox(text))) return [];
  // [ ] 件 [ ]: the box before the unit, and an empty end of the row.
  const rest = shorter ?? own;
  const printed = rest.filter((slot) => !isBlank(slot)).map(({ text }) => text);
  const [head] = rest;
  // A unit right after the label: the empty cell after it is no box of its own.
  const hasUnit =
    head !== undefined && toBlankText(vocabulary, head.text)?.kind === "unit";
  const blanks = rest.filter(isBlank);
  const boxes = blanks.length > 0 ? blanks : rest;
  const [first, second] = hasUnit ? [head] : boxes;
  if (!first) return [];
  if (second && !arePaper(vocabulary, grid, rest, keys)) return [];
  const single = placeInSlot(vocabulary, first, keys, [...notes, ...printed]);
  return single ? [single] : [];
};

/** Ways to write the values at the place of a label; empty when they do not fit it. */
export const placeAtSpot = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  spot: Spot,
  keys: string,
  reading: Reading,
): readonly Placed[] =>
  spot.side === "own"
    ? placeOwn(vocabulary, label, spot, keys)
    : placeBeside(vocabulary, grid, spot.run, keys, reading.notes);

/** The cell that represents the place. */
export const firstSlotOf = (label: Slot, spot: Spot): Slot =>
  spot.side === "own"
    ? label
    : (spot.run.find(isBlank) ?? spot.run[0] ?? label);
