import type { RowInsertion } from "../formula/row-insertion.ts";
import { moveRow } from "../formula/row-insertion.ts";
import { insertRowsInFormula, isSameSheet } from "../formula/shift-formula.ts";
import { decodeEntities, escapeText } from "../xml/entities.ts";

const ANCHOR = /(<(?:[\w-]+:)?Anchor>)([^<]*)(<)/g;
const ROW = /(<(?:[\w-]+:)?Row>\s*)(\d+)(\s*<)/g;
const FORMULA = /(<(?:[\w-]+:)?Fmla(?:Link|Range|Group|Txbx|Pict)>)([^<]*)(<)/g;

/** Left, offset, top, offset, right, offset, bottom, offset; rows count from 0. */
const moveAnchorText = (anchor: string, insertion: RowInsertion): string =>
  anchor
    .split(",")
    .map((field, index) =>
      index === 2 || index === 6
        ? field.replace(/\d+/, (row) =>
            String(moveRow(Number(row) + 1, insertion) - 1),
          )
        : field,
    )
    .join(",");

/**
 * Notes and form controls. VML is edited as text: Office itself writes parts
 * that are not well-formed (`<br>`).
 */
export const moveVml = (
  vml: string,
  sheet: string,
  insertion: RowInsertion,
): string => {
  const withFormulas = vml.replace(
    FORMULA,
    (_, open: string, formula: string, close: string) =>
      open +
      escapeText(
        insertRowsInFormula(decodeEntities(formula), insertion, { sheet }),
      ) +
      close,
  );
  if (!isSameSheet(sheet, insertion.sheet)) return withFormulas;
  return withFormulas
    .replace(
      ANCHOR,
      (_, open: string, anchor: string, close: string) =>
        open + moveAnchorText(anchor, insertion) + close,
    )
    .replace(
      ROW,
      (_, open: string, row: string, close: string) =>
        open + String(moveRow(Number(row) + 1, insertion) - 1) + close,
    );
};
