import type { CellPosition, Range } from "./address.ts";
import { containsCell, parseRange } from "./address.ts";
import type { Grid } from "./grid.ts";

/** Merges taller than this are looked through one by one. */
const TALL = 500;

/** Finds the merge that covers a cell. */
export class MergeIndex {
  readonly #byRow = new Map<number, Range[]>();
  readonly #tall: Range[] = [];

  constructor(grid: Grid) {
    const merges = grid.root.child("mergeCells")?.childrenNamed("mergeCell");
    for (const merge of merges ?? []) {
      const range = parseRange(merge.get("ref") ?? "");
      if (range) this.#add(range);
    }
  }

  #add(range: Range): void {
    if (range.bottom - range.top > TALL) {
      this.#tall.push(range);
      return;
    }
    for (let row = range.top; row <= range.bottom; row += 1) {
      const inRow = this.#byRow.get(row);
      if (inRow) inRow.push(range);
      else this.#byRow.set(row, [range]);
    }
  }

  /** Only the top left cell of a merge is shown; a cell of its own stays itself. */
  anchorOf(row: number, column: number): CellPosition {
    for (const ranges of [this.#byRow.get(row), this.#tall]) {
      for (const range of ranges ?? []) {
        if (containsCell(range, row, column)) {
          return { row: range.top, column: range.left };
        }
      }
    }
    return { row, column };
  }
}
