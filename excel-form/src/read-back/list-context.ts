import { hasRole } from "../map/vocabulary.ts";
import type { Vocabulary } from "../map/vocabulary.ts";
import type { Values } from "../map/report-data.ts";
import type { ColumnEntry, ListBlock } from "../map/schema.ts";
import { toAddress } from "../xlsx/formula/address.ts";
import type { FormCell, FormSheet } from "../xlsx/sheet/form-model.ts";
import type { SheetDoubt } from "./finding.ts";
import type { SheetIndex } from "./sheet-index.ts";

/** One filled row of a list. */
export type ReadEntry = {
  /** Position in the list, from 0; blank rows count. */
  readonly position: number;
  readonly values: Values;
  readonly doubts: readonly SheetDoubt[];
  /** Place of its name, or the one that it would have. */
  readonly nameCell: string;
};

export type Column = ColumnEntry & { readonly at: number };

/** A list in its filled sheet. */
export type ListContext = {
  readonly vocabulary: Vocabulary;
  readonly sheet: FormSheet;
  readonly index: SheetIndex;
  readonly list: ListBlock;
  readonly columns: readonly Column[];
  /** Records that stand in the lists before it. */
  readonly before: number;
  /** Cells of the other lists in which this one goes on, or which it continues. */
  readonly isElsewhere: (row: number, column: number) => boolean;
  /** The cell above that holds a value, for each column. */
  readonly above: Map<Column, FormCell>;
};

/** The number of the entry is printed in advance. */
export const isNumberKey = (
  { vocabulary }: ListContext,
  key: string,
): boolean => hasRole(vocabulary, key, "list.number");

export const cellAt = ({ sheet }: ListContext, row: number, column: number) =>
  sheet.cells.get(toAddress(row, column));

/** The column of the entry's name. */
export const nameColumn = ({
  vocabulary,
  columns,
}: ListContext): Column | undefined =>
  columns.find(({ key }) => hasRole(vocabulary, key, "firm.name"));
