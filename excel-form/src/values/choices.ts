import type { ValueKey } from "../map/keys.ts";
import { memo } from "../work/memo.ts";
import { loosely } from "./character-forms.ts";

/**
 * Names of each key's choices, in records and on forms. Words of one list mean
 * the same; the records use the first.
 */
const MEANINGS: Partial<Record<ValueKey, readonly string[]>> = {
  "business.kind": ["法人 会社", "個人事業主 個人 個人事業者"],
  "consent.status": [
    "同意あり 同意有 同意する 同意済 同意",
    "同意なし 同意無 同意しない 不同意",
    "未確認",
    "撤回",
  ],
  "securityAction.stars": [
    "未宣言 0",
    "申請中",
    "一つ星 ★ 1 一ツ星 1つ星 ひとつ星 一つ",
    "二つ星 ★★ 2 二ツ星 2つ星 ふたつ星 二つ",
  ],
  "declaration.registeredBy": [
    "商工会 単会",
    "県連 連合会 県連合会 商工会連合会",
  ],
  "case.status": [
    "提出済 提出 提出済み 提出あり 提出有",
    "予定 提出予定",
    "なし 提出なし 提出無 提出しない 予定なし",
  ],
  "nomination.kind": ["他薦 他", "自薦 自"],
};

const YES = "有 あり 有り はい yes ○ ◯ 〇 ● ✓ ☑ レ 済 済み 可 true";
const NO = "無 なし 無し いいえ no × ✕ － - ー 未 否 不可 false";

/** Yes (true) or no (false) of a key's nth meaning, where it is one. */
const POLARITY: Partial<Record<ValueKey, ReadonlyArray<boolean | undefined>>> =
  {
    "consent.status": [true, false, false, false],
    "securityAction.stars": [false, false, true, true],
    "case.status": [true, true, false],
  };

const words = (text: string): string[] => text.split(" ").map(loosely);

const YES_WORDS = words(YES);
const NO_WORDS = words(NO);

/** 「1．法人」「★（一つ星）」 → 法人, ★: numbers and brackets around a choice say nothing. */
const bare = (text: string): string =>
  loosely(text)
    .replace(/\(.*?\)/g, "")
    .replace(/^★+(?=[^★])/, "")
    .replace(/^(\d+[.、:)]|[□☐■☑])/, "");

/** The meaning of each word that is known; a proposal asks for thousands. */
const meaningsOf = memo(
  (key: ValueKey) =>
    new Map(
      (MEANINGS[key] ?? []).flatMap((list, index) =>
        words(list).map((word) => [word, index] as const),
      ),
    ),
);

/** Position among the meanings of the key; -1 when the word is unknown. */
export const meaningOf = (key: ValueKey, word: string): number => {
  const meanings = meaningsOf(key);
  const plain = bare(word);
  // 「1 法人」 in a drop-down; but 1つ星 has its number for a reason.
  return meanings.get(plain) ?? meanings.get(plain.replace(/^\d+/, "")) ?? -1;
};

/** The word that the records use for this meaning; the word itself when it has none. */
export const canonicalChoice = (key: ValueKey, word: string): string =>
  MEANINGS[key]?.[meaningOf(key, word)]?.split(" ")[0] ?? word;

/** true or false for words such as 有 or なし; undefined for all others. */
export const polarityOf = (
  key: ValueKey,
  word: string,
): boolean | undefined => {
  const plain = bare(word);
  if (YES_WORDS.includes(plain)) return true;
  if (NO_WORDS.includes(plain)) return false;
  return POLARITY[key]?.[meaningOf(key, word)];
};

const meansTheSame = (key: ValueKey, a: string, b: string): boolean =>
  bare(a) === bare(b) ||
  (meaningOf(key, a) >= 0 && meaningOf(key, a) === meaningOf(key, b));

/**
 * The option by which the form says this value; null when none does. 提出済 is
 * 有 on a form that only knows 有 and 無.
 */
export const optionFor = (
  key: ValueKey,
  value: string,
  options: readonly string[],
): string | null => {
  const same =
    options.find((option) => option === value) ??
    options.find((option) => meansTheSame(key, option, value));
  if (same !== undefined) return same;
  const polarity = polarityOf(key, value);
  if (polarity === undefined) return null;
  // 二つ星 is no 一つ星 though both are a yes: one side must be a mere 有 or 無.
  const isVague = (word: string) => meaningOf(key, word) < 0;
  return (
    options.find(
      (option) =>
        (isVague(option) || isVague(value)) &&
        polarityOf(key, option) === polarity,
    ) ?? null
  );
};

/** Two of the words are different choices of this key, and most of them are choices of it. */
export const areChoicesOf = (
  key: ValueKey,
  options: readonly string[],
): boolean => {
  const known = options.map((o) => meaningOf(key, o)).filter((n) => n >= 0);
  return new Set(known).size >= 2 && 2 * known.length >= options.length;
};

export const CHOICE_KEYS = Object.keys(MEANINGS) as readonly ValueKey[]; // keys of a Partial<Record<ValueKey, …>>

/** A word of any key's choices, or a mere 有 or 無. */
export const isKnownChoice = memo(
  (word: string): boolean =>
    YES_WORDS.includes(bare(word)) ||
    NO_WORDS.includes(bare(word)) ||
    CHOICE_KEYS.some((key) => meaningOf(key, word) >= 0),
  20_000,
);
