import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** The value has a surer place on the sheet, or the cell another value. */
export const placedAlready: Rule = {
  name: "placed-already",
  floor: "claims",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}の値は、より確かな別の欄に入れます`,
    en: `The value of ${quote(words)} has a surer place`,
  }),
};
