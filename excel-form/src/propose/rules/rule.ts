import type { Message } from "../../words/message.ts";

/** The floors of the proposer, from the ground up; a rule knows those below its own. */
type Floor = "grid" | "labels" | "places" | "owners" | "claims";

/**
 * One thing the proposer knows about forms. Its name is that of its file and of
 * the sketch that shows it (test/fixtures/rules).
 */
export type Rule = {
  readonly name: string;
  readonly floor: Floor;
  /** Puts a value into a cell, or leaves the cell open. */
  readonly effect: "places" | "leaves";
  /** Text that a clerk reads about a cell that was left open. */
  readonly reason: (words: string) => Message;
};

const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim();

/** The label of a cell as it is cited. */
export const quote = (words: string): string => `「${oneLine(words)}」`;
