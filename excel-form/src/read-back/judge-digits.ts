import { toHalfWidth } from "../values/character-forms.ts";
import type { KeyInfo } from "../map/vocabulary.ts";
import { digitCounts } from "./key-traits.ts";
import { isPlaceholder, isWrittenAsText, plainText } from "./judge.ts";
import type { Judge, Judgement, Seen } from "./judge.ts";

const EXPONENT = /\d\.?\d*e\+?\d+/i;
const SEPARATOR = /\d\s*(?:[、/;\n]|または|又は|,)\s*\D*\d/;
/** Zeros at the end of a number of which Excel kept the first digits only. */
const ROUNDED = /0{5}$/;
/** A number of one piece, with the T of an invoice or with separators. */
const SEPARATED = /^T?[\d\s-]+$/i;
/** Letters of a remark beside the number. */
const REMARK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Eleven digits are those of a mobile or an IP telephone. */
const ELEVEN = /^0[5-9]0/;
/** 「個人」 in place of a number that a person does not have. */
const OF_A_PERSON = /^個人(?:事業主|事業者)?$/;

const judgeCheckDigit = (
  { isValid }: KeyInfo,
  digits: string,
): Judgement | null =>
  isValid?.(digits) === false ? { kind: "wrongCheckDigit" } : null;

const judgeNumber = ({ vocabulary, key, info, cell }: Seen): Judgement => {
  const digits = String(cell.value);
  const counts = digitCounts(vocabulary, key);
  const isWhole =
    /^\d+$/.test(digits) &&
    info.shape !== "phone" &&
    counts?.includes(digits.length) === true &&
    !(digits.length > 7 && ROUNDED.test(digits));
  if (!isWhole) return { kind: "digitsLost" };
  return judgeCheckDigit(info, digits) ?? { kind: "digitsAsNumber" };
};

const judgeLength = (
  { vocabulary, key }: Seen,
  digits: string,
): Judgement | null => {
  const counts = digitCounts(vocabulary, key);
  if (counts === undefined) return null;
  if (counts.includes(digits.length)) {
    const isOdd = digits.length === 11 && !ELEVEN.test(digits);
    return isOdd ? { kind: "wrongLength" } : null;
  }
  const least = Math.min(...counts);
  return {
    kind: digits.length >= 2 * least ? "severalValues" : "wrongLength",
  };
};

const judgeText = (seen: Seen): Judgement | null => {
  const { text } = seen;
  const plain = plainText(text);
  if (EXPONENT.test(plain)) return { kind: "digitsLost" };
  if (SEPARATOR.test(plain)) return { kind: "severalValues" };
  const digits = plain.replace(/^\+81/, "0").replace(/\D/g, "");
  if (digits === "") {
    if (OF_A_PERSON.test(plain)) return null;
    return { kind: isPlaceholder(plain) ? "placeholder" : "notDigits" };
  }
  const wrong = judgeLength(seen, digits) ?? judgeCheckDigit(seen.info, digits);
  if (wrong || isWrittenAsText(seen)) return wrong;
  if (REMARK.test(plain)) return { kind: "notDigits" };
  const isFixed = digitCounts(seen.vocabulary, seen.key)?.join() === "13";
  if (isFixed && digits !== plain && SEPARATED.test(plain)) {
    return { kind: "separators", value: digits };
  }
  const half = toHalfWidth(text);
  return half !== text && /^[\d\s()+-]+$/.test(half)
    ? { kind: "fullWidth", value: half.trim() }
    : null;
};

/** Doubts digits: too few, too many, kept as a number, two in one. */
export const judgeDigitsValue: Judge = (seen) =>
  typeof seen.cell.value === "number" ? judgeNumber(seen) : judgeText(seen);
