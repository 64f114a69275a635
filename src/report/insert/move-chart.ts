import type { RowInsertion } from "../formula/row-insertion.ts";
import { isSingleEntry, templateTop } from "../formula/row-insertion.ts";
import { insertRowsInFormula, isSameSheet } from "../formula/shift-formula.ts";
import { tokenize } from "../formula/tokenize.ts";
import type { XmlElement } from "../xml/element.ts";

/** Where a chart takes its points from; series names (`tx`) are single cells. */
const POINTS = new Set([
  "val",
  "cat",
  "xVal",
  "yVal",
  "bubbleSize",
  "numDim",
  "strDim",
]);

const holdsPoints = (element: XmlElement): boolean => {
  for (let at = element.parent; at; at = at.parent) {
    if (POINTS.has(at.local)) return true;
  }
  return false;
};

/** A series over a list of one entry is written as a cell: `$H$11` → `$H$11:$H$11`, which can grow. */
const widenCell = (
  formula: string,
  sheet: string,
  insertion: RowInsertion,
): string => {
  const [token, ...rest] = tokenize(formula);
  const isCell =
    token?.kind === "reference" &&
    rest.length === 0 &&
    token.last === null &&
    isSameSheet(token.sheet ?? sheet, insertion.sheet) &&
    token.first.row >= templateTop(insertion) &&
    token.first.row < insertion.at;
  return isCell && isSingleEntry(insertion)
    ? `${formula}:${formula.slice(token.prefix.length)}`
    : formula;
};

/** `sqref` in the extensions: the whole range of a series of which some is filtered away. */
const FORMULAS = new Set(["f", "nf", "sqref"]);

/** Formulas of a chart: series, categories, titles, error bars. */
export const moveChart = (
  root: XmlElement,
  sheet: string,
  insertion: RowInsertion,
): void => {
  for (const element of root.walk()) {
    if (!FORMULAS.has(element.local) || element.elements.length > 0) continue;
    const formula = holdsPoints(element)
      ? widenCell(element.text, sheet, insertion)
      : element.text;
    const moved = insertRowsInFormula(formula, insertion, { sheet });
    if (formula === element.text || moved !== formula) element.text = moved;
  }
};
