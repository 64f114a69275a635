import { keyInfo, perVocabulary } from "../map/vocabulary.ts";
import type { Choice, ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { memo } from "../ground/memo.ts";
import { loosely } from "./character-forms.ts";

const YES = "有 あり 有り はい yes ○ ◯ 〇 ● ✓ ☑ レ 済 済み 可 true";
const NO = "無 なし 無し いいえ no × ✕ － - ー 未 否 不可 false";

const words = (text: string): string[] => text.split(" ").map(loosely);

const YES_WORDS = words(YES);
const NO_WORDS = words(NO);

/** 「1．法人」「★（一つ星）」 → 法人, ★: numbers and brackets around a choice say nothing. */
const stripNumbering = (text: string): string =>
  loosely(text)
    .replace(/\(.*?\)/g, "")
    .replace(/^★+(?=[^★])/, "")
    .replace(/^(\d+[.、:)]|[□☐■☑])/, "");

const toMeanings = (
  choices: readonly Choice[] | undefined,
): ReadonlyMap<string, number> =>
  new Map(
    (choices ?? []).flatMap((choice, index) =>
      words(choice.words).map((word) => [word, index] as const),
    ),
  );

/** The meaning of each word that is known; a proposal asks for thousands. */
const meaningsOf = perVocabulary((vocabulary) =>
  memo((key: ValueKey) => toMeanings(keyInfo(vocabulary, key).choices)),
);

const positionIn = (
  meanings: ReadonlyMap<string, number>,
  word: string,
): number => {
  const plain = stripNumbering(word);
  // 「1 法人」 in a drop-down; but 1つ星 has its number for a reason.
  return meanings.get(plain) ?? meanings.get(plain.replace(/^\d+/, "")) ?? -1;
};

/** Position among the meanings of the key; -1 when the word is unknown. */
export const meaningOf = (
  vocabulary: Vocabulary,
  key: ValueKey,
  word: string,
): number => positionIn(meaningsOf(vocabulary)(key), word);

/** The word that the data uses for this meaning; the word itself when it has none. */
export const canonicalChoice = (
  choices: readonly Choice[],
  word: string,
): string =>
  choices[positionIn(toMeanings(choices), word)]?.words.split(" ")[0] ?? word;

/** true or false for words such as 有 or なし; undefined for all others. */
export const polarityOf = (
  vocabulary: Vocabulary,
  key: ValueKey,
  word: string,
): boolean | undefined => {
  const plain = stripNumbering(word);
  if (YES_WORDS.includes(plain)) return true;
  if (NO_WORDS.includes(plain)) return false;
  return keyInfo(vocabulary, key).choices?.[meaningOf(vocabulary, key, word)]
    ?.means;
};

const meansTheSame = (
  vocabulary: Vocabulary,
  key: ValueKey,
  a: string,
  b: string,
): boolean =>
  stripNumbering(a) === stripNumbering(b) ||
  (meaningOf(vocabulary, key, a) >= 0 &&
    meaningOf(vocabulary, key, a) === meaningOf(vocabulary, key, b));

/**
 * The option by which the form says this value; null when none does. 提出済 is
 * 有 on a form that only knows 有 and 無.
 */
export const optionFor = (
  vocabulary: Vocabulary,
  key: ValueKey,
  value: string,
  options: readonly string[],
): string | null => {
  const same =
    options.find((option) => option === value) ??
    options.find((option) => meansTheSame(vocabulary, key, option, value));
  if (same !== undefined) return same;
  const polarity = polarityOf(vocabulary, key, value);
  if (polarity === undefined) return null;
  // 二つ星 is no 一つ星 though both are a yes: one side must be a mere 有 or 無.
  const isVague = (word: string) => meaningOf(vocabulary, key, word) < 0;
  return (
    options.find(
      (option) =>
        (isVague(option) || isVague(value)) &&
        polarityOf(vocabulary, key, option) === polarity,
    ) ?? null
  );
};

/** Two of the words are different choices of this key, and most of them are choices of it. */
export const areChoicesOf = (
  vocabulary: Vocabulary,
  key: ValueKey,
  options: readonly string[],
): boolean => {
  const known = options
    .map((o) => meaningOf(vocabulary, key, o))
    .filter((n) => n >= 0);
  return new Set(known).size >= 2 && 2 * known.length >= options.length;
};

/** Keys that are chosen from words. */
export const choiceKeys = perVocabulary(({ keys }): readonly ValueKey[] =>
  Object.entries(keys).flatMap(([key, { choices }]) => (choices ? [key] : [])),
);

const knownChoices = perVocabulary((vocabulary) =>
  memo(
    (word: string): boolean =>
      YES_WORDS.includes(stripNumbering(word)) ||
      NO_WORDS.includes(stripNumbering(word)) ||
      choiceKeys(vocabulary).some(
        (key) => meaningOf(vocabulary, key, word) >= 0,
      ),
    20_000,
  ),
);

/** A word of any key's choices, or a mere 有 or 無. */
export const isKnownChoice = (vocabulary: Vocabulary, word: string): boolean =>
  knownChoices(vocabulary)(word);
