import type { CellPosition, Range } from "../formula/address.ts";
import { containsCell, parseRange } from "../formula/address.ts";
import type { Grid } from "./grid.ts";

/** Merges taller than this are looked through one by one. */
const TALL = 500;

/** Maps every cell of a merge to the top left one, which is the one shown. */
export const indexMerges = (
  grid: Grid,
): ((row: number, column: number) => CellPosition) => {
  const byRow = new Map<number, Range[]>();
  const tall: Range[] = [];
  const merges = grid.root.child("mergeCells")?.childrenNamed("mergeCell");
  for (const merge of merges ?? []) {
    const range = parseRange(merge.get("ref") ?? "");
    if (!range) continue;
    const { top, bottom } = range;
    if (bottom - top > TALL) tall.push(range);
    else {
      for (let row = top; row <= bottom; row += 1) {
        byRow.set(row, [...(byRow.get(row) ?? []), range]);
      }
    }
  }
  return (row, column) => {
    const covers = (range: Range) => containsCell(range, row, column);
    const range = byRow.get(row)?.find(covers) ?? tall.find(covers);
    return range ? { row: range.top, column: range.left } : { row, column };
  };
};
