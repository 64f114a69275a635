import type { Change } from "../xlsx/sheet/change.ts";
import type { Scalar } from "../xlsx/sheet/scalar.ts";
import type { InsertedRows } from "../xlsx/insert/inserted-rows.ts";
import { writeFormula } from "../xlsx/insert/write-rows.ts";
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

const textsOf = (grid: Grid, { rows }: InsertedRows): string[] => {
  const { prefix } = grid.data;
  return Array.from(rows.values(), ({ pieces }) =>
    pieces
      .map((piece) =>
        typeof piece === "string" ? piece : writeFormula(piece, prefix),
      )
      .join(""),
  );
};

/** Values that the plan wrote into new rows. */
export const visitNewRows = (
  { rows }: InsertedRows,
  visit: (row: number, column: number, value: Scalar) => void,
): void => {
  for (const { row, values, layout } of rows.values()) {
    layout.slots.forEach(({ column }, at) => {
      const value = values[at] ?? null;
      if (value !== null) visit(row, column, value);
    });
  }
};

const toChange = (
  sheet: string,
  row: number,
  column: number,
  after: Scalar,
): Change => ({ sheet, row, column, before: null, after });

/** A visit each, because a list of 200,000 changes takes as long as making them. */
export const visitChanges = (
  { changes, inserted }: FillSession,
  visit: (change: Change) => void,
): void => {
  changes.forEach(visit);
  for (const rows of inserted) {
    visitNewRows(rows, (row, column, value) =>
      visit(toChange(rows.sheet, row, column, value)),
    );
  }
};

/** Writes rows into their part as text; nothing in them can be changed after that. */
export const writeInsertedRows = (session: FillSession): void => {
  for (const inserted of session.inserted) {
    const grid = session.workbook.gridOf(inserted.sheet);
    grid.data.insertAllAt(
      findPlace(grid, inserted),
      textsOf(grid, inserted),
    );
  }
};

/** Turns rows into elements of the tree, so that a further insertion can move them. */
export const settleRows = (session: FillSession): void => {
  for (const inserted of session.inserted.splice(0)) {
    const grid = session.workbook.gridOf(inserted.sheet);
    const { name, scope } = grid.data;
    const text = textsOf(grid, inserted).join("");
    const { root } = new XmlDocument(`<${name}>${text}</${name}>`, scope);
    const place = findPlace(grid, inserted);
    grid.data.insertAllAt(place, root.elements);
    grid.reload();
    for (const row of root.elements) {
      for (const cell of row.elements) {
        if (cell.child("f")) session.newCells.add(cell);
      }
    }
    visitNewRows(inserted, (row, column, value) =>
      session.changes.push(toChange(inserted.sheet, row, column, value)),
    );
  }
};
