import type { RowInsertion } from "../formula/row-insertion.ts";
import { moveRow } from "../formula/row-insertion.ts";
import { insertRowsInFormula, isSameSheet } from "../formula/shift-formula.ts";
import { parseAreas } from "../sheet/validations.ts";
import type { XmlElement } from "../xml/element.ts";
import { moveAnchor } from "./move-anchor.ts";
import {
  moveAreasText,
  moveCellsText,
  moveLocation,
  moveRangeText,
} from "./move-text.ts";
import { widenSeries } from "./widen-series.ts";

/** Element or part that holds a reference. */
type Place = {
  readonly element: XmlElement;
  /** Sheet the part belongs to; "" for workbook-level parts. */
  readonly sheet: string;
};
type Move = (text: string, insertion: RowInsertion, place: Place) => string;
/**
 * By name, where need be after the name of the element that holds it: of
 * an attribute its own, of a text the one above.
 */
type Moves = ReadonlyMap<string, Move>;

const toMoves = (moves: Readonly<Record<string, Move>>): Moves =>
  new Map(Object.entries(moves));

/** Rules of the template row apply to its copies. */
const AREA_OWNERS = [
  "conditionalFormatting",
  "dataValidation",
  "protectedRange",
  "ignoredError",
];

const areaMoves: Readonly<Record<string, Move>> = Object.fromEntries(
  AREA_OWNERS.map((owner) => [`${owner}/sqref`, moveAreasText]),
);

/** Relative references of a rule, or a sparkline, count from the top left cell of its areas. */
const rowOfOwner = (element: XmlElement): number => {
  const owner = element.above(
    ({ local }) => local === "sparkline" || AREA_OWNERS.includes(local),
  );
  const areas = owner?.get("sqref") ?? owner?.child("sqref", "xm")?.text ?? "";
  return Math.min(...parseAreas(areas).map(({ top }) => top));
};

const moveFormula: Move = (formula, insertion, { element, sheet }) => {
  const row = rowOfOwner(element);
  const isMoved = isSameSheet(sheet, insertion.sheet);
  const widened = widenSeries(formula, element, sheet, insertion);
  const moved = insertRowsInFormula(widened, insertion, {
    sheet,
    row,
    movedBy: isMoved ? moveRow(row, insertion) - row : 0,
  });
  return moved === widened ? formula : moved;
};

/** Breaks between rows say after which row they come, those between columns from which row to which they reach; all count from 0. */
const moveBreak =
  (list: string): Move =>
  (row, insertion, { element }) =>
    element.parent?.local === list
      ? String(moveRow(Number(row) + 1, insertion) - 1)
      : row;

const keep: Move = (text) => text;

/** These may look at any sheet. */
const FORMULA_ATTRIBUTES = toMoves({
  linkedCell: moveFormula,
  listFillRange: moveFormula,
  textlink: moveFormula,
  cellRange: moveFormula,
  fmlaLink: moveFormula,
  fmlaRange: moveFormula,
  fmlaTxbx: moveFormula,
  fmlaGroup: moveFormula,
  "cfvo/val": moveFormula,
  "parameter/cell": moveFormula,
  location: (link, insertion, { sheet }) =>
    moveLocation(link, insertion, sheet),
});
const FORMULA_TEXTS = toMoves({
  f: moveFormula,
  nf: moveFormula,
  formula: moveFormula,
  formula1: moveFormula,
  formula2: moveFormula,
  calculatedColumnFormula: moveFormula,
  totalsRowFormula: moveFormula,
  // Whole range of a series of which a part is filtered away.
  "fullRef/sqref": moveFormula,
  "formulaRef/sqref": moveFormula,
  "levelRef/sqref": moveFormula,
});

/** These are places of the sheet itself, unless they name another. */
const PLACE_ATTRIBUTES = toMoves({
  ref: moveRangeText,
  "mergeCell/ref": keep,
  "hyperlink/ref": moveCellsText,
  "comment/ref": moveCellsText,
  "threadedComment/ref": moveCellsText,
  "location/ref": moveCellsText,
  sourceRef: moveRangeText,
  sqref: moveCellsText,
  ...areaMoves,
  activeCell: moveCellsText,
  topLeftCell: moveCellsText,
  syncRef: moveCellsText,
  "inputCells/r": moveCellsText,
  "cellWatch/r": moveCellsText,
  "cellSmartTags/r": moveCellsText,
  "singleXmlCell/r": moveCellsText,
  "brk/id": moveBreak("rowBreaks"),
  "brk/min": moveBreak("colBreaks"),
  "brk/max": moveBreak("colBreaks"),
});
const PLACE_TEXTS = toMoves({ "sparkline/sqref": moveCellsText, ...areaMoves });

const find = (moves: Moves, owner: string | undefined, name: string) =>
  moves.get(`${owner}/${name}`) ?? moves.get(name);

const moveIn = (
  element: XmlElement,
  [attributes, texts]: readonly [Moves, Moves],
  insertion: RowInsertion,
  sheet: string,
): void => {
  const { local, parent } = element;
  for (const [, name = ""] of element.tag.matchAll(/\s(\w+)\s*=/g)) {
    const text = element.get(name);
    const move = text && find(attributes, local, name);
    if (move) element.set(name, move(text, insertion, { element, sheet }));
  }
  const move = find(texts, parent?.local, local);
  if (move && element.elements.length === 0) {
    element.text = move(element.text, insertion, { element, sheet });
  }
};

/** Sources of pivot tables and the like may lie on another sheet, or in another book. */
const liesOn = (element: XmlElement, own: string, sheet: string): boolean =>
  isSameSheet(element.get("sheet") ?? own, sheet) &&
  (element.local === "hyperlink" || element.getNamespaced("id", "r") === null);

/**
 * Every reference below an element but those of cells, whatever part it is in:
 * the names of what holds them are unlike enough.
 *
 * @param sheet - the one that the part hangs on; empty for parts of the book
 */
export const moveReferences = (
  root: XmlElement,
  sheet: string,
  insertion: RowInsertion,
): void => {
  // Formulas first: they need the areas as they were.
  for (const element of root.walk()) {
    moveIn(element, [FORMULA_ATTRIBUTES, FORMULA_TEXTS], insertion, sheet);
  }
  for (const element of root.walk()) {
    if (!liesOn(element, sheet, insertion.sheet)) continue;
    moveIn(element, [PLACE_ATTRIBUTES, PLACE_TEXTS], insertion, sheet);
    moveAnchor(element, insertion);
  }
};
