import { keyInfo } from "../map/keys.ts";
import type { ValueKey } from "../map/keys.ts";
import { toKeys } from "../map/key-list.ts";
import type { Placement } from "../map/schema.ts";
import {
  CHOICE_KEYS,
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

const typeOf = (key: ValueKey): string => keyInfo(key).type;

/** One of the words of this choice, or a mere yes or no. */
export const isWordOf = (key: ValueKey, word: string): boolean =>
  meaningOf(key, word) >= 0 || polarityOf(key, word) !== undefined;

/** 有 or 無, ○ or ×: an answer to any question. */
const isMereAnswer = (key: ValueKey, word: string, answer: boolean): boolean =>
  meaningOf(key, word) < 0 && polarityOf(key, word) === answer;

/** Unit of money printed in the cell, beside it or in the label's brackets. */
const perOf = (
  key: string,
  words: readonly string[],
): Pick<Placement, "per"> => {
  if (key !== "business.capital") return {};
  const unit = words.map((word) => /[百千万]+円/.exec(word)?.[0]).find(Boolean);
  const per = unit === undefined ? undefined : PER[unit];
  return per === undefined ? {} : { per };
};

/** The mark a form asks for in so many words: 「該当するものに○」, 「○・－」. */
const marksOf = (
  key: ValueKey,
  slot: Slot,
  notes: readonly string[],
): Pick<Placement, "marks"> => {
  if (typeOf(key) !== "choice" || slot.options.length > 0) return {};
  const words = notes.map((note) => toBlankText(note)?.words ?? []);
  for (const pair of words) {
    const yes = pair.find((word) => isMereAnswer(key, word, true));
    const no = pair.find((word) => isMereAnswer(key, word, false));
    if (yes !== undefined && no !== undefined) return { marks: { yes, no } };
  }
  return notes.some((note) => /[○◯〇]/.test(note))
    ? { marks: { yes: "○" } }
    : {};
};

/** The cell's own format or drop-down speaks against the value. */
export const contradicts = (key: ValueKey, slot: Slot): boolean => {
  const type = typeOf(key);
  if (slot.isDate) return type !== "date";
  const { numberFormat, options } = slot;
  const showsNumber = /[0#]/.test(numberFormat) && numberFormat !== "@";
  if (showsNumber && type === "date") return true;
  if (/[0#].*[人名件点円社]/.test(numberFormat) && type !== "number")
    return true;
  if (options.length === 0) return false;
  if (type === "choice") {
    return !options.some((option) => isWordOf(key, option));
  }
  return (
    options.every((option) => polarityOf(key, option) !== undefined) ||
    CHOICE_KEYS.some((other) => areChoicesOf(other, options))
  );
};

const allowedKinds: Readonly<
  Record<BlankText["kind"], (key: ValueKey) => boolean>
> = {
  date: (key) => typeOf(key) === "date",
  year: (key) => key === "edition.fiscalYear",
  postal: (key) => /postalCode|address/.test(key),
  phone: (key) => /phone|fax/.test(key),
  // Marked where its word is known, never written over.
  box: () => false,
  url: (key) => key === "business.url",
  email: (key) => key.endsWith(".email"),
  unit: (key) => typeOf(key) === "number",
  choice: (key) => typeOf(key) === "choice",
  seal: (key) => typeOf(key) === "text",
  name: (key) => key === "federation.name" || key === "society.name",
  free: () => true,
};

const fromBlankText = (
  slot: Slot,
  key: ValueKey,
  blank: BlankText,
  notes: readonly string[],
): Placed | null => {
  if (!allowedKinds[blank.kind](key)) return null;
  const { before, after, format, words } = blank;
  if (words) {
    return words.every((word) => isWordOf(key, word))
      ? { slot, key, choose: [...words] }
      : null;
  }
  if (blank.kind === "free") return { slot, key };
  if (blank.kind === "name") return { slot, key, text: `{${key}}` };
  // We hold no postal code of the sender; what is printed for it would stay half filled.
  if (blank.kind === "postal" && key === "federation.address") {
    return { slot, key, text: `{${key}}` };
  }
  if (blank.kind === "postal" && key === "business.address") {
    return {
      slot,
      key: "business.postalCode+business.address",
      text: "〒{business.postalCode}　{business.address}",
    };
  }
  const place =
    format === undefined || format === "" ? key : `${key}:${format}`;
  return {
    slot,
    key,
    ...(before + after === "" && format === undefined
      ? {}
      : { text: `${before}{${place}}${after}` }),
    ...perOf(key, [after, ...notes]),
  };
};

const NAME_BLANK: BlankText = { kind: "name", before: "", after: "" };

/** One cell for one value: empty, or with printed words that wait for it. */
export const placeInSlot = (
  slot: Slot,
  keyList: string,
  notes: readonly string[],
): Placed | null => {
  const keys = toKeys(keyList);
  const [key] = keys ?? [];
  if (!keys || key === undefined || keys.some((k) => contradicts(k, slot))) {
    return null;
  }
  if (isBlank(slot)) {
    return keys.length > 1
      ? { slot, key: keyList, text: keys.map((k) => `{${k}}`).join("　") }
      : { slot, key, ...marksOf(key, slot, notes), ...perOf(key, notes) };
  }
  const blank = isNameEnd(slot.text) ? NAME_BLANK : toBlankText(slot.text);
  return blank && keys.length === 1
    ? fromBlankText(slot, key, blank, notes)
    : null;
};
