import type { Value } from "./report-data.ts";

/** Nothing that could be written; apart from the schema, which the engine does not need. */
export const isEmpty = (given: Value | undefined): boolean =>
  given === undefined ||
  given === null ||
  given === "" ||
  (Array.isArray(given) && given.length === 0);
