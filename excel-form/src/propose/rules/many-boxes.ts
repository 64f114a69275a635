import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** Boxes side by side that are no parts of one value. */
export const manyBoxes: Rule = {
  name: "many-boxes",
  floor: "places",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}の欄が横に並んでいて、どの欄に何を入れるか決められません`,
    en: `Several boxes belong to ${quote(words)}; it is not clear which takes what`,
  }),
};
