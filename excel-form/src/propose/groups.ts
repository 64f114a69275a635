import type { Body } from "./body.ts";
import { isFillable } from "./body.ts";
import type { Header } from "./header.ts";
import { headersOf } from "./header.ts";
import { toLabel } from "./label.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import { isKnownChoice } from "../values/choices.ts";
import { conceptsOf } from "./concepts.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** Cells of one entry row that stand under the same words. */
export type Group = {
  readonly subrow: number;
  readonly words: readonly string[];
  readonly run: readonly Slot[];
};

const NO_LABEL = /^(?:[^\p{L}]*|.|[百千万]+円|西暦|[明大昭平令][治正和成])$/u;

/** A word printed in every entry, known or not; units, signs and choices are none. */
const isLabel = (vocabulary: Vocabulary, { kind, text }: Slot): boolean => {
  if (kind !== "text") return false;
  if (conceptsOf(vocabulary, toLabel(vocabulary, text).main).length > 0)
    return true;
  return (
    !NO_LABEL.test(text.normalize("NFKC").trim()) &&
    !isKnownChoice(vocabulary, text)
  );
};

/** One header cell for several rows of the entry names them line by line. */
const lineFor = (
  vocabulary: Vocabulary,
  text: string,
  index: number,
  count: number,
): string | null => {
  const lines = text.split(/\n|[／/]/).filter((line) => line.trim() !== "");
  return count > 1 &&
    lines.length === count &&
    lines.every(
      (l) => conceptsOf(vocabulary, toLabel(vocabulary, l).main).length > 0,
    )
    ? (lines[index] ?? null)
    : null;
};

const stackAt = (grid: SlotGrid, body: Body, slot: Slot): readonly Slot[] => {
  const stack: Slot[] = [];
  for (let i = 0; i < body.rowsPerEntry; i += 1) {
    const at = grid.at(body.firstRow + i, slot.left);
    if (!stack.includes(at)) stack.push(at);
  }
  return stack;
};

/** Header and entry are drawn alike, row for row: 「ふりがな」 over 「事業所名」. */
const mirrored = (
  grid: SlotGrid,
  header: Header,
  body: Body,
  slot: Slot,
): Slot | null => {
  if (header.bottom - header.top + 1 < body.rowsPerEntry) return null;
  const top =
    header.bottom - body.rowsPerEntry + 1 + (slot.top - body.firstRow);
  const twin = grid.at(top, slot.left);
  return twin.top === top && twin.bottom - twin.top === slot.bottom - slot.top
    ? twin
    : null;
};

/** The words over a cell, and the cell that the innermost of them stand in. */
type Over = { readonly words: readonly string[]; readonly from?: string };

const toOver = (slots: readonly Slot[], line?: string): Over => {
  const last = slots.at(-1);
  const words = slots.map(({ text }) => text);
  return {
    words: line === undefined ? words : [...words.slice(0, -1), line],
    ...(last && { from: last.address }),
  };
};

const wordsOver = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  header: Header | null,
  body: Body,
  slot: Slot,
): Over => {
  if (!header) return toOver([]);
  const twin =
    body.rowsPerEntry > 1 ? mirrored(grid, header, body, slot) : null;
  if (twin && twin.kind === "text") {
    const above = { top: header.top, bottom: twin.top - 1 };
    const first = header.bottom - body.rowsPerEntry + 1;
    const groups = headersOf(
      vocabulary,
      grid,
      { ...above, bottom: Math.min(above.bottom, first - 1) },
      slot,
    );
    return toOver([...groups, twin]);
  }
  const over = headersOf(vocabulary, grid, header, slot);
  const stack = stackAt(grid, body, slot);
  const last = over.at(-1);
  const line =
    last && lineFor(vocabulary, last.text, stack.indexOf(slot), stack.length);
  if (line) return toOver(over, line);
  // One header over several rows of the entry does not say which row it means.
  const fillable = stack.filter((other) => isFillable(vocabulary, grid, other));
  return toOver(fillable.length > 1 ? [] : over);
};

/** 「フリガナ」 over two columns side by side is two labels. */
const areSame = (a: Over, b: Over): boolean =>
  a.from === b.from &&
  a.words.length === b.words.length &&
  a.words.every((word, i) => word === b.words[i]);

/** Cuts one row of the entry into runs under the same words; printed labels inside the row begin a run of their own. */
export const groupsInRow = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  header: Header | null,
  body: Body,
  subrow: number,
): readonly Group[] => {
  const row = body.firstRow + subrow;
  const groups: Array<{
    subrow: number;
    words: readonly string[];
    run: Slot[];
    over: Over;
    isLed?: boolean;
  }> = [];
  for (const slot of grid.inRow(row)) {
    if (slot.top !== row || slot.left > (body.right ?? slot.left)) continue;
    const over = wordsOver(vocabulary, grid, header, body, slot);
    const current = groups.at(-1);
    // Its label is in the entry, so the header need not say which row it means.
    const isLed = current?.isLed === true && over.words.length === 0;
    const isSame = current && (isLed || areSame(current.over, over));
    if (isLabel(vocabulary, slot) && !isFillable(vocabulary, grid, slot)) {
      const words = [...over.words, slot.text];
      groups.push({ subrow, words, run: [], over, isLed: true });
    } else if (isSame) {
      current.run.push(slot);
    } else {
      groups.push({ subrow, words: over.words, run: [slot], over });
    }
  }
  return groups;
};
