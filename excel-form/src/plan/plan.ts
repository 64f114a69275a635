/**
 * What to write into a cell. Dates are `YYYY-MM-DD`, without a time zone.
 * `format` is a number format code, used only when the cell's own format
 * cannot show the value (General or text); the form's own format wins.
 */
export type CellValue =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "number";
      readonly number: number;
      readonly format?: string;
    }
  | { readonly kind: "date"; readonly iso: string; readonly format?: string }
  | { readonly kind: "boolean"; readonly boolean: boolean }
  | { readonly kind: "blank" };

export type PlannedCell = {
  readonly sheet: string;
  /** In the blank form, before any row is inserted. */
  readonly address: string;
  readonly value: CellValue;
};

/** One record of the list: one map per sheet row it takes (length = rowsPerEntry), column letters → value. */
export type PlannedEntry = ReadonlyArray<Readonly<Record<string, CellValue>>>;

export type PlannedBlock = {
  readonly sheet: string;
  /** In the blank form, before any row is inserted. */
  readonly firstRow: number;
  readonly rowsPerEntry: number;
  /** Pre-drawn entries (not sheet rows); at least 1. */
  readonly entriesAvailable: number;
  readonly onSurplus: "insert" | "refuse";
  readonly entries: readonly PlannedEntry[];
};

/** The map and the data brought together; the engine knows neither. */
export type FillPlan = {
  readonly cells: readonly PlannedCell[];
  readonly blocks: readonly PlannedBlock[];
};
