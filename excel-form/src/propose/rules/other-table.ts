import type { Rule } from "./rule.ts";

/** A table that lists something else than the nominated firms. */
export const otherTable: Rule = {
  name: "other-table",
  floor: "claims",
  effect: "leaves",
  reason: () => ({
    ja: "推薦する事業所の一覧とは別の表なので、空けてあります",
    en: "This table is not the list of nominated firms and stays empty",
  }),
};
