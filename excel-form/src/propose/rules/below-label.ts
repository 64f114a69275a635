import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** An empty box below its label. */
export const belowLabel: Rule = {
  name: "below-label",
  floor: "places",
  effect: "places",
  reason: (words) => ({
    ja: `上に${quote(words)}とあります`,
    en: `${quote(words)} stands above it`,
  }),
};
