/** A list as rows of texts, wherever it came from. */
export type ListRow = {
  /** Row number as the source counts, from 1. */
  readonly number: number;
  /** Trimmed; shorter rows simply end earlier. */
  readonly cells: readonly string[];
};

export type ListTable = { readonly rows: readonly ListRow[] };

export const cellAt = ({ cells }: ListRow, column: number): string =>
  cells[column] ?? "";

export const columnCount = ({ rows }: ListTable): number =>
  rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/** Trimmed rows; empty ones are dropped and keep their number free. */
export const toListTable = (
  rows: ReadonlyArray<{ number: number; cells: readonly string[] }>,
): ListTable => ({
  rows: rows
    .map(({ number, cells }) => ({
      number,
      cells: cells.map((cell) => cell.trim()),
    }))
    .filter(({ cells }) => cells.some((cell) => cell !== "")),
});
