import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** The sheet names no firm and no count of firms: every form names its sender. */
export const noFirmNamed: Rule = {
  name: "no-firm-named",
  floor: "claims",
  effect: "leaves",
  reason: (words) => ({
    ja: `この表には企業名を書く欄がないので、${quote(words)}は空けてあります`,
    en: `The sheet has no place for the name of a firm, so ${quote(words)} stays open`,
  }),
};
