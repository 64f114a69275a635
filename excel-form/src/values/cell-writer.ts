import type { CellValue } from "../xlsx/sheet/cell-value.ts";
import { memo } from "../ground/memo.ts";
import { isIsoDate } from "../calendar/calendar-day.ts";
import { toWarekiYear } from "../calendar/wareki.ts";
import { keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { keysOf } from "../map/key-list.ts";
import { isEmpty } from "../map/is-empty.ts";
import type { Value, Values } from "../map/report-data.ts";
import type { Placement } from "../map/schema.ts";
import { optionFor, polarityOf } from "./choices.ts";
import { isDatePattern } from "./date-pattern.ts";
import { markChosen, markFor } from "./marks.ts";
import { toNumber } from "./numbers.ts";
import { digitsOf, partText, toPart } from "./parts.ts";
import { parsePattern, unitOf } from "./pattern.ts";
import { valueText } from "./value-text.ts";

/** A list repeats its days. */
const KNOWN_DAYS = 1_000;

/** The properties of a target cell that decide how a value is written. */
export type Target = {
  readonly placement: Placement;
  /** Text that the blank form prints in the cell. */
  readonly printed: string;
  /** The cell's own drop-down. */
  readonly options?: readonly string[] | undefined;
  /** Boxes that share the value's digits. */
  readonly boxes?: number | undefined;
};

/**
 * Content of the cell for these values; null when there is nothing to write, so
 * that the blank keeps its printed text (「担当者：」, 「令和 年 月 日」).
 */
export type CellWriter = (values: Values) => CellValue | null;

/** Writes one value that is not empty. */
type ValueWriter = (value: Value) => CellValue | null;

const toText = (content: string): CellValue | null =>
  content === "" ? null : { kind: "text", text: content };

/** Division by a power of ten without the dust of binary fractions. */
const divideByUnit = (value: number, per: number): number =>
  per === 1 ? value : Number((value / per).toPrecision(15));

/** For cells whose own format shows no date. No format code prints 元年 in every Excel, so the first year is spelled out. */
const warekiFormat = memo((iso: string): string => {
  const wareki = toWarekiYear(iso);
  const year = wareki?.year === 1 ? `"${wareki.era}元年"` : '[$-411]ggge"年"';
  return `${year}m"月"d"日"`;
}, KNOWN_DAYS);

const patternWriter = (
  vocabulary: Vocabulary,
  pattern: string,
  per: number,
): CellWriter => {
  const pieces = parsePattern(vocabulary, pattern);
  return (values) => {
    let isFilled = false;
    const words = pieces.map((piece) => {
      if ("text" in piece) return piece.text;
      const value = values[piece.key];
      const unit = unitOf(vocabulary, piece.key, pieces, per);
      const number = unit === 1 ? null : toNumber(value);
      const filled =
        number === null
          ? valueText(vocabulary, piece.key, value, piece.format)
          : String(divideByUnit(number, unit));
      isFilled ||= filled !== "";
      return filled;
    });
    // The form prints the 〒 that some records bring along.
    return isFilled ? toText(words.join("").replace(/〒\s*〒/, "〒")) : null;
  };
};

/**
 * Characters for a row of boxes, one each: all characters of a number, the
 * digits of other values.
 */
export const boxedDigits = (
  vocabulary: Vocabulary,
  key: ValueKey,
  value: Value,
  per = 1,
): string => {
  if (keyInfo(vocabulary, key).type !== "number")
    return digitsOf(String(value));
  const number = toNumber(value);
  return number === null ? "" : String(divideByUnit(number, per));
};

const partWriter = (
  vocabulary: Vocabulary,
  key: ValueKey,
  { placement, printed, options, boxes = 0 }: Target,
): ValueWriter => {
  const part = toPart(placement.part ?? "");
  if (part.kind === "○-beside") {
    const mark = placement.marks?.on ?? markFor(printed, options);
    return (value) =>
      optionFor(vocabulary, key, valueText(vocabulary, key, value), [
        part.which,
      ]) === null
        ? null
        : toText(mark);
  }
  if (part.kind === "digit") {
    const digits = (value: Value): string => {
      const text = boxedDigits(vocabulary, key, value, placement.per);
      return keyInfo(vocabulary, key).type === "number"
        ? text.padStart(boxes)
        : text;
    };
    return (value) =>
      toText((digits(value)[Number(part.which) - 1] ?? "").trim());
  }
  const isNumber = /^(?:year|month|day)$/.test(part.kind);
  return (value) => {
    const piece = partText(String(value), part, placement.format);
    return isNumber && /^\d+$/.test(piece)
      ? { kind: "number", number: Number(piece) }
      : toText(piece);
  };
};

/** The mark for a value by its name, or as a yes or a no; null when the marks do not know it. */
const markOf = (
  vocabulary: Vocabulary,
  key: ValueKey,
  value: Value,
  marks: NonNullable<Placement["marks"]>,
): string | null => {
  const words =
    typeof value === "boolean"
      ? String(value)
      : valueText(vocabulary, key, value);
  const named = optionFor(vocabulary, key, words, Object.keys(marks));
  if (named !== null) return marks[named] ?? null;
  const polarity = polarityOf(vocabulary, key, words);
  return polarity === undefined
    ? null
    : (marks[polarity ? "yes" : "no"] ?? null);
};

const YES_NO = { yes: "○", no: "－" };

const choiceWords = (
  vocabulary: Vocabulary,
  key: ValueKey,
  value: Value,
  { placement, options = [] }: Target,
): string => {
  const { marks } = placement;
  const { countMark } = keyInfo(vocabulary, key);
  const mark =
    marks || typeof value === "boolean"
      ? markOf(vocabulary, key, value, marks ?? YES_NO)
      : null;
  if (mark !== null) return mark;
  const words =
    countMark && typeof value === "number"
      ? countMark.mark.repeat(Math.min(Math.max(value, 0), countMark.most))
      : valueText(vocabulary, key, value, placement.format);
  return optionFor(vocabulary, key, words, options) ?? words;
};

/** Drop-down and choice words are looked up once for each value. */
const memoizeWriter = (toWords: (value: Value) => string): ValueWriter => {
  const known = new Map<Value, CellValue | null>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const made = toText(toWords(value));
    known.set(value, made);
    return made;
  };
};

const choiceWriter = (
  vocabulary: Vocabulary,
  key: ValueKey,
  target: Target,
): ValueWriter => {
  const { choose } = target.placement;
  if (!choose)
    return memoizeWriter((value) =>
      choiceWords(vocabulary, key, value, target),
    );
  return memoizeWriter((value) => {
    const words = choiceWords(vocabulary, key, value, {
      ...target,
      options: choose,
    });
    return choose.includes(words) ? markChosen(target.printed, words) : words;
  });
};

const dateWriter =
  (
    vocabulary: Vocabulary,
    key: ValueKey,
    format: string | undefined,
  ): ValueWriter =>
  (value) => {
    const isWritten = format !== undefined && isDatePattern(format);
    return isIsoDate(value) && !isWritten
      ? { kind: "date", iso: value, format: warekiFormat(value) }
      : toText(valueText(vocabulary, key, value, format));
  };

const numberWriter =
  (
    vocabulary: Vocabulary,
    key: ValueKey,
    { format, per = 1 }: Placement,
  ): ValueWriter =>
  (value) => {
    const number = format === undefined ? toNumber(value) : null;
    return number === null
      ? toText(valueText(vocabulary, key, value, format))
      : { kind: "number", number: divideByUnit(number, per) };
  };

const wholeWriter = (
  vocabulary: Vocabulary,
  key: ValueKey,
  target: Target,
): ValueWriter => {
  const { placement, options } = target;
  const { type } = keyInfo(vocabulary, key);
  if (type === "choice" || placement.marks || placement.choose || options) {
    const asChoice = choiceWriter(vocabulary, key, target);
    if (type === "choice" || type === "text" || type === "digits")
      return asChoice;
  }
  if (type === "date") return dateWriter(vocabulary, key, placement.format);
  if (type === "number") return numberWriter(vocabulary, key, placement);
  return (value) =>
    typeof value === "boolean"
      ? toText(choiceWords(vocabulary, key, value, target))
      : toText(valueText(vocabulary, key, value, placement.format));
};

export const createCellWriter = (
  vocabulary: Vocabulary,
  target: Target,
): CellWriter => {
  const { placement } = target;
  if (placement.text !== undefined) {
    return patternWriter(vocabulary, placement.text, placement.per ?? 1);
  }
  const keys = keysOf(vocabulary, placement);
  const [key] = keys;
  if (key === undefined) return () => null;
  if (keys.length > 1) {
    const pattern = keys.map((k) => `{${k}}`).join("\u3000");
    return patternWriter(vocabulary, pattern, placement.per ?? 1);
  }
  const write =
    placement.part === undefined
      ? wholeWriter(vocabulary, key, target)
      : partWriter(vocabulary, key, target);
  return (values) => {
    const value = values[key];
    return value === undefined || isEmpty(value) ? null : write(value);
  };
};
