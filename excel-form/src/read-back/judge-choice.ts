import { loosely } from "../values/character-forms.ts";
import { meaningOf, optionFor, polarityOf } from "../values/choices.ts";
import { sameMark } from "../values/marks.ts";
import type { Judge, Judgement, Seen } from "./judge.ts";

const MARKED = "[○◯〇■☑☒✓✔レ]\\s*";

const escaped = (word: string): string =>
  [...word.replace(/\s/g, "")]
    .map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("\\s*");

/** The words that are marked, or that were left where all others were deleted. */
const judgeChosen = (
  { text, value }: Seen,
  choose: readonly string[],
): Judgement | null => {
  const marked = choose.filter((word) =>
    new RegExp(MARKED + escaped(word)).test(text),
  );
  if (marked.length > 1) return { kind: "severalMarked" };
  return value === null ? { kind: "noneMarked" } : null;
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

/** Doubts a choice: no option of the drop-down, no known word, none or several marked. */
export const judgeChoiceValue: Judge = (seen) => {
  const { vocabulary, key, info, text, placement, options } = seen;
  const { choose, marks } = placement;
  if (choose) return judgeChosen(seen, choose);
  if (marks) return judgeMark(seen, marks);
  if (options && options.length > 0) {
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
