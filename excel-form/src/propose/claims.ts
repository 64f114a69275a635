import { hasRole, keyInfo, perVocabulary } from "../map/vocabulary.ts";
import { toKeys } from "../map/key-list.ts";
import { isOfAnyForm } from "./any-form.ts";
import { circledKey } from "./circles.ts";
import type { CellEntry, ColumnEntry, OpenCell } from "../map/schema.ts";
import type { Found } from "./found.ts";
import { SURE_ENOUGH } from "./find-list.ts";
import { toLabel } from "./label.ts";
import type { Placed } from "./place.ts";
import { loosely } from "../values/character-forms.ts";
import { isSentence } from "./letter-head.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
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
  (hasRole(vocabulary, key, "letter.date") &&
    !conceptsOf(vocabulary, toLabel(vocabulary, words).main).includes(
      "?date",
    )) ||
  (hasRole(vocabulary, key, "sender.name") &&
    !conceptsOf(vocabulary, toLabel(vocabulary, words).main).includes("?name"));

const OF_APPLICANT = /^firm\.(?:name|headName|headTitle)$/;
const AT_HEAD_OF_LETTER = /^firm\.(?:address|postalCode|phone)$/;

/** Below this a second place may be that of somebody else. */
const SURE_TWICE = 0.6;

const isUnlined = ({ label }: Found): boolean =>
  !label.edges.left && !label.edges.bottom;

/** The sentence of the letter lies between both. */
const isParted = (grid: SlotGrid, one: Slot, other: Slot): boolean => {
  const [first, last] = one.top < other.top ? [one, other] : [other, one];
  return grid.texts.some(
    ({ top, text }) => top > first.bottom && top < last.top && isSentence(text),
  );
};

/** An application names the firm at the head of the letter and once more in its table. */
const isNamedAgain = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  key: string,
  one: Found,
  before: Found,
): boolean => {
  const { role = "" } = keyInfo(vocabulary, key);
  const isApart =
    isUnlined(one) !== isUnlined(before) ||
    isParted(grid, one.label, before.label);
  return (
    one.confidence >= SURE_TWICE &&
    isApart &&
    (OF_APPLICANT.test(role) || AT_HEAD_OF_LETTER.test(role))
  );
};

const leave = (one: Found, rule: Rule): Found => ({ ...one, placed: [], rule });

/** One value in one place: of several claims the surest wins, the others stay open. */
export const settleClaims = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  found: readonly Found[],
  isReport: boolean,
): readonly Found[] => {
  const bySureness = [...found].sort((a, b) => b.confidence - a.confidence);
  const keys = new Map<string, Found>();
  const cells = new Set<string>();
  const lost = new Map<Found, Rule>();
  for (const one of bySureness) {
    if (one.placed.length === 0) continue;
    const names = one.placed.map(({ key, part }) => key + (part ?? ""));
    const places = one.placed.map(({ slot }) => slot.address);
    const isTaken =
      places.some((place) => cells.has(place)) ||
      names.some((name) => {
        const before = keys.get(name);
        return (
          before !== undefined &&
          !mayRepeat(vocabulary, name, one) &&
          (isReport || !isNamedAgain(vocabulary, grid, name, one, before))
        );
      });
    if (one.confidence < SURE_ENOUGH) lost.set(one, rules.unsure);
    else if (isTaken) lost.set(one, rules.placedAlready);
    if (lost.has(one)) continue;
    for (const name of names) keys.set(name, one);
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
  grid: SlotGrid,
  found: readonly Found[],
): readonly Found[] => {
  const isSenders =
    namesSenderOnly(vocabulary, found) &&
    speaksOfAssociations(vocabulary, grid);
  const isAsked = (key: string): boolean =>
    isOfAnyForm(vocabulary, key) ||
    (isSenders && hasEveryRole(vocabulary, key, /^sender\./));
  return found.map((one) =>
    one.placed.every(({ key }) => isAsked(key))
      ? one
      : leave(one, rules.notOnThisForm),
  );
};

const hasEveryRole = (
  vocabulary: Vocabulary,
  keyList: string,
  role: RegExp,
): boolean =>
  keyList
    .split("+")
    .every((key) => role.test(keyInfo(vocabulary, key).role ?? ""));

const associations = perVocabulary(
  ({ parties }) =>
    new RegExp(`団体|協会|組合|${parties.member}|${parties.sender}`),
);

/** More texts than the label 「団体名」 alone, which a firm may have to answer too. */
const MIN_OF_ASSOCIATION = 2;

const speaksOfAssociations = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
): boolean =>
  grid.texts.filter(({ text }) => associations(vocabulary).test(loosely(text)))
    .length >= MIN_OF_ASSOCIATION;

/** 「団体名」 and no firm: the association itself applies. */
const namesSenderOnly = (
  vocabulary: Vocabulary,
  found: readonly Found[],
): boolean => {
  const keys = found.flatMap(({ placed }) => placed.map(({ key }) => key));
  return (
    found.some(
      ({ placed, words }) =>
        placed.some(({ key }) => hasRole(vocabulary, key, "sender.name")) &&
        conceptsOf(vocabulary, toLabel(vocabulary, words).main)[0] ===
          "sender.name",
    ) && !keys.some((key) => hasEveryRole(vocabulary, key, /^firm\./))
  );
};

/** As wide as a mark, in characters. */
const MARK_WIDTH = 5;

/** In characters; a name or a date that is cut off by the next line can be read by nobody. */
const MIN_TEXT_WIDTH = 5;

/** A small box with a line at its right, for a mark or a single character. */
const isTooNarrow = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
  keyList: string,
  part: string | undefined,
): boolean => {
  const isText = (toKeys(vocabulary, keyList) ?? []).every((key) =>
    ["text", "digits", "date"].includes(keyInfo(vocabulary, key).type),
  );
  const next = grid.at(slot.top, Math.min(slot.right + 1, grid.right));
  const isClosed = slot.edges.right || (next !== slot && !isBlank(next));
  return (
    isText && part === undefined && isClosed && slot.width < MIN_TEXT_WIDTH
  );
};

const isTickBox = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  { slot, key, part }: Placed,
): boolean => {
  if (isTooNarrow(vocabulary, grid, slot, key, part)) return true;
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
