import { keyInfo } from "../keys.ts";
import type { ValueKey } from "../keys.ts";
import type { Value } from "../map/report-data.ts";
import { toHalfWidth, toKatakana } from "./character-forms.ts";
import { parseDateText } from "./date-pattern.ts";
import { toNumber } from "./numbers.ts";
import { parsePattern } from "./pattern.ts";

const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Words of the pattern are found again whatever kind of blank or line break stands in them. */
const literal = (text: string): string =>
  escaped(text).replace(/\r?\n/g, "\\r?\\n");

/** The form wanted other letters than the records have: digits half-width, readings in katakana. */
export const inOwnLetters = (
  key: ValueKey,
  text: string,
  format: string | undefined,
): string => {
  if (format === "full" && keyInfo(key).type === "digits") {
    return toHalfWidth(text);
  }
  return format === "hiragana" && key.endsWith("Kana")
    ? toKatakana(text)
    : text;
};

/** Text as the key's type wants it; null for nothing. */
export const valueFromText = (key: ValueKey, text: string, per = 1): Value => {
  if (text === "") return null;
  const { type } = keyInfo(key);
  if (type === "date") return parseDateText(text) ?? text;
  if (type !== "number") return text;
  const number =
    key === "edition.fiscalYear" ? fiscalYearOf(text) : toNumber(text);
  return number === null ? text : Number((number * per).toPrecision(15));
};

/** 「令和4年」 and 2022 are the same year. */
const fiscalYearOf = (text: string): number | null => {
  const date = parseDateText(`${text.replace(/年$/, "")}年12月1日`);
  return date === null ? toNumber(text) : Number(date.slice(0, 4));
};

/**
 * The values of a text that was written after a pattern; empty when the text is
 * not of this kind, such as a blank that nobody has filled.
 */
export const readPattern = (
  pattern: string,
  text: string,
  per = 1,
): ReadonlyMap<ValueKey, Value> => {
  const pieces = parsePattern(pattern);
  const source = pieces
    .map((piece) => ("text" in piece ? literal(piece.text) : "(.*?)"))
    .join("");
  const match = new RegExp(`^${source}$`, "s").exec(text);
  const values = new Map<ValueKey, Value>();
  if (!match) return values;
  const places = pieces.filter((piece) => "key" in piece);
  places.forEach(({ key, format }, index) => {
    const words = inOwnLetters(key, match[index + 1] ?? "", format);
    values.set(key, valueFromText(key, words, per));
  });
  return values;
};
