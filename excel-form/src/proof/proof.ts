import type { StoredValue } from "../xlsx/sheet/stored-value.ts";

/** One cell whose content changed; addresses are those of the result. */
export type ChangedCell = {
  readonly sheet: string;
  readonly address: string;
  /** null: empty, or in an inserted row. Dates are day numbers, as stored. */
  readonly before: StoredValue;
  readonly after: StoredValue;
};

export type PartReason =
  | "cells"
  | "rows-moved"
  | "chart-points"
  | "strings-added"
  | "formats-added"
  | "calculation"
  | "package-list"
  | "template-to-workbook";

/** Evidence of every change to the form, and that nothing else changed. */
export type Proof = {
  readonly version: 1;
  /** SHA-256 (hex) of the form as received and of the result. */
  readonly formHash: string;
  readonly resultHash: string;
  /** Listed when asked for: of most fills only the number is kept. */
  readonly cells: readonly ChangedCell[];
  readonly cellCount: number;
  /** Formula results that were brought up to date; the formulas are the form's own. */
  readonly computed: readonly ChangedCell[];
  readonly insertedRows: ReadonlyArray<{
    readonly sheet: string;
    /** In the result. */
    readonly firstRow: number;
    readonly count: number;
  }>;
  readonly changedParts: ReadonlyArray<{
    readonly name: string;
    readonly reasons: readonly PartReason[];
  }>;
  readonly removedParts: readonly string[];
  /** Content hashes of every part that is as received. */
  readonly untouchedParts: ReadonlyArray<{
    readonly name: string;
    readonly hash: string;
  }>;
};
