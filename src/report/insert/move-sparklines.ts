import type { RowInsertion } from "../formula/row-insertion.ts";
import { moveRow, templateTop } from "../formula/row-insertion.ts";
import { insertRowsInFormula } from "../formula/shift-formula.ts";
import { parseAddress, toAddress } from "../sheet/address.ts";
import type { XmlElement } from "../xml/element.ts";
import { moveCellsText } from "./move-formulas.ts";

const placeOf = (sparkline: XmlElement) => sparkline.child("sqref", "xm");

/** A copy further down, looking at the cells of its own row. */
const copySparkline = (
  sparkline: XmlElement,
  insertion: RowInsertion,
  movedBy: number,
): XmlElement => {
  const position = parseAddress(placeOf(sparkline)?.text ?? "");
  const copy = sparkline.create("sparkline");
  const row = position?.row ?? 0;
  for (const child of sparkline.elements) {
    // The children have a prefix of their own.
    const twin = child.create(child.local);
    twin.text = child.is("f", "xm")
      ? insertRowsInFormula(child.text, insertion, {
          sheet: insertion.sheet,
          row,
          movedBy,
          isCopy: true,
        })
      : toAddress(row + movedBy, position?.column ?? 1);
    copy.append(twin);
  }
  return copy;
};

/** Small charts in cells: those of the template are repeated per new entry. */
export const moveSparklines = (
  root: XmlElement,
  insertion: RowInsertion,
): void => {
  const { at, entryRows, count, sheet } = insertion;
  const sparklines = [...(root.child("extLst")?.walk() ?? [])].filter(
    (element) => element.local === "sparkline",
  );
  for (const sparkline of sparklines) {
    const row = parseAddress(placeOf(sparkline)?.text ?? "")?.row;
    if (row === undefined) continue;
    const list = sparkline.parent;
    if (row >= templateTop(insertion) && row < at) {
      for (let by = entryRows; by <= count; by += entryRows) {
        list?.append(copySparkline(sparkline, insertion, by));
      }
    }
    const movedBy = moveRow(row, insertion) - row;
    const formula = sparkline.child("f", "xm");
    if (formula) {
      formula.text = insertRowsInFormula(formula.text, insertion, {
        sheet,
        row,
        movedBy,
      });
    }
    const place = placeOf(sparkline);
    if (place) place.text = moveCellsText(place.text, insertion);
  }
};
