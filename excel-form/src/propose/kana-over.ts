import { isFillable } from "./body.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

const KANA_OVER =
  /^(\s*[（(]?(?:ふりがな|フリガナ|よみがな|ヨミガナ|カナ)[）)]?)\s*\n\s*(\S.*)$/s;

/**
 * 「（ふりがな）⏎氏名又は名称」 beside two boxes, one below the other: two labels, each
 * with its box. Any other label stays as it is.
 */
export const splitKanaOver = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
): readonly Slot[] => {
  const [, kana, name] = KANA_OVER.exec(label.text) ?? [];
  if (kana === undefined || name === undefined) return [label];
  if (label.bottom === label.top || label.right === grid.right) return [label];
  const upper = grid.at(label.top, label.right + 1);
  const lower = grid.at(
    Math.min(upper.bottom + 1, grid.bottom),
    label.right + 1,
  );
  const areBoxes =
    lower.top === upper.bottom + 1 &&
    lower.bottom <= label.bottom &&
    [upper, lower].every(
      (box) => isBlank(box) && isFillable(vocabulary, grid, box),
    );
  return areBoxes
    ? [
        { ...label, bottom: upper.bottom, text: kana },
        { ...label, top: lower.top, text: name },
      ]
    : [label];
};
