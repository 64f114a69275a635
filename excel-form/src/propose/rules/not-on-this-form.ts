import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** A form of another programme asks for the firm and its day, never for our counts, scores or clerks. */
export const notOnThisForm: Rule = {
  name: "not-on-this-form",
  floor: "claims",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}は、この種類の様式では入れません`,
    en: `${quote(words)} is not filled on a form of this kind`,
  }),
};
