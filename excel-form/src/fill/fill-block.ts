import type { CellValue } from "../xlsx/sheet/cell-value.ts";
import type { Steps } from "../ground/steps.ts";
import { FormError } from "../words/form-error.ts";
import type { RowInsertion } from "../xlsx/formula/row-insertion.ts";
import {
  isSingleEntry,
  planInsertion,
  templateTop,
} from "../xlsx/formula/row-insertion.ts";
import type {
  NewRow,
  NumberedColumn,
  Source,
} from "../xlsx/insert/inserted-rows.ts";
import {
  createRowLayout,
  createRowMaker,
} from "../xlsx/insert/inserted-rows.ts";
import { moveAllReferences } from "../xlsx/insert/move-parts.ts";
import { findNumbering } from "../xlsx/insert/numbering.ts";
import type { TemplateRow } from "../xlsx/insert/template-rows.ts";
import { readEntryRows } from "../xlsx/insert/template-rows.ts";
import { memo } from "../ground/memo.ts";
import type { CellPosition } from "../xlsx/formula/address.ts";
import type { PlannedBlock, PlannedEntry } from "../plan/plan.ts";
import { MAX_ROW, toColumnNumber } from "../xlsx/formula/address.ts";
import { formulasByAddress } from "../xlsx/sheet/cell-formulas.ts";
import type { Grid } from "../xlsx/sheet/grid.ts";
import type { FillSession } from "./session.ts";
import { settleRows } from "./settle-rows.ts";

const rowOfEntry = (block: PlannedBlock, entry: number): number =>
  block.firstRow + entry * block.rowsPerEntry;

const columnOf = (letters: string, block: PlannedBlock): number => {
  const column = toColumnNumber(letters);
  if (column > 0) return column;
  throw new FormError("report/cell-missing", {
    sheet: block.sheet,
    address: `${letters}${block.firstRow}`,
  });
};

/** A visit each, because a list of 200,000 values takes as long as writing them. */
const visitEntry = (
  block: PlannedBlock,
  entry: PlannedEntry,
  visit: (offset: number, column: number, value: CellValue) => void,
): void =>
  entry.forEach((columns, offset) => {
    for (const letters of Object.keys(columns)) {
      const value = columns[letters];
      if (value) visit(offset, columnOf(letters, block), value);
    }
  });

/** Columns into which any entry writes, for each row of an entry. */
const writtenColumns = (block: PlannedBlock): Array<ReadonlySet<number>> => {
  const letters = Array.from(
    { length: block.rowsPerEntry },
    () => new Set<string>(),
  );
  for (const entry of block.entries) {
    entry.forEach((columns, offset) => {
      for (const column of Object.keys(columns)) letters[offset]?.add(column);
    });
  }
  return letters.map(
    (inRow) => new Set([...inRow].map((one) => columnOf(one, block))),
  );
};

const writeEntry = (
  session: FillSession,
  grid: Grid,
  block: PlannedBlock,
  entry: PlannedEntry,
  top: number,
): void => {
  visitEntry(block, entry, (offset, column, value) =>
    session.write(grid, top + offset, column, value),
  );
  session.step();
};

/** Columns that count and are not ours to fill. */
const findNumbered = (
  block: PlannedBlock,
  filled: ReadonlyArray<ReadonlySet<number>>,
  readRows: (top: number) => readonly TemplateRow[],
): NumberedColumn[] => {
  const { entriesAvailable } = block;
  const drawn = Array.from({ length: entriesAvailable }, (_, index) =>
    readRows(rowOfEntry(block, index)),
  );
  return (drawn[0] ?? []).flatMap(({ cells }, offset) => {
    const inRow = [...cells.values()];
    const leftmost = inRow.find((cell) => cell.value !== null);
    return inRow.flatMap(({ column, formula }) => {
      const isLone = entriesAvailable === 1 && leftmost?.column !== column;
      if (formula !== null || isLone || filled[offset]?.has(column)) return [];
      const numbering = findNumbering(
        drawn.map((rows) => rows[offset]?.cells.get(column)?.value ?? null),
      );
      return numbering ? { offset, column, numbering } : [];
    });
  });
};

/** Value of a numbering column. */
const toValue = (content: string | number): CellValue =>
  typeof content === "number"
    ? { kind: "number", number: content }
    : { kind: "text", text: content };

const checkRoom = (grid: Grid, insertion: RowInsertion): void => {
  const last = Math.max(grid.lastUsedRow, insertion.listBottom);
  if (last + insertion.count > MAX_ROW) {
    throw new FormError("report/row-limit", {
      sheet: insertion.sheet,
      limit: MAX_ROW,
    });
  }
};

const NOWHERE = { offset: 0, at: undefined };

/** Lays the values of an entry out as its new rows have them. */
const createEntryLayout = (
  source: Source,
  block: PlannedBlock,
  written: ReadonlyArray<ReadonlySet<number>>,
  anchorOf: (row: number, column: number) => CellPosition,
) => {
  const { template } = source;
  const top = template[0]?.row ?? 0;
  // Merged cells of the template: the value goes to the one that shows.
  const anchors = written.map(
    (columns, offset) =>
      new Map(
        Array.from(columns, (column) => {
          const { row, column: shown } = anchorOf(top + offset, column);
          return [column, { offset: row - top, column: shown }] as const;
        }),
      ),
  );
  const shown = template.map(() => new Set<number>());
  for (const inRow of anchors) {
    for (const { offset, column } of inRow.values()) shown[offset]?.add(column);
  }
  const rows = shown.map((columns, offset) =>
    createRowLayout(source, offset, columns),
  );
  const placesOf = anchors.map((inRow) =>
    memo((letters: string) => {
      const anchor = inRow.get(columnOf(letters, block));
      const offset = anchor?.offset ?? 0;
      return { offset, at: rows[offset]?.placeOf.get(anchor?.column ?? 0) };
    }),
  );
  const valuesOf = (entry: PlannedEntry) => {
    const values = rows.map(
      ({ slots }) => new Array<CellValue | undefined>(slots.length),
    );
    entry.forEach((columns, inEntry) => {
      for (const letters of Object.keys(columns)) {
        const value = columns[letters];
        const { offset, at } = placesOf[inEntry]?.(letters) ?? NOWHERE;
        const inRow = values[offset];
        if (value && inRow && at !== undefined) inRow[at] = value;
      }
    });
    return values;
  };
  return { rows, valuesOf };
};

function* insertSteps(
  session: FillSession,
  grid: Grid,
  block: PlannedBlock,
): Steps<void> {
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
  const formulas = formulasByAddress(grid);
  const readRows = (from: number) =>
    readEntryRows(workbook, grid, formulas, from, block.rowsPerEntry);
  const written = writtenColumns(block);
  const numbered = findNumbered(block, written, readRows);
  const template = readRows(templateTop(insertion));
  const source = { workbook, insertion, template, numbered };
  const layout = createEntryLayout(
    source,
    block,
    written,
    session.merges(grid),
  );
  const makeRow = createRowMaker(source);

  // The last entry moves down and keeps its closing border; its number changes.
  const isSingle = isSingleEntry(insertion);
  const kept = isSingle ? 1 : entriesAvailable - 1;
  const last = isSingle ? entries.length : entries.length - 1;
  const rows = new Map<number, NewRow>();
  for (const [index, entry] of entries.entries()) {
    if (index < kept) {
      writeEntry(session, grid, block, entry, rowOfEntry(block, index));
    } else if (index === last) {
      const bottom = rowOfEntry(block, kept);
      writeEntry(session, grid, block, entry, bottom);
      for (const { offset, column, numbering } of numbered) {
        session.write(grid, bottom + offset, column, toValue(numbering(index)));
      }
    } else {
      const copy = index - kept + 1;
      const values = layout.valuesOf(entry);
      layout.rows.forEach((inRow, offset) => {
        const row = makeRow(inRow, offset, copy, index, values[offset] ?? []);
        rows.set(row.row, row);
      });
      session.step();
    }
    yield;
  }
  // Rows of another list become part of the tree, so that they move too.
  settleRows(session);
  moveAllReferences(workbook, insertion);
  session.noteInsertion(insertion);
  const { sheet, at, count } = insertion;
  session.inserted.push({ sheet, rows, top: at, count });
}

/**
 * Fills a list: the pre-drawn entries first, the rest into inserted rows.
 *
 * @throws FormError `report/too-many-records`, `report/row-limit` and those of writing a cell
 */
export function* blockSteps(
  session: FillSession,
  block: PlannedBlock,
): Steps<void> {
  const grid = session.workbook.gridOf(block.sheet);
  const { entries, entriesAvailable, firstRow, rowsPerEntry } = block;
  if (!(firstRow >= 1 && rowsPerEntry >= 1 && entriesAvailable >= 1)) {
    throw new Error(`List on ${block.sheet} has no rows`);
  }
  if (rowOfEntry(block, entriesAvailable) - 1 > MAX_ROW) {
    throw new FormError("report/row-limit", {
      sheet: block.sheet,
      limit: MAX_ROW,
    });
  }
  if (entries.length <= entriesAvailable) {
    for (const [index, entry] of entries.entries()) {
      writeEntry(session, grid, block, entry, rowOfEntry(block, index));
      yield;
    }
    return;
  }
  if (block.onSurplus === "refuse") {
    const { sheet, before = 0 } = block;
    throw new FormError("report/too-many-records", {
      sheet,
      records: before + entries.length,
      rows: before + entriesAvailable,
    });
  }
  yield* insertSteps(session, grid, block);
}
