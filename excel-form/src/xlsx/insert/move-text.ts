import type { RowInsertion, Span } from "../formula/row-insertion.ts";
import { moveArea, moveRow, moveSpan } from "../formula/row-insertion.ts";
import { insertRowsInFormula } from "../formula/shift-formula.ts";
import { decodePercent } from "../package/relationships.ts";
import {
  parseRange,
  toRangeText,
  unquoteSheetName,
} from "../formula/address.ts";

/** Ranges as attributes have them, one or several; what is none stays as it is. */
const inRanges =
  (move: (range: Span, insertion: RowInsertion) => readonly Span[]) =>
  (text: string, insertion: RowInsertion): string =>
    text
      .split(/\s+/)
      .flatMap((one) => {
        const range = parseRange(one);
        return range
          ? move(range, insertion).map((span) =>
              toRangeText({ ...range, ...span }),
            )
          : one;
      })
      .join(" ");

/** Places that belong to single cells (links, the selection) move and never grow. */
export const moveCellsText = inRanges(({ top, bottom }, insertion) => [
  { top: moveRow(top, insertion), bottom: moveRow(bottom, insertion) },
]);

/** A range as a whole (tables, filters): moves and grows like one in a formula. */
export const moveRangeText = inRanges((range, insertion) => [
  moveSpan(range, insertion),
]);

/** Ranges of a rule: a rule of the template row applies to its copies. */
export const moveAreasText = inRanges(moveArea);

/** Target of a link (`'Sheet 1'!A15`): the sheet name may be unquoted. */
export const moveLocation = (
  link: string,
  insertion: RowInsertion,
  ownSheet: string,
): string => {
  const start = link.lastIndexOf("!") + 1;
  const name = decodePercent(link.slice(0, Math.max(start - 1, 0)));
  const sheet = unquoteSheetName(name) || ownSheet;
  return (
    link.slice(0, start) +
    insertRowsInFormula(link.slice(start), insertion, { sheet })
  );
};
