import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** The signs taken together are too weak. */
export const unsure: Rule = {
  name: "unsure",
  floor: "claims",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}に入れる値が決められません`,
    en: `It is not clear what ${quote(words)} asks for`,
  }),
};
