import type { RowInsertion } from "../formula/row-insertion.ts";
import { moveRow, moveSpan, templateTop } from "../formula/row-insertion.ts";
import { isSameSheet } from "../formula/shift-formula.ts";
import type { Range } from "../formula/address.ts";
import {
  MAX_ROW,
  parseRange,
  toAddress,
  toRangeText,
} from "../formula/address.ts";
import type { Grid } from "../sheet/grid.ts";
import type { XmlElement } from "../xml/element.ts";
import { copySparklines } from "./copy-sparklines.ts";
import { moveReferences } from "./move-references.ts";

const isInTemplate = (range: Range, insertion: RowInsertion): boolean =>
  range.top >= templateTop(insertion) && range.bottom < insertion.at;

/** Merges inside the template are repeated per new entry, others move or grow. */
const moveMerges = (grid: Grid, insertion: RowInsertion): void => {
  const list = grid.root.child("mergeCells");
  if (!list) return;
  const { entryRows, count } = insertion;
  for (const merge of list.childrenNamed("mergeCell")) {
    const range = parseRange(merge.get("ref") ?? "");
    if (!range) continue;
    if (range.top >= insertion.at && range.top + count > MAX_ROW) {
      list.remove(merge);
      continue;
    }
    if (!isInTemplate(range, insertion)) {
      const span = moveSpan(range, insertion);
      merge.set("ref", toRangeText({ ...range, ...span }));
      continue;
    }
    for (let by = entryRows; by <= count; by += entryRows) {
      const copy = {
        ...range,
        top: range.top + by,
        bottom: range.bottom + by,
      };
      list.append(list.create("mergeCell", { ref: toRangeText(copy) }));
    }
  }
  if (list.get("count") !== null) {
    list.set("count", String(list.childrenNamed("mergeCell").length));
  }
};

const moveRows = (grid: Grid, insertion: RowInsertion): void => {
  const lost: XmlElement[] = [];
  for (const { number, element, cells } of grid.rows.values()) {
    if (number < insertion.at) continue;
    // Rows without content may fall off the end, as in Excel.
    if (number + insertion.count > MAX_ROW) {
      lost.push(element);
      continue;
    }
    const row = moveRow(number, insertion);
    element.set("r", String(row));
    for (const [column, cell] of cells) cell.set("r", toAddress(row, column));
  }
  for (const element of lost) grid.data.remove(element);
  grid.reload();
};

/**
 * Everything in a worksheet part but its cell formulas: places when the rows
 * are inserted here, formulas of rules wherever they are inserted.
 */
export const moveSheet = (grid: Grid, insertion: RowInsertion): void => {
  const isOwnSheet = isSameSheet(grid.sheet, insertion.sheet);
  const addCopies = isOwnSheet && copySparklines(grid.root, insertion);
  for (const child of grid.root.elements) {
    if (child !== grid.data) moveReferences(child, grid.sheet, insertion);
  }
  if (!addCopies) return;
  addCopies();
  moveMerges(grid, insertion);
  moveRows(grid, insertion);
};
