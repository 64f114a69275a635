import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** The printed end of the sender's name with room before it. */
export const senderLine: Rule = {
  name: "sender-line",
  floor: "places",
  effect: "places",
  reason: (words) => ({
    ja: `同じセルに${quote(words)}とあります`,
    en: `${quote(words)} is in the same cell: the line of the sender`,
  }),
};
