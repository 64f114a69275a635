import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** Boxes beside 法人 and 個人 take a mark, never a name. */
export const circleBesideWord: Rule = {
  name: "circle-beside-word",
  floor: "places",
  effect: "places",
  reason: (words) => ({
    ja: `${quote(words)}の横に印をつける欄です`,
    en: `A mark goes beside ${quote(words)}`,
  }),
};
