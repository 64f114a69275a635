import { keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";
import type { Value } from "../map/report-data.ts";
import { toFullWidth, toHalfWidth, toKatakana } from "./character-forms.ts";
import { CENTURY, CURRENT_ERA, parseDateText } from "./date-pattern.ts";
import { toNumber } from "./numbers.ts";
import { parsePattern, unitOf } from "./pattern.ts";

const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Words of the pattern are found again with any kind of blank or line break in them. */
const toLiteralPattern = (text: string): string =>
  escaped(text).replace(/\r?\n/g, "\\r?\\n");

/** The form wanted other characters than the records have: digits half-width, readings in katakana. */
export const restoreCharacterForms = (
  vocabulary: Vocabulary,
  key: ValueKey,
  text: string,
  format: string | undefined,
): string => {
  if (format === "full" && keyInfo(vocabulary, key).type === "digits") {
    return toHalfWidth(text);
  }
  return format === "hiragana" && keyInfo(vocabulary, key).shape === "kana"
    ? toKatakana(text)
    : text;
};

/** Longer texts take a loose pattern too long. */
const MAX_LOOSE = 1000;

/** The words however wide they were typed again, with any blanks in and around them. */
const toLoosePattern = (text: string): string =>
  `\\s*${[...text.replace(/\s/g, "")]
    .map((char) => {
      const forms = new Set([char, toFullWidth(char), toHalfWidth(char)]);
      return `(?:${[...forms].map(escaped).join("|")})`;
    })
    .join("\\s*")}\\s*`;

/** Printed text of a date that has no day yet. */
const NO_DAY = /^[\s年月日./-]*$/;

/** Text as the key's type wants it; null for nothing. */
export const valueFromText = (
  vocabulary: Vocabulary,
  key: ValueKey,
  text: string,
  per = 1,
): Value => {
  const { type } = keyInfo(vocabulary, key);
  if (text.trim() === "" || (type === "date" && NO_DAY.test(text))) return null;
  if (type === "date") return parseDateText(text) ?? text;
  if (type !== "number") return text;
  const number =
    keyInfo(vocabulary, key).shape === "fiscalYear"
      ? fiscalYearOf(text)
      : toNumber(text);
  return number === null ? text : Number((number * per).toPrecision(15));
};

/** 「令和4年」, 「令和4年度」 and 2022 are the same year. */
const fiscalYearOf = (text: string): number | null => {
  const date = parseDateText(`${text.replace(/年度?$/, "")}年12月1日`);
  return date === null ? toNumber(text) : Number(date.slice(0, 4));
};

/** A day of which the form prints the era or leaves out the century. */
const completeDate = (words: string, before: string, format = ""): string => {
  if (parseDateText(words) !== null) return words;
  if (/^[^g]*e/.test(format)) {
    const [era = CURRENT_ERA] = /(?:..|[RHSTM]\.?)$/.exec(before.trim()) ?? [];
    return parseDateText(era + words) === null ? words : era + words;
  }
  return /^yy(?!y)/.test(format) ? CENTURY + words : words;
};

/**
 * The values of a text that was written after a pattern; empty when the text is
 * not of this kind, such as a blank that nobody has filled.
 */
export const readPattern = (
  vocabulary: Vocabulary,
  pattern: string,
  text: string,
  per = 1,
): ReadonlyMap<ValueKey, Value> => {
  const pieces = parsePattern(vocabulary, pattern);
  const matchWith = (toSource: (words: string) => string) => {
    const source = pieces.map((piece) =>
      "text" in piece ? toSource(piece.text) : "(.*?)",
    );
    return new RegExp(`^${source.join("")}$`, "s").exec(text);
  };
  const places = pieces.filter((piece) => "key" in piece);
  const match =
    matchWith(toLiteralPattern) ??
    (text.length < MAX_LOOSE ? matchWith(toLoosePattern) : null) ??
    // The printed words were overwritten.
    (places.length === 1 ? [text, text.trim()] : null);
  const values = new Map<ValueKey, Value>();
  if (!match) return values;
  let place = 0;
  const words = pieces.map((piece) =>
    "text" in piece
      ? piece.text
      : restoreCharacterForms(
          vocabulary,
          piece.key,
          match[(place += 1)] ?? "",
          piece.format,
        ),
  );
  const keys = pieces.map((piece) => ("key" in piece ? piece.key : null));
  pieces.forEach((piece, index) => {
    if ("text" in piece || values.has(piece.key)) return;
    const { key, format } = piece;
    let [own = ""] = words.slice(index);
    if (keyInfo(vocabulary, key).type === "date") {
      // 「令和{…:e}年{…:M}月{…:d}日」 is one day in several places.
      own = words.slice(index, keys.lastIndexOf(key) + 1).join("");
      own = completeDate(own, words[index - 1] ?? "", format);
    }
    values.set(
      key,
      valueFromText(vocabulary, key, own, unitOf(vocabulary, key, pieces, per)),
    );
  });
  return values;
};
