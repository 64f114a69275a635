import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** A value of one firm on a form that lists many, or a member organisation where the list names them. */
export const oneOfMany: Rule = {
  name: "one-of-many",
  floor: "owners",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}は1社ずつの値なので、一か所には書けません`,
    en: `${quote(words)} differs from firm to firm`,
  }),
};
