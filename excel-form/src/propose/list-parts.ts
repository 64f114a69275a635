import type { Table } from "./find-list.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import type { Column } from "./list-columns.ts";

/** A place in which a list goes on: beside itself, or further down. */
export type Part = {
  readonly firstRow: number;
  readonly entries: number;
  /** Columns to the right of the first list. */
  readonly shift: number;
};

const placedIn = ({ columns }: Table): readonly Column[] =>
  columns.filter(({ placed }) => placed !== null);

/** The printed number of an entry, right of a column. */
const numberAt = (
  grid: SlotGrid,
  row: number,
  after: number,
): number | null => {
  const slot = grid
    .inRow(row)
    .find((one) => one.left > after && !isBlank(one) && one.kind !== "formula");
  const digits = /^\D{0,2}(\d+)\D?$/.exec(slot?.text.normalize("NFKC") ?? "");
  return digits ? Number(digits[1]) : null;
};

const isAlike = (a: Slot, b: Slot, shift: number): boolean =>
  b.left === a.left + shift &&
  b.right === a.right + shift &&
  b.bottom - b.top === a.bottom - a.top &&
  b.kind === a.kind;

/** Every place of an entry has its twin, so many rows down and columns to the right. */
const isRepeated = (
  grid: SlotGrid,
  table: Table,
  rows: number,
  shift: number,
): boolean =>
  placedIn(table).every(({ slot }) => {
    const { left, top } = slot;
    if (left + shift > grid.right || top + rows > grid.bottom) return false;
    return isAlike(slot, grid.at(top + rows, left + shift), shift);
  });

/** 「企業名」 left and right: columns between the list and its repetition. */
const shiftsOf = (table: Table): readonly number[] => {
  const [first] = placedIn(table);
  const words = first?.words.join();
  return table.columns
    .filter(
      ({ placed, subrow, ...one }) =>
        placed === null &&
        subrow === first?.subrow &&
        one.words.join() === words,
    )
    .map(({ slot }) => slot.left - (first?.slot.left ?? 0))
    .filter((shift) => shift > 0)
    .sort((a, b) => a - b);
};

const hasSameWords = (table: Table, shift: number): boolean =>
  placedIn(table).every(({ slot, words, subrow }) =>
    table.columns.every(
      (other) =>
        other.subrow !== subrow ||
        other.slot.left !== slot.left + shift ||
        other.words.join() === words.join(),
    ),
  );

/** The numbers say that one column of entries is read after the other. */
const isNumberedOn = (
  grid: SlotGrid,
  { firstRow, entries }: Part,
  first: number | null,
  after: number,
  row: number,
): boolean => {
  const next = numberAt(grid, row, after);
  if (first === null || firstRow < 1) return next === null;
  return next === first + entries;
};

const lastPlaced = (table: Table): number =>
  Math.max(...placedIn(table).map(({ slot }) => slot.right));

const partsBeside = (grid: SlotGrid, table: Table): readonly Part[] => {
  const { firstRow, entries } = table.body;
  const first = numberAt(grid, firstRow, 0);
  const shifts = shiftsOf(table);
  const parts = shifts.map((shift) => ({ firstRow, entries, shift }));
  const areWhole = parts.every(({ shift }, i) => {
    const after = lastPlaced(table) + (shifts[i - 1] ?? 0);
    const before = { firstRow, entries: entries * (i + 1), shift };
    return (
      isRepeated(grid, table, 0, shift) &&
      hasSameWords(table, shift) &&
      isNumberedOn(grid, before, first, after, firstRow)
    );
  });
  return areWhole ? parts : [];
};

const BETWEEN =
  /^(?:(?:小|合|総|累)?計|(?:頁|ページ|page)(?:小?計)?|次(?:頁|ページ)へ続く|\(?\d+[/／]\d+(?:頁|ページ)?\)?|\(?続き\)?|\d*(?:件|社|名|人)?)$/i;

/** Between two parts stand at most a total, the number of the page and the same header. */
const isClean = (
  grid: SlotGrid,
  { header }: Table,
  top: number,
  bottom: number,
): boolean => {
  const words = new Set(
    grid.texts
      .filter(
        (one) => header && one.top >= header.top && one.top <= header.bottom,
      )
      .map(({ text }) => text),
  );
  return grid.texts
    .filter((one) => one.top >= top && one.top <= bottom)
    .every(
      ({ text }) =>
        words.has(text) ||
        BETWEEN.test(text.normalize("NFKC").replace(/\s/g, "")),
    );
};

/** The same entries once more further down, as long as nothing says that they are others. */
const partsBelow = (
  grid: SlotGrid,
  table: Table,
  others: readonly Table[],
): readonly Part[] => {
  const { body } = table;
  const parts: Part[] = [];
  const first = numberAt(grid, body.firstRow, 0);
  let taken = body.entries;
  let end = body.firstRow + body.entries * body.rowsPerEntry;
  const below = others
    .filter((one) => one.body.firstRow >= end)
    .sort((a, b) => a.body.firstRow - b.body.firstRow);
  for (const { body: next } of below) {
    const { firstRow, entries } = next;
    const goesOn =
      next.rowsPerEntry === body.rowsPerEntry &&
      isRepeated(grid, table, firstRow - body.firstRow, 0) &&
      isClean(grid, table, end, firstRow - 1) &&
      isNumberedOn(
        grid,
        { firstRow, entries: taken, shift: 0 },
        first,
        0,
        firstRow,
      );
    if (!goesOn) break;
    parts.push({ firstRow, entries, shift: 0 });
    taken += entries;
    end = firstRow + entries * body.rowsPerEntry;
  }
  return parts;
};

/** The places in which the list of a sheet goes on; empty for one block of rows. */
export const partsOf = (
  grid: SlotGrid,
  table: Table,
  others: readonly Table[],
): readonly Part[] => {
  if (placedIn(table).length === 0) return [];
  const beside = partsBeside(grid, table);
  return beside.length > 0 ? beside : partsBelow(grid, table, others);
};
