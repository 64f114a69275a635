/**
 * kintone's `like` looks for words in an index, not for substrings ("gamma
 * keyword" is found by "keyword", not by "key"). We cut texts into words with
 * ICU and look for the same words in the same order, at once instead of minutes
 * later. ICU's cuts differ from kintone's here and there.
 *
 * @see https://cybozu.dev/ja/kintone/docs/overview/query/ and SG:doc/kintone-query-behavior.md
 */
const segmenter = new Intl.Segmenter("ja", { granularity: "word" });

// Symbols separate words and count for nothing else (SG): `contract.txt` has two.
const SYMBOLS = /[^\p{L}\p{N}\p{M}\s]+/gu;
const normalise = (text: string) =>
  text.normalize("NFKC").toLowerCase().replace(SYMBOLS, " ");

// Texts of these characters and signs read the same after normalising, their signs apart.
const PLAIN = /^[ぁ-ゖァ-ヺー一-鿿0-9a-z\s、。「」・,.-]*$/;
const toHaystack = (text: string): string =>
  PLAIN.test(text) ? text : normalise(text);

const SEPARATOR = /[^\p{L}\p{N}\p{M}]/u;
const RUNS = /[\p{L}\p{N}\p{M}]+/gu;

const wordsOf = (normalised: string): string[] =>
  [...normalised.matchAll(RUNS)].flatMap(([run]) =>
    [...segmenter.segment(run)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment),
  );

// One Latin letter or one hiragana is below the smallest indexed length (SG).
const isTooShort = (word: string) =>
  /^[\p{Script=Latin}\p{Script=Hiragana}]$/u.test(word);

/** Letters looked at on each side of a place: ICU's cuts do not depend on what is farther away. */
const REACH = 64;

const isKanaOrKanji = (code: number) =>
  code > 0x3040 && code < 0xa000 && code !== 0x30fb;
/** Half of a letter beyond the first plane. */
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

const isLetter = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (isKanaOrKanji(code) || isSurrogate(code)) return true;
  return at < text.length && !SEPARATOR.test(text.charAt(at));
};

/** Start and end of the characters around a place, at most `reach` each way. */
const runAround = (
  text: string,
  at: number,
  reach: number,
): [number, number] => {
  let start = at;
  let end = at;
  while (start > 0 && at - start < reach && isLetter(text, start - 1))
    start -= 1;
  while (end - at < reach && isLetter(text, end)) end += 1;
  return [start, end];
};

/** Tells whether ICU cuts out exactly this word at a place. Only the characters around it are read. */
const isWordAt = (text: string, word: string, at: number): boolean => {
  const [start, end] = runAround(text, at, REACH + word.length);
  const found = segmenter
    .segment(text.slice(start, end))
    .containing(at - start);
  return found?.index === at - start && found.segment === word;
};

/** Places of words that follow each other with nothing but signs between them; null for other characters. */
const placesOf = (
  text: string,
  run: readonly string[],
  start: number,
): number[] | null => {
  const places: number[] = [];
  let at = start;
  for (const word of run) {
    while (at > start && at < text.length && !isLetter(text, at)) at += 1;
    if (!text.startsWith(word, at)) return null;
    places.push(at);
    at += word.length;
  }
  return places;
};

/** Compares letters first: asking ICU for its cuts takes a hundred times as long. */
const isRunAt = (text: string, run: readonly string[], at: number): boolean =>
  placesOf(text, run, at)?.every((place, i) =>
    isWordAt(text, run[i] ?? "", place),
  ) ?? false;

/** Texts up to this length are often the same in many records. */
const SHORT = 64;
const MOST_REMEMBERED = 20_000;

/** Remembers what a test said of short texts. */
const remembering = (
  test: (text: string) => boolean,
): ((text: string) => boolean) => {
  const answers = new Map<string, boolean>();
  return (text) => {
    if (text.length > SHORT) return test(text);
    const known = answers.get(text);
    if (known !== undefined) return known;
    const answer = test(text);
    if (answers.size < MOST_REMEMBERED) answers.set(text, answer);
    return answer;
  };
};

/** A test for texts that contain the words of `keyword`. A keyword without words finds nothing. */
export const compileWordSearch = (
  keyword: string,
): ((text: string) => boolean) => {
  const run = wordsOf(normalise(keyword));
  const [first] = run;
  if (first === undefined || (run.length === 1 && isTooShort(first)))
    return () => false;
  return remembering((text) => {
    const haystack = toHaystack(text);
    let at = haystack.indexOf(first);
    while (at >= 0) {
      if (isRunAt(haystack, run, at)) return true;
      at = haystack.indexOf(first, at + 1);
    }
    return false;
  });
};
