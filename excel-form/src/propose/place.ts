import { hasRole, keyInfo, keyOfRole } from "../map/vocabulary.ts";
import type { KeyInfo, ValueKey, Vocabulary } from "../map/vocabulary.ts";
import { toKeys } from "../map/key-list.ts";
import type { Placement } from "../map/schema.ts";
import {
  choiceKeys,
  areChoicesOf,
  meaningOf,
  polarityOf,
} from "../values/choices.ts";
import { isNameEnd, toBlankText } from "./blank-text.ts";
import type { BlankText } from "./blank-text.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { Slot } from "../near/slot-grid.ts";

/** One cell of a value, with how the value is written there. */
export type Placed = { readonly slot: Slot } & Pick<
  Placement,
  "key" | "part" | "text" | "format" | "marks" | "choose" | "per" | "era"
>;

const PER: Readonly<Record<string, number>> = {
  千円: 1000,
  万円: 10_000,
  百万円: 1_000_000,
};

export const printedWords = (slot: Slot): string =>
  slot.text.normalize("NFKC").replace(/\s+/g, "");

const typeOf = (vocabulary: Vocabulary, key: ValueKey): string =>
  keyInfo(vocabulary, key).type;

/** One of the words of this choice, or a mere yes or no. */
export const isWordOf = (
  vocabulary: Vocabulary,
  key: ValueKey,
  word: string,
): boolean =>
  meaningOf(vocabulary, key, word) >= 0 ||
  polarityOf(vocabulary, key, word) !== undefined;

/** 有 or 無, ○ or ×: an answer to any question. */
const isGenericAnswer = (
  vocabulary: Vocabulary,
  key: ValueKey,
  word: string,
  answer: boolean,
): boolean =>
  meaningOf(vocabulary, key, word) < 0 &&
  polarityOf(vocabulary, key, word) === answer;

/** Unit of money printed in the cell, beside it or in the label's brackets. */
const perOf = (
  vocabulary: Vocabulary,
  key: string,
  words: readonly string[],
): Pick<Placement, "per"> => {
  if (keyInfo(vocabulary, key).shape !== "money") return {};
  const unit = words.map((word) => /[百千万]+円/.exec(word)?.[0]).find(Boolean);
  const per = unit === undefined ? undefined : PER[unit];
  return per === undefined ? {} : { per };
};

/** The mark a form asks for in so many words: 「該当するものに○」, 「○・－」. */
const marksOf = (
  vocabulary: Vocabulary,
  key: ValueKey,
  slot: Slot,
  notes: readonly string[],
): Pick<Placement, "marks"> => {
  if (typeOf(vocabulary, key) !== "choice" || slot.options.length > 0)
    return {};
  const words = notes.map((note) => toBlankText(vocabulary, note)?.words ?? []);
  for (const pair of words) {
    const yes = pair.find((word) =>
      isGenericAnswer(vocabulary, key, word, true),
    );
    const no = pair.find((word) =>
      isGenericAnswer(vocabulary, key, word, false),
    );
    if (yes !== undefined && no !== undefined) return { marks: { yes, no } };
  }
  return notes.some((note) => /[○◯〇]/.test(note))
    ? { marks: { yes: "○" } }
    : {};
};

/** The cell's own format or drop-down speaks against the value. */
export const contradicts = (
  vocabulary: Vocabulary,
  key: ValueKey,
  slot: Slot,
): boolean => {
  const type = typeOf(vocabulary, key);
  // A name has words of its own; a date format on its box was copied from another.
  if (slot.isDate) {
    return type !== "date" && keyInfo(vocabulary, key).role !== "firm.name";
  }
  const { numberFormat, options } = slot;
  const showsNumber = /[0#]/.test(numberFormat) && numberFormat !== "@";
  if (showsNumber && type === "date") return true;
  if (/[0#].*[人名件点円社]/.test(numberFormat) && type !== "number")
    return true;
  if (options.length === 0) return false;
  if (type === "choice") {
    return !options.some((option) => isWordOf(vocabulary, key, option));
  }
  return (
    options.every(
      (option) => polarityOf(vocabulary, key, option) !== undefined,
    ) ||
    choiceKeys(vocabulary).some((other) =>
      areChoicesOf(vocabulary, other, options),
    )
  );
};

const allowedKinds: Readonly<
  Record<BlankText["kind"], (info: KeyInfo) => boolean>
> = {
  date: ({ type }) => type === "date",
  year: ({ shape }) => shape === "fiscalYear",
  postal: ({ shape }) => shape === "postalCode" || shape === "address",
  phone: ({ shape }) => shape === "phone",
  // Marked where its word is known, never written over.
  box: () => false,
  url: ({ shape }) => shape === "url",
  email: ({ shape }) => shape === "email",
  unit: ({ type }) => type === "number",
  choice: ({ type }) => type === "choice",
  seal: ({ type }) => type === "text",
  name: ({ shape }) => shape === "orgName",
  free: () => true,
};

const fromBlankText = (
  vocabulary: Vocabulary,
  slot: Slot,
  key: ValueKey,
  blank: BlankText,
  notes: readonly string[],
): Placed | null => {
  if (!allowedKinds[blank.kind](keyInfo(vocabulary, key))) return null;
  const { before, after, format, words } = blank;
  if (words) {
    return words.every((word) => isWordOf(vocabulary, key, word))
      ? { slot, key, choose: [...words] }
      : null;
  }
  if (blank.kind === "free") return { slot, key };
  if (blank.kind === "name") return { slot, key, text: `{${key}}` };
  if (blank.kind === "postal" && keyInfo(vocabulary, key).shape === "address") {
    const code = hasRole(vocabulary, key, "firm.address")
      ? keyOfRole(vocabulary, "firm.postalCode")
      : null;
    // Without a code of the same owner, what is printed for it would stay half filled.
    return code === null
      ? { slot, key, text: `{${key}}` }
      : { slot, key: `${code}+${key}`, text: `〒{${code}}　{${key}}` };
  }
  const place =
    format === undefined || format === "" ? key : `${key}:${format}`;
  return {
    slot,
    key,
    ...(before + after === "" && format === undefined
      ? {}
      : { text: `${before}{${place}}${after}` }),
    ...perOf(vocabulary, key, [after, ...notes]),
  };
};

const NAME_BLANK: BlankText = { kind: "name", before: "", after: "" };

/** One cell for one value: empty, or with printed words that wait for it. */
export const placeInSlot = (
  vocabulary: Vocabulary,
  slot: Slot,
  keyList: string,
  notes: readonly string[],
): Placed | null => {
  const keys = toKeys(vocabulary, keyList);
  const [key] = keys ?? [];
  if (
    !keys ||
    key === undefined ||
    keys.some((k) => contradicts(vocabulary, k, slot))
  ) {
    return null;
  }
  if (isBlank(slot)) {
    return keys.length > 1
      ? { slot, key: keyList, text: keys.map((k) => `{${k}}`).join("　") }
      : {
          slot,
          key,
          ...marksOf(vocabulary, key, slot, notes),
          ...perOf(vocabulary, key, notes),
        };
  }
  const blank = isNameEnd(vocabulary, slot.text)
    ? NAME_BLANK
    : toBlankText(vocabulary, slot.text);
  if (blank?.kind === "seal" && keys.length > 1) {
    const places = keys.map((one) => `{${one}}`).join("　");
    return { slot, key: keyList, text: places + blank.after };
  }
  return blank && keys.length === 1
    ? fromBlankText(vocabulary, slot, key, blank, notes)
    : null;
};
