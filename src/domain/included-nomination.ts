import type { Programme } from "../programmes/index.ts";
import type { IncludedNomination, Nomination } from "./model.ts";
import type { ReportEntry } from "./report-selection.ts";
import { rowValues } from "./report-values.ts";
import { textHash } from "./text-hash.ts";
import { compareTexts } from "./text-order.ts";

/**
 * A short hash of everything a report says about a nomination, its running
 * number left out. Two entries with the same digest read the same to a person who
 * gets the report, whatever else was saved in the record: a step of the process
 * makes a new revision and changes no value. Blank values leave no trace, so
 * that a value key added later changes no digest by itself.
 */
export const nominationDigest = (
  programme: Programme,
  entry: ReportEntry<Nomination>,
): string => {
  const values = Object.entries(rowValues(programme, entry))
    .filter(([, value]) => value !== null && value !== "")
    .toSorted(([a], [b]) => compareTexts(a, b));
  return textHash(JSON.stringify(values));
};

/** The ledger's row about a nomination that a report lists. */
export const toIncluded = (
  programme: Programme,
  entry: ReportEntry<Nomination>,
): IncludedNomination => ({
  id: null,
  nominationId: entry.nomination.id,
  nominationRevision: entry.nomination.revision,
  nominationDigest: nominationDigest(programme, entry),
  nominationName: entry.nomination.registeredName,
  nominationSociety: entry.nomination.society,
  stateBefore: "",
  reportedBefore: "",
});
