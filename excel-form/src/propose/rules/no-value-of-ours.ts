import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** The words are known, but the value they ask for is none of the record: the e-mail of a contact, the kana of a clerk. */
export const noValueOfOurs: Rule = {
  name: "no-value-of-ours",
  floor: "labels",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}にあたる値は記録にありません`,
    en: `The record holds no value for ${quote(words)}`,
  }),
};
