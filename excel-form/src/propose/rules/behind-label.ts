import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** Room after the label in the same cell. */
export const behindLabel: Rule = {
  name: "behind-label",
  floor: "places",
  effect: "places",
  reason: (words) => ({
    ja: `同じセルに${quote(words)}とあります`,
    en: `${quote(words)} is in the same cell`,
  }),
};
