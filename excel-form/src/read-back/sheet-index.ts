import { containsCell } from "../xlsx/formula/address.ts";
import type { Range } from "../xlsx/formula/address.ts";
import type { FormCell, FormSheet } from "../xlsx/sheet/form-model.ts";
import { isBlankCell } from "./inspect-cell.ts";

/** A filled sheet by rows: the cells that hold something, and the merges. */
export type SheetIndex = {
  /** From left to right. */
  readonly cellsIn: (row: number) => readonly FormCell[];
  readonly mergeAt: (row: number, column: number) => Range | undefined;
  readonly rows: readonly number[];
};

export const indexSheet = (sheet: FormSheet): SheetIndex => {
  const rows = new Map<number, FormCell[]>();
  for (const cell of sheet.cells.values()) {
    if (isBlankCell(cell)) continue;
    const inRow = rows.get(cell.row);
    if (inRow) inRow.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const merges = new Map<number, Range[]>();
  for (const merge of sheet.merges) {
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      const inRow = merges.get(row);
      if (inRow) inRow.push(merge);
      else merges.set(row, [merge]);
    }
  }
  return {
    cellsIn: (row) => rows.get(row) ?? [],
    mergeAt: (row, column) =>
      merges.get(row)?.find((merge) => containsCell(merge, row, column)),
    rows: [...rows.keys()].sort((a, b) => a - b),
  };
};
