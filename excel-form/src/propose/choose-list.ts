import { isConceptLabel } from "./around.ts";
import type { Table } from "./find-list.ts";
import { toLeftCell } from "./claims.ts";
import type { LeftCell } from "./claims.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import { partsOf } from "./list-parts.ts";
import type { Part } from "./list-parts.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { SlotGrid } from "../near/slot-grid.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** The list of a sheet, and what is said of the tables that are left alone. */
export type ChosenList = {
  readonly list: Table | undefined;
  /** The places in which the list goes on. */
  readonly parts: readonly Part[];
  readonly open: readonly LeftCell[];
};

const keysOf = ({ columns }: Table): string =>
  columns.flatMap(({ placed }) => placed?.key ?? []).join();

const headerWords = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  { header }: Table,
): readonly string[] =>
  header
    ? grid
        .inRow(header.bottom)
        .filter((one) => isConceptLabel(vocabulary, one))
        .map(({ text }) => text)
    : [];

const leaveOpen = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  table: Table,
  rule: Rule,
): LeftCell[] => {
  const words = headerWords(vocabulary, grid, table);
  const first = grid
    .inRow(table.body.firstRow)
    .find((slot) => isBlank(slot) && slot.top === table.body.firstRow);
  return first && words.length > 0
    ? [toLeftCell(grid, first.address, words.join(" "), rule)]
    : [];
};

/** One list takes the firms. Of two that ask for the same, nobody knows which firm belongs where. */
export const chooseList = (
  vocabulary: Vocabulary,
  grid: SlotGrid,
  tables: readonly Table[],
): ChosenList => {
  const lists = tables.filter(({ columns }) => columns.length > 0);
  const [longest] = [...lists].sort(
    (a, b) => b.columns.length - a.columns.length,
  );
  const parts = longest ? partsOf(grid, longest, tables) : [];
  const isPart = ({ body }: Table): boolean =>
    parts.some(({ firstRow }) => firstRow === body.firstRow);
  const others = tables.filter((table) => table !== longest && !isPart(table));
  const twins = longest
    ? others.filter((other) => keysOf(other) === keysOf(longest))
    : [];
  const isTwin = (table: Table): boolean =>
    twins.length > 0 && (table === longest || twins.includes(table));
  return {
    list: twins.length > 0 ? undefined : longest,
    parts: twins.length > 0 ? [] : parts,
    open: tables
      .filter((table) => (table !== longest && !isPart(table)) || isTwin(table))
      .flatMap((table) =>
        leaveOpen(
          vocabulary,
          grid,
          table,
          isTwin(table) ? rules.twinLists : rules.otherTable,
        ),
      ),
  };
};
