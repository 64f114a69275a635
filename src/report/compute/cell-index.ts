import type { Range } from "../sheet/address.ts";

const lowerBound = (rows: readonly number[], row: number): number => {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Which cells of a sheet are in a set, found by range without visiting each cell. */
export class CellIndex {
  readonly #rowsByColumn = new Map<number, number[]>();
  #isSorted = true;

  add(row: number, column: number): void {
    const rows = this.#rowsByColumn.get(column);
    if (!rows) this.#rowsByColumn.set(column, [row]);
    else {
      if ((rows.at(-1) ?? 0) > row) this.#isSorted = false;
      rows.push(row);
    }
  }

  /** Is there a cell in the range (for which the test holds)? */
  some(
    range: Range,
    test: (row: number, column: number) => boolean = () => true,
  ): boolean {
    this.#sort();
    for (const [column, rows] of this.#rowsByColumn) {
      if (column < range.left || column > range.right) continue;
      for (let at = lowerBound(rows, range.top); at < rows.length; at += 1) {
        const row = rows[at] ?? 0;
        if (row > range.bottom) break;
        if (test(row, column)) return true;
      }
    }
    return false;
  }

  #sort(): void {
    if (this.#isSorted) return;
    for (const rows of this.#rowsByColumn.values()) rows.sort((a, b) => a - b);
    this.#isSorted = true;
  }
}
