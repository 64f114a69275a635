import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** Several labels with their gaps in one cell. */
export const labelsInOneCell: Rule = {
  name: "labels-in-one-cell",
  floor: "places",
  effect: "places",
  reason: (words) => ({
    ja: `同じセルに${quote(words)}とあります`,
    en: `${quote(words)} are in the same cell`,
  }),
};
