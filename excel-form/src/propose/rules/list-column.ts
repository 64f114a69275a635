import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** The heading of a column of repeated rows. */
export const listColumn: Rule = {
  name: "list-column",
  floor: "places",
  effect: "places",
  reason: (words) => ({
    ja: `見出しが${quote(words)}です`,
    en: `Its heading is ${quote(words)}`,
  }),
};
