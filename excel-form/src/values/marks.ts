const EMPTY_BOX = /[□☐]/;
const FULL_BOX = /[■☑☒✓レ]/;
const CIRCLE = "○";

const escaped = (word: string): string =>
  word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The word with any blanks and line breaks that the form prints inside it; ★ is not found in ★★. */
const toSpacedPattern = (word: string): string => {
  const letters = [...word].map(escaped);
  return `(?<!${letters[0]})${letters.join("\\s*")}(?!${letters.at(-1)})`;
};

/**
 * 「法人・個人」 with 個人 chosen → 「法人・○個人」; a box before the word is
 * blackened instead. Both words stay, so nothing printed is lost.
 */
export const markChosen = (printed: string, word: string): string => {
  const boxed = new RegExp(`[□☐](?=\\s*${toSpacedPattern(word)})`);
  if (boxed.test(printed)) return printed.replace(boxed, "■");
  return printed.replace(new RegExp(toSpacedPattern(word)), `${CIRCLE}$&`);
};

/** The word that `markChosen` marked, or the only one that somebody left standing; null when none is. */
export const findChosen = (
  text: string,
  choices: readonly string[],
): string | null => {
  const marked = [...choices]
    .sort((a, b) => b.length - a.length)
    .find((word) =>
      new RegExp(`[○◯〇■☑☒✓レ]\\s*${toSpacedPattern(word)}`).test(text),
    );
  if (marked !== undefined) return marked;
  const left = choices.filter((word) =>
    new RegExp(toSpacedPattern(word)).test(text),
  );
  return (left.length === 1 ? left[0] : undefined) ?? null;
};

/** Mark of a chosen cell: the form's own mark where it has one. */
export const markFor = (
  printed: string,
  options: readonly string[] | undefined,
): string =>
  EMPTY_BOX.test(printed)
    ? printed.replace(EMPTY_BOX, "■")
    : (options?.find((option) => option.trim() !== "") ?? CIRCLE);

const CIRCLES = /[○◯〇⭕]/g;
const DASHES = /[-‐－ー―—–]/g;

/** A circle or a dash is the same in each of its forms. */
export const sameMark = (a: string, b: string): boolean => {
  const plain = (mark: string): string =>
    mark.trim().replace(CIRCLES, CIRCLE).replace(DASHES, "-");
  return plain(a) === plain(b);
};

/** A cross or a dash in the place of a circle says no. */
export const isCrossMark = (text: string): boolean =>
  /^[×✕✖xX‐－ー―—-]$/.test(text.trim());

export const isMarked = (text: string): boolean =>
  text.trim() !== "" && !EMPTY_BOX.test(text.replace(FULL_BOX, ""));
