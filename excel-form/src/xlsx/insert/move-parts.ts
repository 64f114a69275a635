import type { RowInsertion } from "../formula/row-insertion.ts";
import { insertRowsInFormula } from "../formula/shift-formula.ts";
import type { Workbook } from "../sheet/workbook.ts";
import type { XmlElement } from "../xml/element.ts";
import { moveCellFormulas } from "./move-formulas.ts";
import { moveReferences } from "./move-references.ts";
import { moveSheet } from "./move-sheet.ts";
import { moveLocation } from "./move-text.ts";
import { moveVml } from "./move-vml.ts";

/** Parts that hold references, by the last word of the relationship's type. */
const HOLDS_REFERENCES =
  /^(drawing|chart(Ex|UserShapes)?|table(SingleCells)?|comments|threadedComment|ctrlProp|pivotTable|pivotCacheDefinition|connections)$/;

/** A link of a shape to a cell is in the relationships: `#'Sheet'!A15`. */
const moveLink = (
  element: XmlElement,
  sheet: string,
  insertion: RowInsertion,
): void => {
  const target = element.get("Target") ?? "";
  if (!target.startsWith("#")) return;
  element.set("Target", `#${moveLocation(target.slice(1), insertion, sheet)}`);
};

const moveDefinedNames = (
  workbook: Workbook,
  insertion: RowInsertion,
): void => {
  for (const name of workbook.definedNames) {
    const owner = workbook.sheetAt(name.get("localSheetId"));
    const sheet = owner?.name ?? "";
    name.text = insertRowsInFormula(name.text, insertion, { sheet });
  }
};

/** Makes room for the rows: every reference in the workbook is moved or grown. */
export const moveAllReferences = (
  workbook: Workbook,
  insertion: RowInsertion,
): void => {
  const { pack } = workbook;
  const moved = new Set<string>();
  const moveParts = (source: string, sheet: string): void => {
    for (const { type, part, element } of pack.relationships(source)) {
      if (type === "hyperlink") moveLink(element, sheet, insertion);
      if (!part || moved.has(part)) continue;
      moved.add(part);
      if (type === "vmlDrawing") {
        pack.editText(part, (vml) => moveVml(vml, sheet, insertion));
      } else if (HOLDS_REFERENCES.test(type)) {
        moveReferences(pack.xml(part), sheet, insertion);
        moveParts(part, sheet);
      }
    }
  };

  // Pivot sources and query parameters belong to no sheet.
  moveParts(workbook.part, "");
  for (const entry of workbook.sheets) {
    if (entry.isWorksheet) {
      const grid = workbook.grid(entry);
      moveCellFormulas(grid, insertion);
      moveSheet(grid, insertion);
    }
    moveParts(entry.part, entry.name);
  }
  moveDefinedNames(workbook, insertion);
};
