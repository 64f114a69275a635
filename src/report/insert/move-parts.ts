import type { RowInsertion } from "../formula/row-insertion.ts";
import { insertRowsInFormula, isSameSheet } from "../formula/shift-formula.ts";
import type { OfficePackage } from "../package/package.ts";
import type { SheetEntry, Workbook } from "../sheet/workbook.ts";
import type { XmlElement } from "../xml/element.ts";
import { moveChart } from "./move-chart.ts";
import { moveAnchor, moveDrawingFormulas } from "./move-drawing.ts";
import {
  moveCellFormulas,
  moveCellsText,
  moveLocation,
  moveRangeText,
} from "./move-formulas.ts";
import { moveSheet } from "./move-sheet.ts";
import { moveVml } from "./move-vml.ts";

type PartMove = {
  readonly pack: OfficePackage;
  readonly part: string;
  /** The sheet that the part hangs on. */
  readonly sheet: string;
  readonly insertion: RowInsertion;
  readonly isOwnSheet: boolean;
};

const CONTROL_FORMULAS = ["fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup"];
const TABLE_FORMULAS = ["calculatedColumnFormula", "totalsRowFormula"];

const setMoved = (
  element: XmlElement,
  name: string,
  move: (text: string, insertion: RowInsertion) => string,
  insertion: RowInsertion,
): void => {
  const text = element.get(name);
  if (text) element.set(name, move(text, insertion));
};

const moveTable = ({ pack, part, sheet, insertion, isOwnSheet }: PartMove) => {
  for (const element of pack.xml(part).walk()) {
    if (isOwnSheet) setMoved(element, "ref", moveRangeText, insertion);
    if (TABLE_FORMULAS.includes(element.local)) {
      element.text = insertRowsInFormula(element.text, insertion, { sheet });
    }
  }
};

/** `ref` of notes and threaded comments, `r` of cells bound to XML. */
const moveCellRefs =
  (name: string) =>
  ({ pack, part, insertion, isOwnSheet }: PartMove): void => {
    if (!isOwnSheet) return;
    for (const element of pack.xml(part).walk()) {
      setMoved(element, name, moveCellsText, insertion);
    }
  };

const moveControl = ({ pack, part, sheet, insertion }: PartMove): void => {
  const root = pack.xml(part);
  for (const name of CONTROL_FORMULAS) {
    const formula = root.get(name);
    if (formula) {
      root.set(name, insertRowsInFormula(formula, insertion, { sheet }));
    }
  }
};

const movePivotTable = ({ pack, part, insertion, isOwnSheet }: PartMove) => {
  const location = pack.xml(part).child("location");
  if (isOwnSheet && location) {
    setMoved(location, "ref", moveCellsText, insertion);
  }
};

const moveDrawing = (move: PartMove): void => {
  const { pack, part, sheet, insertion, isOwnSheet } = move;
  const root = pack.xml(part);
  moveDrawingFormulas(root, sheet, insertion);
  if (isOwnSheet) {
    for (const element of root.walk()) moveAnchor(element, insertion);
  }
  movePartsOf(move);
};

const moveChartPart = (move: PartMove): void => {
  moveChart(move.pack.xml(move.part), move.sheet, move.insertion);
  movePartsOf(move);
};

/** By the last word of the relationship's type. */
const MOVES = new Map<string, (move: PartMove) => void>(
  Object.entries({
    drawing: moveDrawing,
    chart: moveChartPart,
    chartEx: moveChartPart,
    chartUserShapes: ({ pack, part, sheet, insertion }) =>
      moveDrawingFormulas(pack.xml(part), sheet, insertion),
    vmlDrawing: ({ pack, part, sheet, insertion }) =>
      pack.editText(part, (vml) => moveVml(vml, sheet, insertion)),
    table: moveTable,
    comments: moveCellRefs("ref"),
    threadedComment: moveCellRefs("ref"),
    tableSingleCells: moveCellRefs("r"),
    ctrlProp: moveControl,
    pivotTable: movePivotTable,
  }),
);

/** A link of a shape to a cell stands in the relationships: `#'Sheet'!A15`. */
const moveLink = (element: XmlElement, move: PartMove): void => {
  const target = element.get("Target") ?? "";
  if (!target.startsWith("#")) return;
  const { insertion, sheet } = move;
  const link = moveLocation(target.slice(1), insertion, sheet);
  element.set("Target", `#${link}`);
};

const movePartsOf = (move: PartMove): void => {
  for (const { type, target, element } of move.pack.relationships(move.part)) {
    if (type === "hyperlink") moveLink(element, move);
    else if (target && move.pack.has(target)) {
      MOVES.get(type)?.({ ...move, part: target });
    }
  }
};

const moveDefinedNames = (
  workbook: Workbook,
  insertion: RowInsertion,
): void => {
  for (const name of workbook.definedNames) {
    const local = name.get("localSheetId");
    const owner = workbook.sheets.find(
      (sheet) => local !== null && sheet.index === Number(local),
    );
    name.text = insertRowsInFormula(name.text, insertion, {
      sheet: owner?.name ?? "",
    });
  }
};

/** What pivot tables sum up, one range or several, and cells that queries ask. */
const moveSources = (workbook: Workbook, insertion: RowInsertion): void => {
  const { pack, part } = workbook;
  for (const { type, target } of pack.relationships(part)) {
    const isSource = /^(pivotCacheDefinition|connections)$/.test(type);
    if (!isSource || !target || !pack.has(target)) continue;
    for (const element of pack.xml(target).walk()) {
      const isOwn = isSameSheet(element.get("sheet") ?? "", insertion.sheet);
      // A source in another book has the same attributes.
      const isForeign = element.getNamespaced("id", "r") !== null;
      if (isOwn && !isForeign) {
        setMoved(element, "ref", moveRangeText, insertion);
      }
      const cell = element.local === "parameter" && element.get("cell");
      if (cell) {
        element.set(
          "cell",
          insertRowsInFormula(cell, insertion, { sheet: "" }),
        );
      }
    }
  }
};

const moveEntry = (
  workbook: Workbook,
  entry: SheetEntry,
  insertion: RowInsertion,
): void => {
  if (entry.isWorksheet) {
    const grid = workbook.grid(entry);
    moveCellFormulas(grid, insertion);
    moveSheet(grid, insertion);
  }
  movePartsOf({
    pack: workbook.pack,
    part: entry.part,
    sheet: entry.name,
    insertion,
    isOwnSheet: isSameSheet(entry.name, insertion.sheet),
  });
};

/** Makes room for the rows: every reference in the workbook is moved or grown. */
export const moveEverything = (
  workbook: Workbook,
  insertion: RowInsertion,
): void => {
  for (const entry of workbook.sheets) moveEntry(workbook, entry, insertion);
  moveDefinedNames(workbook, insertion);
  moveSources(workbook, insertion);
};
