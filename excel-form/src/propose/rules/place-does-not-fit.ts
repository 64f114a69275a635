import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** Drop-down, number format, printed words or the number of boxes speak against the value. */
export const placeDoesNotFit: Rule = {
  name: "place-does-not-fit",
  floor: "places",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}の欄の形が値に合いません`,
    en: `The place for ${quote(words)} does not fit the value`,
  }),
};
