import type { Rule } from "./rule.ts";

/** Two tables, or two sheets, ask for the same firms. */
export const twinLists: Rule = {
  name: "twin-lists",
  floor: "claims",
  effect: "leaves",
  reason: () => ({
    ja: "同じ見出しの表がほかにもあり、どの事業所をどちらに書くか決められません",
    en: "Another table has the same headings, so it is not clear which firm belongs where",
  }),
};
