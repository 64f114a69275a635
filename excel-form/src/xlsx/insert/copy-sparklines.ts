import type { RowInsertion } from "../formula/row-insertion.ts";
import { templateTop } from "../formula/row-insertion.ts";
import { insertRowsInFormula } from "../formula/shift-formula.ts";
import { parseAddress, toAddress } from "../formula/address.ts";
import type { XmlElement } from "../xml/element.ts";

/** A copy further down, looking at the cells of its own row. */
const copySparkline = (
  sparkline: XmlElement,
  { sheet, ...insertion }: RowInsertion,
  movedBy: number,
  row: number,
  column: number,
): XmlElement => {
  const copy = sparkline.create("sparkline");
  for (const child of sparkline.elements) {
    // The children have a prefix of their own.
    const twin = child.create(child.local);
    const place = { sheet, row, movedBy, isCopy: true };
    twin.text = child.is("f", "xm")
      ? insertRowsInFormula(child.text, { sheet, ...insertion }, place)
      : toAddress(row + movedBy, column);
    copy.append(twin);
  }
  return copy;
};

/**
 * Small charts in cells: those of the template are repeated per new entry.
 *
 * @returns what puts the copies beside them, once those themselves have moved
 */
export const copySparklines = (
  root: XmlElement,
  insertion: RowInsertion,
): (() => void) => {
  const { at, entryRows, count } = insertion;
  const copies: Array<readonly [XmlElement, XmlElement]> = [];
  for (const sparkline of root.child("extLst")?.withDescendants() ?? []) {
    const position =
      sparkline.local === "sparkline" &&
      parseAddress(sparkline.child("sqref", "xm")?.text ?? "");
    if (!position || !sparkline.parent) continue;
    const { row, column } = position;
    if (row < templateTop(insertion) || row >= at) continue;
    for (let by = entryRows; by <= count; by += entryRows) {
      const copy = copySparkline(sparkline, insertion, by, row, column);
      copies.push([sparkline.parent, copy]);
    }
  }
  return () => copies.forEach(([list, copy]) => list.append(copy));
};
