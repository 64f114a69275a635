import { isValueKey } from "../map/keys.ts";
import type { ValueKey } from "../map/keys.ts";

/** A text pattern taken apart: printed words and places for values. */
export type PatternPiece =
  | { readonly text: string }
  | { readonly key: ValueKey; readonly format?: string };

const PLACE = /\{([A-Za-z0-9.]+)(?::([^{}]*))?\}/g;

/** 「担当：{federation.contactName}」 → the words and the keys in order; unknown keys stay words. */
export const parsePattern = (pattern: string): readonly PatternPiece[] => {
  const pieces: PatternPiece[] = [];
  let from = 0;
  for (const match of pattern.matchAll(PLACE)) {
    const [whole, key = "", format] = match;
    if (!isValueKey(key)) continue;
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
  key: ValueKey,
  pieces: readonly PatternPiece[],
  per: number,
): number =>
  key === "business.capital" ||
  pieces.filter((piece) => "key" in piece).length === 1
    ? per
    : 1;

export const patternKeys = (pattern: string): readonly ValueKey[] =>
  parsePattern(pattern).flatMap((piece) => ("key" in piece ? [piece.key] : []));
