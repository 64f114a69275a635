import type { Range } from "../xlsx/formula/address.ts";
import { isConceptLabel, lookRight, toBoxes } from "./around.ts";
import { toBlankText } from "./blank-text.ts";
import type { Found } from "./found.ts";
import { placeInRun } from "./place-run.ts";
import { placeInSlot } from "./place.ts";
import type { Placed } from "./place.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import { isAddressee } from "./scopes.ts";
import { isBlank, looksLikeField } from "../near/slot-grid.ts";
import type { Slot, SlotGrid } from "../near/slot-grid.ts";
import { isInside } from "./zones.ts";

const alone = (
  slot: Slot,
  placed: readonly Placed[],
  rule: Rule,
  confidence: number,
): Found => ({
  slot: placed[0]?.slot ?? slot,
  label: slot,
  words: slot.text,
  placed,
  rule,
  confidence,
});

/** 「県商工会連合会」 with room before it at the head of a letter is the sender. */
const asSender = (slot: Slot): Found | null => {
  if (toBlankText(slot.text)?.kind !== "name") return null;
  const isFederation = /(?:連合会|県連)\s*$/.test(slot.text);
  const placed = isFederation ? placeInSlot(slot, "federation.name", []) : null;
  return placed && alone(slot, [placed], rules.senderLine, 0.75);
};

/** A text farther left than this does not speak of the date. */
const MAX_DISTANCE = 12;

const hasTextBefore = (grid: SlotGrid, first: Slot): boolean => {
  const before = grid
    .inRow(first.top)
    .findLast((slot) => slot.kind === "text" && slot.right < first.left);
  if (!before || isAddressee(before.text)) return false;
  let distance = 0;
  for (let column = before.right + 1; column < first.left; column += 1) {
    distance += grid.sheet.columnWidth(column);
  }
  return distance < MAX_DISTANCE || isConceptLabel(before);
};

/** 「生年月日」 beside or over the signs of a date says that it is another day. */
const isLabelled = (grid: SlotGrid, slot: Slot): boolean => {
  const above = grid.at(Math.max(slot.top - 1, 1), slot.left);
  const isBoxed = slot.edges.left && slot.edges.top && slot.edges.bottom;
  return hasTextBefore(grid, slot) || (isBoxed && above.kind === "text");
};

const asBlank = (grid: SlotGrid, slot: Slot): Found | null => {
  const blank = toBlankText(slot.text);
  if (!blank || (blank.kind !== "date" && blank.kind !== "year")) return null;
  // 「開催日 令和 年 月 日」 is some other day.
  if (blank.kind === "date" && /\p{L}/u.test(blank.before)) return null;
  if (blank.kind === "date" && isLabelled(grid, slot)) return null;
  const key = blank.kind === "date" ? "report.date" : "edition.fiscalYear";
  const placed = placeInSlot(slot, key, []);
  // 「年 月」 without a day is no date of a letter.
  const isWhole = blank.kind === "year" || blank.format?.includes("d");
  return placed && isWhole
    ? alone(slot, [placed], rules.letterDate, 0.76)
    : null;
};

/** Where a date split over cells begins: its printed era, or the first box before 「年」. */
const firstOfDate = (grid: SlotGrid, slot: Slot): Slot | null => {
  const words = slot.text.normalize("NFKC").trim();
  if (/^(?:令和|西暦|20)$/.test(words)) return slot;
  if (!words.startsWith("年")) return null;
  let first: Slot | null = null;
  for (let column = slot.left - 1; column >= 1;) {
    const before = grid.at(slot.top, column);
    if (!isBlank(before) || !looksLikeField(grid, before)) break;
    first = before;
    column = before.left - 1;
  }
  return first;
};

/** 令和 [ ] 年 [ ] 月 [ ] 日 without a label: the date of the report. */
const asSplitDate = (grid: SlotGrid, slot: Slot): Found | null => {
  const first = firstOfDate(grid, slot);
  if (!first || hasTextBefore(grid, first)) return null;
  const run = toBoxes([first, ...lookRight(grid, first).run]);
  const placed = placeInRun(run, "report.date");
  return placed?.some(({ part }) => part === "day")
    ? alone(slot, placed, rules.letterDate, 0.76)
    : null;
};

/** Printed blanks that no label explains: the date of a letter, the year in a title, the sender's line. */
export const findLoneBlanks = (
  grid: SlotGrid,
  excluded: readonly Range[],
  labelled: readonly Found[],
): readonly Found[] => {
  const taken = new Set(
    labelled.flatMap(({ slot, placed }) => [
      slot.address,
      ...placed.map((one) => one.slot.address),
    ]),
  );
  return grid.texts
    .filter((slot) => !taken.has(slot.address) && !isInside(excluded, slot))
    .map(
      (slot) =>
        asSender(slot) ?? asBlank(grid, slot) ?? asSplitDate(grid, slot),
    )
    .filter((found) => found !== null);
};
