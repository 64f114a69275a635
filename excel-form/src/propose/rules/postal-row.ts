import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** The postal code in the row before the address that it belongs to. */
export const postalRow: Rule = {
  name: "postal-row",
  floor: "places",
  effect: "places",
  reason: (words) => ({
    ja: `${quote(words)}の前の郵便番号の欄です`,
    en: `The postal code before ${quote(words)}`,
  }),
};
