import { isNameEnd, toBlankText } from "./blank-text.ts";
import { textWidth } from "../values/text-width.ts";
import { isConceptLabel, lookBelow, lookRight, toBoxes } from "./around.ts";
import type { RightSide } from "./around.ts";
import { isFillable } from "./body.ts";
import { conceptsOf } from "./concepts.ts";
import { toLabel } from "./label.ts";
import { readInCell, readSegments } from "./in-cell.ts";
import type { InCell } from "./in-cell.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** The place that belongs to a label. */
export type Spot =
  | {
      readonly side: "left" | "above";
      readonly label: string;
      /** Boxes in a row, with the words printed between them. */
      readonly run: readonly Slot[];
      /** 「〒 －」 in a row or cell of its own before the address. */
      readonly postal?: readonly Slot[];
      readonly certainty: number;
    }
  | {
      readonly side: "own";
      readonly label: string;
      readonly inCell: InCell;
      readonly certainty: number;
    };

/** Room that a value needs after its label in the same cell, in characters. */
const MIN_ROOM = 6;

/** A longer text is a sentence, and the paper beside it is just paper. */
const MAX_PLAIN_LABEL = 20;

const rightSpot = (
  label: string,
  run: readonly Slot[],
  certainty: number,
): Spot => ({ side: "left", label, run, certainty });

const ownSpot = (inCell: InCell, certainty: number): Spot => ({
  side: "own",
  label: inCell.label,
  inCell,
  certainty,
});

const roomIn = (slot: Slot): number =>
  slot.width - textWidth(slot.text.trimEnd());

/** A label with a colon: the room after it, unless a box of its own follows. */
const behindColon = (
  slot: Slot,
  inCell: InCell,
  boxes: readonly Slot[],
  right: RightSide,
): Spot | null => {
  const [box] = boxes;
  const hasLine = slot.edges.bottom;
  // A box beside several lines of labels is that of none of them.
  const isOfAll = box !== undefined && box.bottom > slot.bottom;
  if (box && !isOfAll) {
    const isSeparate =
      box.edges.left || slot.edges.right || !hasLine || box.isMerged;
    if (isSeparate) return rightSpot(inCell.label, boxes, 0.93);
    return slot.isMerged
      ? ownSpot(inCell, 0.85)
      : rightSpot(inCell.label, boxes, 0.75);
  }
  // On a sheet without lines people write into the next cell.
  if (!hasLine && !slot.isMerged && right.plain) {
    return rightSpot(inCell.label, [right.plain], 0.75);
  }
  if (roomIn(slot) >= MIN_ROOM) return ownSpot(inCell, hasLine ? 0.95 : 0.85);
  return hasLine || slot.isMerged ? ownSpot(inCell, 0.7) : null;
};

/** The value is printed beside the label, or a heading is over its block. */
const isAnswered = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
  right: RightSide,
): boolean => {
  const { stop, isTaken } = right;
  if (
    isTaken &&
    stop &&
    !isBlank(stop) &&
    !isConceptLabel(vocabulary, stop) &&
    !readInCell(vocabulary, stop.text)
  ) {
    return true;
  }
  const below = grid.at(Math.min(slot.bottom + 1, grid.bottom), slot.left);
  return (
    slot.edges.left &&
    slot.edges.bottom &&
    isConceptLabel(vocabulary, below) &&
    below.right < slot.right
  );
};

/** In a row of labels every one has its box below. */
const mayLookBelow = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  { stop }: RightSide,
): boolean => {
  if (!stop) return true;
  if (isConceptLabel(vocabulary, stop)) return true;
  const below = grid.at(Math.min(stop.bottom + 1, grid.bottom), stop.left);
  return (
    stop.kind === "text" &&
    (isFillable(vocabulary, grid, below) ||
      readSegments(vocabulary, below.text) !== null ||
      // 「昨年度実績」 over its printed number.
      (/^[\d,.]+$/.test(below.text.normalize("NFKC")) && below.edges.bottom))
  );
};

const belowSpot = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
  right: RightSide,
): Spot | null => {
  const below = mayLookBelow(vocabulary, grid, right)
    ? lookBelow(vocabulary, grid, slot)
    : null;
  return (
    below && { side: "above", label: slot.text, run: [below], certainty: 0.9 }
  );
};

/** A line under label and room alike: 「担当者＿＿＿＿＿」. */
const onLine = (
  vocabulary: Vocabulary,
  slot: Slot,
  boxes: readonly Slot[],
): Spot | null => {
  const { edges, text } = slot;
  const isLine =
    slot.isMerged &&
    slot.isLined &&
    toBlankText(vocabulary, text) === null &&
    !edges.top &&
    !edges.left &&
    !edges.right;
  return isLine && boxes.length === 0 && roomIn(slot) >= 2 * MIN_ROOM
    ? ownSpot(
        {
          label: text,
          before: `${text.trimEnd()}\u3000`,
          blank: null,
          hasColon: false,
        },
        0.78,
      )
    : null;
};

/** Part of its box that a label fills at most where the value goes after it. */
const MAX_SHARE = 0.6;

/** A label with a blank at its end, in a wide box of its own: the value follows in the same cell. */
const inBox = (
  vocabulary: Vocabulary,
  slot: Slot,
  { plain, stop }: RightSide,
): Spot | null => {
  const { edges, text, width } = slot;
  const isBox =
    slot.isMerged && edges.left && edges.right && edges.top && edges.bottom;
  const hasRoom =
    /\s$/.test(text) &&
    textWidth(text.trimEnd()) <= MAX_SHARE * width &&
    roomIn(slot) >= MIN_ROOM;
  const isNext = stop === null || isConceptLabel(vocabulary, stop);
  return isBox && hasRoom && isNext && plain === null
    ? ownSpot(
        {
          label: text,
          before: `${text.trimEnd()}\u3000`,
          blank: null,
          hasColon: false,
        },
        0.8,
      )
    : null;
};

const inOwnCell = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
  boxes: readonly Slot[],
  right: RightSide,
): Spot | null => {
  const inCell = readInCell(vocabulary, slot.text);
  if (!inCell)
    return isConceptLabel(vocabulary, slot)
      ? onLine(vocabulary, slot, boxes)
      : null;
  if (inCell.blank) return ownSpot(inCell, 0.93);
  if (boxes.length === 0 && isAnswered(vocabulary, grid, slot, right))
    return null;
  if (inCell.hasColon) {
    const below =
      boxes.length === 0 ? belowSpot(vocabulary, grid, slot, right) : null;
    return below ?? behindColon(slot, inCell, boxes, right);
  }
  return boxes.length === 0 && roomIn(slot) >= 0 ? ownSpot(inCell, 0.7) : null;
};

const startsWithPostal = (boxes: readonly Slot[]): boolean =>
  /^\s*〒/.test(boxes[0]?.text ?? "");

const DASH = /^\s*[-－―ー‐−–]\s*$/;

/** Boxes of a postal code are narrow; the address after them has room. */
const MIN_ADDRESS_WIDTH = 15;

/** 「〒123-4567」, in characters; a narrower 〒 is a mere sign. */
const POSTAL_WIDTH = 9;

/** The boxes of the postal code that stand before the address that was found. */
const postalBefore = (
  first: readonly Slot[],
  address: readonly Slot[],
): readonly Slot[] | null => {
  const [sign] = first;
  if (!sign || !startsWithPostal(first) || first === address) return null;
  if (address[0]?.top !== sign.top) return first;
  const boxes = first.indexOf(address[0]);
  if (boxes === 2) return first.slice(0, 2);
  return boxes === 1 && sign.width >= POSTAL_WIDTH ? [sign] : null;
};

/** 「〒」, a box and a wider one: postal code and address. */
const addressBesideCode = ([sign, code, address, ...others]: readonly Slot[]) =>
  sign?.text.trim() === "〒" &&
  code &&
  address &&
  others.length === 0 &&
  isBlank(code) &&
  isBlank(address) &&
  address.width > code.width
    ? address
    : null;

/** 「所在地」 〒 [ ] － [ ], and the address in the next row or after it. */
const behindPostal = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
  boxes: readonly Slot[],
): readonly Slot[] => {
  if (!startsWithPostal(boxes)) return boxes;
  for (let row = label.top + 1; row <= label.bottom; row += 1) {
    const next = toBoxes(lookRight(vocabulary, grid, label, row).run);
    if (next.length > 0) return next;
  }
  const beside = addressBesideCode(boxes);
  if (beside) return [beside];
  const isPair = (i: number): boolean =>
    [boxes[i - 1], boxes[i + 1]].some((one) => one && DASH.test(one.text));
  const wide = boxes.find(
    (slot, i) => isBlank(slot) && slot.width >= MIN_ADDRESS_WIDTH && !isPair(i),
  );
  return wide ? [wide] : boxes;
};

/** 「事業所名」 over two rows: フリガナ in the first, its own box right beside it in the second. */
const inLaterRow = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  label: Slot,
): readonly Slot[] => {
  if (label.right >= grid.right || !isConceptLabel(vocabulary, label)) {
    return [];
  }
  const first = grid.at(label.top, label.right + 1);
  const [concept] = conceptsOf(
    vocabulary,
    toLabel(vocabulary, first.text).main,
  );
  if (concept !== "?kana" && concept !== "?postal") return [];
  const row = first.bottom + 1;
  const box = grid.at(Math.min(row, grid.bottom), label.right + 1);
  const isOwn =
    row <= label.bottom &&
    box.top === row &&
    isBlank(box) &&
    isFillable(vocabulary, grid, box);
  return isOwn ? toBoxes(lookRight(vocabulary, grid, label, row).run) : [];
};

/** Finds the place of this label's value; null when it has none, or a printed value. */
export const findSpot = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
): Spot | null => {
  const right = lookRight(vocabulary, grid, slot);
  const beside = toBoxes(right.run);
  const all = beside.length > 0 ? beside : inLaterRow(vocabulary, grid, slot);
  const boxes = behindPostal(vocabulary, grid, slot, all);
  const own = inOwnCell(vocabulary, grid, slot, boxes, right);
  if (own) return own;
  if (boxes.some((box) => isBlank(box) || isFillable(vocabulary, grid, box))) {
    const postal = postalBefore(all, boxes);
    return {
      ...rightSpot(slot.text + (right.hint ?? ""), boxes, 0.97),
      ...(postal && { postal }),
    };
  }
  if (right.isTaken && right.stop && isNameEnd(vocabulary, right.stop.text)) {
    return rightSpot(slot.text, [right.stop], 0.85);
  }
  if (!mayLookBelow(vocabulary, grid, right)) return null;
  const below = belowSpot(vocabulary, grid, slot, right);
  if (below) return below;
  const room = inBox(vocabulary, slot, right);
  if (room) return room;
  const isShort = textWidth(slot.text) <= MAX_PLAIN_LABEL;
  return isShort && right.plain && right.stop === null && !slot.edges.right
    ? rightSpot(slot.text, [right.plain], 0.68)
    : null;
};
