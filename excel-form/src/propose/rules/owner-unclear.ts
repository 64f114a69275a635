import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** A phone or a name of which nothing says whose it is. */
export const ownerUnclear: Rule = {
  name: "owner-unclear",
  floor: "owners",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}が誰のものか決められません`,
    en: `It is not clear whose ${quote(words)} is`,
  }),
};
