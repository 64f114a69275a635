import { toLabel } from "./label.ts";
import { isBlank, looksLikeField } from "../near/slot-grid.ts";
import type { Body } from "./body.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import { scopeOf } from "./scopes.ts";
import { conceptsOf } from "./concepts.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** The printed rows above the entries that say what the columns are. */
export type Header = { readonly top: number; readonly bottom: number };

const MAX_LEVELS = 4;

/** A row of totals between header and entries is no header. */
const isConcept = (vocabulary: Vocabulary, slot: Slot): boolean =>
  slot.kind === "text" &&
  conceptsOf(vocabulary, toLabel(vocabulary, slot.text).main).some(
    (concept) => concept !== "?total",
  );

const textsIn = (grid: SlotGrid, row: number): readonly Slot[] =>
  row < 1 ? [] : grid.inRow(row).filter((slot) => slot.kind === "text");

const isExample = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  row: number,
): boolean => {
  const slots = grid.inRow(row);
  const saysSo = slots.some(
    ({ kind, text }) =>
      kind === "text" &&
      /^[\s（(【]*(?:例|記入例|記載例|見本)[\s）)】０-９\d]*$/.test(text),
  );
  return (
    saysSo ||
    textsIn(grid, row).filter((one) => isConcept(vocabulary, one)).length === 0
  );
};

/** A longer text alone in its row is a sentence. */
const MAX_LONE_WORDS = 12;

/** Filled examples and rows of units (「（人）」) stand between header and entries. */
const skipExamples = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  body: Body,
): number => {
  let bottom = body.firstRow - 1;
  for (let tries = 0; tries < 3; tries += 1) {
    const [only, ...others] = textsIn(grid, bottom);
    const isSentence =
      others.length === 0 && (only?.text.length ?? 0) > MAX_LONE_WORDS;
    if (
      only === undefined ||
      isSentence ||
      !isExample(vocabulary, grid, bottom)
    )
      break;
    const above = bottom - body.rowsPerEntry;
    const next = isExample(vocabulary, grid, above) ? bottom - 1 : above;
    if (next < 1) break;
    bottom = next;
  }
  return bottom;
};

/** Group headings have lines around them; a title above the table has none. */
const isGroupRow = (grid: SlotGrid, row: number, top: number): boolean =>
  textsIn(grid, row).some((slot) => {
    // The line under a title is that of the table.
    const isDrawn = slot.edges.left || slot.isLined;
    if (slot.bottom !== row || !isDrawn) return false;
    const below = grid.at(top, slot.left);
    return (
      slot.right > below.right ||
      isBlank(below) ||
      (slot.left === below.left && slot.right === below.right)
    );
  });

/** 「役員（１）氏名」, 「役員（２）氏名」: the label of every row counts the entries. */
const isCard = (grid: SlotGrid, { firstRow, rowsPerEntry }: Body): boolean =>
  rowsPerEntry > 1 &&
  Array.from({ length: rowsPerEntry }, (_, i) => {
    const [label] = textsIn(grid, firstRow + i);
    const [next] = textsIn(grid, firstRow + rowsPerEntry + i);
    return (
      label !== undefined &&
      /\p{L}{2}/u.test(label.text) &&
      label.text !== next?.text
    );
  }).every(Boolean);

/** 「電話 [ ] E-mail [ ]」: labels with a box each ask for one value, not for columns. */
const isOfBoxes = (grid: SlotGrid, row: number): boolean => {
  const labels = textsIn(grid, row);
  const boxes = labels.filter(({ right }) => {
    const next = grid.at(row, Math.min(right + 1, grid.right));
    return isBlank(next) && next.top === row && looksLikeField(grid, next);
  });
  return labels.length > 0 && boxes.length === labels.length;
};

export const findHeader = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  body: Body,
): Header | null => {
  if (isCard(grid, body)) return null;
  const bottom = skipExamples(vocabulary, grid, body);
  const slots = textsIn(grid, bottom);
  if (slots.length < 2 || isOfBoxes(grid, bottom)) return null;
  let top = Math.min(...slots.map((slot) => slot.top));
  while (
    bottom - top + 1 < MAX_LEVELS &&
    isGroupRow(grid, top - 1, top) &&
    !isOfBoxes(grid, top - 1) &&
    textsIn(grid, top - 1).length >= 1
  ) {
    top = Math.min(...textsIn(grid, top - 1).map((slot) => slot.top));
  }
  return { top, bottom };
};

/** 「【Ａ】製造業の部」 over the whole table says nothing of a single column. */
const isTitle = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  bottom: number,
  slot: Slot,
): boolean => {
  const labels = textsIn(grid, bottom);
  const [first, last] = [labels[0], labels.at(-1)];
  return (
    first !== undefined &&
    last !== undefined &&
    labels.length > 2 &&
    slot.left <= first.left &&
    slot.right >= last.right &&
    [null, "sender"].includes(scopeOf(vocabulary, slot.text))
  );
};

/** Header cells above a column, from the top; each once. */
export const headersOf = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  { top, bottom }: Header,
  { left, right }: { readonly left: number; readonly right: number },
): readonly Slot[] => {
  const found: Slot[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const over = grid
      .inRow(row)
      .filter((s) => s.left <= right && s.right >= left && s.kind === "text")
      .filter((s) => s.top === bottom || !isTitle(vocabulary, grid, bottom, s));
    for (const slot of over) if (!found.includes(slot)) found.push(slot);
  }
  return found;
};
