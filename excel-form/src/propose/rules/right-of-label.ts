import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** An empty box right of its label. */
export const rightOfLabel: Rule = {
  name: "right-of-label",
  floor: "places",
  effect: "places",
  reason: (words) => ({
    ja: `左に${quote(words)}とあります`,
    en: `${quote(words)} stands to its left`,
  }),
};
