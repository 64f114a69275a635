import { isValueKey, keyInfo } from "../map/vocabulary.ts";
import type { ValueKey, Vocabulary } from "../map/vocabulary.ts";

/** A text pattern taken apart: printed words and places for values. */
export type PatternPiece<Key extends string = string> =
  | { readonly text: string }
  | { readonly key: Key; readonly format?: string };

const PLACE = /\{([A-Za-z0-9.]+)(?::([^{}]*))?\}/g;

/** 「担当：{sender.contact}」 → the words and the keys in order; unknown keys stay words. */
export const parsePattern = <Key extends string>(
  vocabulary: Vocabulary<Key>,
  pattern: string,
): ReadonlyArray<PatternPiece<Key>> => {
  const pieces: Array<PatternPiece<Key>> = [];
  let from = 0;
  for (const match of pattern.matchAll(PLACE)) {
    const [whole, key = "", format] = match;
    if (!isValueKey(vocabulary, key)) continue;
    if (match.index > from) {
      pieces.push({ text: pattern.slice(from, match.index) });
    }
    pieces.push(format === undefined ? { key } : { key, format });
    from = match.index + whole.length;
  }
  if (from < pattern.length) pieces.push({ text: pattern.slice(from) });
  return pieces;
};

/** Among several values 千円 is the unit of the money alone. */
export const unitOf = (
  vocabulary: Vocabulary,
  key: ValueKey,
  pieces: readonly PatternPiece[],
  per: number,
): number =>
  keyInfo(vocabulary, key).shape === "money" ||
  pieces.filter((piece) => "key" in piece).length === 1
    ? per
    : 1;

export const patternKeys = <Key extends string>(
  vocabulary: Vocabulary<Key>,
  pattern: string,
): readonly Key[] =>
  parsePattern(vocabulary, pattern).flatMap((piece) =>
    "key" in piece ? [piece.key] : [],
  );
