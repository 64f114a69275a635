import { AppError } from "../../errors/app-error.ts";
import type { RowInsertion } from "../formula/row-insertion.ts";
import { isSingleEntry, planInsertion } from "../formula/row-insertion.ts";
import type { NewRow } from "../insert/inserted-rows.ts";
import { createRow, numberingKey } from "../insert/inserted-rows.ts";
import { moveEverything } from "../insert/move-parts.ts";
import type { Numbering } from "../insert/numbering.ts";
import { findNumbering } from "../insert/numbering.ts";
import { readEntryRows, readTemplate } from "../insert/template-rows.ts";
import type { CellValue, PlannedBlock, PlannedEntry } from "../plan.ts";
import { MAX_ROW, toColumnLetters, toColumnNumber } from "../sheet/address.ts";
import type { Grid } from "../sheet/grid.ts";
import type { FillSession } from "./session.ts";
import { settleRows } from "./settle-rows.ts";

const rowOfEntry = (block: PlannedBlock, entry: number): number =>
  block.firstRow + entry * block.rowsPerEntry;

const columnOf = (letters: string, block: PlannedBlock): number => {
  const column = toColumnNumber(letters);
  if (column > 0) return column;
  throw new AppError("report/cell-missing", {
    sheet: block.sheet,
    address: `${letters}${block.firstRow}`,
  });
};

const writeEntry = (
  session: FillSession,
  grid: Grid,
  block: PlannedBlock,
  entry: PlannedEntry,
  top: number,
): void => {
  entry.forEach((columns, offset) => {
    for (const [letters, value] of Object.entries(columns)) {
      session.write(grid, top + offset, columnOf(letters, block), value);
    }
  });
  session.step();
};

const mappedKeys = (block: PlannedBlock): Set<string> => {
  const keys = new Set<string>();
  for (const entry of block.entries) {
    entry.forEach((columns, offset) => {
      for (const letters of Object.keys(columns)) {
        keys.add(numberingKey(offset, columnOf(letters, block)));
      }
    });
  }
  return keys;
};

/** Columns that count and are not ours to fill. */
const findNumberings = (
  session: FillSession,
  grid: Grid,
  block: PlannedBlock,
): Map<string, Numbering> => {
  const { entriesAvailable, rowsPerEntry } = block;
  const mapped = mappedKeys(block);
  const entries = Array.from({ length: entriesAvailable }, (_, index) =>
    readEntryRows(
      session.workbook,
      grid,
      rowOfEntry(block, index),
      rowsPerEntry,
    ),
  );
  const numberings = new Map<string, Numbering>();
  entries[0]?.forEach((row, offset) => {
    const leftmost = row.cells.find((cell) => cell.value !== null);
    for (const { column, formula } of row.cells) {
      const key = numberingKey(offset, column);
      const isLone = entriesAvailable === 1 && leftmost?.column !== column;
      if (formula !== null || mapped.has(key) || isLone) continue;
      const numbering = findNumbering(
        entries.map(
          (entry) =>
            entry[offset]?.cells.find((cell) => cell.column === column)
              ?.value ?? null,
        ),
      );
      if (numbering) numberings.set(key, numbering);
    }
  });
  return numberings;
};

/** The last entry moves down and keeps its closing border; its number changes. */
const renumberLast = (
  session: FillSession,
  grid: Grid,
  block: PlannedBlock,
  numberings: ReadonlyMap<string, Numbering>,
): void => {
  const top = rowOfEntry(block, block.entriesAvailable - 1);
  for (const [key, numbering] of numberings) {
    const [offset = 0, column = 0] = key.split(":").map(Number);
    const content = numbering(block.entries.length - 1);
    const value: CellValue =
      typeof content === "number"
        ? { kind: "number", number: content }
        : { kind: "text", text: content };
    session.write(grid, top + offset, column, value);
  }
};

/** Merged cells of the template: the value goes to the one that shows. */
const redirect = (
  session: FillSession,
  grid: Grid,
  { at, entryRows }: RowInsertion,
): ((entry: PlannedEntry) => PlannedEntry) => {
  const top = at - entryRows;
  const merges = session.merges(grid);
  const emptyRows = <T>(create: () => T): T[] =>
    Array.from({ length: entryRows }, create);
  // The same few columns come ten thousand times.
  const known = emptyRows(() => new Map<string, [number, string]>());
  const findTarget = (offset: number, letters: string): [number, string] => {
    const column = toColumnNumber(letters);
    const anchor = merges.anchorOf(top + offset, column);
    return [anchor.row - top, toColumnLetters(anchor.column)];
  };
  return (entry) => {
    const moved = emptyRows<Record<string, CellValue>>(() => ({}));
    entry.forEach((columns, offset) => {
      for (const letters of Object.keys(columns)) {
        const target =
          known[offset]?.get(letters) ?? findTarget(offset, letters);
        known[offset]?.set(letters, target);
        const row = moved[target[0]];
        const value = columns[letters];
        if (row && value) row[target[1]] = value;
      }
    });
    return moved;
  };
};

const checkRoom = (grid: Grid, insertion: RowInsertion): void => {
  const last = Math.max(grid.lastRow, insertion.listBottom);
  if (last + insertion.count > MAX_ROW) {
    throw new AppError("report/row-limit", {
      sheet: insertion.sheet,
      limit: MAX_ROW,
    });
  }
};

const insertEntries = (
  session: FillSession,
  grid: Grid,
  block: PlannedBlock,
): void => {
  const { entries, entriesAvailable } = block;
  const insertion = planInsertion({
    sheet: grid.sheet,
    firstRow: block.firstRow,
    entryRows: block.rowsPerEntry,
    entries: entriesAvailable,
    newEntries: entries.length - entriesAvailable,
  });
  checkRoom(grid, insertion);
  const { workbook } = session;
  const numberings = findNumberings(session, grid, block);
  const template = readTemplate(workbook, grid, insertion);
  const toShown = redirect(session, grid, insertion);
  const source = { workbook, insertion, template, numberings };

  const isSingle = isSingleEntry(insertion);
  const kept = isSingle ? 1 : entriesAvailable - 1;
  const surplusEnd = isSingle ? entries.length : entries.length - 1;
  entries
    .slice(0, kept)
    .forEach((entry, index) =>
      writeEntry(session, grid, block, entry, rowOfEntry(block, index)),
    );
  const last = isSingle ? undefined : entries.at(-1);
  if (last) {
    const top = rowOfEntry(block, entriesAvailable - 1);
    writeEntry(session, grid, block, last, top);
    renumberLast(session, grid, block, numberings);
  }

  const rows = new Map<number, NewRow>();
  for (let index = kept; index < surplusEnd; index += 1) {
    const planned = toShown(entries[index] ?? []);
    for (let offset = 0; offset < block.rowsPerEntry; offset += 1) {
      const row = createRow(
        source,
        offset,
        index - kept + 1,
        index,
        planned[offset] ?? {},
      );
      rows.set(row.row, row);
    }
    session.step();
  }
  // Rows of another list become part of the tree, so that they move too.
  settleRows(session);
  moveEverything(workbook, insertion);
  session.noteInsertion(insertion);
  const { sheet, at, count } = insertion;
  session.inserted.push({ sheet, rows, top: at, count });
};

/**
 * Fills a list: the pre-drawn entries first, the rest into inserted rows.
 *
 * @throws AppError `report/too-many-records`, `report/row-limit` and those of writing a cell
 */
export const fillBlock = (session: FillSession, block: PlannedBlock): void => {
  const grid = session.workbook.gridOf(block.sheet);
  const { entries, entriesAvailable, firstRow, rowsPerEntry } = block;
  if (!(firstRow >= 1 && rowsPerEntry >= 1 && entriesAvailable >= 1)) {
    throw new Error(`List on ${block.sheet} has no rows`);
  }
  if (rowOfEntry(block, entriesAvailable) - 1 > MAX_ROW) {
    throw new AppError("report/row-limit", {
      sheet: block.sheet,
      limit: MAX_ROW,
    });
  }
  if (entries.length <= entriesAvailable) {
    entries.forEach((entry, index) =>
      writeEntry(session, grid, block, entry, rowOfEntry(block, index)),
    );
    return;
  }
  if (block.onSurplus === "refuse") {
    throw new AppError("report/too-many-records", {
      sheet: block.sheet,
      records: entries.length,
      rows: entriesAvailable,
    });
  }
  insertEntries(session, grid, block);
};
