import { isConceptLabel } from "./around.ts";
import type { Table } from "./find-list.ts";
import { toLeftCell } from "./claims.ts";
import type { LeftCell } from "./claims.ts";
import { rules } from "./rules/index.ts";
import type { Rule } from "./rules/rule.ts";
import { isBlank } from "../near/slot-grid.ts";
import type { SlotGrid } from "../near/slot-grid.ts";
import type { Vocabulary } from "../map/vocabulary.ts";

/** The list of a sheet, and what is said of the tables that are left alone. */
export type ChosenList = {
  readonly list: Table | undefined;
  readonly open: readonly LeftCell[];
};

const keysOf = ({ columns }: Table): string =>
  columns.flatMap(({ placed }) => placed?.key ?? []).join();

const numberAt = (grid: SlotGrid, row: number): number | null => {
  const [slot] = grid.inRow(row).filter((one) => !isBlank(one));
  const digits = /^\D{0,2}(\d+)\D?$/.exec(slot?.text.normalize("NFKC") ?? "");
  return digits ? Number(digits[1]) : null;
};

/** The numbers of the second go on where the first ends: the next page of one list. */
const goesOn = (grid: SlotGrid, { body }: Table, next: Table): boolean => {
  const [first, second] = [body, next.body].map(({ firstRow }) =>
    numberAt(grid, firstRow),
  );
  return second !== null && second === (first ?? 0) + body.entries;
};

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
  const others = tables.filter((table) => table !== longest);
  const twins = longest
    ? others.filter(
        (other) =>
          keysOf(other) === keysOf(longest) && !goesOn(grid, longest, other),
      )
    : [];
  const isTwin = (table: Table): boolean =>
    twins.length > 0 && (table === longest || twins.includes(table));
  return {
    list: twins.length > 0 ? undefined : longest,
    open: tables
      .filter((table) => table !== longest || isTwin(table))
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
