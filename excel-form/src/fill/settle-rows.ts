import type { Change } from "../xlsx/sheet/change.ts";
import type { InsertedRows } from "../xlsx/insert/inserted-rows.ts";
import { writeRows } from "../xlsx/insert/write-rows.ts";
import type { Grid } from "../xlsx/sheet/grid.ts";
import { XmlDocument } from "../xlsx/xml/parse-xml.ts";
import type { FillSession } from "./session.ts";

/** The position of the new rows' text: before the first row below them. */
const findPlace = (grid: Grid, inserted: InsertedRows): number => {
  for (const { number, element } of grid.rows.values()) {
    if (number >= inserted.top) return grid.data.children.indexOf(element);
  }
  return grid.data.children.length;
};

const textsOf = (
  session: FillSession,
  grid: Grid,
  inserted: InsertedRows,
): string[] => writeRows(inserted, grid.data.prefix, session.workbook.strings);

/** Values that the plan wrote into new rows count as changes too. */
const visitNewRows = (
  { sheet, rows }: InsertedRows,
  visit: (change: Change) => void,
): void => {
  for (const { row, cells } of rows.values()) {
    for (const { column, isOurs, value } of cells) {
      if (!isOurs || value === null || value === undefined) continue;
      visit({ sheet, row, column, before: null, after: value });
    }
  }
};

/** A visit each, because a list of 200,000 changes takes as long as making them. */
export const visitChanges = (
  { changes, inserted }: FillSession,
  visit: (change: Change) => void,
): void => {
  changes.forEach(visit);
  for (const rows of inserted) visitNewRows(rows, visit);
};

/** Writes rows into their part as text; nothing in them can be changed after that. */
export const writeInsertedRows = (session: FillSession): void => {
  for (const inserted of session.inserted) {
    const grid = session.workbook.gridOf(inserted.sheet);
    grid.data.insertAllAt(
      findPlace(grid, inserted),
      textsOf(session, grid, inserted),
    );
  }
};

/** Turns rows into elements of the tree, so that a further insertion can move them. */
export const settleRows = (session: FillSession): void => {
  for (const inserted of session.inserted.splice(0)) {
    const grid = session.workbook.gridOf(inserted.sheet);
    const { name, scope } = grid.data;
    const text = textsOf(session, grid, inserted).join("");
    const { root } = new XmlDocument(`<${name}>${text}</${name}>`, scope);
    const place = findPlace(grid, inserted);
    grid.data.insertAllAt(place, root.elements);
    grid.reload();
    for (const row of root.elements) {
      for (const cell of row.elements) {
        if (cell.child("f")) session.newCells.add(cell);
      }
    }
    visitNewRows(inserted, (change) => session.changes.push(change));
  }
};
