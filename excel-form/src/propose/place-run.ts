import { keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { toKeys } from "../map/key-list.ts";
import { isBox, tickWord } from "./blank-text.ts";
import { contradicts, isWordOf, printedWords } from "./place.ts";
import type { Placed } from "./place.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { Slot } from "../near/slot-grid.ts";

type Run = readonly Slot[];

const boxesOf = (run: Run): readonly Slot[] => run.filter(isBlank);

const areNarrow = (boxes: readonly Slot[]): boolean => {
  const widths = boxes.map((box) => box.width);
  return (
    Math.max(...widths) <= 6 && Math.max(...widths) <= 1.8 * Math.min(...widths)
  );
};

const numbered = (
  boxes: readonly Slot[],
  key: ValueKey,
  part: string,
): Placed[] =>
  boxes.map((slot, i) => ({ slot, key, part: `${part} ${i + 1}` }));

const IS_DASH = /^[-―ー‐−–]$/;

/** [ ] － [ ]; a third box, of the address, is wider than both. */
const pairAroundDash = (run: Run): readonly Slot[] | null => {
  const [first, second, third] = boxesOf(run);
  if (!first || !second) return null;
  const dash = run[run.indexOf(first) + 1];
  const hasDash = dash !== undefined && IS_DASH.test(printedWords(dash));
  const width = Math.max(first.width, second.width);
  const isPair = boxesOf(run).length <= 3 && (!third || third.width > width);
  return hasDash && isPair ? [first, second] : null;
};

const placeDigits = (
  vocabulary: Vocabulary,
  run: Run,
  key: ValueKey,
): Placed[] | null => {
  const boxes = boxesOf(run);
  if (
    keyInfo(vocabulary, key).boxes?.includes(boxes.length) &&
    areNarrow(boxes)
  ) {
    return numbered(boxes, key, "digit");
  }
  const { shape } = keyInfo(vocabulary, key);
  if (shape === "postalCode") {
    const pair = pairAroundDash(run);
    return pair && numbered(pair, key, "postal");
  }
  if (boxes.length === 3 && shape === "phone") {
    return numbered(boxes, key, "phone");
  }
  return null;
};

const ERA = /^(令和|平成|昭和)$/;

/**
 * Notation of the year: only a founding date may be of any era, and where no
 * cell takes the era the year says it (令4).
 */
export const yearFormat = (
  vocabulary: Vocabulary,
  key: ValueKey,
  printed: {
    readonly isShort: boolean;
    readonly isGregorian: boolean;
    readonly era: string | undefined;
    readonly eraBox: Slot | undefined;
  },
): string | undefined => {
  if (printed.isShort) return "yy";
  if (printed.isGregorian) return "yyyy";
  const isKnown = printed.era !== undefined || printed.eraBox !== undefined;
  return keyInfo(vocabulary, key).isOfAnyEra === true && !isKnown
    ? "gge"
    : undefined;
};

/** 「令和」 [ ] 「年」 [ ] 「月」 [ ] 「日」, also with a box for the era. */
const placeDate = (
  vocabulary: Vocabulary,
  run: Run,
  key: ValueKey,
  notes: readonly string[],
): Placed[] | null => {
  const boxBefore = (sign: string): Slot | null => {
    const at = run.findIndex((s) => printedWords(s).startsWith(sign));
    const box = run[at - 1];
    return at > 0 && box && isBlank(box) ? box : null;
  };
  const [year, month, day] = ["年", "月", "日"].map(boxBefore);
  if (!year || !month) return null;
  const before = run.slice(0, run.indexOf(year));
  const era = before.map(printedWords).find((text) => ERA.test(text));
  const isShort = before.some((slot) => printedWords(slot) === "20");
  const isGregorian = [...before.map(printedWords), ...notes].some((words) =>
    words.includes("西暦"),
  );
  const [eraBox, ...others] = before.filter(isBlank);
  const boxes = boxesOf(run).length;
  const expected = (eraBox ? 1 : 0) + (day ? 3 : 2);
  const isAmbiguous = era !== undefined && eraBox !== undefined;
  if (others.length > 0 || isAmbiguous || boxes !== expected) return null;
  const format = yearFormat(vocabulary, key, {
    isShort,
    isGregorian,
    era,
    eraBox,
  });
  return [
    ...(eraBox ? [{ slot: eraBox, key, part: "era" }] : []),
    {
      slot: year,
      key,
      part: "year",
      ...(format && { format }),
      ...(era && { era }),
    },
    { slot: month, key, part: "month" },
    ...(day ? [{ slot: day, key, part: "day" }] : []),
  ];
};

const beside = (slot: Slot, key: ValueKey, word: string): Placed => ({
  slot,
  key,
  part: `○-beside ${word}`,
});

/** 「□法人」 「□個人」, each in a cell of its own. */
const placeTicks = (
  vocabulary: Vocabulary,
  run: Run,
  key: ValueKey,
): Placed[] | null => {
  const ticks = run
    .filter((slot) => !isBlank(slot))
    .map((slot) => ({ slot, word: tickWord(vocabulary, slot.text) ?? "" }));
  return ticks.length > 1 &&
    ticks.every(({ word }) => isWordOf(vocabulary, key, word))
    ? ticks.map(({ slot, word }) => beside(slot, key, word))
    : null;
};

/** [ ] 法人 [ ] 個人, or each box after its word. */
const placeCircles = (
  vocabulary: Vocabulary,
  all: Run,
  key: ValueKey,
): Placed[] | null => {
  // Empty cells are mere paper where 「□」 is printed.
  const arePrinted = all.some(({ text }) => isBox(text));
  const run = arePrinted ? all.filter((slot) => !isBlank(slot)) : all;
  const takesMark = (slot: Slot): boolean => isBlank(slot) || isBox(slot.text);
  const boxes = run.filter(takesMark);
  const words = run.filter((slot) => !takesMark(slot));
  if (boxes.length !== words.length || boxes.length < 2) return null;
  const alternates = run.every(
    (slot, i) => i === 0 || takesMark(slot) !== takesMark(run[i - 1] ?? slot),
  );
  if (!alternates) return null;
  if (!words.every((slot) => isWordOf(vocabulary, key, printedWords(slot))))
    return null;
  return boxes.map((slot, i) =>
    beside(slot, key, words[i] ? printedWords(words[i]) : ""),
  );
};

/**
 * Several boxes in a row for one value, with what is printed between them;
 * null when their number does not fit the value.
 */
export const placeInRun = (
  vocabulary: Vocabulary,
  run: Run,
  keyList: string,
  notes: readonly string[] = [],
): readonly Placed[] | null => {
  const keys = toKeys(vocabulary, keyList);
  const [key] = keys ?? [];
  const boxes = boxesOf(run);
  if (
    !keys ||
    key === undefined ||
    boxes.some((s) => keys.some((k) => contradicts(vocabulary, k, s)))
  ) {
    return null;
  }
  const isParted = run.some((slot) => /^[〒\-－―ー]/.test(printedWords(slot)));
  if (keys.length === boxes.length && keys.length > 1 && !isParted) {
    return boxes.map((slot, i) => ({ slot, key: keys[i] ?? key }));
  }
  if (keys.length > 1) return null;
  if (keyInfo(vocabulary, key).type === "date")
    return placeDate(vocabulary, run, key, notes);
  if (keyInfo(vocabulary, key).type === "choice") {
    return (
      placeTicks(vocabulary, run, key) ?? placeCircles(vocabulary, run, key)
    );
  }
  return placeDigits(vocabulary, run, key);
};
