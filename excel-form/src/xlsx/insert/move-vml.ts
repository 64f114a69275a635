import type { RowInsertion } from "../formula/row-insertion.ts";
import { moveRow } from "../formula/row-insertion.ts";
import { insertRowsInFormula, isSameSheet } from "../formula/shift-formula.ts";
import { decodeEntities, escapeText } from "../xml/entities.ts";

const ANCHOR = /(<(?:[\w-]+:)?Anchor>)([^<]*)(<)/;
/** Says the opposite of its name: the shape keeps its size when cells grow. */
const KEEPS_SIZE = /<(?:[\w-]+:)?SizeWithCells[\s/>]/;
const ROW = /(<(?:[\w-]+:)?Row>\s*)(\d+)(\s*<)/;
/** Data that Excel keeps with a shape. */
const CLIENT_DATA = /<([\w-]+:)?ClientData[\s>].*?<\/\1ClientData>/gs;
const FORMULA = /(<(?:[\w-]+:)?Fmla(?:Link|Range|Group|Txbx|Pict)>)([^<]*)(<)/g;

/** Left, offset, top, offset, right, offset, bottom, offset. */
const moveAnchorText = (
  anchor: string,
  move: (row: number) => number,
): string =>
  anchor
    .split(",")
    .map((field, index) =>
      index === 2 || index === 6
        ? field.replace(/\d+/, (row) => String(move(Number(row))))
        : field,
    )
    .join(",");

/** Rows count from 0. A note stays as large as it is and beside its cell. */
const moveShape = (shape: string, insertion: RowInsertion): string => {
  const move = (row: number) => moveRow(row + 1, insertion) - 1;
  const cell = ROW.exec(shape)?.[2];
  const top = Number(cell ?? ANCHOR.exec(shape)?.[2]?.split(",")[2]);
  const movedBy = move(top) - top;
  const isRigid = cell !== undefined || KEEPS_SIZE.test(shape);
  return shape
    .replace(
      ANCHOR,
      (_, open: string, anchor: string, close: string) =>
        open +
        moveAnchorText(anchor, (row) => (isRigid ? row + movedBy : move(row))) +
        close,
    )
    .replace(
      ROW,
      (_, open: string, row: string, close: string) =>
        open + String(move(Number(row))) + close,
    );
};

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
  return isSameSheet(sheet, insertion.sheet)
    ? withFormulas.replace(CLIENT_DATA, (shape) => moveShape(shape, insertion))
    : withFormulas;
};
