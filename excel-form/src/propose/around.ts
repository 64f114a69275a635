import { isFillable } from "./body.ts";
import { toLabel } from "./label.ts";
import { isBlank, looksLikeField } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import { isKnownChoice } from "../values/choices.ts";
import { textWidth } from "../values/text-width.ts";
import { conceptsOf } from "./concepts.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Slots to the right of a label up to the next one. */
export type RightSide = {
  /** Boxes and the words between them. */
  readonly run: readonly Slot[];
  /** Empty paper right of the label, for forms without lines. */
  readonly plain: Slot | null;
  /** Text that ended it, or null at the end of the lines. */
  readonly stop: Slot | null;
  /** True when the text that ended it is right beside the label. */
  readonly isTaken: boolean;
  /** Words in the place that say what to write there: 「（名称及び代表者の氏名）」. */
  readonly hint?: string;
};

/** Paper without lines that may lie between a label and its box, in characters. */
const MAX_GAP = 16;

export const isConceptLabel = (vocabulary: Vocabulary, slot: Slot): boolean =>
  slot.kind === "text" &&
  conceptsOf(vocabulary, toLabel(vocabulary, slot.text).main).length > 0;

/** A colon of its own, or 「必須」 between label and box. */
const isBetween = (slot: Slot): boolean =>
  /^\s*(?:[:：]|[(（【※*]*(?:必須|任意|必要|該当者のみ)[)）】※*]*|[*※◆◎★●])\s*$/.test(
    slot.text.replace(/(?<=\S)\s+(?=\S)/g, ""),
  );

const SEPARATOR =
  /^[-－―ー‐−()（）/／・年月日〒人名件点円の]$|^(?:千円|万円|百万円|西暦|20|年度)$|^(?:[)）][-－―ー‐]?)$/;
const PREFIX =
  /^(?:[明大昭平令][治正和成]|[・･/\s]|西暦|20|〒|[（(])+$|^(?:[明大昭平令MTSHR][・･/\s]*)+$/;

/** 法人, 有 and the like, beside their boxes. */
const isChoiceWord = (vocabulary: Vocabulary, slot: Slot): boolean =>
  slot.kind === "text" && isKnownChoice(vocabulary, slot.text);

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

/** A suffix (円, 人 …) that marks the blank before it as an input field. */
const BEHIND_VALUE =
  /^(?:[-－―ー‐−年月日人名件点円社]|千円|万円|百万円|事業所|企業|年度)$/;
const DASH = /^[-－―ー‐−]$/;

const printed = (slot: Slot | undefined): string =>
  slot === undefined || isBlank(slot) ? "" : slot.text.normalize("NFKC").trim();

/** A printed 0 before its unit waits for the count. */
const isZero = ({ kind, text, isLocked }: Slot): boolean =>
  !isLocked &&
  (kind === "number" || kind === "text") &&
  text.normalize("NFKC").trim() === "0";

const IN_BRACKETS = /^\s*[（(]([^（）()]{2,24})[）)]\s*$/;

/** Room that a value needs beyond the words in its place, in characters. */
const HINT_ROOM = 6;

/** 「（会社名）」 in a wide cell: what to write there, and no label of a box. */
const isHint = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
  next: Slot | undefined,
): boolean => {
  const words = IN_BRACKETS.exec(slot.text)?.[1];
  if (words === undefined || slot.isLocked || !slot.isMerged) return false;
  const concepts = conceptsOf(vocabulary, toLabel(vocabulary, words).main);
  const isAsked = concepts.length > 0 && concepts[0] !== "?kana";
  const hasBox =
    next !== undefined && isBlank(next) && looksLikeField(grid, next);
  return isAsked && !hasBox && slot.width >= textWidth(slot.text) + HINT_ROOM;
};

/** 「[ ] [0] [6]」 in small boxes: the number of the line for the office. */
const withoutCode = (slots: readonly Slot[]): readonly Slot[] => {
  const [mark, ...others] = slots.filter(
    (slot) => slot.isLined || !isBlank(slot),
  );
  const end = others.findIndex((slot) => !ONE_DIGIT.test(printed(slot)));
  const last = others[end - 1];
  const isCode =
    mark !== undefined &&
    last !== undefined &&
    isBlank(mark) &&
    mark.width < CODE_WIDTH &&
    last.isLined;
  return isCode ? slots.filter(({ left }) => left > last.right) : slots;
};

/** A bare cell after the line that closes the box, though it is not locked. */
const isMargin = (slot: Slot, before: Slot | undefined): boolean =>
  before !== undefined &&
  isBlank(before) &&
  before.edges.right &&
  slot.width < MARGIN_WIDTH &&
  !slot.isMerged &&
  !(slot.edges.top || slot.edges.bottom || slot.edges.right);

const MARGIN_WIDTH = 5;

const ONE_DIGIT = /^\d$/;
const CODE_WIDTH = 4;

const slotsBehind = (
  grid: SlotGrid,
  label: Slot,
  row: number,
): readonly Slot[] => {
  const end = endOfLabel(grid, label);
  const slots = withoutCode(grid.inRow(row).filter(({ left }) => left > end));
  // A cell that hangs down from a row above belongs to that row.
  const foreign = slots.findIndex(({ top }) => top < row);
  return foreign < 0 ? slots : slots.slice(0, foreign + 1);
};

/** Width from the label to the first cell beside it, in characters. */
const widthUpTo = (
  grid: SlotGrid,
  label: Slot,
  next: Slot | undefined,
): number => {
  let { width } = label;
  for (let column = label.right + 1; column < (next?.left ?? 0); column += 1) {
    width += grid.sheet.columnWidth(column);
  }
  return width;
};

/** Reads on from a label until another label, a printed value or the end of the lines. */
export const lookRight = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  row = label.top,
): RightSide => {
  const slots = slotsBehind(grid, label, row);
  const run: Slot[] = [];
  let plain: Slot | null = null;
  // A label that is wider than its cell prints over the empty cells beside it.
  let gap = label.isMerged
    ? 0
    : Math.min(0, widthUpTo(grid, label, slots[0]) - textWidth(label.text));

  const isBox = (slot: Slot, i: number): boolean =>
    looksLikeField(grid, slot) ||
    (slot.isMerged && !run.some(isBlank) && !slot.isLocked) ||
    (!slot.isLocked && BEHIND_VALUE.test(printed(slots[i + 1]))) ||
    DASH.test(printed(run.at(-1)));

  for (const [i, slot] of slots.entries()) {
    const stopped = { run, plain, stop: slot, isTaken: i === 0 };
    if (slot.top < row) return stopped;
    if (isBlank(slot)) {
      if (gap < 0 && !slot.isMerged && !slot.edges.left) {
        gap += slot.width;
        if (gap < 0) continue;
      }
      if (isMargin(slot, run.at(-1))) break;
      if (isBox(slot, i)) {
        run.push(slot);
        continue;
      }
      if (gap >= 0) gap += slot.width;
      plain ??= gap > 0 && !slot.isLocked ? slot : null;
      if (run.some(isBlank) || gap > MAX_GAP) break;
      continue;
    }
    if (isBetween(slot)) continue;
    if (run.length === 0 && isHint(vocabulary, grid, slot, slots[i + 1])) {
      const place: Slot = { ...slot, kind: "blank", text: "" };
      return {
        run: [place],
        plain,
        stop: null,
        isTaken: false,
        hint: slot.text,
      };
    }
    if (isZero(slot) && BEHIND_VALUE.test(printed(slots[i + 1]))) {
      run.push({ ...slot, kind: "blank", text: "" });
      continue;
    }
    const words = printed(slot);
    const goesOn =
      isFillable(vocabulary, grid, slot) ||
      (isChoiceWord(vocabulary, slot) &&
        (run.length > 0 || !isConceptLabel(vocabulary, slot))) ||
      PREFIX.test(words) ||
      (run.length > 0 && SEPARATOR.test(words));
    if (!goesOn || slot.kind === "formula") return stopped;
    run.push(slot);
  }
  return { run, plain, stop: null, isTaken: false };
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
      last.fill === slot.fill &&
      last.hasValidation === slot.hasValidation;
    // Cells before a wide merge are the margin of the place.
    if (isSameBox && slot.isMerged && slot.width > 2 * last.width) {
      boxes[boxes.length - 1] = slot;
    } else if (isSameBox) {
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

const boxFrom = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  row: number,
  left: number,
): Slot | null => {
  for (let column = left; column <= left + MAX_INDENT;) {
    const slot = grid.at(row, column);
    if (slot.top !== row || slot.left !== column) return null;
    if (isFillable(vocabulary, grid, slot)) return slot;
    if (!isBlank(slot)) return null;
    column = slot.right + 1;
  }
  return null;
};

/** Another box of the same kind follows: a column of a table, no place of one value. */
const goesOnBelow = (grid: SlotGrid, box: Slot): boolean => {
  const next = grid.at(box.bottom + 1, box.left);
  return (
    isBlank(next) &&
    looksLikeField(grid, next) &&
    box.edges.bottom &&
    next.left === box.left &&
    next.right === box.right
  );
};

/** The box under a label that is as wide as the label; under a line without a box of its own it may be set in. */
export const lookBelow = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
): Slot | null => {
  if (label.bottom >= grid.bottom) return null;
  const row = label.bottom + 1;
  const below = grid.at(row, label.left);
  const covers = below.left <= label.left && below.right >= label.right;
  // The box of the label in the next row, of which this one covers a part.
  const before = grid.at(row, Math.max(below.left - 1, 1));
  if (below.left < label.left && isConceptLabel(vocabulary, before))
    return null;
  if (below.top === row && isFillable(vocabulary, grid, below)) {
    const isBox = !below.isMerged || covers;
    return isBox && !goesOnBelow(grid, below) ? below : null;
  }
  return label.edges.left || label.edges.bottom
    ? null
    : boxFrom(vocabulary, grid, row, label.left);
};

/** Caches the result for each box; a column of a table is walked up once. */
const headings = new WeakMap<Slot, Slot | null>();

/** The heading of a box's column, over other boxes of the same column. */
export const headingOver = (grid: SlotGrid, box: Slot): Slot | null => {
  const known = headings.get(box);
  if (known !== undefined) return known;
  const passed = [box];
  let heading: Slot | null = null;
  for (let row = box.top - 1; row >= 1;) {
    const above = grid.at(row, box.left);
    if (above.kind === "text") heading = above;
    if (!isBlank(above) || !looksLikeField(grid, above)) break;
    // A box above that begins farther left has its heading over its own column.
    if (above.left === box.left) passed.push(above);
    row = above.top - 1;
  }
  for (const one of passed) headings.set(one, heading);
  return heading;
};
