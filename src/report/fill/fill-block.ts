import { AppError } from "../../errors/app-error.ts";
import type { RowInsertion } from "../formula/row-insertion.ts";
import { isSingleEntry, planInsertion } from "../formula/row-insertion.ts";
import type {
  EntryCell,
  NewRow,
  NumberedColumn,
} from "../insert/inserted-rows.ts";
import { createRow } from "../insert/inserted-rows.ts";
import { moveEverything } from "../insert/move-parts.ts";
import { findNumbering } from "../insert/numbering.ts";
import { readEntryRows, readTemplate } from "../insert/template-rows.ts";
import type { PlannedBlock, PlannedEntry } from "../plan.ts";
import { MAX_ROW, toColumnNumber } from "../sheet/address.ts";
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

const cellsOf = (entry: PlannedEntry, block: PlannedBlock): EntryCell[] =>
  entry.flatMap((columns, offset) =>
    Object.entries(columns).map(([letters, value]) => ({
      offset,
      column: columnOf(letters, block),
      value,
    })),
  );

const writeEntry = (
  session: FillSession,
  grid: Grid,
  entry: readonly EntryCell[],
  top: number,
): void => {
  for (const { offset, column, value } of entry) {
    session.write(grid, top + offset, column, value);
  }
  session.step();
};

/** Columns that count and are not ours to fill. */
const findNumbered = (
  { workbook }: FillSession,
  grid: Grid,
  block: PlannedBlock,
  filled: ReadonlyArray<readonly EntryCell[]>,
): NumberedColumn[] => {
  const { entriesAvailable, rowsPerEntry } = block;
  const isFilled = (offset: number, column: number): boolean =>
    filled.some((entry) =>
      entry.some((cell) => cell.offset === offset && cell.column === column),
    );
  const drawn = Array.from({ length: entriesAvailable }, (_, index) =>
    readEntryRows(workbook, grid, rowOfEntry(block, index), rowsPerEntry),
  );
  return (drawn[0] ?? []).flatMap(({ cells }, offset) => {
    const leftmost = cells.find((cell) => cell.value !== null);
    return cells.flatMap(({ column, formula }) => {
      const isLone = entriesAvailable === 1 && leftmost?.column !== column;
      if (formula !== null || isLone || isFilled(offset, column)) return [];
      const numbering = findNumbering(
        drawn.map((rows) => rows[offset]?.byColumn.get(column)?.value ?? null),
      );
      return numbering ? { offset, column, numbering } : [];
    });
  });
};

/** What goes into a column that counts. */
const numberOf = (
  { numbering, ...place }: NumberedColumn,
  index: number,
): EntryCell => {
  const content = numbering(index);
  return {
    ...place,
    value:
      typeof content === "number"
        ? { kind: "number", number: content }
        : { kind: "text", text: content },
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
  entries: ReadonlyArray<readonly EntryCell[]>,
): void => {
  const { entriesAvailable } = block;
  const insertion = planInsertion({
    sheet: grid.sheet,
    firstRow: block.firstRow,
    entryRows: block.rowsPerEntry,
    entries: entriesAvailable,
    newEntries: entries.length - entriesAvailable,
  });
  checkRoom(grid, insertion);
  const { workbook } = session;
  const numbered = findNumbered(session, grid, block, entries);
  const template = readTemplate(workbook, grid, insertion);
  const source = { workbook, insertion, template, numbered };
  const top = insertion.at - insertion.entryRows;
  const anchorOf = session.merges(grid);

  // The last entry moves down and keeps its closing border; its number changes.
  const isSingle = isSingleEntry(insertion);
  const kept = isSingle ? 1 : entriesAvailable - 1;
  const last = isSingle ? entries.length : entries.length - 1;
  const rows = new Map<number, NewRow>();
  entries.forEach((entry, index) => {
    if (index < kept) {
      writeEntry(session, grid, entry, rowOfEntry(block, index));
    } else if (index === last) {
      const numbers = numbered.map((column) => numberOf(column, index));
      writeEntry(
        session,
        grid,
        [...entry, ...numbers],
        rowOfEntry(block, kept),
      );
    } else {
      // Merged cells of the template: the value goes to the one that shows.
      const shown = entry.map(({ offset, column, value }) => {
        const anchor = anchorOf(top + offset, column);
        return { offset: anchor.row - top, column: anchor.column, value };
      });
      for (const templateRow of template) {
        const copy = index - kept + 1;
        const row = createRow(source, templateRow, copy, index, shown);
        rows.set(row.row, row);
      }
      session.step();
    }
  });
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
  const { entriesAvailable, firstRow, rowsPerEntry } = block;
  if (!(firstRow >= 1 && rowsPerEntry >= 1 && entriesAvailable >= 1)) {
    throw new Error(`List on ${block.sheet} has no rows`);
  }
  if (rowOfEntry(block, entriesAvailable) - 1 > MAX_ROW) {
    throw new AppError("report/row-limit", {
      sheet: block.sheet,
      limit: MAX_ROW,
    });
  }
  const entries = block.entries.map((entry) => cellsOf(entry, block));
  if (entries.length <= entriesAvailable) {
    entries.forEach((entry, index) =>
      writeEntry(session, grid, entry, rowOfEntry(block, index)),
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
  insertEntries(session, grid, block, entries);
};
