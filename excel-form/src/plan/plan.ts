import type { CellValue } from "../xlsx/sheet/cell-value.ts";

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
  /** Records that stand in the blocks before this one, in which it goes on. */
  readonly before?: number;
  readonly entries: readonly PlannedEntry[];
};

/** The map and the data brought together; the engine knows neither. */
export type FillPlan = {
  readonly cells: readonly PlannedCell[];
  readonly blocks: readonly PlannedBlock[];
};
