import { memoOf } from "../ground/memo.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";

/** Printed data are that long and wide; a form prints less. */
const MIN_ROWS = 12;
const MIN_COLUMNS = 4;
/** Share of the rows in which a column of data is printed. */
const MIN_SHARE = 0.8;
/** Words to choose from are the same in every row. */
const MIN_WORDS = 3;

type Row = { readonly row: number; readonly slots: readonly Slot[] };

const isAlike = (a: readonly Slot[], b: readonly Slot[]): boolean =>
  a.length === b.length &&
  a.every((slot, i) => slot.left === b[i]?.left && slot.right === b[i]?.right);

const isPrinted = (slots: readonly Slot[], row: number): boolean => {
  let printed = 0;
  for (const slot of slots) {
    if (slot.top !== row || slot.bottom !== row) return false;
    if (!isBlank(slot)) printed += 1;
  }
  return printed >= MIN_COLUMNS;
};

/** Rows in a row that are cut alike and mostly printed. */
const stretchesOf = (grid: SlotGrid): readonly Row[][] => {
  const stretches: Row[][] = [];
  let current: Row[] = [];
  for (let row = 1; row <= grid.bottom; row += 1) {
    const slots = grid.inRow(row);
    const last = current.at(-1);
    if (!isPrinted(slots, row)) {
      current = [];
      continue;
    }
    if (last && isAlike(last.slots, slots)) current.push({ row, slots });
    else stretches.push((current = [{ row, slots }]));
  }
  return stretches.filter(({ length }) => length >= MIN_ROWS);
};

const isDataColumn = (rows: readonly Row[], column: number): boolean => {
  const texts = rows
    .map(({ slots }) => slots[column]?.text ?? "")
    .filter((text) => text !== "");
  return (
    texts.length >= MIN_SHARE * rows.length && new Set(texts).size >= MIN_WORDS
  );
};

const isData = (rows: readonly Row[]): boolean =>
  (rows[0]?.slots ?? []).filter((_, column) => isDataColumn(rows, column))
    .length >= MIN_COLUMNS;

/** Texts that may be labels: all but the rows of printed data, of which the first may be the header. */
export const labelsIn = memoOf((grid: SlotGrid): readonly Slot[] => {
  const data = new Set(
    stretchesOf(grid)
      .filter(isData)
      .flatMap((rows) => rows.slice(1).map(({ row }) => row)),
  );
  return data.size === 0
    ? grid.texts
    : grid.texts.filter(({ top }) => !data.has(top));
});
