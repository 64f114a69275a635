import { isFillable } from "./body.ts";
import { toBlankText } from "./blank-text.ts";
import { toLabel } from "./label.ts";
import { isBlank, looksLikeField } from "./slot-grid.ts";
import type { Slot, SlotGrid } from "./slot-grid.ts";
import { isKnownChoice } from "../values/choices.ts";
import { textWidth } from "../values/text-width.ts";
import { conceptsOf } from "./vocabulary.ts";

/** What stands to the right of a label up to the next one. */
export type RightSide = {
  /** Boxes and the words between them. */
  readonly run: readonly Slot[];
  /** Empty paper right of the label, for forms without lines. */
  readonly plain: Slot | null;
  /** Where it ended: another text, or null at the end of the lines. */
  readonly stop: Slot | null;
};

/** Paper without lines that may lie between a label and its box, in characters. */
const MAX_GAP = 16;

export const isConceptLabel = (slot: Slot): boolean =>
  slot.kind === "text" && conceptsOf(toLabel(slot.text).main).length > 0;

const isColon = (slot: Slot): boolean => /^\s*[:：]\s*$/.test(slot.text);

const SEPARATOR =
  /^[-－―ー‐−()（）/／・年月日〒人名件点円の]$|^(?:千円|万円|百万円|令和|平成|昭和|西暦|20|年度)$|^(?:[)）][-－―ー‐]?)$/;
const PREFIX = /^(?:令和|平成|昭和|西暦|20|〒|[（(])$/;

/** 法人, 有 and the like, beside their boxes. */
const isChoiceWord = (slot: Slot): boolean =>
  slot.kind === "text" && isKnownChoice(slot.text);

/**
 * Last column of a label whose box is drawn around several cells without a
 * merge. Where the box goes on as far as the line does, the value shares it.
 */
const endOfLabel = (grid: SlotGrid, label: Slot): number => {
  if (label.isMerged || label.edges.right) return label.right;
  if (!label.edges.top || !label.edges.bottom) return label.right;
  let last = label;
  while (last.right < grid.right && !last.edges.right) {
    const next = grid.at(label.top, last.right + 1);
    const goesOn =
      isBlank(next) &&
      next.edges.top &&
      next.edges.bottom &&
      next.fill === label.fill;
    if (!goesOn) return label.right;
    last = next;
  }
  const next = grid.at(label.top, Math.min(last.right + 1, grid.right));
  const hasBox =
    next !== last && (!isBlank(next) || looksLikeField(grid, next));
  return hasBox ? last.right : label.right;
};

/** Reads on from a label until another label, a printed value or the end of the lines. */
export const lookRight = (
  grid: SlotGrid,
  label: Slot,
  row = label.top,
): RightSide => {
  const run: Slot[] = [];
  let plain: Slot | null = null;
  // A label that is wider than its cell prints over the empty cells beside it.
  let gap = label.isMerged
    ? 0
    : Math.min(0, label.width - textWidth(label.text));
  for (let column = endOfLabel(grid, label) + 1; column <= grid.right;) {
    const slot = grid.at(row, column);
    column = slot.right + 1;
    if (slot.width === 0) continue;
    if (slot.top < row) return { run, plain, stop: slot };
    if (isBlank(slot)) {
      if (looksLikeField(grid, slot)) {
        run.push(slot);
        continue;
      }
      if (run.length > 0) return { run, plain, stop: null };
      gap += slot.width;
      plain ??= gap > 0 && !slot.isLocked ? slot : null;
      if (gap > MAX_GAP) return { run, plain, stop: null };
      continue;
    }
    const words = slot.text.normalize("NFKC").trim();
    const goesOn =
      run.length === 0
        ? isFillable(grid, slot) || PREFIX.test(words) || isChoiceWord(slot)
        : SEPARATOR.test(words) || isChoiceWord(slot) || isFillable(grid, slot);
    if (isColon(slot)) continue;
    if (!goesOn || slot.kind === "formula") return { run, plain, stop: slot };
    run.push(slot);
  }
  return { run, plain, stop: null };
};

/** Cells of one box without a line between them are one place to write. */
export const toBoxes = (run: readonly Slot[]): readonly Slot[] => {
  const boxes: Slot[] = [];
  for (const slot of run) {
    const last = boxes.at(-1);
    const isSameBox =
      last &&
      isBlank(last) &&
      isBlank(slot) &&
      last.right + 1 === slot.left &&
      !last.edges.right &&
      !slot.edges.left &&
      last.fill === slot.fill;
    if (isSameBox) {
      boxes[boxes.length - 1] = {
        ...last,
        right: slot.right,
        width: last.width + slot.width,
        edges: { ...last.edges, right: slot.edges.right },
      };
    } else {
      boxes.push(slot);
    }
  }
  return boxes;
};

/** Columns by which a box below may be set in. */
const MAX_INDENT = 2;

const boxFrom = (grid: SlotGrid, row: number, left: number): Slot | null => {
  for (let column = left; column <= left + MAX_INDENT;) {
    const slot = grid.at(row, column);
    if (slot.top !== row || slot.left !== column) return null;
    if (isFillable(grid, slot)) return slot;
    if (!isBlank(slot)) return null;
    column = slot.right + 1;
  }
  return null;
};

/** The box under a label that is as wide as the label; under a line without a box of its own it may be set in. */
export const lookBelow = (grid: SlotGrid, label: Slot): Slot | null => {
  if (label.bottom >= grid.bottom) return null;
  const row = label.bottom + 1;
  const below = grid.at(row, label.left);
  const covers = below.left <= label.left && below.right >= label.right;
  if (below.top === row && isFillable(grid, below)) {
    return !below.isMerged || covers ? below : null;
  }
  return label.edges.left || label.edges.bottom
    ? null
    : boxFrom(grid, row, label.left);
};

export const printsBlank = (slot: Slot): boolean =>
  slot.kind === "text" && toBlankText(slot.text) !== null;
