import type { Body } from "./body.ts";
import { isFillable } from "./body.ts";
import type { Header } from "./header.ts";
import { headersOf } from "./header.ts";
import { toLabel } from "./label.ts";
import type { Placed } from "./place.ts";
import { placeInRun, placeInSlot } from "./place.ts";
import { keyOfOptions, keysFor, readLabels } from "./resolve.ts";
import type { Reading } from "./resolve.ts";
import { scopeOf } from "./scopes.ts";
import { isBlank } from "./slot-grid.ts";
import type { Slot, SlotGrid } from "./slot-grid.ts";
import { conceptsOf } from "./vocabulary.ts";

/** A value of the list, or a cell of it that was left open. */
export type Column = {
  readonly slot: Slot;
  readonly subrow: number;
  readonly words: readonly string[];
  readonly placed: Placed | null;
  readonly confidence: number;
};

/** Cells of one entry row that stand under the same words. */
type Group = {
  readonly subrow: number;
  readonly words: readonly string[];
  readonly run: readonly Slot[];
};

const isLabel = (slot: Slot): boolean =>
  slot.kind === "text" && conceptsOf(toLabel(slot.text).main).length > 0;

/** One header cell for several rows of the entry names them line by line. */
const lineFor = (text: string, index: number, count: number): string | null => {
  const lines = text.split(/\n|[／/]/).filter((line) => line.trim() !== "");
  return count > 1 &&
    lines.length === count &&
    lines.every((l) => conceptsOf(toLabel(l).main).length > 0)
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

const wordsOver = (
  grid: SlotGrid,
  header: Header | null,
  body: Body,
  slot: Slot,
): readonly string[] => {
  if (!header) return [];
  const twin =
    body.rowsPerEntry > 1 ? mirrored(grid, header, body, slot) : null;
  if (twin && twin.kind === "text") {
    const above = { top: header.top, bottom: twin.top - 1 };
    const first = header.bottom - body.rowsPerEntry + 1;
    const groups = headersOf(
      grid,
      { ...above, bottom: Math.min(above.bottom, first - 1) },
      slot,
    );
    return [...groups, twin].map(({ text }) => text);
  }
  const over = headersOf(grid, header, slot);
  const stack = stackAt(grid, body, slot);
  const last = over.at(-1);
  const line = last && lineFor(last.text, stack.indexOf(slot), stack.length);
  if (line) return [...over.slice(0, -1).map(({ text }) => text), line];
  // One header over several rows of the entry does not say which row it means.
  const fillable = stack.filter((other) => isFillable(grid, other));
  if (fillable.length > 1) return [];
  return over.map(({ text }) => text);
};

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, i) => word === b[i]);

/** Cuts one row of the entry into runs under the same words; printed labels inside the row begin a run of their own. */
const groupsInRow = (
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
    over: readonly string[];
  }> = [];
  for (const slot of grid.inRow(row)) {
    if (slot.top !== row) continue;
    const over = wordsOver(grid, header, body, slot);
    const current = groups.at(-1);
    const isSame = current && sameWords(current.over, over);
    if (isLabel(slot) && !isFillable(grid, slot)) {
      groups.push({ subrow, words: [...over, slot.text], run: [], over });
    } else if (isSame) {
      current.run.push(slot);
    } else {
      groups.push({ subrow, words: over, run: [slot], over });
    }
  }
  return groups;
};

const NEVER = ["office", "receiver"];

const isForOffice = (words: readonly string[]): boolean =>
  words.some((word) => NEVER.includes(scopeOf(word) ?? ""));

/** A group with what its words say. */
type ReadGroup = Group & { readonly reading: Reading };

type Keys = { readonly keys: string; readonly confidence: number };

const asksFor = (group: ReadGroup | undefined, pattern: RegExp): boolean =>
  group?.reading.concepts.some((concept) => pattern.test(concept)) ?? false;

const overlaps = (a: Group, b: Group): boolean => {
  const [first, last] = [b.run[0], b.run.at(-1)];
  return a.run.some(
    (slot) =>
      first && last && slot.left <= last.right && slot.right >= first.left,
  );
};

/** Words such as フリガナ or 氏名 mean what stands beside or below them. */
const fromNeighbours = (
  groups: readonly ReadGroup[],
  group: ReadGroup,
): Keys | null => {
  const before = groups[groups.indexOf(group) - 1];
  const after = groups[groups.indexOf(group) + 1];
  const below = groups.find(
    (g) => g.subrow === group.subrow + 1 && overlaps(g, group),
  );
  const isAbout = (pattern: RegExp): boolean =>
    asksFor(below ?? before, pattern);
  if (asksFor(group, /^\?kana$/)) {
    if (isAbout(/registeredName|^\?name/)) {
      return { keys: "business.nameKana", confidence: 0.93 };
    }
    return isAbout(/^\?head|^\?person|^\?title/)
      ? { keys: "business.representativeKana", confidence: 0.8 }
      : null;
  }
  if (asksFor(group, /^\?declaredOn$/)) {
    return asksFor(before, /^securityAction/)
      ? { keys: "securityAction.declaredOn", confidence: 0.85 }
      : null;
  }
  // 職名 and 氏名 side by side, with no other head of the firm in the list.
  const isPair =
    (asksFor(group, /^\?title$/) && asksFor(after, /^\?person$/)) ||
    (asksFor(group, /^\?person$/) && asksFor(before, /^\?title$/));
  if (!isPair || groups.some((g) => asksFor(g, /^\?head/))) return null;
  const keys = keysFor(group.reading.concepts, "representative");
  return keys === null ? null : { keys, confidence: 0.7 };
};

const keyListOf = (
  groups: readonly ReadGroup[],
  group: ReadGroup,
): Keys | null => {
  const { reading, run } = group;
  const options = run.flatMap((slot) => slot.options);
  const byOptions = options.length > 0 ? keyOfOptions(options) : null;
  const [concept] = reading.concepts;
  if (concept === "?kind" || (concept === undefined && byOptions)) {
    return byOptions ? { keys: byOptions, confidence: 0.85 } : null;
  }
  const keys = keysFor(reading.concepts, reading.scope ?? "business");
  if (keys === null) return fromNeighbours(groups, group);
  const isPlain = !keys.includes("+") && concept?.startsWith("?") !== true;
  const doubt = reading.isUnderUnknown ? 0.15 : 0;
  return { keys, confidence: (isPlain ? 0.95 : 0.88) - doubt };
};

const open = (group: Group): readonly Column[] => {
  const slot = group.run.find(isBlank) ?? group.run[0];
  return slot
    ? [
        {
          slot,
          subrow: group.subrow,
          words: group.words,
          placed: null,
          confidence: 0,
        },
      ]
    : [];
};

const columnsOf = (
  grid: SlotGrid,
  groups: readonly ReadGroup[],
  group: ReadGroup,
): readonly Column[] => {
  const { run, words, subrow, reading } = group;
  const fillable = run.filter((slot) => isFillable(grid, slot));
  if (fillable.length === 0 || words.length === 0) return [];
  const found = keyListOf(groups, group);
  if (!found) return open(group);
  const { keys, confidence } = found;
  const printed = run.filter((slot) => slot.kind === "text");
  const notes = [...reading.notes, ...printed.map(({ text }) => text)];
  const [only] = fillable;
  const single =
    fillable.length === 1 && only ? placeInSlot(only, keys, notes) : null;
  const all = single
    ? [single]
    : placeInRun(
        run.filter((slot) => isBlank(slot) || slot.kind === "text"),
        keys,
      );
  if (!all) return open(group);
  return all.map((placed) => ({
    slot: placed.slot,
    subrow,
    words,
    placed,
    confidence,
  }));
};

/** What every row of an entry takes, cell by cell. */
export const readColumns = (
  grid: SlotGrid,
  header: Header | null,
  body: Body,
): readonly Column[] => {
  const groups: ReadGroup[] = [];
  for (let subrow = 0; subrow < body.rowsPerEntry; subrow += 1) {
    for (const group of groupsInRow(grid, header, body, subrow)) {
      if (isForOffice(group.words)) continue;
      groups.push({ ...group, reading: readLabels(group.words) });
    }
  }
  return groups.flatMap((group) => columnsOf(grid, groups, group));
};
