import type { Slot } from "../near/slot-grid.ts";
import type { Placed } from "./place.ts";
import type { Rule } from "./rules/rule.ts";

/** A single place that asks for something; `placed` is empty when it is left open. */
export type Found = {
  /** The cell that would take the value. */
  readonly slot: Slot;
  readonly label: Slot;
  readonly words: string;
  readonly placed: readonly Placed[];
  /** The rule that placed the value; where nothing is placed, the one that left the cell open. */
  readonly rule: Rule;
  readonly confidence: number;
  readonly mayBeKana?: boolean;
};
