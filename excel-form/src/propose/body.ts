import { finish } from "../ground/steps.ts";
import type { Steps } from "../ground/steps.ts";
import { toBlankText } from "./blank-text.ts";
import { isBlank, looksLikeField } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Equal entries one below the other: the pre-drawn part of a list, or of a table that is none. */
export type Body = {
  readonly firstRow: number;
  readonly rowsPerEntry: number;
  readonly entries: number;
  /** Last column, where something else is to its right; otherwise it is as wide as the sheet. */
  readonly right?: number;
};

/** Longest entry that is looked for: a card of one firm. */
const MAX_ROWS_PER_ENTRY = 16;

const signOf = (grid: SlotGrid, slot: Slot, row: number): string => {
  const place = `${slot.left}-${slot.right}/${row - slot.top}/${slot.bottom - row}`;
  if (isBlank(slot)) return place + (looksLikeField(grid, slot) ? "F" : "");
  if (slot.kind !== "text") return place + slot.kind;
  // Numbers run on from entry to entry, also as 「１」 and 「①」.
  return place + slot.text.normalize("NFKC").replace(/\d+/g, "#");
};

/** Shape of a row without its numbers. */
function* signRows(grid: SlotGrid): Steps<readonly string[]> {
  const signs = [""];
  // Two rows more, so that the last entry may end in its own blank row.
  for (let row = 1; row <= grid.bottom + 2; row += 1) {
    yield;
    const slots = grid.inRow(row).map((slot) => signOf(grid, slot, row));
    signs.push(grid.sheet.hiddenRows.has(row) ? `hidden${row}` : slots.join());
  }
  return signs;
}

/** Takes a value: an empty box, or words that wait for one and are no label themselves. */
export const isFillable = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
): boolean => {
  if (isBlank(slot)) return looksLikeField(grid, slot);
  if (slot.kind !== "text" || slot.isLocked) return false;
  const blank = toBlankText(vocabulary, slot.text);
  return blank !== null && !/\p{L}/u.test(blank.before.replace("西暦", ""));
};

const fieldsInRow = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  row: number,
): number =>
  grid
    .inRow(row)
    .filter(
      (s) => s.top === row && isBlank(s) && isFillable(vocabulary, grid, s),
    ).length;

const isEmptyRow = (grid: SlotGrid, row: number): boolean =>
  grid.inRow(row).every((slot) => isBlank(slot) && !looksLikeField(grid, slot));

const countEntries = (
  signs: readonly string[],
  first: number,
  height: number,
  drawnHeight: number,
): number => {
  const isSame = (next: number, rows: number): boolean => {
    for (let i = 0; i < rows; i += 1) {
      if (signs[first + i] !== signs[next + i]) return false;
    }
    return true;
  };
  let entries = 1;
  while (isSame(first + entries * height, height)) entries += 1;
  // The row after the last entry need not be the blank row between entries.
  return height > drawnHeight && isSame(first + entries * height, drawnHeight)
    ? entries + 1
    : entries;
};

/** A row of a list has room for at least two values; two equal rows of one box are a text field. */
const MIN_FIELDS = 2;

const bodyAt = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  signs: readonly string[],
  first: number,
): Body | null => {
  if (isEmptyRow(grid, first)) return null;
  for (let height = 1; height <= MAX_ROWS_PER_ENTRY; height += 1) {
    if (first + 2 * height > signs.length) return null;
    let drawnHeight = height;
    while (isEmptyRow(grid, first + drawnHeight - 1)) drawnHeight -= 1;
    const entries = countEntries(signs, first, height, drawnHeight);
    if (entries < 2) continue;
    // Equal rows of one box each do not pair up.
    if (height > 1 && countEntries(signs, first, 1, 1) >= height) continue;
    let fields = 0;
    for (let i = 0; i < height; i += 1)
      fields += fieldsInRow(vocabulary, grid, first + i);
    if (fields < MIN_FIELDS) continue;
    return { firstRow: first, rowsPerEntry: height, entries };
  }
  return null;
};

const isDrawn = (grid: SlotGrid, slot: Slot): boolean =>
  !isBlank(slot) || looksLikeField(grid, slot);

const lastColumn = (grid: SlotGrid, { firstRow, rowsPerEntry }: Body): number =>
  Math.max(
    ...Array.from({ length: rowsPerEntry }, (_, i) => firstRow + i).flatMap(
      (row) =>
        grid
          .inRow(row)
          .filter((slot) => isDrawn(grid, slot))
          .map((slot) => slot.right),
    ),
  );

/** Shape of a row up to a column; null where the next column is drawn too. */
const signUpTo = (
  grid: SlotGrid,
  row: number,
  right: number,
): string | null => {
  if (row < 1 || row > grid.bottom || right >= grid.right) return null;
  const isApart = !isDrawn(grid, grid.at(row, right + 1));
  const own = grid.inRow(row).filter((slot) => slot.right <= right);
  return isApart ? own.map((slot) => signOf(grid, slot, row)).join() : null;
};

/** Rows that are alike except for cells right of the list, after a gap. */
const widen = (grid: SlotGrid, body: Body): Body => {
  const { firstRow, rowsPerEntry, entries } = body;
  const right = lastColumn(grid, body);
  const signs = Array.from({ length: rowsPerEntry }, (_, i) =>
    signUpTo(grid, firstRow + i, right),
  );
  const isSame = (top: number): boolean =>
    signs.every(
      (sign, i) => sign !== null && sign === signUpTo(grid, top + i, right),
    );
  let first = firstRow;
  while (isSame(first - rowsPerEntry)) first -= rowsPerEntry;
  let end = firstRow + entries * rowsPerEntry;
  while (isSame(end)) end += rowsPerEntry;
  const count = (end - first) / rowsPerEntry;
  return count > entries
    ? { firstRow: first, rowsPerEntry, entries: count, right }
    : body;
};

/** All repeated rows of the sheet from top to bottom. */
export const findBodies = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
): readonly Body[] => finish(bodySteps(vocabulary, grid));

/** The same row by row. */
export function* bodySteps(
  vocabulary: Vocabulary,
  grid: SlotGrid,
): Steps<readonly Body[]> {
  const signs = yield* signRows(grid);
  const bodies: Body[] = [];
  for (let row = 1; row <= grid.bottom;) {
    yield;
    const found = bodyAt(vocabulary, grid, signs, row);
    const body = found && widen(grid, found);
    if (body) bodies.push(body);
    row = body ? row + body.entries * body.rowsPerEntry : row + 1;
  }
  return bodies;
}
