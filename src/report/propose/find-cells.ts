import { isRowKey } from "../keys.ts";
import { toKeys } from "../map/key-list.ts";
import type { Range } from "../sheet/address.ts";
import { isConceptLabel } from "./around.ts";
import { toBlankText } from "./blank-text.ts";
import { readSegments } from "./in-cell.ts";
import { toLabel } from "./label.ts";
import {
  NOBODY,
  afterHeading,
  afterLabel,
  headsOf,
  isHeading,
} from "./owners.ts";
import type { Owner } from "./owners.ts";
import { placeInRun, placeInSlot } from "./place.ts";
import type { Placed } from "./place.ts";
import { asKana, keysFor, readLabels } from "./resolve.ts";
import type { Reading } from "./resolve.ts";
import type { Scope } from "./scopes.ts";
import { isBlank, looksLikeField } from "./slot-grid.ts";
import type { Slot, SlotGrid } from "./slot-grid.ts";
import { findSpot } from "./spots.ts";
import type { Spot } from "./spots.ts";
import { isInside } from "./zones.ts";

/** A single place that asks for something; `placed` is empty when it is left open. */
export type Found = {
  /** The cell that would take the value. */
  readonly slot: Slot;
  readonly label: Slot;
  readonly words: string;
  readonly side: Spot["side"];
  readonly placed: readonly Placed[];
  readonly confidence: number;
  readonly mayBeKana?: boolean;
};

export type Surroundings = {
  /** A list of nominations stands on this sheet. */
  readonly hasList: boolean;
  /** Tables and the boxes of the office. */
  readonly excluded: readonly Range[];
};

type Meaning = { readonly keys: string; readonly certainty: number };

/** What one sheet is about, as far as it decides whose a 電話 is. */
type Sheet = {
  readonly hasList: boolean;
  /** A form about one firm: 事業所名 is a single cell. */
  readonly isSingleFirm: boolean;
};

/** The contact of a firm, in the block of a firm; everywhere else the sender's. */
const settle = (scope: Scope | null, owner: Owner): Scope | null =>
  scope === "contact" && owner.scope !== "business" ? "federation" : scope;

const SENDERS_OWN = /^\?(?:contact|section|fax)/;

const scopeFor = (
  reading: Reading,
  owner: Owner,
  sheet: Sheet,
): { readonly scope: Scope; readonly certainty: number } | null => {
  const named = settle(reading.scope, owner);
  if (named) return { scope: named, certainty: 0.95 };
  const above = settle(owner.scope, owner);
  if (above) return { scope: above, certainty: owner.isHeaded ? 0.93 : 0.9 };
  if (!sheet.isSingleFirm) {
    return { scope: "federation", certainty: sheet.hasList ? 0.93 : 0.9 };
  }
  const isSenders = reading.concepts.some((c) => SENDERS_OWN.test(c));
  return isSenders ? { scope: "federation", certainty: 0.72 } : null;
};

/** Values of a firm have a single place only on a form about one firm. */
const isAllowed = (keys: string, sheet: Sheet): boolean =>
  (toKeys(keys) ?? []).every((key) => {
    if (key === "row.no") return false;
    if (key === "society.name" || key === "society.code") return !sheet.hasList;
    return !isRowKey(key) || sheet.isSingleFirm;
  });

const meaningOf = (
  reading: Reading,
  owner: Owner,
  sheet: Sheet,
): Meaning | null => {
  const { concepts } = reading;
  const isPlain = concepts.every((concept) => !concept.startsWith("?"));
  const whose = isPlain
    ? { scope: "federation" as const, certainty: 0.97 }
    : scopeFor(reading, owner, sheet);
  if (!whose) return null;
  const keys =
    keysFor(concepts, whose.scope) ?? fixedMeaning(concepts, whose.scope);
  if (keys === null || !isAllowed(keys, sheet)) return null;
  const doubt = reading.isUnderUnknown ? 0.8 : 1;
  return { keys, certainty: whose.certainty * doubt };
};

/** 「日付」 of a sender is the date of the report. */
const fixedMeaning = (
  concepts: readonly string[],
  scope: Scope,
): string | null =>
  concepts.length === 1 && concepts[0] === "?date" && scope === "federation"
    ? "report.date"
    : null;

/** Behind a label in the same cell. */
export const placeOwn = (
  slot: Slot,
  spot: Spot & { side: "own" },
  keys: string,
): Placed[] => {
  const { before, blank } = spot.inCell;
  const list = toKeys(keys) ?? [];
  if (!blank || blank.kind === "free") {
    const places = list.map((key) => `{${key}}`).join("　");
    return [{ slot, key: keys, text: before + places }];
  }
  // The printed remainder is judged as if it stood in a cell of its own.
  const rest = placeInSlot(
    { ...slot, kind: "text", text: restText(slot.text, before) },
    keys,
    [],
  );
  if (!rest) return [];
  const text = rest.text ?? `{${rest.key}}`;
  return [{ ...rest, slot, text: before + text }];
};

const restText = (text: string, before: string): string =>
  text.startsWith(before.trimEnd())
    ? text.slice(before.trimEnd().length)
    : text;

/** Below a label or above one: the box belongs to another column of the form. */
const isInLabelColumn = (grid: SlotGrid, box: Slot): boolean =>
  [box.top - 1, box.bottom + 1].some((row) => {
    if (row < 1 || row > grid.bottom) return false;
    const other = grid.at(row, box.left);
    return other.left === box.left && isConceptLabel(other);
  });

const placeBeside = (
  grid: SlotGrid,
  run: readonly Slot[],
  keys: string,
  notes: readonly string[],
): readonly Placed[] => {
  const foreign = run.findIndex(
    (slot, i) =>
      i > 0 && isBlank(slot) && slot.width > 6 && isInLabelColumn(grid, slot),
  );
  const own = foreign < 0 ? run : run.slice(0, foreign);
  const all = placeInRun(own, keys, notes);
  if (all) return all;
  const printed = own.filter((slot) => !isBlank(slot)).map(({ text }) => text);
  const boxes = own.filter(isBlank);
  const [first] = boxes.length > 0 ? boxes : own;
  if (!first || boxes.length > 1) return [];
  const single = placeInSlot(first, keys, [...notes, ...printed]);
  return single ? [single] : [];
};

const place = (
  grid: SlotGrid,
  label: Slot,
  spot: Spot,
  keys: string,
  reading: Reading,
): readonly Placed[] =>
  spot.side === "own"
    ? placeOwn(label, spot, keys)
    : placeBeside(grid, spot.run, keys, reading.notes);

const firstSlot = (label: Slot, spot: Spot): Slot =>
  spot.side === "own"
    ? label
    : (spot.run.find(isBlank) ?? spot.run[0] ?? label);

const findSegments = (
  label: Slot,
  owner: Owner,
  sheet: Sheet,
): Found | null => {
  const segments = readSegments(label.text);
  if (!segments) return null;
  const meanings = segments.map((s) =>
    meaningOf(readLabels([s.label]), owner, sheet),
  );
  if (meanings.some((meaning) => meaning === null)) return null;
  const keys = meanings.map((meaning) => meaning?.keys ?? "");
  const text = segments
    .map((s, i) => `${s.before}{${keys[i]}}${s.after}`)
    .join("　");
  return {
    slot: label,
    label,
    words: label.text,
    side: "own",
    placed: [{ slot: label, key: keys.join("+"), text }],
    confidence: 0.8 * Math.min(...meanings.map((m) => m?.certainty ?? 0)),
  };
};

const readingAt = (grid: SlotGrid, label: Slot, text: string): Reading =>
  readLabels([...headsOf(grid, label).map((head) => head.text), text]);

const COUNTED: Readonly<Record<string, string>> = {
  件: "件数",
  社: "数",
  者: "数",
  人: "数",
  名: "数",
  事業所: "数",
  企業: "数",
};

/** The unit printed behind the value or in its cell. */
const unitOf = (spot: Spot): string | undefined => {
  if (spot.side === "own") return spot.inCell.blank?.after;
  return spot.run
    .map(({ text }) => toBlankText(text)?.after ?? text.trim())
    .find((text) => text in COUNTED);
};

/** 「推薦 [ ] 件」 asks for 推薦件数, 「従業員 [ ] 人」 for 従業員数. */
const readCount = (
  grid: SlotGrid,
  label: Slot,
  spot: Spot | null,
  reading: Reading,
): Reading => {
  const unit = spot && unitOf(spot);
  const counted = unit ? COUNTED[unit] : undefined;
  return spot && counted !== undefined && reading.concepts.length === 0
    ? readingAt(grid, label, toLabel(spot.label).main + counted)
    : reading;
};

/** フリガナ is that of the name below, to the left or above. */
const readKana = (grid: SlotGrid, label: Slot, reading: Reading): Reading => {
  if (reading.concepts[0] !== "?kana" || reading.scope !== null) return reading;
  const below = grid.at(Math.min(label.bottom + 1, grid.bottom), label.left);
  const left = grid
    .inRow(label.top)
    .findLast((slot) => slot.right < label.left && isConceptLabel(slot));
  const above = grid.at(Math.max(label.top - 1, 1), label.left);
  for (const slot of [below, left, above]) {
    if (slot?.kind !== "text" || slot === label) continue;
    const [concept = ""] = readingAt(grid, slot, slot.text).concepts;
    if (/registeredName|^\?name/.test(concept)) {
      return { ...reading, concepts: ["business.nameKana"] };
    }
    if (/^\?head/.test(concept)) return { ...reading, concepts: ["?headKana"] };
  }
  return reading;
};

/** The heading of a box's column, over other boxes of the same column. */
const headingOver = (grid: SlotGrid, box: Slot): Slot | null => {
  for (let row = box.top - 1; row >= 1;) {
    const above = grid.at(row, box.left);
    if (above.kind === "text") return above;
    if (!isBlank(above) || !looksLikeField(grid, above)) return null;
    row = above.top - 1;
  }
  return null;
};

/** 「他薦」 at the left and 「件数」 above: the two together ask for 他薦件数. */
const findCrossings = (
  grid: SlotGrid,
  label: Slot,
  spot: Spot | null,
  sheet: Sheet,
): readonly Found[] => {
  if (spot?.side !== "left") return [];
  return spot.run.filter(isBlank).flatMap((slot) => {
    const heading = headingOver(grid, slot);
    if (!heading) return [];
    const reading = readLabels([label.text, heading.text]);
    const isWhole =
      reading.scope === null &&
      !reading.isUnderUnknown &&
      reading.concepts.every((concept) => !concept.startsWith("?"));
    const meaning =
      reading.concepts.length > 0 && isWhole
        ? meaningOf(reading, NOBODY, sheet)
        : null;
    const placed = meaning ? placeInSlot(slot, meaning.keys, []) : null;
    return placed
      ? [
          {
            slot,
            label,
            words: `${label.text} ${heading.text}`,
            side: "left" as const,
            placed: [placed],
            confidence: 0.85,
          },
        ]
      : [];
  });
};

/** Below this a place is empty paper, not a box. */
const MIN_BOX_CERTAINTY = 0.76;

const walk = (
  grid: SlotGrid,
  excluded: readonly Range[],
  sheet: Sheet,
): readonly Found[] => {
  const found: Found[] = [];
  let owner = NOBODY;
  for (const label of grid.texts) {
    if (isInside(excluded, label)) continue;
    const segments = findSegments(label, owner, sheet);
    if (segments) {
      found.push(segments);
      continue;
    }
    const spot = findSpot(grid, label);
    const text = spot?.label ?? label.text;
    const words = readCount(grid, label, spot, readingAt(grid, label, text));
    const reading = readKana(grid, label, words);
    // 「３ 担当者」 over a block has empty paper beside it, but no place for a value.
    const isLabel =
      spot !== null &&
      reading.concepts.length > 0 &&
      (spot.certainty >= MIN_BOX_CERTAINTY || !isHeading(label));
    if (!isLabel) {
      found.push(...findCrossings(grid, label, spot, sheet));
      owner = afterHeading(label, owner);
      continue;
    }
    const slot = firstSlot(label, spot);
    if (isInside(excluded, slot)) continue;
    owner = afterLabel(reading, owner);
    const meaning = meaningOf(reading, owner, sheet);
    found.push({
      slot,
      label,
      words: spot.label,
      side: spot.side,
      placed: meaning ? place(grid, label, spot, meaning.keys, reading) : [],
      confidence: meaning ? meaning.certainty * spot.certainty : 0,
      mayBeKana: reading.mayBeKana,
    });
  }
  return found;
};

const keysIn = (found: readonly Found[]): string[] =>
  found.flatMap(({ placed }) => placed.map(({ key }) => key));

/** 「企業名（カナ）」 beside 「企業名」 asks for the reading only. */
const settleKana = (found: readonly Found[]): readonly Found[] => {
  const others = keysIn(found.filter(({ mayBeKana }) => !mayBeKana));
  return found.map((one) =>
    one.mayBeKana
      ? {
          ...one,
          placed: one.placed.map((placed) => ({
            ...placed,
            key: asKana(placed.key, others) ?? placed.key,
          })),
        }
      : one,
  );
};

const namesFirm = ({ placed }: Found): boolean =>
  placed.some(({ key }) => key.includes("business.registeredName"));

/** All labels outside tables and office boxes, in reading order, with what they ask for. */
export const findCells = (
  grid: SlotGrid,
  { hasList, excluded }: Surroundings,
): readonly Found[] => {
  if (!hasList) {
    const found = walk(grid, excluded, { hasList, isSingleFirm: true });
    if (found.some(namesFirm)) return settleKana(found);
  }
  return settleKana(walk(grid, excluded, { hasList, isSingleFirm: false }));
};
