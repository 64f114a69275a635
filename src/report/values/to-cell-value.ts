import { isIsoDate } from "../../domain/calendar-day.ts";
import { keyInfo } from "../keys.ts";
import type { ValueKey } from "../keys.ts";
import { keysOf } from "../map/key-list.ts";
import { isEmpty } from "../map/report-data.ts";
import type { Value, Values } from "../map/report-data.ts";
import type { Placement } from "../map/schema.ts";
import type { CellValue } from "../plan.ts";
import { optionFor, polarityOf } from "./choices.ts";
import { isDatePattern } from "./date-pattern.ts";
import { markChosen, markFor } from "./marks.ts";
import { partText, toPart } from "./parts.ts";
import { parsePattern } from "./pattern.ts";
import { valueText } from "./value-text.ts";

/** Where a value goes, as far as it decides how the value is written. */
export type Target = {
  readonly placement: Placement;
  /** What the blank form prints in the cell. */
  readonly printed: string;
  /** The cell's own drop-down. */
  readonly options?: readonly string[];
};

/** A wareki date for cells whose own format shows none. */
const WAREKI_FORMAT = '[$-411]ggge"年"m"月"d"日"';

const text = (content: string): CellValue | null =>
  content === "" ? null : { kind: "text", text: content };

const numberOf = (value: Value | undefined): number | null => {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value !== "string") return null;
  const plain = value.normalize("NFKC").replace(/[,\s]/g, "");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
};

/** Division by a power of ten without the dust of binary fractions. */
const inUnits = (value: number, per: number): number =>
  Number((value / per).toPrecision(15));

const fromPattern = (pattern: string, values: Values, per: number): string => {
  const pieces = parsePattern(pattern).map((piece) => {
    if ("text" in piece) return { printed: piece.text, filled: "" };
    const value = values[piece.key];
    const number = per === 1 ? null : numberOf(value);
    return {
      printed: "",
      filled:
        number === null
          ? valueText(piece.key, value, piece.format)
          : String(inUnits(number, per)),
    };
  });
  return pieces.some(({ filled }) => filled !== "")
    ? pieces.map(({ printed, filled }) => printed + filled).join("")
    : "";
};

const fromPart = (
  key: ValueKey,
  value: Value,
  { placement, printed, options }: Target,
): CellValue | null => {
  const part = toPart(placement.part ?? "");
  const words = valueText(key, value, "");
  if (part.kind === "○-beside") {
    const chosen = optionFor(key, words, [part.which]) !== null;
    return chosen
      ? text(placement.marks?.on ?? markFor(printed, options))
      : null;
  }
  const piece = partText(String(value), part, placement.format);
  const isNumber = /^(year|month|day)$/.test(part.kind) && /^\d+$/.test(piece);
  return isNumber ? { kind: "number", number: Number(piece) } : text(piece);
};

const yesNo = (value: Value, marks: Placement["marks"]): string | null => {
  if (typeof value !== "boolean") return null;
  const word = value ? "yes" : "no";
  return marks?.[word] ?? (value ? "○" : "－");
};

const fromMarks = (
  key: ValueKey,
  value: Value,
  marks: NonNullable<Placement["marks"]>,
): string | null => {
  const words = valueText(key, value);
  const named = optionFor(key, words, Object.keys(marks));
  if (named !== null) return marks[named] ?? null;
  const polarity = polarityOf(key, words);
  if (polarity === undefined) return null;
  return marks[polarity ? "yes" : "no"] ?? null;
};

const choiceText = (
  key: ValueKey,
  value: Value,
  { placement, options }: Target,
): string => {
  const marked =
    (placement.marks && fromMarks(key, value, placement.marks)) ??
    yesNo(value, placement.marks);
  if (marked !== null) return marked;
  if (key === "securityAction.stars" && typeof value === "number") {
    const stars = "★".repeat(value);
    return optionFor(key, stars, options ?? []) ?? stars;
  }
  const words = valueText(key, value, placement.format);
  return optionFor(key, words, options ?? []) ?? words;
};

const whole = (
  key: ValueKey,
  value: Value,
  target: Target,
): CellValue | null => {
  const { placement, printed, options } = target;
  const { type } = keyInfo(key);
  if (placement.choose) {
    const words = choiceText(key, value, {
      ...target,
      options: placement.choose,
    });
    return text(
      placement.choose.includes(words) ? markChosen(printed, words) : words,
    );
  }
  if (type === "choice" || placement.marks || typeof value === "boolean") {
    return text(choiceText(key, value, target));
  }
  if (type === "date" && isIsoDate(value)) {
    const { format } = placement;
    return format !== undefined && isDatePattern(format)
      ? text(valueText(key, value, format))
      : { kind: "date", iso: value, format: WAREKI_FORMAT };
  }
  const number = type === "number" ? numberOf(value) : null;
  if (number !== null && placement.format === undefined) {
    return { kind: "number", number: inUnits(number, placement.per ?? 1) };
  }
  const words = valueText(key, value, placement.format);
  return text(options ? (optionFor(key, words, options) ?? words) : words);
};

/**
 * What goes into a cell for these values; null when there is nothing to write,
 * so that the blank keeps what it prints (「担当者：」, 「令和　年　月　日」).
 */
export const toCellValue = (
  target: Target,
  values: Values,
): CellValue | null => {
  const { placement } = target;
  if (placement.text !== undefined) {
    return text(fromPattern(placement.text, values, placement.per ?? 1));
  }
  const keys = keysOf(placement);
  const [key] = keys;
  if (key === undefined) return null;
  if (keys.length > 1) {
    const pattern = keys.map((k) => `{${k}}`).join("　");
    return text(fromPattern(pattern, values, 1));
  }
  const value = values[key];
  if (value === undefined || isEmpty(value)) return null;
  return placement.part === undefined
    ? whole(key, value, target)
    : fromPart(key, value, target);
};
