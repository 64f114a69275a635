import { loosely } from "../values/character-forms.ts";
import { meaningOf, optionFor, polarityOf } from "../values/choices.ts";
import { MAX_WORDS, nearWords } from "../near/near.ts";
import { sameMark } from "../values/marks.ts";
import type { Judge, Judgement, Seen } from "./judge.ts";

const MARKED = "[○◯〇■☑☒✓✔レ]\\s*";

const escaped = (word: string): string =>
  [...word.replace(/\s/g, "")]
    .map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s*");

/** The words that are marked, or that were left where all others were deleted. */
const judgeChosen = (
  { text, value, placement }: Seen,
  choose: readonly string[],
): Judgement | null => {
  const marked = choose.filter((word) =>
    new RegExp(MARKED + escaped(word)).test(text),
  );
  if (marked.length > 1) return { kind: "severalMarked" };
  if (value === null) return { kind: "noneMarked" };
  return hasWordsBeside(text, choose, placement.near?.own)
    ? { kind: "annotatedChoice" }
    : null;
};

const SIGNS = /[○◯〇■☑☒✓✔レ□☐・/,、|:;()[\]-]/g;

/** Words of a cell beside those of its choices. */
const wordsBeside = (words: string, choose: readonly string[]): string =>
  [...choose]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(nearWords(word), ""), words)
    .replace(SIGNS, "");

/** Something was written beside the printed words: 「○有（一部）・無」. */
const hasWordsBeside = (
  text: string,
  choose: readonly string[],
  printed: string | undefined,
): boolean => {
  if (printed === undefined || printed.length >= MAX_WORDS) return false;
  const beside = wordsBeside(nearWords(text), choose);
  return !wordsBeside(printed, choose).includes(beside);
};

/** Words in brackets that belong to no option: 「有（一部）」. */
const isAnnotated = ({
  vocabulary,
  key,
  info,
  text,
  placement,
  options = [],
}: Seen): boolean => {
  const plain = loosely(text);
  const inner = /\((.*?)\)/.exec(plain)?.[1];
  if (inner === undefined) return false;
  const known = [
    ...options,
    ...Object.values(placement.marks ?? {}),
    ...(info.choices ?? []).flatMap(({ words }) => words.split(" ")),
  ];
  const meaning = meaningOf(vocabulary, key, inner);
  return (
    !known.some((word) => loosely(word) === plain) &&
    (meaning < 0 || meaning !== meaningOf(vocabulary, key, text))
  );
};

/** The form's own drop-down has it. */
const isOffered = ({ vocabulary, key, text, options = [] }: Seen): boolean =>
  options.some((option) => loosely(option) === loosely(text)) ||
  optionFor(vocabulary, key, text, options) !== null;

/** Values that are written by this mark, each meaning once. */
const meaningsOf = (
  { vocabulary, key, text }: Seen,
  marks: Readonly<Record<string, string>>,
): ReadonlySet<string | number> => {
  const names = Object.keys(marks).filter(
    (name) => !/^(?:yes|no)$/.test(name) && sameMark(marks[name] ?? "", text),
  );
  return new Set(
    names.map((name) => {
      const meaning = meaningOf(vocabulary, key, name);
      return meaning < 0 ? name : meaning;
    }),
  );
};

const judgeMark = (
  seen: Seen,
  marks: Readonly<Record<string, string>>,
): Judgement | null => {
  const { vocabulary, key, text } = seen;
  // Several of our values share the form's one: none of them is read out of it.
  if (meaningsOf(seen, marks).size > 1) {
    return { kind: "severalMeanings", value: null };
  }
  const isKnown =
    Object.values(marks).some((mark) => sameMark(mark, text)) ||
    meaningOf(vocabulary, key, text) >= 0 ||
    polarityOf(vocabulary, key, text) !== undefined ||
    isOffered(seen);
  return isKnown ? null : { kind: "notAnOption" };
};

const judgeOption = (seen: Seen): Judgement | null => {
  const { vocabulary, key, info, text, options = [] } = seen;
  if (options.length > 0) {
    return isOffered(seen) ? null : { kind: "notAnOption" };
  }
  const { choices = [] } = info;
  // 「○」 does not tell which of 法人 and 個人 is meant.
  const isYesOrNo =
    choices.length === 0 || choices.some(({ means }) => means !== undefined);
  const isKnown =
    info.type !== "choice" ||
    meaningOf(vocabulary, key, text) >= 0 ||
    (isYesOrNo && polarityOf(vocabulary, key, text) !== undefined);
  return isKnown ? null : { kind: "notAnOption" };
};

/** Doubts a choice: no option of the drop-down, no known word, none or several marked, more than the choice. */
export const judgeChoiceValue: Judge = (seen) => {
  const { choose, marks } = seen.placement;
  if (choose) return judgeChosen(seen, choose);
  const found = marks ? judgeMark(seen, marks) : judgeOption(seen);
  return found ?? (isAnnotated(seen) ? { kind: "annotatedChoice" } : null);
};
