import type { Condition } from "./ast.ts";

/** Record ids between which all matches lie; both ends are outside. */
export type IdBounds = { readonly above: number; readonly below: number };

const EVERY_ID: IdBounds = {
  above: Number.NEGATIVE_INFINITY,
  below: Number.POSITIVE_INFINITY,
};

/**
 * Reads the bounds from comparisons of `$id` that are joined by `and`, so that a search for
 * the next page need not test the records of the pages before it.
 */
export const idBoundsOf = (condition: Condition | null): IdBounds => {
  if (condition?.kind === "and")
    return condition.children.map(idBoundsOf).reduce((a, b) => ({
      above: Math.max(a.above, b.above),
      below: Math.min(a.below, b.below),
    }));
  if (condition?.kind !== "comparison") return EVERY_ID;
  if (condition.related !== null || condition.field !== "$id") return EVERY_ID;
  const [operand] = condition.operands;
  if (operand?.kind !== "literal" || !/^\d+$/.test(operand.text))
    return EVERY_ID;
  if (condition.operator === ">")
    return { ...EVERY_ID, above: Number(operand.text) };
  return condition.operator === "<"
    ? { ...EVERY_ID, below: Number(operand.text) }
    : EVERY_ID;
};
