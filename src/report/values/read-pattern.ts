import { keyInfo } from "../keys.ts";
import type { ValueKey } from "../keys.ts";
import type { Value } from "../map/report-data.ts";
import { parseDateText } from "./date-pattern.ts";
import { toNumber } from "./numbers.ts";
import { parsePattern } from "./pattern.ts";

const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Words of the pattern are found again whatever kind of blank or line break stands in them. */
const literal = (text: string): string =>
  escaped(text).replace(/\r?\n/g, "\\r?\\n");

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
  const keys = pieces.flatMap((piece) => ("key" in piece ? [piece.key] : []));
  keys.forEach((key, i) => {
    values.set(key, valueFromText(key, match[i + 1] ?? "", per));
  });
  return values;
};
