import { keyInfo, keyOfRole } from "../map/vocabulary.ts";
import type { Role, Vocabulary } from "../map/vocabulary.ts";
import { besideKey } from "./concepts.ts";
import { findAreas } from "./areas.ts";
import type { Body } from "./body.ts";
import { isFillable } from "./body.ts";
import { groupsInRow } from "./groups.ts";
import type { Group } from "./groups.ts";
import type { Header } from "./header.ts";
import type { Placed } from "./place.ts";
import { placeInRun } from "./place-run.ts";
import { placeInSlot } from "./place.ts";
import { asKana, keyOfOptions, keysFor, readLabels } from "./resolve.ts";
import type { Reading } from "./resolve.ts";
import { scopeOf } from "./scopes.ts";
import { isBlank } from "../near/slot-grid.ts";
import { placeSplit, splitGroups } from "./split-groups.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";

/** A value of the list, or a cell of it that was left open. */
export type Column = {
  readonly slot: Slot;
  readonly subrow: number;
  readonly words: readonly string[];
  readonly placed: Placed | null;
  readonly confidence: number;
  readonly mayBeKana?: boolean;
};

const NEVER = ["office", "receiver"];

const isForOffice = (
  vocabulary: Vocabulary,
  words: readonly string[],
): boolean =>
  words.some((word) => NEVER.includes(scopeOf(vocabulary, word) ?? ""));

/** A group with what its words say. */
type ReadGroup = Group & {
  readonly reading: Reading;
  readonly area?: string | undefined;
};

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

/** In the same row, and of the same height. */
const isBeside = (a: Group | undefined, b: Group): boolean =>
  a?.subrow === b.subrow && a.run[0]?.bottom === b.run[0]?.bottom;

/** Values that have a reading of their own. */
const NAMES = /^firm\.name$|^\?(?:name|person|head|contact)/;

const OF_PERSONS =
  /性\s*別|年\s*[齢令]|生\s*年|勤\s*続|入\s*社|採用|参加|出席|受講/;

/** Words such as フリガナ or 氏名 mean the label beside or below them. */
const byRole = (
  vocabulary: Vocabulary,
  role: Role,
  confidence: number,
): Keys | null => {
  const keys = keyOfRole(vocabulary, role);
  return keys === null ? null : { keys, confidence };
};

const fromNeighbours = (
  vocabulary: Vocabulary,
  groups: readonly ReadGroup[],
  group: ReadGroup,
): Keys | null => {
  const before = groups[groups.indexOf(group) - 1];
  const after = groups[groups.indexOf(group) + 1];
  const below = groups.find(
    (g) => g.subrow === group.subrow + 1 && overlaps(g, group),
  );
  if (asksFor(group, /^\?kana$/)) {
    // 「企業名 [ ] フリガナ [ ]」 in one row belong together.
    const isPaired = isBeside(before, group) && asksFor(before, NAMES);
    const places = isPaired ? [before] : [below, before, after];
    const owner = places.find((g) => asksFor(g, NAMES));
    if (asksFor(owner, /^firm\.name$|^\?name/)) {
      return byRole(vocabulary, "firm.kana", 0.93);
    }
    return asksFor(owner, /^\?head/) || owner?.reading.scope === "head"
      ? byRole(vocabulary, "firm.headKana", 0.8)
      : null;
  }
  const meant = besideKey(group.reading.concepts[0]);
  if (meant !== null) {
    const keys = keyInfo(vocabulary, meant).beside?.keys ?? [];
    const isBesideOne = [before, after].some((one) =>
      one?.reading.concepts.some((concept) => keys.includes(concept)),
    );
    return isBesideOne ? { keys: meant, confidence: 0.85 } : null;
  }
  const isOfHead =
    asksFor(after, /^\?head/) ||
    (asksFor(before, /^\?head/) && !asksFor(after, /^\?(?:person|contact)/));
  if (asksFor(group, /^\?title$/) && isOfHead) {
    return byRole(vocabulary, "firm.headTitle", 0.85);
  }
  // 職名 and 氏名 side by side, with no other head of the firm in the list.
  const isPair =
    (asksFor(group, /^\?title$/) && asksFor(after, /^\?person$/)) ||
    (asksFor(group, /^\?person$/) && asksFor(before, /^\?title$/));
  if (!isPair || groups.some((g) => asksFor(g, /^\?head/))) return null;
  // Employees and officers have an age; the head of a listed firm is not asked for it.
  if (groups.some((g) => OF_PERSONS.test(g.words.join("")))) return null;
  const keys = keysFor(vocabulary, group.reading.concepts, "head");
  return keys === null ? null : { keys, confidence: 0.7 };
};

/** Number of entries in all, or the date of the letter. */
const isOfWholeForm = (vocabulary: Vocabulary, keys: string): boolean => {
  const { group, role } = keyInfo(vocabulary, keys.split("+")[0] ?? "");
  return group === "counts" || role === "letter.date";
};

/** 「連絡先」 over 電話 in a list of firms, without a person. */
const isFirmsContact = ({ words, reading }: ReadGroup): boolean =>
  reading.scope === "contact" &&
  /^\?(?:phone|email)$/.test(reading.concepts.join()) &&
  words.some((word) => /^ご?連絡先(?:等)?$/.test(word.trim()));

const keyListOf = (
  vocabulary: Vocabulary,
  groups: readonly ReadGroup[],
  group: ReadGroup,
): Keys | null => {
  const { reading, run, area } = group;
  if (area !== undefined) return { keys: area, confidence: 0.85 };
  const options = run.flatMap((slot) => slot.options);
  const byOptions =
    options.length > 0 ? keyOfOptions(vocabulary, options) : null;
  const [concept] = reading.concepts;
  if (concept === "?kind" || (concept === undefined && byOptions)) {
    return byOptions ? { keys: byOptions, confidence: 0.85 } : null;
  }
  const isUnclear = reading.isUnderUnknown && reading.scope === null;
  if (isUnclear && concept?.startsWith("?")) return null;
  const keys = keysFor(
    vocabulary,
    reading.concepts,
    isFirmsContact(group) ? "firm" : (reading.scope ?? "firm"),
  );
  if (keys === null) return fromNeighbours(vocabulary, groups, group);
  // A total is no value of one entry.
  if (isOfWholeForm(vocabulary, keys)) return null;
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
  vocabulary: Vocabulary,
  grid: SlotGrid,
  groups: readonly ReadGroup[],
  group: ReadGroup,
): readonly Column[] => {
  const { run, words, subrow, reading } = group;
  const fillable = run.filter((slot) => isFillable(vocabulary, grid, slot));
  if (fillable.length === 0 || words.length === 0) return [];
  const found = keyListOf(vocabulary, groups, group);
  if (!found) return open(group);
  const { keys, confidence } = found;
  const printed = run.filter((slot) => slot.kind === "text");
  const notes = [...reading.notes, ...printed.map(({ text }) => text)];
  const [only] = fillable;
  const single =
    fillable.length === 1 && only
      ? placeInSlot(vocabulary, only, keys, notes)
      : null;
  const all = single
    ? [single]
    : placeInRun(
        vocabulary,
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
    mayBeKana: reading.mayBeKana,
  }));
};

/** 年 | 月 | 日 or 法人 | 個人 under one heading. */
const splitColumns = (
  vocabulary: Vocabulary,
  groups: readonly ReadGroup[],
  family: readonly ReadGroup[],
): readonly Column[] => {
  const [first] = family;
  if (!first) return [];
  const words = first.words.slice(0, -1);
  const parent = { ...first, words, reading: readLabels(vocabulary, words) };
  const found = keyListOf(
    vocabulary,
    groups.map((group) => (group === first ? parent : group)),
    parent,
  );
  const placed = placeSplit(
    vocabulary,
    family,
    found?.keys ?? null,
    parent.reading,
  );
  if (placed.length === 0) return family.flatMap(open);
  return placed.map((one) => ({
    slot: one.slot,
    subrow: first.subrow,
    words,
    placed: one,
    confidence: found?.confidence ?? 0.85,
  }));
};

/** 「企業名（カナ）」 beside 「企業名」 asks for the reading only. */
const settleKana = (
  vocabulary: Vocabulary,
  columns: readonly Column[],
): readonly Column[] => {
  const others = columns.flatMap(({ placed, mayBeKana }) =>
    placed && !mayBeKana ? [placed.key] : [],
  );
  return columns.map((column) => {
    const { placed, mayBeKana } = column;
    const kana =
      placed && mayBeKana ? asKana(vocabulary, placed.key, others) : null;
    return placed && kana
      ? { ...column, placed: { ...placed, key: kana } }
      : column;
  });
};

/** Values of every row of an entry, cell by cell. */
export const readColumns = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  header: Header | null,
  body: Body,
): readonly Column[] => {
  const read: ReadGroup[] = [];
  for (let subrow = 0; subrow < body.rowsPerEntry; subrow += 1) {
    for (const group of groupsInRow(vocabulary, grid, header, body, subrow)) {
      if (isForOffice(vocabulary, group.words)) continue;
      read.push({ ...group, reading: readLabels(vocabulary, group.words) });
    }
  }
  const areas = findAreas(vocabulary, read);
  const groups = read.map((group) => ({ ...group, area: areas.get(group) }));
  const split = splitGroups(vocabulary, groups);
  return settleKana(vocabulary, [
    ...split.flatMap((family) => splitColumns(vocabulary, groups, family)),
    ...groups
      .filter((group) => !split.some((family) => family.includes(group)))
      .flatMap((group) => columnsOf(vocabulary, grid, groups, group)),
  ]);
};
