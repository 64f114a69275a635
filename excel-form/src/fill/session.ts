import type { Change } from "../xlsx/sheet/change.ts";
import type { CellValue } from "../xlsx/sheet/cell-value.ts";
import { FormError } from "../words/form-error.ts";
import type { RowInsertion } from "../xlsx/formula/row-insertion.ts";
import { moveRow } from "../xlsx/formula/row-insertion.ts";
import { memo } from "../ground/memo.ts";
import type { InsertedRows } from "../xlsx/insert/inserted-rows.ts";
import { toErrorParams } from "../xlsx/sheet/encode-value.ts";
import type { Grid } from "../xlsx/sheet/grid.ts";
import { indexMerges } from "../xlsx/sheet/merge-index.ts";
import type { Workbook } from "../xlsx/sheet/workbook.ts";
import { writeCell } from "../xlsx/sheet/write-cell.ts";
import type { XmlElement } from "../xlsx/xml/element.ts";

export type FillOptions = {
  /** Records and cells written so far, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked often; true ends the fill with `report/cancelled`. */
  readonly isCancelled?: () => boolean;
};

/** Steps between two looks at the clock on the wall. */
const STEPS_PER_REPORT = 100;

/** One fill in progress: the workbook and what has been done to it. */
export class FillSession {
  readonly workbook: Workbook;
  readonly changes: Change[] = [];
  /** Rows that exist as values only, until they are written as text. */
  readonly inserted: InsertedRows[] = [];
  readonly insertions: Array<{ sheet: string; top: number; count: number }> =
    [];
  /** Formula cells of inserted rows that have become part of the tree. */
  readonly newCells = new Set<XmlElement>();
  readonly #options: FillOptions;
  readonly #total: number;
  readonly #written = new Set<string>();
  #done = 0;

  constructor(workbook: Workbook, total: number, options: FillOptions) {
    this.workbook = workbook;
    this.#total = total;
    this.#options = options;
  }

  /** @throws FormError `report/cancelled` */
  step(): void {
    this.#done += 1;
    if (this.#done % STEPS_PER_REPORT !== 0 && this.#done !== this.#total) {
      return;
    }
    if (this.#options.isCancelled?.()) throw new FormError("report/cancelled");
    this.#options.onProgress?.(this.#done, this.#total);
  }

  /** Found once, until rows come in. */
  merges = memo(indexMerges);

  /** @throws FormError `report/cell-written-twice` and those of `writeCell` */
  write(grid: Grid, row: number, column: number, value: CellValue): void {
    const { sheet } = grid;
    const place = { sheet, ...this.merges(grid)(row, column) };
    const words = toErrorParams(place);
    const key = `${sheet}!${words.address}`;
    if (this.#written.has(key)) {
      throw new FormError("report/cell-written-twice", words);
    }
    this.#written.add(key);
    const change = writeCell(this.workbook, grid, place, value);
    if (change) this.changes.push({ ...place, ...change });
  }

  /** Rows came in: what has been noted so far lies lower now. */
  noteInsertion(insertion: RowInsertion): void {
    const { sheet, at, count } = insertion;
    for (const change of this.changes) {
      if (change.sheet === sheet) change.row = moveRow(change.row, insertion);
    }
    for (const earlier of this.insertions) {
      if (earlier.sheet === sheet)
        earlier.top = moveRow(earlier.top, insertion);
    }
    this.insertions.push({ sheet, top: at, count });
    this.merges = memo(indexMerges);
    this.#written.clear();
  }
}
