import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** Signs of a date at the head of a letter. */
export const letterDate: Rule = {
  name: "letter-date",
  floor: "places",
  effect: "places",
  reason: (words) => ({
    ja: `同じセルに${quote(words)}とあります`,
    en: `${quote(words)} is in the same cell: the day of the letter`,
  }),
};
