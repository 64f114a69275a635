import { isConceptLabel } from "./around.ts";
import { scopeOf } from "./scopes.ts";
import type { Scope } from "./scopes.ts";
import { isBlank } from "./slot-grid.ts";
import type { Slot, SlotGrid } from "./slot-grid.ts";
import { findSpot } from "./spots.ts";
import type { Reading } from "./resolve.ts";

/** Whose block the labels stand in, as read down to here. */
export type Owner = {
  readonly scope: Scope | null;
  /** A heading said so; otherwise a label before did. */
  readonly isHeaded: boolean;
};

export const NOBODY: Owner = { scope: null, isHeaded: false };

const DECORATED =
  /^\s*(?:[■□◆◇●◎▼▶【＜<《〔]|[0-9０-９]{1,2}[\s.．、)）]|[（(][0-9０-９]{1,2}[)）]|[①-⑳Ⅰ-Ⅻ]|[一二三四五六七八九十]{1,2}[、.．\s])/;

/** A text without a place for a value that begins a new part of the form. */
export const isHeading = (slot: Slot): boolean =>
  DECORATED.test(slot.text) || /】\s*$/.test(slot.text);

/** A heading starts anew, also when it names nobody: what follows is no longer the block before. */
export const afterHeading = (slot: Slot, owner: Owner): Owner => {
  const scope = slot.text.length <= 40 ? scopeOf(slot.text) : null;
  if (scope !== null) return { scope, isHeaded: true };
  return isHeading(slot) ? NOBODY : owner;
};

const DECISIVE: ReadonlyArray<readonly [RegExp, Scope]> = [
  [/^federation\.|^\?section$/, "federation"],
  [
    /^business\.(?:registeredName|corporateNumber|industry|employees|capital|foundedOn|kind)/,
    "business",
  ],
  [/^society\./, "society"],
];

/** 事業所名 begins the firm's block, 連合会名 the sender's, where no heading does. */
export const afterLabel = (
  { concepts, scope: named }: Reading,
  owner: Owner,
): Owner => {
  // A heading at the left says whose the row is; the rows below have it too.
  if (named !== null) return owner;
  for (const [pattern, scope] of DECISIVE) {
    if (!concepts.some((concept) => pattern.test(concept))) continue;
    return scope === owner.scope ? owner : { scope, isHeaded: false };
  }
  return owner;
};

/** A heading over label and box alike, with lines of its own: 「推薦企業」 over 企業名 [ ]. */
const boxHeads = (grid: SlotGrid, label: Slot): readonly Slot[] => {
  for (let row = label.top - 1; row >= 1;) {
    const above = grid.at(row, label.left);
    if (isBlank(above)) return [];
    const covers = above.left <= label.left && above.right > label.right;
    if (covers) {
      const names = scopeOf(above.text) !== null || isConceptLabel(above);
      return names && above.edges.bottom ? [above] : [];
    }
    row = above.top - 1;
  }
  return [];
};

/**
 * Words left of a label that head it: a cell over several rows (「推薦者」 beside
 * 名称, 電話), or one without a box of its own (「担当者」 before 職 [ ] 氏名 [ ]).
 */
export const headsOf = (grid: SlotGrid, slot: Slot): readonly Slot[] => [
  ...boxHeads(grid, slot),
  ...grid.inRow(slot.top).filter((head) => {
    if (head.kind !== "text" || head.right >= slot.left) return false;
    if (head.bottom - head.top > slot.bottom - slot.top) return true;
    const next = grid.at(slot.top, Math.min(head.right + 1, grid.right));
    const leads =
      head.top === slot.top && !isBlank(next) && isConceptLabel(next);
    return leads && findSpot(grid, head) === null;
  }),
];
