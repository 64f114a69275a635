import type { Rule } from "./rule.ts";

/** A table that lists something else than the firms of the data. */
export const otherTable: Rule = {
  name: "other-table",
  floor: "claims",
  effect: "leaves",
  reason: () => ({
    ja: "企業の一覧とは別の表なので、空けてあります",
    en: "This table is not the list of firms and stays empty",
  }),
};
