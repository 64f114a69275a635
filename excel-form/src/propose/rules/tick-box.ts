import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** A box for a mark takes no name, address or number. */
export const tickBox: Rule = {
  name: "tick-box",
  floor: "claims",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}は印をつける欄です`,
    en: `${quote(words)} is a box to be marked`,
  }),
};
