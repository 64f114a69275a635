import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** The title says that the form is for something else. */
export const foreignForm: Rule = {
  name: "foreign-form",
  floor: "claims",
  effect: "leaves",
  reason: (words) => ({
    ja: `別の手続きの様式と思われるので、${quote(words)}は空けてあります`,
    en: `The form seems to be for something else, so ${quote(words)} stays open`,
  }),
};
