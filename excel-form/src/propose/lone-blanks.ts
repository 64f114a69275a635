import { conceptsOf } from "./concepts.ts";
import { toLabel } from "./label.ts";
import { labelsIn } from "./labels-in.ts";
import { hasRole, keyOfRole } from "../map/vocabulary.ts";
import type { Role, Vocabulary } from "../map/vocabulary.ts";
import type { Range } from "../xlsx/formula/address.ts";
import { isConceptLabel } from "./around.ts";
import { isSendersName, toBlankText } from "./blank-text.ts";
import type { Found } from "./found.ts";
import { placeInRun } from "./place-run.ts";
import { placeInSlot } from "./place.ts";
import type { Placed } from "./place.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import { isAddressee } from "./scopes.ts";
import { isBlank } from "../near/slot-grid.ts";
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

/** A sender's name with room before it, at the head of a letter. */
const asSender = (vocabulary: Vocabulary, slot: Slot): Found | null => {
  if (toBlankText(vocabulary, slot.text)?.kind !== "name") return null;
  const isSender = isSendersName(vocabulary, slot.text);
  const placed = isSender ? placeRole(vocabulary, slot, "sender.name") : null;
  return placed && alone(slot, [placed], rules.senderLine, 0.75);
};

const placeRole = (
  vocabulary: Vocabulary,
  slot: Slot,
  role: Role,
): Placed | null => {
  const key = keyOfRole(vocabulary, role);
  return key === null ? null : placeInSlot(vocabulary, slot, key, []);
};

/** A text farther left than this does not speak of the date. */
const MAX_DISTANCE = 12;

/** 「別記様式第１号」, or a sentence. */
const IS_NO_LABEL = /様式|^別紙|^.{20,}$/;

const hasTextBefore = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  first: Slot,
): boolean => {
  const before = grid
    .inRow(first.top)
    .findLast((slot) => slot.kind === "text" && slot.right < first.left);
  if (!before || isAddressee(before.text)) return false;
  if (IS_NO_LABEL.test(before.text.trim())) return false;
  let distance = 0;
  for (let column = before.right + 1; column < first.left; column += 1) {
    distance += grid.sheet.columnWidth(column);
  }
  return distance < MAX_DISTANCE || isConceptLabel(vocabulary, before);
};

/** 「生年月日」 beside or over the signs of a date says that it is another day. */
const isLabelled = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
): boolean => {
  const above = grid.at(Math.max(slot.top - 1, 1), slot.left);
  const isBoxed = slot.edges.left && slot.edges.top && slot.edges.bottom;
  return (
    hasTextBefore(vocabulary, grid, slot) || (isBoxed && above.kind === "text")
  );
};

const asBlank = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
): Found | null => {
  const blank = toBlankText(vocabulary, slot.text);
  if (!blank || (blank.kind !== "date" && blank.kind !== "year")) return null;
  // 「開催日 令和 年 月 日」 is some other day.
  if (blank.kind === "date" && /\p{L}/u.test(blank.before)) return null;
  // 「令和 年 月 日付け第 号で」 is the day of another letter.
  if (/^\s*付/.test(blank.after)) return null;
  if (blank.kind === "date" && isLabelled(vocabulary, grid, slot)) return null;
  const role = blank.kind === "date" ? "letter.date" : "letter.year";
  const placed = placeRole(vocabulary, slot, role);
  // 「年 月」 without a day is no date of a letter.
  const isWhole = blank.kind === "year" || blank.format?.includes("d");
  return placed && isWhole
    ? alone(slot, [placed], rules.letterDate, 0.76)
    : null;
};

/** Signs of a date split over cells, in order. */
const SIGNS = ["年", "月", "日"];

/** Printed before the year: an era, or the first half of it. */
const BEFORE_YEAR = /^(?:令和|西暦|20)$/;

/** 「ご依頼日」 over the first cell says whose date it is. */
const isAskedAbove = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  { top, left }: Slot,
): boolean => {
  const above = grid.at(Math.max(top - 1, 1), left);
  return conceptsOf(vocabulary, toLabel(vocabulary, above.text).main).includes(
    "letter.date",
  );
};

const signOf = ({ text }: Slot): string =>
  text.normalize("NFKC").replace(/\s/g, "");

/** The empty cell before each of the signs 年, 月 and 日, with what is printed before the year. */
const dateRun = (
  grid: SlotGrid,
  sign: Slot,
): { readonly first: Slot; readonly run: readonly Slot[] } | null => {
  const row = grid.inRow(sign.top);
  const at = row.indexOf(sign);
  const later = SIGNS.slice(1).map((word) =>
    row.findIndex((slot, i) => i > at && signOf(slot) === word),
  );
  const [year, month, day] = [at, ...later].map((i) => row[i - 1]);
  const boxes = [year, month, day];
  const areBoxes =
    later.every((i) => i > at) &&
    boxes.every((box) => box && isBlank(box) && !box.isLocked);
  if (!areBoxes || !year || !month || !day) return null;
  const before = row.slice(0, at - 1).findLast((slot) => !isBlank(slot));
  const era = before && BEFORE_YEAR.test(signOf(before)) ? [before] : [];
  const signs = [sign, ...later.flatMap((i) => row[i] ?? [])];
  const run = [...era];
  signs.forEach((one, i) => run.push(...[boxes[i] ?? []].flat(), one));
  return { first: era[0] ?? year, run };
};

/** [ ] 年 [ ] 月 [ ] 日 without a label: the date of the report. */
const asSplitDate = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  slot: Slot,
): Found | null => {
  if (signOf(slot) !== "年") return null;
  const date = dateRun(grid, slot);
  if (!date) return null;
  const isOther =
    hasTextBefore(vocabulary, grid, date.first) &&
    !isAskedAbove(vocabulary, grid, date.first);
  if (isOther) return null;
  const key = keyOfRole(vocabulary, "letter.date");
  const placed = key === null ? null : placeInRun(vocabulary, date.run, key);
  return placed?.some(({ part }) => part === "day")
    ? alone(slot, placed, rules.letterDate, 0.76)
    : null;
};

/** Printed blanks that no label explains: the date of a letter, the year in a title, the sender's line. */
export const findLoneBlanks = (
  vocabulary: Vocabulary,
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
  const found = labelsIn(grid)
    .filter((slot) => !taken.has(slot.address) && !isInside(excluded, slot))
    .map(
      (slot) =>
        asSender(vocabulary, slot) ??
        asBlank(vocabulary, grid, slot) ??
        asSplitDate(vocabulary, grid, slot),
    )
    .filter((one) => one !== null);
  return found.filter(
    (one) => !isDate(vocabulary, one) || one === firstDate(vocabulary, found),
  );
};

const isDate = (vocabulary: Vocabulary, { placed }: Found): boolean =>
  placed.some(({ key }) => hasRole(vocabulary, key, "letter.date"));

/** A letter has one date; any other without a label is the day of something else. */
const firstDate = (
  vocabulary: Vocabulary,
  found: readonly Found[],
): Found | undefined => found.find((one) => isDate(vocabulary, one));
