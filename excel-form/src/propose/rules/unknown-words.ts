import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** The label is no word of the vocabulary; its cell is still shown to the clerk. */
export const unknownWords: Rule = {
  name: "unknown-words",
  floor: "labels",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}は知らない言葉です`,
    en: `${quote(words)} is not in the vocabulary`,
  }),
};
