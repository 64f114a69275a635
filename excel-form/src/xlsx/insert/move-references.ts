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

const ATTRIBUTE_NAME = /\s(\w+)\s*=/g;

/** Rules of the template row apply to its copies. */
const AREA_OWNERS = [
  "conditionalFormatting",
  "dataValidation",
  "protectedRange",
  "ignoredError",
];

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

/** Sources of pivot tables and the like may lie on another sheet, or in another book. */
const liesOn = ({ element, sheet }: Place, other: string): boolean =>
  isSameSheet(element.get("sheet") ?? sheet, other) &&
  (element.local === "hyperlink" || element.getNamespaced("id", "r") === null);

/** A place of the sheet itself, unless its element names another. */
const onSheet =
  (move: Move): Move =>
  (text, insertion, place) =>
    liesOn(place, insertion.sheet) ? move(text, insertion, place) : text;

const cells = onSheet(moveCellsText);
const range = onSheet(moveRangeText);

const areaMoves: Readonly<Record<string, Move>> = Object.fromEntries(
  AREA_OWNERS.map((owner) => [`${owner}/sqref`, onSheet(moveAreasText)]),
);

const ATTRIBUTES = toMoves({
  // These may look at any sheet.
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
  ref: range,
  "mergeCell/ref": keep,
  "hyperlink/ref": cells,
  "comment/ref": cells,
  "threadedComment/ref": cells,
  "location/ref": cells,
  sourceRef: range,
  sqref: cells,
  ...areaMoves,
  activeCell: cells,
  topLeftCell: cells,
  syncRef: cells,
  "inputCells/r": cells,
  "cellWatch/r": cells,
  "cellSmartTags/r": cells,
  "singleXmlCell/r": cells,
  "brk/id": onSheet(moveBreak("rowBreaks")),
  "brk/min": onSheet(moveBreak("colBreaks")),
  "brk/max": onSheet(moveBreak("colBreaks")),
});

const TEXTS = toMoves({
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
  "sparkline/sqref": cells,
  ...areaMoves,
});

const find = (moves: Moves, owner: string | undefined, name: string) =>
  moves.get(`${owner}/${name}`) ?? moves.get(name);

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
  // Written once all are read: formulas need the areas as they were.
  const writes: Array<() => void> = [];
  for (const element of root.withDescendants()) {
    const { local, parent } = element;
    const place = { element, sheet };
    for (const [, name = ""] of element.tag.matchAll(ATTRIBUTE_NAME)) {
      const move = find(ATTRIBUTES, local, name);
      const text = move && element.get(name);
      const moved = text && move(text, insertion, place);
      if (moved !== text) writes.push(() => element.set(name, moved ?? ""));
    }
    const move = find(TEXTS, parent?.local, local);
    if (move && element.elements.length === 0) {
      const moved = move(element.text, insertion, place);
      writes.push(() => (element.text = moved));
    }
    if (/anchor$/i.test(local) && liesOn(place, insertion.sheet)) {
      writes.push(() => moveAnchor(element, insertion));
    }
  }
  for (const write of writes) write();
};
