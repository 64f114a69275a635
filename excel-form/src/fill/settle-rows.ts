import type { Change } from "../xlsx/sheet/change.ts";
import type { SheetChanges } from "../proof/create-proof.ts";
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

const countNewCells = (inserted: InsertedRows): number => {
  let count = 0;
  visitNewRows(inserted, () => {
    count += 1;
  });
  return count;
};

const listNewCells = (inserted: InsertedRows): Change[] => {
  const changes: Change[] = [];
  visitNewRows(inserted, (row, column, value) => {
    changes.push(toChange(inserted.sheet, row, column, value));
  });
  return changes;
};

/** The cells that the plan wrote, those of rows that were there before first. */
export const listWritten = ({
  changes,
  inserted,
}: FillSession): SheetChanges[] => [
  ...changes.map((change) => ({
    sheet: change.sheet,
    count: 1,
    list: () => [change],
  })),
  ...inserted.map((rows) => ({
    sheet: rows.sheet,
    count: countNewCells(rows),
    list: () => listNewCells(rows),
  })),
];

/** Writes rows into their part as text; nothing in them can be changed after that. */
export const writeInsertedRows = (session: FillSession): void => {
  for (const inserted of session.inserted) {
    const grid = session.workbook.gridOf(inserted.sheet);
    grid.data.insertAllAt(findPlace(grid, inserted), textsOf(grid, inserted));
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
    for (const change of listNewCells(inserted)) session.changes.push(change);
  }
};
