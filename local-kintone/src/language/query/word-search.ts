/**
 * kintone's `like` looks for words in an index, not for substrings ("gamma
 * keyword" is found by "keyword", not by "key"). We cut texts into words with
 * ICU and look for the same words in the same order, at once instead of minutes
 * later. ICU's cuts differ from kintone's here and there.
 *
 * @see https://cybozu.dev/ja/kintone/docs/overview/query/ and SG:doc/kintone-query-behavior.md
 */
const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

// Symbols part words and count for nothing else (SG): `contract.txt` has two.
const SYMBOLS = /[^\p{L}\p{N}\p{M}\s]+/gu;
const normalise = (text: string) =>
  text.normalize("NFKC").toLowerCase().replace(SYMBOLS, " ");

// The segmenter takes four times as long for twice the text: long texts go in pieces,
// cut at a blank where there is one.
const PIECES = /[\s\S]{1,1000}(?:\s|$)|[\s\S]{1,1000}/g;

const wordsOf = (normalised: string): string[] => {
  const words: string[] = [];
  for (const piece of normalised.match(PIECES) ?? [])
    for (const { segment, isWordLike } of segmenter.segment(piece))
      if (isWordLike) words.push(segment);
  return words;
};

const NOT_WORD = /[^\p{L}\p{N}\p{M}]+/gu;
const squeeze = (normalised: string) => normalised.replace(NOT_WORD, "");

// One letter or one hiragana is below the smallest indexed length (SG).
const isTooShort = (word: string) =>
  /^[\p{Script=Latin}\p{Script=Hiragana}]$/u.test(word);

const containsRun = (words: string[], run: string[]): boolean => {
  for (let start = 0; start + run.length <= words.length; start += 1)
    if (run.every((word, i) => words[start + i] === word)) return true;
  return false;
};

/** A test for texts that contain the words of `keyword`. A keyword without words finds nothing. */
export const compileWordSearch = (
  keyword: string,
): ((text: string) => boolean) => {
  const normalised = normalise(keyword);
  const run = wordsOf(normalised);
  const [first] = run;
  if (first === undefined || (run.length === 1 && isTooShort(first)))
    return () => false;
  const squeezed = squeeze(normalised);
  return (text) => {
    if (text === "") return false;
    const haystack = normalise(text);
    // Cheap way out: without these letters in a row there is no such run of words.
    if (!squeeze(haystack).includes(squeezed)) return false;
    return containsRun(wordsOf(haystack), run);
  };
};
