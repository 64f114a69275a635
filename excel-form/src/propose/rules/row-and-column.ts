import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** A label at the left and a heading above ask for one value together. */
export const rowAndColumn: Rule = {
  name: "row-and-column",
  floor: "places",
  effect: "places",
  reason: (words) => ({
    ja: `左と上に${quote(words)}とあります`,
    en: `${quote(words)} stand beside and above it`,
  }),
};
