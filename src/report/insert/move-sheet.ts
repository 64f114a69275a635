import type { RowInsertion } from "../formula/row-insertion.ts";
import {
  moveArea,
  moveRow,
  moveSpan,
  templateTop,
} from "../formula/row-insertion.ts";
import { insertRowsInFormula, isSameSheet } from "../formula/shift-formula.ts";
import type { Range } from "../sheet/address.ts";
import {
  parseAddress,
  parseRange,
  toAddress,
  toRangeText,
} from "../sheet/address.ts";
import type { Grid } from "../sheet/grid.ts";
import { parseAreas } from "../sheet/validations.ts";
import type { XmlElement } from "../xml/element.ts";
import { moveAnchor } from "./move-drawing.ts";
import { moveCellsText, moveLocation, moveRangeText } from "./move-formulas.ts";
import { moveSparklines } from "./move-sparklines.ts";

/** Formulas stand in elements of these names, in all spellings of validations and formats. */
const FORMULA_ELEMENTS = new Set(["formula", "formula1", "formula2", "f"]);
const FORMULA_ATTRIBUTES = ["linkedCell", "listFillRange"];
/** What holds for the template row holds for its copies. */
const AREA_OWNERS = new Set([
  "conditionalFormatting",
  "dataValidation",
  "protectedRange",
  "ignoredError",
]);

const moveAreas = (sqref: string, insertion: RowInsertion): string =>
  parseAreas(sqref)
    .flatMap((range) =>
      moveArea(range, insertion).map((span) =>
        toRangeText({ ...range, ...span }),
      ),
    )
    .join(" ");

const moveEach = (sqref: string, insertion: RowInsertion): string =>
  sqref
    .split(/\s+/)
    .map((text) => moveCellsText(text, insertion))
    .join(" ");

const topOf = (sqref: string): number =>
  Math.min(...parseAreas(sqref).map((range) => range.top));

/** The element whose `sqref` says where the formulas below it apply. */
const findOwner = (element: XmlElement): XmlElement | null => {
  for (let at = element.parent; at; at = at.parent) {
    if (AREA_OWNERS.has(at.local)) return at;
  }
  return null;
};

const ownerAreas = (owner: XmlElement | null): string =>
  owner?.get("sqref") ?? owner?.child("sqref", "xm")?.text ?? "";

type Move = {
  readonly grid: Grid;
  readonly insertion: RowInsertion;
  readonly isOwnSheet: boolean;
};

/** A range to consolidate names its own sheet. */
const moveDataRef = (element: XmlElement, { grid, insertion }: Move): void => {
  const ref = element.get("ref");
  const sheet = element.get("sheet") ?? grid.sheet;
  const isForeign = element.getNamespaced("id", "r") !== null;
  if (ref && !isForeign && isSameSheet(sheet, insertion.sheet)) {
    element.set("ref", moveRangeText(ref, insertion));
  }
};

/** Relative references of a rule count from the top left cell of its areas. */
const moveRuleFormula = (
  formula: string,
  element: XmlElement,
  { grid, insertion, isOwnSheet }: Move,
): string => {
  const row = topOf(ownerAreas(findOwner(element)));
  const place = Number.isFinite(row)
    ? { row, movedBy: isOwnSheet ? moveRow(row, insertion) - row : 0 }
    : {};
  return insertRowsInFormula(formula, insertion, {
    sheet: grid.sheet,
    ...place,
  });
};

const moveFormulasIn = (element: XmlElement, move: Move): void => {
  const holdsFormula =
    FORMULA_ELEMENTS.has(element.local) &&
    element.elements.length === 0 &&
    !(move.isOwnSheet && element.parent?.local === "sparkline");
  if (holdsFormula) {
    element.text = moveRuleFormula(element.text, element, move);
  }
  for (const name of FORMULA_ATTRIBUTES) {
    const formula = element.get(name);
    if (formula) element.set(name, moveRuleFormula(formula, element, move));
  }
  const link = element.get("location");
  if (link) {
    const { grid, insertion } = move;
    element.set("location", moveLocation(link, insertion, grid.sheet));
  }
  const value = element.get("val");
  if (element.local === "cfvo" && element.get("type") === "formula" && value) {
    element.set("val", moveRuleFormula(value, element, move));
  }
};

const moveCellAttribute = (
  element: XmlElement,
  name: string,
  insertion: RowInsertion,
): void => {
  const position = parseAddress(element.get(name) ?? "");
  if (position) {
    const row = moveRow(position.row, insertion);
    element.set(name, toAddress(row, position.column));
  }
};

const movePlaces = (element: XmlElement, insertion: RowInsertion): void => {
  const { local } = element;
  const sqref = element.get("sqref");
  const ref = element.get("ref");
  if (sqref) {
    const move = AREA_OWNERS.has(local) ? moveAreas : moveEach;
    element.set("sqref", move(sqref, insertion));
  }
  if (ref && local !== "mergeCell" && local !== "dataRef") {
    const move = local === "hyperlink" ? moveCellsText : moveRangeText;
    element.set("ref", move(ref, insertion));
  }
  if (element.is("sqref", "xm") && element.parent?.local !== "sparkline") {
    const isArea = AREA_OWNERS.has(element.parent?.local ?? "");
    element.text = (isArea ? moveAreas : moveEach)(element.text, insertion);
  }
  for (const name of ["activeCell", "topLeftCell", "syncRef"]) {
    moveCellAttribute(element, name, insertion);
  }
  const published = element.get("sourceRef");
  if (published) element.set("sourceRef", moveRangeText(published, insertion));
  if (["inputCells", "cellWatch", "cellSmartTags"].includes(local)) {
    moveCellAttribute(element, "r", insertion);
  }
  if (local === "brk") {
    // The number is that of the last row before the break, of a break between
    // columns from which row to which it reaches; all count from 0.
    const isOfRows = element.parent?.local === "rowBreaks";
    for (const name of isOfRows ? ["id"] : ["min", "max"]) {
      const row = element.get(name);
      if (row === null) continue;
      element.set(name, String(moveRow(Number(row) + 1, insertion) - 1));
    }
  }
  moveAnchor(element, insertion);
};

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
  for (const { number, element, cells } of grid.rows.values()) {
    if (number < insertion.at) continue;
    const row = moveRow(number, insertion);
    element.set("r", String(row));
    for (const [column, cell] of cells) cell.set("r", toAddress(row, column));
  }
  grid.reload();
};

/**
 * Everything in a worksheet part but its cell formulas: places when the rows
 * are inserted here, formulas of rules wherever they are inserted.
 */
export const moveSheet = (grid: Grid, insertion: RowInsertion): void => {
  const isOwnSheet = isSameSheet(grid.sheet, insertion.sheet);
  const move = { grid, insertion, isOwnSheet };
  if (isOwnSheet) moveSparklines(grid.root, insertion);
  for (const child of grid.root.elements) {
    if (child === grid.data) continue;
    child
      .childrenNamed("dataRefs")
      .forEach((list) =>
        list.elements.forEach((element) => moveDataRef(element, move)),
      );
    // Formulas first: they need the areas as they were.
    for (const element of child.walk()) moveFormulasIn(element, move);
    if (!isOwnSheet) continue;
    for (const element of child.walk()) movePlaces(element, insertion);
  }
  if (!isOwnSheet) return;
  moveMerges(grid, insertion);
  moveRows(grid, insertion);
};
