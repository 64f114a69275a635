import type { RowInsertion } from "../formula/row-insertion.ts";
import { isSingleEntry, templateTop } from "../formula/row-insertion.ts";
import { isSameSheet } from "../formula/shift-formula.ts";
import { tokenize } from "../formula/tokenize.ts";
import type { XmlElement } from "../xml/element.ts";

/** Sources of a chart's points; series names (`tx`) are single cells. */
const POINTS = /^(val|cat|[xy]Val|bubbleSize|(num|str)Dim)$/;

/** A series over a list of one entry is written as a cell: `$H$11` → `$H$11:$H$11`, which can grow. */
export const widenSeries = (
  formula: string,
  element: XmlElement,
  sheet: string,
  insertion: RowInsertion,
): string => {
  if (
    !isSingleEntry(insertion) ||
    !element.above(({ local }) => POINTS.test(local))
  ) {
    return formula;
  }
  const [token, ...rest] = tokenize(formula);
  const isCell =
    token?.kind === "reference" &&
    rest.length === 0 &&
    token.last === null &&
    isSameSheet(token.sheet ?? sheet, insertion.sheet) &&
    token.first.row >= templateTop(insertion) &&
    token.first.row < insertion.at;
  return isCell ? `${formula}:${formula.slice(token.prefix.length)}` : formula;
};
