import { hasRole } from "../map/vocabulary.ts";
import type { Vocabulary } from "../map/vocabulary.ts";
import type { Found } from "./found.ts";
import { rules } from "./rules/index.ts";

/** 「〒」 alone names no owner. */
const isSign = ({ words, label }: Found): boolean =>
  /^\s*[(（]?\s*〒\s*$/.test(words) && label.kind === "text";

const isBelow = ({ label }: Found, { slot }: Found): boolean =>
  slot.top === label.bottom + 1 &&
  slot.left <= label.left &&
  slot.right >= label.left;

/** A row 「〒 [ ] － [ ]」 belongs to the box in the next row: to the firm only if that one takes its address. */
export const withPostalOwners = (
  vocabulary: Vocabulary,
  found: readonly Found[],
): readonly Found[] =>
  found.map((one) => {
    if (one.placed.length === 0 || !isSign(one)) return one;
    const below = found.find((other) => isBelow(one, other));
    if (!below) return one;
    const isFirms = below.placed.some(({ key }) =>
      hasRole(vocabulary, key, "firm.address"),
    );
    return isFirms
      ? { ...one, rule: rules.postalRow, confidence: below.confidence }
      : { ...one, rule: rules.otherParty, placed: [], confidence: 0 };
  });
