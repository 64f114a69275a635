import { hasRole, keyInfo } from "../map/vocabulary.ts";
import { toKeys } from "../map/key-list.ts";
import { isOfAnyForm } from "./any-form.ts";
import { circledKey } from "./circles.ts";
import type { CellEntry, ColumnEntry, OpenCell } from "../map/schema.ts";
import type { Found } from "./found.ts";
import { SURE_ENOUGH } from "./find-list.ts";
import { toLabel } from "./label.ts";
import type { Placed } from "./place.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { SlotGrid } from "../near/slot-grid.ts";
import { conceptsOf } from "./concepts.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** A cell that takes a value, with the rule that says so. */
export type ClaimedCell = { readonly entry: CellEntry; readonly rule: Rule };

/** A column of the list likewise. */
export type ClaimedColumn = {
  readonly entry: ColumnEntry;
  readonly rule: Rule;
};

/** A cell that is left for a person, with the rule that left it. */
export type LeftCell = { readonly open: OpenCell; readonly rule: Rule };

/** A value that the label itself names may be asked for twice; a mere 名称 may not. */
const mayRepeat = (
  vocabulary: Vocabulary,
  key: string,
  { words }: Found,
): boolean =>
  hasRole(vocabulary, key, "letter.date") ||
  (hasRole(vocabulary, key, "sender.name") &&
    !conceptsOf(vocabulary, toLabel(vocabulary, words).main).includes("?name"));

const leave = (one: Found, rule: Rule): Found => ({ ...one, placed: [], rule });

/** One value in one place: of several claims the surest wins, the others stay open. */
export const settleClaims = (
  vocabulary: Vocabulary,
  found: readonly Found[],
): readonly Found[] => {
  const bySureness = [...found].sort((a, b) => b.confidence - a.confidence);
  const keys = new Set<string>();
  const cells = new Set<string>();
  const lost = new Map<Found, Rule>();
  for (const one of bySureness) {
    if (one.placed.length === 0) continue;
    const names = one.placed.map(({ key, part }) => key + (part ?? ""));
    const places = one.placed.map(({ slot }) => slot.address);
    const isTaken =
      places.some((place) => cells.has(place)) ||
      names.some((name) => keys.has(name) && !mayRepeat(vocabulary, name, one));
    if (one.confidence < SURE_ENOUGH) lost.set(one, rules.unsure);
    else if (isTaken) lost.set(one, rules.placedAlready);
    if (lost.has(one)) continue;
    for (const name of names) keys.add(name);
    for (const cell of places) cells.add(cell);
  }
  return found.map((one) => {
    const rule = lost.get(one);
    return rule ? leave(one, rule) : one;
  });
};

/** Leaves open what only forms of the product's subject ask for. */
export const withoutReport = (
  vocabulary: Vocabulary,
  found: readonly Found[],
): readonly Found[] =>
  found.map((one) =>
    one.placed.every(({ key }) => isOfAnyForm(vocabulary, key))
      ? one
      : leave(one, rules.notOnThisForm),
  );

/** As wide as a mark, in characters. */
const MARK_WIDTH = 5;

const isTickBox = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  { slot, key, part }: Placed,
): boolean => {
  const isWord = toKeys(vocabulary, key)?.some(
    (one) => keyInfo(vocabulary, one).type === "choice",
  );
  if (isWord || part !== undefined || !isBlank(slot)) return false;
  const next = grid.at(slot.top, Math.min(slot.right + 1, grid.right));
  const before = grid.at(slot.top, Math.max(slot.left - 1, 1));
  return (
    slot.width < MARK_WIDTH &&
    [next, before].some(
      (one) =>
        one !== slot &&
        one.kind === "text" &&
        circledKey(vocabulary, one.text) !== null,
    )
  );
};

/** No name, address or number goes into a box for a mark. */
export const withoutTickBoxes = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  found: readonly Found[],
): readonly Found[] =>
  found.map((one) =>
    one.placed.some((placed) => isTickBox(vocabulary, grid, placed))
      ? leave(one, rules.tickBox)
      : one,
  );

const round = (confidence: number): number =>
  Math.round(confidence * 100) / 100;

/** A way to write a value, without the slot it is written to. */
export const placementOf = (
  { slot: _, ...placement }: Placed,
  rule: Rule,
  words: string,
  confidence: number,
) => ({
  ...placement,
  reason: rule.reason(words),
  confidence: round(confidence),
});

export const toClaimedCells = (
  grid: SlotGrid,
  { placed, rule, words, confidence }: Found,
): readonly ClaimedCell[] =>
  placed.map((one) => ({
    rule,
    entry: {
      sheet: grid.sheet.name,
      cell: one.slot.address,
      ...placementOf(one, rule, words, confidence),
    },
  }));

export const toLeftCell = (
  grid: SlotGrid,
  address: string,
  label: string,
  rule: Rule,
): LeftCell => ({
  rule,
  open: {
    sheet: grid.sheet.name,
    cell: address,
    label,
    reason: rule.reason(label),
  },
});

/** The cell stays open after all, with the value that it would have had. */
export const reopenClaim = ({ entry }: ClaimedCell, rule: Rule): LeftCell => {
  const label = entry.near?.left ?? entry.key;
  return {
    rule,
    open: {
      sheet: entry.sheet,
      cell: entry.cell,
      label,
      key: entry.key,
      reason: rule.reason(label),
    },
  };
};

/** A form asks for fewer things that we do not know; more are the cells of a table of data. */
const MAX_UNKNOWN = 60;

/** Boxes that nothing was placed in; 「法人・個人」 that takes a mark asks for nothing itself. */
export const toLeftCells = (
  grid: SlotGrid,
  found: readonly Found[],
): readonly LeftCell[] => {
  const taken = new Set(
    found.flatMap(({ placed }) => placed.map(({ slot }) => slot.address)),
  );
  const unknown = found.filter(({ rule }) => rule === rules.unknownWords);
  const isData = unknown.length > MAX_UNKNOWN;
  return found
    .filter(
      ({ placed, slot, label, rule }) =>
        placed.length === 0 &&
        isBlank(slot) &&
        !taken.has(label.address) &&
        !(isData && rule === rules.unknownWords),
    )
    .map(({ slot, words, rule }) =>
      toLeftCell(grid, slot.address, words, rule),
    );
};
