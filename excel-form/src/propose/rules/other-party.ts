import type { Rule } from "./rule.ts";
import { quote } from "./rule.ts";

/** The block or the label belongs to somebody of whom we hold nothing: a customer, an agent, a guarantor, the office. */
export const otherParty: Rule = {
  name: "other-party",
  floor: "owners",
  effect: "leaves",
  reason: (words) => ({
    ja: `${quote(words)}は取引先や代理人など、ほかの人や会社の欄です`,
    en: `${quote(words)} belongs to another party`,
  }),
};
